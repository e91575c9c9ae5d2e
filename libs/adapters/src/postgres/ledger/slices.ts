import type { SumTerm } from '#application/ports/ledger.js';
import { type LocalDate, addDays, addMonths, firstOfMonth, lastOfMonth } from '#kernel/dates.js';

/**
 * A rectangle of dates of one measure, added up from one table: whole months from balances (both dates are then first
 * days of months), anything else from postings. An absent bound is open.
 */
export interface Slice {
  readonly from: 'balance' | 'entry';
  readonly measure: string;
  readonly low: LocalDate | null;
  readonly high: LocalDate;
  readonly cohortLow: LocalDate | null;
  readonly cohortHigh: LocalDate | null;
}

const startsMonth = (date: LocalDate): boolean => date === firstOfMonth(date);
const endsMonth = (date: LocalDate): boolean => date === lastOfMonth(date);

/** First day of the first whole month on or after a date, and of the last whole month on or before one. */
const firstWhole = (from: LocalDate): LocalDate => (startsMonth(from) ? from : addMonths(firstOfMonth(from), 1));
const lastWhole = (to: LocalDate): LocalDate => (endsMonth(to) ? firstOfMonth(to) : addMonths(firstOfMonth(to), -1));

/** The dates a term covers, as one rectangle of postings. */
export const wholeSlice = ({ measure, mode, from, to }: SumTerm): Slice => ({
  from: 'entry',
  measure,
  low: mode === 'flow' || mode === 'persons-flow' ? (from ?? null) : null,
  high: to,
  cohortLow: mode === 'cohort' ? (from ?? '-infinity') : null,
  cohortHigh: mode === 'cohort' ? to : null,
});

/** A sum taken apart so that as much of it as can be comes from balances, and no posting is added up twice. */
export const slicesOf = (term: SumTerm): readonly Slice[] => {
  const whole = wholeSlice(term);
  const { low, high } = whole;
  if (term.mode === 'cohort') {
    const byMonths = endsMonth(term.to) && (term.from === undefined || startsMonth(term.from));
    return byMonths
      ? [{ ...whole, from: 'balance', high: firstOfMonth(high), cohortHigh: firstOfMonth(high) }]
      : [whole];
  }
  const firstMonth = low === null ? null : firstWhole(low);
  const lastMonth = lastWhole(high);
  if (firstMonth !== null && firstMonth > lastMonth) return [whole];
  const slices: Slice[] = [{ ...whole, from: 'balance', low: firstMonth, high: lastMonth }];
  if (low !== null && firstMonth !== low) slices.push({ ...whole, high: lastOfMonth(low) });
  if (!endsMonth(high)) slices.push({ ...whole, low: addDays(lastOfMonth(lastMonth), 1) });
  return slices;
};
