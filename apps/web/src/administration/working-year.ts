/** A day as a year of the calendar has it. */
export type DayState = 'off' | 'worked' | 'weekend' | 'working';

export interface YearDays {
  readonly off: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
}

const DAY = 86_400_000;
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The days of a year, month by month. */
export const monthsOf = (year: number): readonly (readonly string[])[] =>
  Array.from({ length: 12 }, (_, month) => {
    const first = Date.UTC(year, month, 1);
    const length = (Date.UTC(year, month + 1, 1) - first) / DAY;
    return Array.from({ length }, (_day, at) => new Date(first + at * DAY).toISOString().slice(0, 10));
  });

/** Empty places before the first day of a month, in weeks that begin on Monday. */
export const placesBefore = (first: string): number => (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;

export const stateOf = ({ off, worked }: YearDays, day: string): DayState =>
  worked.has(day) ? 'worked' : off.has(day) ? 'off' : isWeekend(day) ? 'weekend' : 'working';

/** What a day becomes when it is chosen: a weekday off and back, a weekend day worked, off, and back. */
export const turned = ({ off, worked }: YearDays, day: string): YearDays => {
  const next = { off: new Set(off), worked: new Set(worked) };
  if (next.worked.delete(day)) next.off.add(day);
  else if (!next.off.delete(day)) next[isWeekend(day) ? 'worked' : 'off'].add(day);
  return next;
};

export const countsOf = (year: number, days: YearDays) => ({
  off: days.off.size,
  worked: days.worked.size,
  working: monthsOf(year)
    .flat()
    .filter((day) => ['worked', 'working'].includes(stateOf(days, day))).length,
});
