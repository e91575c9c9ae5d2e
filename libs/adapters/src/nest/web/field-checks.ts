import { ValidateBy, ValidateIf } from 'class-validator';
import { isLocalDate } from '#kernel/dates.js';
import { isUuid } from '#kernel/ids.js';
import { parsePeriod } from '#kernel/period.js';

/** Name under which class-validator files what our checks find; its message is then the code a caller reads. */
export const CODED = 'coded';

/** A check that gives the code of what is wrong with a value, or nothing. */
const coded = (find: (value: unknown) => string | undefined): PropertyDecorator =>
  ValidateBy({
    name: CODED,
    validator: {
      validate: (value: unknown) => find(value) === undefined,
      defaultMessage: (failed) => find(failed?.value) ?? '',
    },
  });

const unless = (code: string, holds: (value: unknown) => boolean): PropertyDecorator =>
  coded((value) => (holds(value) ? undefined : code));

/** May be left out; null is not leaving out. */
export const Maybe = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const UNPRINTABLE = /[\u0000-\u001f\u007f\ud800-\udfff]/u; // eslint-disable-line no-control-regex

/** One line of text of at most `max` characters, not blank. */
export const Line = (max: number): PropertyDecorator =>
  coded((value) => {
    if (typeof value !== 'string') return 'not-text';
    if (value.trim() === '') return 'empty';
    if (value.length > max) return 'too-long';
    return UNPRINTABLE.test(value) ? 'unprintable' : undefined;
  });

/** Text of one form; `form` is anchored. */
export const Form = (form: RegExp): PropertyDecorator =>
  unless('wrong-form', (value) => typeof value === 'string' && form.test(value));
export const Id = (): PropertyDecorator => unless('not-an-id', isUuid);
export const Day = (): PropertyDecorator => unless('not-a-date', isLocalDate);
export const PeriodText = (): PropertyDecorator =>
  unless('not-a-period', (value) => typeof value === 'string' && parsePeriod(value) !== undefined);
/** At most so many periods with commas between, each once. */
export const PeriodTexts = (max: number): PropertyDecorator =>
  coded((value) => {
    const texts = typeof value === 'string' ? value.split(',') : [];
    if (texts.length === 0 || texts.some((text) => parsePeriod(text) === undefined)) return 'not-a-period';
    if (texts.length > max) return 'too-many';
    return new Set(texts).size < texts.length ? 'given-twice' : undefined;
  });
export const Flag = (): PropertyDecorator => unless('not-a-flag', (value) => typeof value === 'boolean');
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  unless('not-in-code-table', (value) => typeof value === 'string' && values.includes(value));

/** A whole number within bounds. */
export const Whole = (min: number, max: number): PropertyDecorator =>
  coded((value) => {
    if (!Number.isSafeInteger(value)) return 'not-a-whole-number';
    if ((value as number) < min) return 'too-small';
    return (value as number) > max ? 'too-large' : undefined;
  });

/** A list of `min` to `max` items. */
export const ListOf = (min: number, max: number): PropertyDecorator =>
  coded((value) => {
    if (!Array.isArray(value)) return 'not-a-list';
    if (value.length < min) return 'too-few';
    return value.length > max ? 'too-many' : undefined;
  });

/** A list of `min` to `max` texts, of whatever form. */
export const AnyTextsOf = (min: number, max: number): PropertyDecorator =>
  coded((value) => {
    if (!Array.isArray(value)) return 'not-a-list';
    if (value.length < min) return 'too-few';
    if (value.length > max) return 'too-many';
    return value.every((item) => typeof item === 'string') ? undefined : 'not-text';
  });

/** A list of `min` to `max` different texts, each of one form or one of those named. */
export const TextsOf = (allowed: RegExp | readonly string[], min: number, max: number): PropertyDecorator =>
  coded((value) => {
    if (!Array.isArray(value)) return 'not-a-list';
    if (value.length < min) return 'too-few';
    if (value.length > max) return 'too-many';
    if (new Set(value).size < value.length) return 'given-twice';
    const holds = (item: unknown): boolean =>
      typeof item === 'string' && (allowed instanceof RegExp ? allowed.test(item) : allowed.includes(item));
    return value.every(holds) ? undefined : allowed instanceof RegExp ? 'wrong-form' : 'not-in-code-table';
  });

const DEEPEST = 32;

/** Whether a value nests no deeper than anything we record; beyond that a walk through it could exhaust the stack. */
const isShallow = (value: unknown, left: number): boolean => {
  if (typeof value !== 'object' || value === null) return true;
  if (left === 0) return false;
  for (const key in value) if (!isShallow((value as Record<string, unknown>)[key], left - 1)) return false;
  return true;
};

/** A JSON object of bounded depth. What is in it is for others to check. */
export const Payload = (): PropertyDecorator =>
  coded((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-a-record';
    return isShallow(value, DEEPEST) ? undefined : 'too-deep';
  });
