import { rm } from 'node:fs/promises';
import { retention } from '#application/backup/retention.js';
import type { Instant } from '#kernel/dates.js';
import { dropSegmentsBefore } from './archive-wal.js';
import type { BackupKeys } from './backup-key.js';
import { headOfFile } from './sealed-file.js';
import { type Series, archivedIn, basesOf, dropBase, placeIn, readManifest, seriesIn, walIn } from './series.js';

const DAY = 86_400_000;

/** Whether nothing was added to a series within the days; one that cannot be read is left alone. */
const ended = async (series: Series, now: Instant, days: number): Promise<boolean> => {
  const last = (await archivedIn(series)).at(-1);
  if (last === undefined) return false;
  const { at } = await headOfFile(walIn(series, last).file);
  return Date.parse(now) - Date.parse(at) > days * DAY;
};

/**
 * Removes what is older than any moment that is to stay restorable: backups, the log before them, and earlier series that
 * ended before. Gives the ids of what went.
 * @throws BackupFault when a manifest does not open: then nothing of its series is removed
 */
export const tidy = async (
  current: Series,
  keys: BackupKeys,
  now: Instant,
  days: number,
): Promise<readonly string[]> => {
  const manifests = await Promise.all((await basesOf(current)).map((id) => readManifest(current, id, keys)));
  const { drop, segmentsFrom } = retention(manifests, now, days);
  for (const id of drop) await dropBase(current, id);
  if (segmentsFrom !== undefined) await dropSegmentsBefore(current, segmentsFrom);
  const gone: string[] = [...drop];
  for (const series of await seriesIn(current.folder)) {
    if (series.name >= current.name || !(await ended(series, now, days))) continue;
    await rm(placeIn(series).file, { recursive: true, force: true });
    gone.push(series.name);
  }
  return gone;
};
