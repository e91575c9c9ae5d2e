import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log.js';
import { type Account, giveTo } from '../embedded/account.js';
import type { ServerSettings } from '../embedded/server-settings.js';
import { BackupFault } from './fault.js';
import { type Measured, type Sealer, measureSealed, openInto, sealWhole } from './sealed-file.js';
import { type Series, walFolder, walIn } from './series.js';

/** Folder in the cluster where an empty file says of a segment that it is safe in the archive. */
const STORED = 'taizhang-stored';

/**
 * How PostgreSQL hands over its write-ahead log. It keeps every segment until the command succeeds, and the command succeeds
 * by taking away the acknowledgement that the archiver put there after the sealed segment was on disk. So the account of the
 * database needs neither the key nor Node, and what is acknowledged is this very content, not merely this name.
 */
export const archiveSettings: ServerSettings = {
  wal_level: 'replica',
  archive_mode: 'on',
  archive_timeout: '60',
  archive_command: `for i in 1 2 3 4 5 6 7 8 9 10; do rm ${STORED}/%f 2>/dev/null && exit 0; sleep 0.3; done; exit 1`,
};

const READY = '.ready';

const measureFile = async (file: string): Promise<Measured> => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const part of createReadStream(file) as AsyncIterable<Buffer>) {
    hash.update(part);
    size += part.length;
  }
  return { size, sha256: hash.digest('hex') };
};

/**
 * Puts one segment into the archive, sealed and durable. What is there already stays when it is the same.
 * @throws BackupFault `archive-conflict` when another content has that name; `wrong-key`, `damaged`
 */
export const storeSegment = async (sealer: Sealer, series: Series, source: string, name: string): Promise<void> => {
  const { file, place } = walIn(series, name);
  const there = await stat(file).catch(() => undefined);
  if (there === undefined) {
    await sealWhole(sealer, createReadStream(source), place, file);
    return;
  }
  const [kept, given] = await Promise.all([measureSealed(sealer.keys, file, place), measureFile(source)]);
  if (kept.sha256 !== given.sha256 || kept.size !== given.size) throw new BackupFault('archive-conflict', file);
};

export interface ArchiverOptions {
  readonly cluster: string;
  readonly account: Account;
  readonly series: Series;
  readonly sealer: Sealer;
  readonly log: Log;
  /** Milliseconds between two looks. */
  readonly every?: number;
}

export interface Archiver {
  /** Stores what waits now. */
  step(): Promise<void>;
  /** Finishes the segment at hand and ends. */
  stop(): Promise<void>;
}

/** Segments that wait, in order. */
export const waitingIn = async (cluster: string): Promise<readonly string[]> =>
  (await readdir(join(cluster, 'pg_wal', 'archive_status')))
    .filter((name) => name.endsWith(READY))
    .map((name) => name.slice(0, -READY.length))
    .sort();

/** Archives what PostgreSQL hands over, until it is stopped. */
export const startArchiver = async (options: ArchiverOptions): Promise<Archiver> => {
  const { cluster, account, series, sealer, log, every = 200 } = options;
  const stored = join(cluster, STORED);
  await mkdir(stored, { recursive: true });
  await chmod(stored, 0o700);
  giveTo(account, stored);
  let stopping = false;
  let said = '';
  const step = async (): Promise<void> => {
    const acknowledged = new Set(await readdir(stored));
    for (const name of await waitingIn(cluster)) {
      if (acknowledged.has(name)) continue;
      await storeSegment(sealer, series, join(cluster, 'pg_wal', name), name);
      await writeFile(join(stored, name), '', { mode: 0o600 });
    }
  };
  const run = async (): Promise<void> => {
    while (!stopping) {
      await step().then(
        () => (said = ''),
        (error: unknown) => {
          const message = error instanceof Error ? error.message : String(error);
          // Said once, not five times a second; PostgreSQL keeps the segment meanwhile.
          if (message !== said) log('error', 'the write-ahead log is not archived', { message });
          said = message;
        },
      );
      await pause(said === '' ? every : 5 * every);
    }
  };
  const running = run();
  return {
    step,
    stop: async () => {
      stopping = true;
      await running;
    },
  };
};

/** Removes segments before one, and what else of the archive is older. */
export const dropSegmentsBefore = async (series: Series, first: string): Promise<number> => {
  const names = (await readdir(walFolder(series))).filter(
    (name) => /^[0-9A-F]{24}/.test(name) && name.slice(8, 24) < first.slice(8),
  );
  for (const name of names) await rm(join(walFolder(series), name), { force: true });
  return names.length;
};

/** Opens a segment of the archive into a file; false where the archive does not hold it. */
export const fetchSegment = async (
  sealer: Pick<Sealer, 'keys'>,
  series: Series,
  name: string,
  sink: Writable,
): Promise<boolean> => {
  const { file, place } = walIn(series, name);
  if ((await stat(file).catch(() => undefined)) === undefined) return false;
  await openInto(sealer.keys, file, place, sink);
  return true;
};
