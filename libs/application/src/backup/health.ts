import type { Instant } from '../kernel.js';

/** What is known of the backups of a database. */
export interface BackupRecord {
  /** When backups began. */
  readonly since: Instant;
  readonly lastBackup?: Instant | undefined;
  /** The last drill that succeeded, and the last that did not. */
  readonly lastDrill?: Instant | undefined;
  readonly lastFailedDrill?: Instant | undefined;
  /** Since when a segment of the write-ahead log waits to be archived. */
  readonly waitingSince?: Instant | undefined;
}

/** Why backups cannot be relied upon. */
export type BackupConcern = 'backup-old' | 'drill-old' | 'drill-failed' | 'archive-behind';

export interface BackupHealth {
  readonly status: 'good' | 'degraded';
  readonly concerns: readonly BackupConcern[];
  readonly lastBackup: Instant | null;
  readonly lastDrill: Instant | null;
  /** Seconds since then, or since backups began where there was none. */
  readonly backupAge: number;
  readonly drillAge: number;
}

const DAY = 86_400;
/** Seconds from which each is of concern. */
const LIMITS = { backup: 2 * DAY, drill: 8 * DAY, archive: 600 } as const;

/** Whether backups can be relied upon: a restore that was really tried within eight days says so, nothing less. */
export const backupHealth = (record: BackupRecord, now: Instant): BackupHealth => {
  const age = (then: Instant): number => Math.max(0, Math.floor((Date.parse(now) - Date.parse(then)) / 1000));
  const { since, lastBackup, lastDrill, lastFailedDrill, waitingSince } = record;
  const backupAge = age(lastBackup ?? since);
  const drillAge = age(lastDrill ?? since);
  const found: Readonly<Record<BackupConcern, boolean>> = {
    'backup-old': backupAge > LIMITS.backup,
    'drill-old': drillAge > LIMITS.drill,
    'drill-failed': lastFailedDrill !== undefined && lastFailedDrill > (lastDrill ?? since),
    'archive-behind': waitingSince !== undefined && age(waitingSince) > LIMITS.archive,
  };
  const concerns = (Object.keys(found) as BackupConcern[]).filter((concern) => found[concern]);
  return {
    status: concerns.length === 0 ? 'good' : 'degraded',
    concerns,
    lastBackup: lastBackup ?? null,
    lastDrill: lastDrill ?? null,
    backupAge,
    drillAge,
  };
};
