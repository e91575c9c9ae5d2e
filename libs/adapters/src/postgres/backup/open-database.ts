import { type Log } from '../../log.js';
import type { Opened } from '../../run-process.js';
import type { SelfContainedSettings } from '../../settings.js';
import { systemClock } from '../../system/clock.js';
import { systemRandom } from '../../system/random.js';
import { finishRemoval } from '../demo/finish-removal.js';
import { readOrder } from '../demo/removal-order.js';
import { BackupFault } from './fault.js';
import { type Archived, type BackupPlace, startArchivedPostgres } from './open-archive.js';
import { forgetSeries } from './series.js';

/** The database a process works on, and where its backups go when it is the embedded one and they have a place. */
export interface OpenDatabase {
  readonly url: string;
  readonly backups?: Archived['backups'];
}

/** Where the settings put backups; undefined where they say nothing of them. */
export const placeFrom = ({ BACKUP_DIR, BACKUP_KEY_FILE, KEY_FILE }: SelfContainedSettings): BackupPlace | undefined =>
  BACKUP_DIR === undefined ? undefined : { folder: BACKUP_DIR, keyFile: BACKUP_KEY_FILE, otherKeys: [KEY_FILE] };

/**
 * Opens the database the settings name: another one, or the embedded one in the data folder, with its archive where it has
 * one. `serves` says that the process is the one that decides whether there is an archive, not a job beside it. A demo that was to
 * be removed is gone before anybody reads of it; what is archived from then on is another series.
 * @throws EmbeddedPostgresFailure; BackupFault, `not-embedded` where another database would be served without the backups
 * asked for
 */
export const openDatabase = async (
  settings: SelfContainedSettings,
  { opened, log, serves = false }: { readonly opened: Opened; readonly log: Log; readonly serves?: boolean },
): Promise<OpenDatabase> => {
  const place = placeFrom(settings);
  if (settings.DATABASE_URL !== undefined) {
    if (serves && place !== undefined) throw new BackupFault('not-embedded', 'DATABASE_URL, BACKUP_DIR');
    return { url: settings.DATABASE_URL };
  }
  const order = await readOrder(settings.DATA_DIR);
  if (order !== undefined) await forgetSeries(settings.DATA_DIR);
  const { server, backups, stop } = await startArchivedPostgres({
    dataDir: settings.DATA_DIR,
    log,
    now: () => systemClock.now().now,
    random: systemRandom,
    place,
    decides: serves,
  });
  opened.then(stop);
  if (order !== undefined && (serves || server.origin !== 'shared'))
    await finishRemoval(order, { url: server.url, ours: server.origin !== 'shared', settings, log });
  return { url: server.url, ...(backups === undefined ? {} : { backups }) };
};
