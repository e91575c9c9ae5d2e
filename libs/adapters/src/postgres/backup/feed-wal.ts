import { chmodSync, createWriteStream, mkdirSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isSegment, segmentAfter } from '#application/backup/wal-names.js';
import { type Account, giveTo } from '../embedded/account.js';
import { fetchSegment } from './archive-wal.js';
import type { BackupKeys } from './backup-key.js';
import { type Series, PART } from './series.js';

/** Folder in the cluster through which a recovering server is given the log. */
const GIVEN = 'taizhang-wal';

/**
 * The recovering server asks for a segment by a file, and waits until it lies there in plain or is said not to be. The key
 * stays with us, and no more of the log lies in plain than is being read. When we end, so does the recovery.
 */
export const restoreCommand =
  `: > ${GIVEN}/%f.wanted; while test -d ${GIVEN}; do test -f ${GIVEN}/%f && exec mv ${GIVEN}/%f %p; ` +
  `test -f ${GIVEN}/%f.none && exit 1; sleep 0.05; done; exit 255`;

const WANTED = '.wanted';

export interface FeederOptions {
  readonly cluster: string;
  readonly account: Account;
  readonly series: Series;
  readonly keys: BackupKeys;
  readonly segmentSize: number;
  /** Asked before each answer, when all given before has been replayed; `enough` ends the recovery. */
  readonly before?: () => Promise<'more' | 'enough'>;
}

export interface Feeder {
  /** Why the recovery was ended by us. */
  readonly fault: () => Error | undefined;
  /** Whether `before` had enough. */
  readonly enough: () => boolean;
  /** Ends it and removes what lies in plain. */
  stop(): Promise<void>;
}

/** Gives a recovering server its segments as it asks for them, one ahead where nobody looks between them. */
export const startFeeder = ({ cluster, account, series, keys, segmentSize, before }: FeederOptions): Feeder => {
  const folder = join(cluster, GIVEN);
  mkdirSync(folder);
  chmodSync(folder, 0o700);
  giveTo(account, folder);
  let [fault, enough, stopping]: [Error | undefined, boolean, boolean] = [undefined, false, false];
  const ahead = new Map<string, Promise<boolean>>();
  const fetch = async (name: string): Promise<boolean> => {
    const draft = join(folder, `${name}${PART}`);
    const there = await fetchSegment({ keys }, series, name, createWriteStream(draft, { mode: 0o600 }));
    if (there) giveTo(account, draft);
    else await rm(draft, { force: true });
    return there;
  };
  const answer = async (name: string): Promise<void> => {
    if (before !== undefined && isSegment(name) && (await before()) === 'enough') {
      enough = true;
      await rm(folder, { recursive: true, force: true });
      return;
    }
    await rm(join(folder, `${name}${WANTED}`), { force: true });
    const there = await (ahead.get(name) ?? fetch(name));
    ahead.delete(name);
    if (!there) return writeFile(join(folder, `${name}.none`), '');
    await rename(join(folder, `${name}${PART}`), join(folder, name));
    if (before !== undefined || !isSegment(name)) return;
    const next = segmentAfter(name, segmentSize);
    const fetching = fetch(next);
    fetching.catch(() => undefined); // said when it is asked for
    ahead.set(next, fetching);
  };
  const run = async (): Promise<void> => {
    while (!stopping && !enough) {
      const wanted = (await readdir(folder)).filter((name) => name.endsWith(WANTED));
      for (const name of wanted) await answer(name.slice(0, -WANTED.length));
      if (wanted.length === 0) await pause(15);
    }
  };
  const running = run().catch(async (error: unknown) => {
    fault = error instanceof Error ? error : new Error(String(error));
    await rm(folder, { recursive: true, force: true });
  });
  return {
    fault: () => fault,
    enough: () => enough,
    stop: async () => {
      stopping = true;
      await running;
      await Promise.allSettled(ahead.values());
      await rm(folder, { recursive: true, force: true });
    },
  };
};
