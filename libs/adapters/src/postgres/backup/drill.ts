import { chmodSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Drill } from '#application/backup/desk.js';
import type { Instant } from '#kernel/dates.js';
import type { Log } from '../../log.js';
import { accountForServer } from '../embedded/account.js';
import { usableBinaries } from '../embedded/binaries.js';
import { stopServer } from '../embedded/control.js';
import { clusterIn } from '../embedded/data-folder.js';
import { runningPostmaster } from '../embedded/postmaster.js';
import { startEmbeddedPostgres } from '../embedded/supervisor.js';
import type { BackupKeys } from './backup-key.js';
import { recordDrill } from './drills.js';
import { BackupFault } from './fault.js';
import { restoreBackup } from './restore.js';
import { type Series, archivedIn } from './series.js';

export interface DrillOptions {
  readonly series: Series;
  readonly keys: BackupKeys;
  /** Folder of its own for restored databases; whatever lies in it is removed. */
  readonly scratch: string;
  readonly now: () => Instant;
  readonly log: Log;
  /** Address of the database whose backups these are, where it runs here: what is restored must be the same. */
  readonly live?: string;
  /** Looks a restored database through, and says what is wrong. */
  readonly check: (databaseUrl: string) => Promise<readonly string[]>;
}

/** Milliseconds until the archive has to hold the log up to now. */
const PATIENCE = 120_000;

/** Everything that is stored of the events up to a position, as one hash. */
const DIGEST = `
  select count(*) as events, coalesce(md5(string_agg(md5(e::text), '' order by e.position)), '') as digest
  from es.event e where e.position <= $1`;

const asking = async <Value>(url: string, work: (client: pg.Client) => Promise<Value>): Promise<Value> => {
  const client = new pg.Client({ connectionString: url, application_name: 'taizhang drill' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** Ends what an earlier drill that was killed left running, and removes what it left. */
export const sweepScratch = async (scratch: string): Promise<void> => {
  const account = accountForServer();
  for (const name of await readdir(scratch).catch(() => [])) {
    const dataDir = join(scratch, name);
    if (runningPostmaster(clusterIn(dataDir)) !== undefined)
      await stopServer({ dataDir, binaries: usableBinaries(dataDir, account), account }, 'immediate');
    await rm(dataDir, { recursive: true, force: true });
  }
};

/** Has the log up to now archived; gives the position that a restore has to reach. */
const archiveUpToNow = (url: string, series: Series): Promise<number> =>
  asking(url, async (client) => {
    const { rows } = await client.query<{ head: string }>('select coalesce(max(position), 0) as head from es.event');
    const { rows: closed } = await client.query<{ name: string }>('select pg_walfile_name(pg_switch_wal()) as name');
    const name = closed[0]?.name ?? '';
    for (const until = performance.now() + PATIENCE; ; await pause(100)) {
      const archived = await archivedIn(series);
      // A switch right after another closes nothing: then the segment before is the last there is.
      if (archived.includes(name) || (archived.at(-1) ?? '') >= name) break;
      if (performance.now() > until) throw new BackupFault('missing-wal', `${series.name}/${name}`);
    }
    return Number(rows[0]?.head);
  });

const compare = async (live: string, restored: string, head: number): Promise<readonly string[]> => {
  const [kept, found] = await Promise.all(
    [live, restored].map((url) =>
      asking(url, async (client) => (await client.query<{ events: string; digest: string }>(DIGEST, [head])).rows[0]),
    ),
  );
  if (kept?.events === found?.events && kept?.digest === found?.digest) return [];
  return [`up to position ${head}: ${kept?.events} events live, ${found?.events} restored, or their content differs`];
};

/**
 * Restores the newest state into a scratch folder, starts it, looks it through, holds it against the database it comes from,
 * and writes down what came of it. Whatever goes wrong is written down too.
 */
export const holdDrill = async (options: DrillOptions): Promise<Drill> => {
  const { series, keys, scratch, now, log, live, check } = options;
  const began = performance.now();
  const at = now();
  const into = join(scratch, 'newest');
  const found = { base: null as string | null, head: 0, events: 0 };
  const problems: string[] = [];
  try {
    await mkdir(scratch, { recursive: true });
    chmodSync(scratch, 0o711);
    await sweepScratch(scratch);
    const needed = live === undefined ? 0 : await archiveUpToNow(live, series);
    const { base, head, events } = await restoreBackup({
      from: series.folder,
      keys,
      target: { kind: 'newest' },
      into,
      series: series.name,
    });
    Object.assign(found, { base, head, events });
    if (head < needed) problems.push(`restored up to position ${head}, recorded up to ${needed}`);
    const server = await startEmbeddedPostgres({ dataDir: into, log });
    try {
      if (live !== undefined) problems.push(...(await compare(live, server.url, head)));
      problems.push(...(await check(server.url)));
    } finally {
      await server.stop();
    }
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    await sweepScratch(scratch);
  }
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const drill: Drill = { at, ok: problems.length === 0, ...found, seconds, problems };
  await recordDrill(series, drill);
  return drill;
};
