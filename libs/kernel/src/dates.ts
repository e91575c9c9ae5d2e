/**
 * Dates without a clock. A `LocalDate` is a calendar date in Asia/Shanghai written `YYYY-MM-DD`; text order is date
 * order, so dates compare with `<`. Nothing here asks what time it is: only the clock adapter does.
 */
export type LocalDate = string & { readonly __localDate?: never };

/** An instant in UTC, ISO 8601 with milliseconds and `Z`. */
export type Instant = string & { readonly __instant?: never };

const DAY = 86_400_000;
const SHANGHAI_OFFSET = 8 * 3_600_000;
const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

const toEpochDay = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY;
const fromEpochDay = (day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10);

/** Whether the text is a date that exists: `2023-02-29` is not. */
export const isLocalDate = (text: unknown): text is LocalDate => {
  if (typeof text !== 'string' || !FORM.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** The Shanghai calendar date of an instant. China keeps UTC+8 all year; the server's own zone plays no part. */
export const dateInShanghai = (instant: Date): LocalDate =>
  new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);

export const addDays = (date: LocalDate, days: number): LocalDate => fromEpochDay(toEpochDay(date) + days);

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => toEpochDay(to) - toEpochDay(from);

/** Adds calendar months; a day the target month lacks becomes its last day (31 January + 1 month = 28 or 29 February). */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
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
