/** Days as the offices keep them: the calendar of Asia/Shanghai. */
const OFFSET = 8 * 3_600_000;
const DAY = 86_400_000;

const dayOf = (time: number): string => new Date(time + OFFSET).toISOString().slice(0, 10);
export const today = (): string => dayOf(Date.now());
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
/** `2023-05-08 14:03` of an instant. */
export const clockTime = (instant: string): string =>
  new Date(Date.parse(instant) + OFFSET).toISOString().slice(0, 16).replace('T', ' ');

const two = (text: string): string => text.padStart(2, '0');
/** A day however it is typed: 2023-5-8, 20230508, 2023年5月8日, 2023.5.8, or 0508 of this year; undefined where it is none. */
export const dayFrom = (typed: string): string | undefined => {
  const text = typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/^(\d{4})$/, `${today().slice(0, 4)}$1`);
  const found =
    /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (found === null) return undefined;
  const day = `${found[1]}-${two(found[2] ?? '')}-${two(found[3] ?? '')}`;
  const time = Date.parse(`${day}T00:00:00+08:00`);
  // The 31st of a short month is a time of the next one; a 13th month is none.
  return !Number.isNaN(time) && dayOf(time) === day ? day : undefined;
};
