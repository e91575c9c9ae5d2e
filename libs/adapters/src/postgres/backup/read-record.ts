import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupRecord } from '#application/backup/health.js';
import type { Instant } from '#kernel/dates.js';
import { clusterIn } from '../embedded/data-folder.js';
import { waitingIn } from './archive-wal.js';
import { drillsOf } from './drills.js';
import { type Current, type Series, basesOf, instantOf } from './series.js';

/** Since when the oldest segment that waits for the archive does. */
const waitingSince = async (dataDir: string): Promise<Instant | undefined> => {
  const cluster = clusterIn(dataDir);
  const [oldest] = await waitingIn(cluster).catch(() => []);
  if (oldest === undefined) return undefined;
  const file = join(cluster, 'pg_wal', 'archive_status', `${oldest}.ready`);
  return (await stat(file).catch(() => undefined))?.mtime.toISOString();
};

/** What is known of the backups of a database, read off their folder: no key is needed. */
export const readRecord = async (dataDir: string, series: Series, current: Current): Promise<BackupRecord> => {
  const [bases, drills, waiting] = await Promise.all([basesOf(series), drillsOf(series), waitingSince(dataDir)]);
  const last = bases.at(-1);
  return {
    since: current.since,
    lastBackup: last === undefined ? undefined : instantOf(last),
    lastDrill: drills.findLast(({ ok }) => ok)?.at,
    lastFailedDrill: drills.findLast(({ ok }) => !ok)?.at,
    waitingSince: waiting,
  };
};
