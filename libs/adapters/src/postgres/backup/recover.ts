import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { addressOf } from '../embedded/bring-up.js';
import { type Cluster, startServer, stopServer } from '../embedded/control.js';
import { clusterIn } from '../embedded/data-folder.js';
import { choosePort } from '../embedded/port.js';
import { runningPostmaster } from '../embedded/postmaster.js';
import { type ServerSettings, settingsForSmallMachine } from '../embedded/server-settings.js';
import type { BackupKeys } from './backup-key.js';
import type { Restorable } from './choose-base.js';
import { BackupFault } from './fault.js';
import { type Feeder, restoreCommand, startFeeder } from './feed-wal.js';

/** Where replay ends: nothing for the end of the archive. */
export type Stop = Readonly<Record<`recovery_target_${'time' | 'xid'}`, string>> | Readonly<Record<string, never>>;

/** What the server says of a target it does not meet, and what it means. */
const COMPLAINTS: readonly (readonly [RegExp, 'not-reached' | 'no-backup'])[] = [
  [/recovery ended before configured recovery target was reached/, 'not-reached'],
  [/requested recovery stop point is before consistent recovery point/, 'no-backup'],
];

const explain = (dataDir: string, feeder: Feeder, target: string): Error => {
  const fault = feeder.fault();
  if (fault !== undefined) return fault;
  const log = join(clusterIn(dataDir), 'start.log');
  const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
  const code = COMPLAINTS.find(([pattern]) => pattern.test(said))?.[1];
  const reasons = said.split('\n').filter((line) => /(FATAL|PANIC|ERROR):/.test(line));
  return code === undefined
    ? new BackupFault('recovery-failed', reasons.slice(-3).join('\n') || said.slice(-1000))
    : new BackupFault(code, target);
};

const settingsFor = (stop: Stop): ServerSettings => ({
  ...settingsForSmallMachine(),
  logging_collector: 'off',
  archive_mode: 'off',
  hot_standby: 'on',
  // Looking ahead in the log would ask for a segment before the one at hand has been replayed.
  recovery_prefetch: 'off',
  restore_command: restoreCommand,
  recovery_target_action: 'promote',
  ...stop,
});

/** One question to a server that may not answer yet; undefined where it does not. */
const ask = async <Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[],
): Promise<Row | undefined> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql, values)).rows[0];
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
};

interface Run {
  readonly cluster: Cluster;
  readonly restorable: Restorable;
  readonly keys: BackupKeys;
  readonly stop: Stop;
  /** What was asked for, in words. */
  readonly target: string;
}

/**
 * Replays the log on an unpacked backup until it ends where it is to, then lets `then` work on the server and stops it.
 * @throws BackupFault `not-reached`, `no-backup`, `damaged`, `wrong-key`, `recovery-failed`
 */
export const recover = async <Value>(run: Run, then: (url: string) => Promise<Value>): Promise<Value> => {
  const { cluster, restorable, keys, stop, target } = run;
  const { series, manifest } = restorable;
  const { dataDir, account } = cluster;
  const feeder = startFeeder({ cluster: clusterIn(dataDir), account, series, keys, segmentSize: manifest.segmentSize });
  const port = await choosePort(undefined, undefined);
  const url = (database: string): string => addressOf(port, manifest.password, database);
  try {
    if ((await startServer(cluster, port, settingsFor(stop))) !== undefined) throw explain(dataDir, feeder, target);
    for (;;) {
      const state = await ask<{ recovering: boolean }>(url('postgres'), 'select pg_is_in_recovery() as recovering', []);
      if (state?.recovering === false) break;
      if (runningPostmaster(clusterIn(dataDir)) === undefined) throw explain(dataDir, feeder, target);
      await pause(50);
    }
    return await then(url('taizhang'));
  } finally {
    if (runningPostmaster(clusterIn(dataDir)) !== undefined && !(await stopServer(cluster, 'fast')))
      await stopServer(cluster, 'immediate');
    await feeder.stop();
  }
};

/**
 * Replays the log until an event shows, and gives the transaction that recorded it: a position cannot be told from the log
 * itself, and the event may have been destroyed since. The server is of no further use.
 * @throws BackupFault `not-reached` when the event never showed between two segments
 */
export const transactionOf = async (run: Omit<Run, 'stop' | 'target'>, position: number): Promise<string> => {
  const { cluster, restorable, keys } = run;
  const { series, manifest } = restorable;
  const { dataDir, account } = cluster;
  const port = await choosePort(undefined, undefined);
  const url = addressOf(port, manifest.password, 'taizhang');
  let found: string | undefined;
  const feeder = startFeeder({
    cluster: clusterIn(dataDir),
    account,
    series,
    keys,
    segmentSize: manifest.segmentSize,
    before: async () => {
      found = (
        await ask<{ xid: string }>(url, 'select xmin::text as xid from es.event where position = $1', [position])
      )?.xid;
      return found === undefined ? 'more' : 'enough';
    },
  });
  try {
    // Without an end the server would be promoted when the archive ends, and write a log of its own; it is stopped instead.
    await startServer(cluster, port, settingsFor({}));
    while (runningPostmaster(clusterIn(dataDir)) !== undefined && !feeder.enough()) {
      const state = await ask<{ recovering: boolean }>(url, 'select pg_is_in_recovery() as recovering', []);
      if (state?.recovering === false) break;
      await pause(50);
    }
    if (found === undefined) throw feeder.fault() ?? new BackupFault('not-reached', `position ${position}`);
    return found;
  } finally {
    if (runningPostmaster(clusterIn(dataDir)) !== undefined) await stopServer(cluster, 'immediate');
    await feeder.stop();
  }
};
