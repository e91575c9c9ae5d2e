import type { BackupWork } from '#application/backup/desk.js';
import { due } from '#application/backup/due.js';
import type { BackupRecord } from '#application/backup/health.js';
import type { Clock } from '#application/ports/clock.js';
import type { Instant } from '#kernel/dates.js';
import type { Log } from '../../log.js';

export interface CareOptions {
  readonly clock: Clock;
  /** Hour of the night, Asia/Shanghai, at which a backup is made. */
  readonly hour: number;
  readonly record: () => Promise<BackupRecord>;
  /** Does the work until it is done or the signal ends it. */
  readonly work: Readonly<Record<BackupWork, (signal: AbortSignal) => Promise<void>>>;
  readonly log: Log;
}

/** Looks after backups and drills beside what else a process does. */
export interface BackupCare {
  /** Begins what is due, and returns at once; one thing at a time. */
  look(): Promise<void>;
  /** What is being done. */
  underWay(): BackupWork | undefined;
  /** Begins something before it is due, because somebody asks; false where something is under way already. */
  ask(what: BackupWork): boolean;
  /** Waits for what was begun. */
  settled(): Promise<void>;
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** What makes backups each night and tries one each week, by the clock it is given. */
export const careForBackups = ({ clock, hour, record, work, log }: CareOptions): BackupCare => {
  const tried: Partial<Record<BackupWork, Instant>> = {};
  const ending = new AbortController();
  let running: Promise<void> | undefined;
  let underWay: BackupWork | undefined;
  const busy = (): boolean => running !== undefined || ending.signal.aborted;
  const begin = (what: BackupWork): void => {
    tried[what] = clock.now().now;
    underWay = what;
    running = work[what](ending.signal)
      .then(
        () => log('info', `${what} done`),
        (error: unknown) => log('error', `${what} failed`, { message: String(error) }),
      )
      .finally(() => (running = underWay = undefined));
  };
  return {
    look: async () => {
      if (busy()) return;
      const { lastBackup, lastDrill } = await record();
      if (busy()) return;
      const what = due(clock.now().now, hour, { lastBackup, lastDrill, tried });
      if (what !== undefined) begin(what);
    },
    underWay: () => underWay,
    ask: (what) => {
      if (busy()) return false;
      begin(what);
      return true;
    },
    settled: async () => running,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
};
