import { type LocalDate, addDays, addMonths, daysBetween } from '#kernel/dates.js';
import { inForce } from '#kernel/dated.js';
import type { CaseContext } from './rule.js';
import type { Leave } from './state.js';

export interface Span {
  readonly plannedFrom: LocalDate;
  readonly plannedTo: LocalDate;
}

/** Days of a leave, both ends included. */
export const leaveDays = ({ plannedFrom, plannedTo }: Span): number => daysBetween(plannedFrom, plannedTo) + 1;

/** Whether a leave takes, or has taken, days away from the county. */
const counts = ({ status }: Leave): boolean => status !== 'rejected' && status !== 'cancelled';

/** Days of leave within the months before the end of `span`, the span itself included. */
const cumulatedDays = (span: Span, others: readonly Leave[], months: number): number => {
  const since = addDays(addMonths(span.plannedTo, -months), 1);
  const inside = ({ plannedFrom, plannedTo }: Span) => ({
    plannedFrom: plannedFrom > since ? plannedFrom : since,
    plannedTo: plannedTo < span.plannedTo ? plannedTo : span.plannedTo,
  });
  return [span, ...others.filter(counts)].reduce((sum, leave) => sum + Math.max(0, leaveDays(inside(leave))), 0);
};

const RANKS = ['justice-office', 'county', 'city'] as const;

/**
 * Whether a level may approve this many days (CC-R06): the justice office up to 7 where entrusted, the county up to 30,
 * the level above beyond that or beyond 30 days cumulated in two months.
 * @source 社区矫正法实施办法 第二十七条
 */
export const mayApprove = (
  level: Leave['level'],
  span: Span,
  others: readonly Leave[],
  { settings, occurredOn }: CaseContext,
): boolean => {
  const { officeDays, countyDays, cumulatedDays: most, cumulationMonths } = inForce(settings.leaveLimits, occurredOn);
  const days = leaveDays(span);
  const cumulated = cumulatedDays(span, others, cumulationMonths);
  const forCity = days > countyDays || (most !== undefined && cumulated > most);
  const forOffice = settings.leaveDelegatedToOffices && days <= officeDays;
  const needed = forCity ? 'city' : forOffice ? 'justice-office' : 'county';
  return RANKS.indexOf(level) >= RANKS.indexOf(needed);
};

/** Whether a span falls on days of another leave that is on, or on a subject who should have been back already. */
export const overlaps = (span: Span, other: Leave, on: LocalDate): boolean => {
  if (other.status !== 'approved' && other.status !== 'departed') return false;
  const notBack = other.status === 'departed' && other.plannedTo < on;
  return notBack || (span.plannedFrom <= other.plannedTo && other.plannedFrom <= span.plannedTo);
};
