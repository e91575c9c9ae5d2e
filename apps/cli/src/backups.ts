import { processLog } from '#adapters/log.js';
import { type BackupKeys, assertKeysApart, readBackupKeys } from '#adapters/postgres/backup/backup-key.js';
import { BackupFault } from '#adapters/postgres/backup/fault.js';
import type { Archived } from '#adapters/postgres/backup/open-archive.js';
import { openDatabase } from '#adapters/postgres/backup/open-database.js';
import { systemClock } from '#adapters/system/clock.js';
import { systemRandom } from '#adapters/system/random.js';
import { type JobContext, type JobOption, UsageFault } from './job.js';
import { type CliSettings, readSettings } from './settings.js';

export const backupDir: JobOption = {
  type: 'string',
  value: '<folder>',
  help: 'folder of backups; BACKUP_DIR where left out',
};

/** The folder of backups and the keys that open them, without a database. @throws UsageFault, BackupFault */
export const backupsGiven = (
  context: JobContext,
): { readonly settings: CliSettings; readonly folder: string; readonly keys: BackupKeys } => {
  const settings = readSettings();
  const folder = context.text('backup-dir') ?? settings.BACKUP_DIR;
  if (folder === undefined) throw new UsageFault('--backup-dir is missing, and BACKUP_DIR is not set');
  assertKeysApart([settings.BACKUP_KEY_FILE], [folder]);
  return { settings, folder, keys: readBackupKeys(settings.BACKUP_KEY_FILE) };
};

/** The embedded database with its backups. @throws UsageFault; BackupFault `not-embedded` */
export const databaseWithBackups = async (
  context: JobContext,
): Promise<{
  readonly settings: CliSettings;
  readonly url: string;
  readonly backups: NonNullable<Archived['backups']>;
}> => {
  const settings = readSettings({ folder: context.text('data-dir') });
  if (settings.DATABASE_URL !== undefined) throw new BackupFault('not-embedded', 'DATABASE_URL');
  if (settings.BACKUP_DIR === undefined) throw new UsageFault('BACKUP_DIR is not set');
  const { url, backups } = await openDatabase(settings, {
    opened: context.opened,
    log: processLog(settings.LOG_LEVEL),
    serves: true,
  });
  if (backups === undefined) throw new UsageFault('BACKUP_DIR is not set');
  return { settings, url, backups };
};

/** What sealing needs, with the machine's clock. */
export const sealerOf = (keys: BackupKeys) => ({ keys, random: systemRandom, now: () => systemClock.now().now });
