import { type BackupHealth, type BackupRecord, backupHealth } from '#application/backup/health.js';
import type { Clock } from '#application/ports/clock.js';

/** How backups stand; `off` where this process makes none, because none are asked for or the database is another's. */
export type ReadBackups = () => Promise<BackupHealth | { readonly status: 'off' }>;

/** Reads how backups stand now; a record that cannot be read is no reason to rely on them. */
export const backupsFrom =
  (clock: Clock, record: (() => Promise<BackupRecord>) | undefined): ReadBackups =>
  async () => {
    if (record === undefined) return { status: 'off' };
    const { now } = clock.now();
    const never: BackupRecord = { since: new Date(0).toISOString() };
    return backupHealth(await record().catch(() => never), now);
  };
