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

/** The same few thousand days are asked for again and again, by rebuilds millions of times: both ways are remembered. */
const MOST = 100_000;
const remembered = <Key, Value>(compute: (key: Key) => Value): ((key: Key) => Value) => {
  const known = new Map<Key, Value>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      if (known.size === MOST) known.clear();
      known.set(key, value);
    }
    return value;
  };
};

const toEpochDay = remembered((date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY);
const fromEpochDay = remembered((day: number): LocalDate => new Date(day * DAY).toISOString().slice(0, 10));

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
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const first = `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01`;
  const lastDay = daysInMonth(Math.floor(month / 12), month % 12);
  return addDays(first, Math.min(Number(date.slice(8)), lastDay) - 1);
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
