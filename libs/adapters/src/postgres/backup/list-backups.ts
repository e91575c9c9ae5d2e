import { unbrokenFrom } from '#application/backup/wal-names.js';
import type { Drill } from '#application/backup/desk.js';
import type { Instant } from '#kernel/dates.js';
import type { BackupKeys } from './backup-key.js';
import { drillsOf } from './drills.js';
import { BackupFault } from './fault.js';
import { headOfFile } from './sealed-file.js';
import { type Series, archivedIn, basesOf, readManifest, seriesIn, walIn } from './series.js';

/** A backup and what it can be restored to, or why it cannot be read. */
export type ListedBackup =
  | {
      readonly id: string;
      readonly head: number;
      readonly logId: string | null;
      readonly keyId: string;
      /** Every moment from here on … */
      readonly from: Instant;
      /** … to when the last segment of the unbroken log was archived; null where the log does not even reach the first. */
      readonly to: Instant | null;
      /** First segment that is missing though later ones are there. */
      readonly hole: string | null;
    }
  | { readonly id: string; readonly fault: string };

export interface ListedSeries {
  readonly series: string;
  readonly backups: readonly ListedBackup[];
  readonly drill: Drill | null;
}

const listed = async (
  series: Series,
  id: string,
  keys: BackupKeys,
  archived: readonly string[],
): Promise<ListedBackup> => {
  try {
    const { head, logId, keyId, finishedAt, firstSegment, segmentSize } = await readManifest(series, id, keys);
    const { last, hole = null } = unbrokenFrom(firstSegment, archived, segmentSize);
    const to = last === undefined ? null : (await headOfFile(walIn(series, last).file)).at;
    return { id, head, logId, keyId, from: finishedAt, to, hole };
  } catch (error) {
    if (!(error instanceof BackupFault)) throw error;
    return { id, fault: error.message };
  }
};

/** All backups in a folder, by series, oldest first. What cannot be read is named and keeps no other from being listed. */
export const listBackups = async (folder: string, keys: BackupKeys): Promise<readonly ListedSeries[]> => {
  const found: ListedSeries[] = [];
  for (const series of await seriesIn(folder)) {
    const archived = await archivedIn(series);
    const backups: ListedBackup[] = [];
    for (const id of await basesOf(series)) backups.push(await listed(series, id, keys, archived));
    found.push({ series: series.name, backups, drill: (await drillsOf(series)).at(-1) ?? null });
  }
  return found;
};
