/**
 * Dates without a clock. A `LocalDate` is a calendar date in Asia/Shanghai written `YYYY-MM-DD`; text order is date
 * order, so dates compare with `<`. Nothing here asks what time it is: only the clock adapter does.
 */
export type LocalDate = string & { readonly __localDate?: never };

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly __instant?: never };

const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;

/**
 * Days from 1970-01-01 to a day of the Gregorian calendar; months count from 1, and a day a month lacks runs into the next.
 * @source days_from_civil of Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"
 */
const epochDayOf = (year: number, month: number, day: number): number => {
  const marchYear = month > 2 ? year : year - 1;
  const sinceMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + Math.floor((153 * sinceMarch + 2) / 5) + day - 719_469;
};

const ZERO = 48;
const digit = (text: string, at: number): number => text.charCodeAt(at) - ZERO;
const yearIn = (date: LocalDate): number =>
  digit(date, 0) * 1000 + digit(date, 1) * 100 + digit(date, 2) * 10 + digit(date, 3);
const monthIn = (date: LocalDate): number => digit(date, 5) * 10 + digit(date, 6);

/** Read letter by letter: a rebuild asks for millions. NaN for what is too short to be a date. */
const toEpochDay = (date: LocalDate): number =>
  epochDayOf(yearIn(date), monthIn(date), digit(date, 8) * 10 + digit(date, 9));

/** The same few thousand days are asked for again and again. */
const MOST = 100_000;
const written = new Map<number, LocalDate>();

/** The date so many days after 1970-01-01. */
export const fromEpochDay = (day: number): LocalDate => {
  let date = written.get(day);
  if (date === undefined) {
    date = new Date(day * DAY).toISOString().slice(0, 10);
    if (written.size === MOST) written.clear();
    written.set(day, date);
  }
  return date;
};

const [FIRST_DAY, LAST_DAY] = [epochDayOf(0, 1, 1), epochDayOf(9999, 12, 31)];

/** Days from 1970-01-01 to a date; undefined for a text that is none, or one that does not exist. */
export const epochDay = (text: string): number | undefined => {
  const day = toEpochDay(text);
  return day >= FIRST_DAY && day <= LAST_DAY && fromEpochDay(day) === text ? day : undefined;
};

/** Whether the text is a date that exists: `2023-02-29` is not. */
export const isLocalDate = (text: unknown): text is LocalDate =>
  typeof text === 'string' && epochDay(text) !== undefined;

/** The Shanghai calendar date of an instant. China keeps UTC+8 all year; the server's own zone plays no part. */
export const dateInShanghai = (instant: Date): LocalDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(toEpochDay(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpochDay(to) - toEpochDay(from);

/** Months from the first of the year 0 to the one a date lies in. */
export const monthNumber = (date: LocalDate): number => yearIn(date) * 12 + monthIn(date) - 1;

/** The first day of a month counted from the year 0. */
export const firstOf = (month: number): LocalDate =>
  fromEpochDay(epochDayOf(Math.floor(month / 12), (month % 12) + 1, 1));

/** Adds calendar months; a day the target month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const month = monthNumber(date) + months;
  const [year, inYear] = [Math.floor(month / 12), month % 12];
  const day = Math.min(Number(date.slice(8)), daysInMonth(year, inYear));
  return fromEpochDay(epochDayOf(year, inYear + 1, day));
};

const daysInMonth = (year: number, month: number): number => {
  if (month === 1) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [3, 5, 8, 10].includes(month) ? 30 : 31;
};

/** The later of the given dates; absent ones are passed over, and none at all gives undefined. */
export const latest = (...dates: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  dates.reduce(
    (found, date) => (date !== undefined && (found === undefined || date > found) ? date : found),
    undefined,
  );

export const earliest = (...dates: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  dates.reduce(
    (found, date) => (date !== undefined && (found === undefined || date < found) ? date : found),
    undefined,
  );

export const monthOf = (date: LocalDate): string => date.slice(0, 7);
export const firstOfMonth = (date: LocalDate): LocalDate => `${date.slice(0, 7)}-01`;
export const lastOfMonth = (date: LocalDate): LocalDate => addDays(addMonths(firstOfMonth(date), 1), -1);

/** ISO weekday, Monday 1 to Sunday 7. */
export const weekday = (date: LocalDate): number => ((toEpochDay(date) + 3) % 7) + 1;
