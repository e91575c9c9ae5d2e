import { today } from '../days.js';
import { say } from '../text.js';

export const thisMonth = (): string => today().slice(0, 7);
export const thisYear = (): string => today().slice(0, 4);
/** The same month a year before. */
export const yearBefore = (month: string): string => `${Number(month.slice(0, 4)) - 1}${month.slice(4)}`;
/** Months up to this one, the newest first. */
export const months = (many: number): readonly string[] =>
  Array.from({ length: many }, (_, back) => {
    const at = Number(today().slice(0, 4)) * 12 + Number(today().slice(5, 7)) - 1 - back;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
/** The last day of a month `2023-05`. */
export const lastDayOf = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);
/** The year up to the end of a month, as a period: the year itself where nothing follows the month. */
export const yearTo = (month: string): string =>
  month === thisMonth() || month.endsWith('-12')
    ? month.slice(0, 4)
    : `${month.slice(0, 4)}-01-01..${lastDayOf(month)}`;
/** The newest month end of a year that is over, not after a month; undefined where there is none. */
export const monthEndIn = (month: string): string | undefined => {
  const end = lastDayOf(month);
  if (end <= today()) return end;
  const before = months(2)[1] ?? '';
  return before.slice(0, 4) === month.slice(0, 4) ? lastDayOf(before) : undefined;
};

/** What a period is called: `2023`, `2023S`, `2023H1`, `2023Q4`; others, such as a month, as they stand. */
export const periodTitle = (period: string): string => {
  const [, year = '', kind, part = ''] = /^(\d{4})([SHQ]?)(\d?)$/.exec(period) ?? [];
  if (kind === '' && part === '') return say('year-end.fiscal', { year });
  if (kind === 'S') return say('year-end.statistical', { year });
  if (kind === 'H') return say('year-end.half', { year, part });
  return kind === 'Q' ? say('year-end.quarter', { year, part }) : period;
};
