import type { Instant } from '../kernel.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Asia/Shanghai is eight hours ahead, all year. */
const AHEAD = 8 * HOUR;
/** Days between two drills. */
const WEEK = 7 * DAY;
/** What failed is not tried again before so long. */
const PAUSE = { backup: HOUR, drill: 6 * HOUR } as const;

/** What was done and tried so far. */
export interface Done {
  readonly lastBackup?: Instant | undefined;
  readonly lastDrill?: Instant | undefined;
  /** When each was last tried by this process, whatever came of it. */
  readonly tried?: { readonly backup?: Instant | undefined; readonly drill?: Instant | undefined };
}

/** The last time the clock in Shanghai struck an hour, as an instant. */
export const lastStroke = (now: Instant, hour: number): Instant => {
  const local = Date.parse(now) + AHEAD;
  const today = Math.floor(local / DAY) * DAY + hour * HOUR;
  return new Date((today <= local ? today : today - DAY) - AHEAD).toISOString();
};

const rested = (now: Instant, tried: Instant | undefined, pause: number): boolean =>
  tried === undefined || Date.parse(now) - Date.parse(tried) >= pause;

/**
 * What is to be done now: a base backup each night at the hour (Asia/Shanghai), at once where there is none; a drill each
 * week, once there is a backup to restore. What was missed while nothing ran is made up for.
 */
export const due = (now: Instant, hour: number, done: Done): 'backup' | 'drill' | undefined => {
  const { lastBackup, lastDrill, tried = {} } = done;
  const wantsBackup = lastBackup === undefined || lastBackup < lastStroke(now, hour);
  if (wantsBackup && rested(now, tried.backup, PAUSE.backup)) return 'backup';
  const wantsDrill = lastDrill === undefined || Date.parse(now) - Date.parse(lastDrill) >= WEEK;
  return lastBackup !== undefined && wantsDrill && rested(now, tried.drill, PAUSE.drill) ? 'drill' : undefined;
};
