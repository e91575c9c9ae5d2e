import type { Instant } from '../kernel.js';
import type { BackupRecord } from './health.js';

/** What is done about backups: making one, and trying one. */
export const backupWorks = ['backup', 'drill'] as const;
export type BackupWork = (typeof backupWorks)[number];

/** A restore that was really tried. */
export interface Drill {
  readonly at: Instant;
  readonly ok: boolean;
  readonly base: string | null;
  readonly head: number;
  readonly events: number;
  readonly seconds: number;
  /** What was found wrong; empty when nothing was. */
  readonly problems: readonly string[];
}

/** Backups as the process that looks after them knows them. */
export interface BackupDesk {
  record(): Promise<BackupRecord>;
  /** Oldest first. */
  drills(): Promise<readonly Drill[]>;
  /** What is being done. */
  underWay(): BackupWork | undefined;
  /** Begins at once, and returns; false where something is under way already. */
  begin(work: BackupWork): boolean;
}
