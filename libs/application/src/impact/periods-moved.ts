import { type LocalDate, type Period, earliest, fiscalYear, latest, parsePeriod } from '../kernel.js';
import type { Posting } from '../ports/ledger.js';

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

/** Every period of a year that figures are commonly asked for: months, quarters, the fiscal and the statistical year. */
const periodsOfYear = (year: number): readonly Period[] => [
  fiscalYear(year),
  ...[`${year}S`, ...[1, 2, 3, 4].map((quarter) => `${year}Q${quarter}`), ...MONTHS.map((month) => `${year}-${month}`)]
    .map(parsePeriod)
    .filter((period) => period !== undefined),
];

/**
 * Periods whose figures postings may move: from the one that holds the earliest of their dates to those that hold today. A stock
 * moves in every one of them; a period not begun yet has no figures to move.
 */
export const periodsMoved = (postings: readonly Posting[], today: LocalDate): readonly Period[] => {
  const first = earliest(...postings.flatMap(({ on, cohort }) => [on, cohort ?? undefined]));
  const last = latest(today, first);
  if (first === undefined || last === undefined) return [];
  const [from, to] = [first, last].map((date) => Number(date.slice(0, 4))) as [number, number];
  return Array.from({ length: to - from + 2 }, (_, at) => from + at)
    .flatMap(periodsOfYear)
    .filter((period) => period.to >= first && period.from <= last);
};
