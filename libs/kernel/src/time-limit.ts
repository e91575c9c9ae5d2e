import { type LocalDate, addDays, addMonths, daysBetween } from './dates.js';
import type { DueDate, WorkingDayCalendar } from './working-days.js';

/** A term as a rule gives it. Negative days run backwards: five working days before a hearing. */
export interface TimeLimit {
  readonly days: number;
  readonly count: 'working-days' | 'calendar-days' | 'months';
  /** Whether a last day that is a day off moves to the next working day. */
  readonly roll?: boolean;
  /** Days granted on top of the term (taken off it when negative); calendar days where the term is in months. */
  readonly more?: number;
}

/** Time in which a term stands still: as a term does, from the day after `from`, and again from the day after `to`. */
export interface Pause {
  readonly from: LocalDate;
  /** Absent: it stands still yet. */
  readonly to?: LocalDate;
}

const ahead = (from: LocalDate, days: number, { count }: TimeLimit, calendar: WorkingDayCalendar): DueDate =>
  count === 'working-days' ? calendar.addWorkingDays(from, days) : { dueOn: addDays(from, days), provisional: false };

/**
 * The last day of a term. Days of the pauses are not counted, so the day moves by as many as the term stood still; a pause
 * that begins after the last day changes nothing. Pauses in order, none inside another.
 * Undefined while the term stands still: nothing can fall due then.
 */
export const limitEnd = (
  start: LocalDate,
  limit: TimeLimit,
  calendar: WorkingDayCalendar,
  pauses: readonly Pause[] = [],
): DueDate | undefined => {
  const { days, count, roll, more = 0 } = limit;
  let left = (count === 'months' ? daysBetween(start, addMonths(start, days)) : days) + more;
  let running = start;
  let end = ahead(running, left, limit, calendar);
  let { provisional } = end;
  const lastDay = (): DueDate => (roll === true ? calendar.roll(end.dueOn) : end);
  for (const { from, to } of left > 0 ? pauses : []) {
    if (from > lastDay().dueOn) break;
    if (to === undefined) return undefined;
    if (to <= running) continue;
    const run = count === 'working-days' ? calendar.workingDaysBetween(running, from) : daysBetween(running, from);
    if (from > running) left = Math.max(left - run, 0);
    running = to;
    end = ahead(running, left, limit, calendar);
    provisional ||= end.provisional;
  }
  const last = lastDay();
  return { dueOn: last.dueOn, provisional: provisional || last.provisional };
};
