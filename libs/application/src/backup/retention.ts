import type { Instant } from '../kernel.js';

/** A whole base backup as retention sees it. */
export interface KeptBase {
  readonly id: string;
  /** A restore to a time begins at a backup that was finished before it. */
  readonly finishedAt: Instant;
  /** First segment of the write-ahead log it needs. */
  readonly firstSegment: string;
}

export interface Retention {
  /** Ids of the backups that may go. */
  readonly drop: readonly string[];
  /** First segment that is still needed; undefined when nothing is known and nothing may go. */
  readonly segmentsFrom: string | undefined;
}

const DAY = 86_400_000;

/**
 * Which backups of a series may go. Every moment of the last `days` days stays restorable: a backup goes only when a younger
 * one is old enough to serve the oldest of those moments. The newest always stays, however old.
 */
export const retention = (bases: readonly KeptBase[], now: Instant, days: number): Retention => {
  const byAge = [...bases].sort((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1));
  const oldest = new Date(Date.parse(now) - days * DAY).toISOString();
  const serving = byAge.findLastIndex(({ finishedAt }) => finishedAt <= oldest);
  const kept = byAge.slice(Math.max(0, serving));
  return {
    drop: byAge.slice(0, Math.max(0, serving)).map(({ id }) => id),
    segmentsFrom: kept.map(({ firstSegment }) => firstSegment).sort()[0],
  };
};
