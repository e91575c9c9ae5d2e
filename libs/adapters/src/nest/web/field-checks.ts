import { ValidateBy, ValidateIf } from 'class-validator';
import { isLocalDate } from '#kernel/dates.js';
import { isUuid } from '#kernel/ids.js';
import { parsePeriod } from '#kernel/period.js';

/** A check whose name is the code a caller reads when it fails. */
const check = (name: string, holds: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: (value: unknown) => holds(value) } });

const all =
  (...checks: readonly PropertyDecorator[]): PropertyDecorator =>
  (target, name) => {
    for (const decorate of checks) decorate(target, name);
  };

/** May be left out; null is not leaving out. */
export const Maybe = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const UNPRINTABLE = /[\u0000-\u001f\u007f\ud800-\udfff]/u; // eslint-disable-line no-control-regex
const isText = (value: unknown): value is string => typeof value === 'string';

/** One line of text of at most `max` characters, not blank. */
export const Line = (max: number): PropertyDecorator =>
  all(
    check('not-text', isText),
    check('empty', (value) => !isText(value) || value.trim() !== ''),
    check('too-long', (value) => !isText(value) || value.length <= max),
    check('unprintable', (value) => !isText(value) || !UNPRINTABLE.test(value)),
  );

/** Text of one form; `form` is anchored. */
export const Form = (form: RegExp): PropertyDecorator => check('wrong-form', (value) => isText(value) && form.test(value));
export const Id = (): PropertyDecorator => check('not-an-id', isUuid);
export const Day = (): PropertyDecorator => check('not-a-date', isLocalDate);
export const PeriodText = (): PropertyDecorator =>
  check('not-a-period', (value) => isText(value) && parsePeriod(value) !== undefined);
export const Flag = (): PropertyDecorator => check('not-a-flag', (value) => typeof value === 'boolean');
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  check('not-in-code-table', (value) => isText(value) && values.includes(value));

/** A whole number within bounds; a query's digits count as one. */
export const Whole = (min: number, max: number): PropertyDecorator =>
  all(
    check('not-a-whole-number', Number.isSafeInteger),
    check('too-small', (value) => !Number.isSafeInteger(value) || (value as number) >= min),
    check('too-large', (value) => !Number.isSafeInteger(value) || (value as number) <= max),
  );

/** A list of `min` to `max` items. */
export const ListOf = (min: number, max: number): PropertyDecorator =>
  all(
    check('not-a-list', Array.isArray),
    check('too-few', (value) => !Array.isArray(value) || value.length >= min),
    check('too-many', (value) => !Array.isArray(value) || value.length <= max),
  );

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
  all(
    check('not-a-record', (value) => typeof value === 'object' && value !== null && !Array.isArray(value)),
    check('too-deep', (value) => isShallow(value, DEEPEST)),
  );
