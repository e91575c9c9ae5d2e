import fc from 'fast-check';
import type { Field, Fields, TextField } from '#kernel/schema.js';

/** A payload with one fault: what is wrong, where, and the code the answer must give. */
export interface BrokenPayload {
  readonly what: string;
  /** Path as an answer names it: `data.members[0].role`. */
  readonly at: string;
  readonly code: string;
  readonly data: unknown;
}

const PAST = '2020-03-02';
const UNKNOWN = 'colour';

/** A text as the field wants it, the same each time. */
const fittingText = ({ pattern, max }: TextField): string => {
  if (pattern === undefined) return '某某事项'.slice(0, max);
  const strict = new RegExp(pattern, 'u');
  const found = fc
    .sample(fc.stringMatching(new RegExp(pattern)), { seed: 1, numRuns: 100 })
    .find((text) => strict.test(text) && text.length <= max && /^[ -~]*\S[ -~]*$/.test(text));
  if (found === undefined) throw new Error(`no text of ${max} characters fits ${pattern}`);
  return found;
};

/** A short text that a pattern refuses. */
const unfittingText = (pattern: string): string => {
  const strict = new RegExp(pattern, 'u');
  const found = ['!', 'x', '0', '某'].find((text) => !strict.test(text));
  if (found === undefined) throw new Error(`every text fits ${pattern}`);
  return found;
};

/** A value that a field accepts; optional ones are there, so that what they hold is checked too. */
const validValue = (field: Field): unknown => {
  switch (field.kind) {
    case 'date':
      return PAST;
    case 'instant':
      return `${PAST}T08:30:00+08:00`;
    case 'ref':
      return '0190a6f0-0000-7000-8000-000000000003';
    case 'text':
      return fittingText(field);
    case 'count':
      return Math.min(Math.max(1, field.min), field.max);
    case 'decimal':
      return String(Math.min(Math.max(1, field.min), field.max));
    case 'flag':
      return true;
    case 'patch':
      return {};
    case 'enum':
      return field.values[0];
    case 'list':
      return Array.from({ length: Math.max(1, field.min) }, () => validValue(field.of));
    case 'record':
      return validPayload(field.fields);
    case 'optional':
      return validValue(field.of);
  }
};

/** A payload that keeps to a schema. */
export const validPayload = (fields: Fields): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, validValue(field)]));

interface Fault {
  readonly what: string;
  readonly path: string;
  readonly code: string;
  readonly value: unknown;
}

const fault = (code: string, what: string, value: unknown): Fault => ({ what, path: '', code, value });
const faults = (code: string, values: Readonly<Record<string, unknown>>): readonly Fault[] =>
  Object.entries(values).map(([what, value]) => fault(code, what, value));
/** The faults given where a condition holds, else none. */
const where = (condition: boolean, ...given: readonly Fault[]): readonly Fault[] => (condition ? given : []);

const faultsOf = (field: Field): readonly Fault[] => {
  switch (field.kind) {
    case 'date':
      return [
        ...faults('not-a-date', { null: null, number: 7, empty: '', 'impossible date': '2023-02-30', word: 'today' }),
        ...where(!field.planned, fault('in-the-future', 'future date', '2999-01-01')),
      ];
    case 'instant':
      return faults('not-an-instant', { null: null, number: 7, 'date alone': PAST, 'hour 25': `${PAST}T25:00:00Z` });
    case 'ref':
      return faults('not-an-id', { null: null, number: 7, empty: '', 'bad id': '0190a6f0-0000-7000' });
    case 'text':
      return [
        ...faults('not-text', { null: null, number: 7, list: [] }),
        ...faults('empty', { empty: '', blanks: '   ' }),
        fault('too-long', 'too long', 'x'.repeat(field.max + 1)),
        ...where(field.max >= 3, fault('unprintable', 'zero byte', 'a\u0000b')),
        ...(field.pattern === undefined ? [] : [fault('wrong-form', 'wrong form', unfittingText(field.pattern))]),
      ];
    case 'count':
      return [
        ...faults('not-a-whole-number', { null: null, text: '3', fraction: field.min + 0.5 }),
        fault('too-small', field.min === 0 ? 'negative' : 'too small', field.min - 1),
        fault('too-large', 'too large', field.max + 1),
      ];
    case 'decimal': {
      const whole = Math.max(Math.ceil(field.min), 0);
      return [
        ...faults('not-a-decimal', { null: null, flag: true, word: 'much', exponent: '1e1' }),
        fault('too-many-decimals', 'too many decimals', `${whole}.${'1'.repeat(field.scale + 1)}`),
        fault('too-small', field.min === 0 ? 'negative' : 'too small', String(Math.floor(field.min) - 1)),
        fault('too-large', 'too large', String(Math.ceil(field.max) + 1)),
      ];
    }
    case 'flag':
      return faults('not-a-flag', { null: null, text: 'yes', number: 1 });
    case 'patch':
      return [
        ...faults('not-a-record', { null: null, text: 'x', list: [] }),
        fault('too-many', 'too many', Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`field${at}`, at]))),
      ];
    case 'enum':
      return faults('not-in-code-table', { null: null, number: 7, 'outside the code table': 'no-such-value' });
    case 'list':
      return faultsOfList(field.of, field.min, field.max);
    case 'record':
      return [...faults('not-a-record', { null: null, text: 'x', list: [] }), ...faultsIn(field.fields)];
    case 'optional':
      return faultsOf(field.of);
  }
};

const faultsOfList = (of: Field, min: number, max: number): readonly Fault[] => {
  const items = (length: number) => Array.from({ length }, () => validValue(of));
  return [
    ...faults('not-a-list', { null: null, text: 'x', record: {} }),
    ...where(min > 0, fault('too-few', 'list too short', items(min - 1))),
    fault('too-many', 'list too long', items(max + 1)),
    ...faultsOf(of).map(({ what, path, code, value }) => ({
      what: `item: ${what}`,
      path: `[0]${path}`,
      code,
      value: [value, ...items(min - 1 > 0 ? min - 1 : 0)],
    })),
  ];
};

/** Every fault of every field of a record, each by itself in an otherwise valid record. */
const faultsIn = (fields: Fields): readonly Fault[] => {
  const sound = validPayload(fields);
  return [
    { what: 'unknown field', path: `.${UNKNOWN}`, code: 'unknown-field', value: { ...sound, [UNKNOWN]: 'red' } },
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...where(field.kind !== 'optional', {
        what: 'missing',
        path: `.${name}`,
        code: 'missing',
        value: Object.fromEntries(Object.entries(sound).filter(([known]) => known !== name)),
      }),
      ...faultsOf(field).map(({ what, path, code, value }) => ({
        what,
        path: `.${name}${path}`,
        code,
        value: { ...sound, [name]: value },
      })),
    ]),
  ];
};

/** Every way to break a schema once: each constraint of each field, at any depth, violated by itself. */
export const brokenPayloads = (fields: Fields): readonly BrokenPayload[] =>
  [...faults('not-a-record', { null: null, text: 'x', list: [] }), ...faultsIn(fields)].map(
    ({ what, path, code, value }) => ({ what, at: `data${path}`, code, data: value }),
  );
