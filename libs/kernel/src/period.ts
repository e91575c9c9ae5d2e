import { type LocalDate, addDays, addMonths, isLocalDate, lastOfMonth } from './dates.js';

/** The calendars a bureau reports by: fiscal year, the December–November statistical year, and shorter windows. */
export const periodSchemes = ['FISCAL_YEAR', 'STAT_YEAR_DEC_NOV', 'MONTH', 'QUARTER', 'HALF_STAT', 'CUSTOM'] as const;
export type PeriodScheme = (typeof periodSchemes)[number];

/** A reporting period, both ends included. */
export interface Period {
  readonly scheme: PeriodScheme;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The fiscal year, 1 January to 31 December. @source 预算法 第十八条 */
export const fiscalYear = (year: number): Period => ({
  scheme: 'FISCAL_YEAR',
  from: `${year}-01-01`,
  to: `${year}-12-31`,
});

const span = (scheme: PeriodScheme, from: LocalDate, months: number): Period => ({
  scheme,
  from,
  to: addDays(addMonths(from, months), -1),
});

/**
 * Reads a period from its short text: `2023` fiscal year, `2023S` statistical year (2022-12-01 to 2023-11-30),
 * `2023-04` month, `2023Q2` quarter, `2023H1` statistical half-year, `2023-01-01..2023-12-06` any window.
 * Gives undefined for anything else.
 */
export const parsePeriod = (text: string): Period | undefined => {
  const year = Number(text.slice(0, 4));
  if (!/^\d{4}/.test(text) || year < 1949) return undefined;
  const rest = text.slice(4);
  if (rest === '') return fiscalYear(year);
  if (rest === 'S') return span('STAT_YEAR_DEC_NOV', `${year - 1}-12-01`, 12);
  if (/^Q[1-4]$/.test(rest)) return span('QUARTER', addMonths(`${year}-01-01`, 3 * (Number(rest[1]) - 1)), 3);
  if (/^H[12]$/.test(rest)) return span('HALF_STAT', addMonths(`${year - 1}-12-01`, 6 * (Number(rest[1]) - 1)), 6);
  const month = `${text}-01`;
  if (/^-\d{2}$/.test(rest) && isLocalDate(month)) return { scheme: 'MONTH', from: month, to: lastOfMonth(month) };
  const [from, to, ...more] = text.split('..');
  if (more.length === 0 && isLocalDate(from) && isLocalDate(to) && from <= to) return { scheme: 'CUSTOM', from, to };
  return undefined;
};

/** Months a period of a scheme lasts, and the months it may begin in. A custom window is any. */
const calendars: Readonly<
  Record<Exclude<PeriodScheme, 'CUSTOM'>, { months: number; begins: readonly string[] | 'any' }>
> = {
  FISCAL_YEAR: { months: 12, begins: ['01'] },
  STAT_YEAR_DEC_NOV: { months: 12, begins: ['12'] },
  MONTH: { months: 1, begins: 'any' },
  QUARTER: { months: 3, begins: ['01', '04', '07', '10'] },
  HALF_STAT: { months: 6, begins: ['12', '06'] },
};

/** Whether the dates are those of a period of the scheme. */
export const isPeriod = ({ scheme, from, to }: Period): boolean => {
  if (scheme === 'CUSTOM') return from <= to;
  const { months, begins } = calendars[scheme];
  const month = from.slice(5, 7);
  return from.endsWith('-01') && (begins === 'any' || begins.includes(month)) && span(scheme, from, months).to === to;
};
