import { type Run, unbrokenFrom } from '#application/backup/wal-names.js';
import type { Instant } from '#kernel/dates.js';
import type { BackupKeys } from './backup-key.js';
import { BackupFault } from './fault.js';
import { type Manifest, type Series, archivedIn, basesOf, readManifest, seriesIn } from './series.js';

/** Up to where a restore goes. */
export type Target =
  | { readonly kind: 'newest' }
  | { readonly kind: 'time'; readonly at: Instant }
  | { readonly kind: 'position'; readonly position: number };

/** A base backup with the log that follows it. */
export interface Restorable {
  readonly series: Series;
  readonly manifest: Manifest;
  readonly run: Run;
}

/** Whether replaying what follows a backup can end at a target: it cannot end before the backup was whole. */
const serves = ({ finishedAt, head }: Manifest, target: Target): boolean => {
  switch (target.kind) {
    case 'newest':
      return true;
    case 'time':
      return Date.parse(finishedAt) <= Date.parse(target.at);
    case 'position':
      return head < target.position;
  }
};

/**
 * The youngest backup from which a target can be reached, in any series or the one named.
 * @throws BackupFault `no-backup`; `missing-wal` naming the first segment that the newest state needs; `wrong-key`, `damaged`
 */
export const chooseBase = async (
  folder: string,
  keys: BackupKeys,
  target: Target,
  only?: string,
): Promise<Restorable> => {
  const all = (await seriesIn(folder)).filter(({ name }) => only === undefined || name === only);
  for (const series of all.toReversed()) {
    for (const id of (await basesOf(series)).toReversed()) {
      const manifest = await readManifest(series, id, keys);
      if (!serves(manifest, target)) continue;
      const run = unbrokenFrom(manifest.firstSegment, await archivedIn(series), manifest.segmentSize);
      // Replay would end at the hole and call it the newest state.
      if (run.last === undefined || (target.kind === 'newest' && run.hole !== undefined))
        throw new BackupFault('missing-wal', `${series.name}/${run.hole ?? manifest.firstSegment}`);
      return { series, manifest, run };
    }
  }
  throw new BackupFault('no-backup', folder);
};
