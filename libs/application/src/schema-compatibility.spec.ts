import fc from 'fast-check';
import { jsonSchemaOf } from '#kernel/json-schema.js';
import { type Fields, code, count, date, enumeration, list, optional, record, ref, text } from '#kernel/schema.js';
import { incompatibilities } from './schema-compatibility.js';

const base: Fields = {
  on: date(),
  no: code(),
  note: optional(text(100)),
  kind: enumeration('t', ['a', 'b']),
  people: count(1, 10),
  rows: list(record({ who: ref(), hours: count(0, 24) }), 1, 5),
};
const change = (more: Fields, without: readonly string[] = []): readonly string[] => {
  const kept = Object.fromEntries(Object.entries(base).filter(([name]) => !without.includes(name)));
  return incompatibilities(jsonSchemaOf(base), jsonSchemaOf({ ...kept, ...more })).map(
    ({ at, reason }) => `${at} ${reason}`,
  );
};

it.each([
  ['nothing', {}],
  ['another optional field', { place: optional(text(50)) }],
  ['a longer text', { note: optional(text(200)) }],
  ['a further value of a code table', { kind: enumeration('t', ['a', 'b', 'c']) }],
  ['a wider bound', { people: count(0, 20) }],
  ['a longer list', { rows: list(record({ who: ref(), hours: count(0, 24) }), 1, 9) }],
] as const)('stands %s', (_, more) => expect(change(more as Fields)).toEqual([]));

it.each([
  ['a field that is gone', {}, ['no'], 'data.no is gone'],
  ['a field that is demanded', { place: text(50) }, [], 'data.place is demanded now'],
  ['a field that is no longer promised', { no: optional(code()) }, [], 'data.no is no longer promised'],
  ['an optional field that is demanded', { note: text(100) }, [], 'data.note is demanded now'],
  ['another type', { people: text(5) }, [], 'data.people type was "integer" and is "string"'],
  ['a shorter text', { note: optional(text(50)) }, [], 'data.note maxLength falls to 50'],
  ['a value that is gone', { kind: enumeration('t', ['a']) }, [], 'data.kind "b" is gone'],
  ['a higher least', { people: count(2, 10) }, [], 'data.people minimum rises to 2'],
  ['a lower most', { people: count(1, 5) }, [], 'data.people maximum falls to 5'],
  [
    'a shorter list',
    { rows: list(record({ who: ref(), hours: count(0, 24) }), 1, 2) },
    [],
    'data.rows maxItems falls to 2',
  ],
  ['a change within a list', { rows: list(record({ who: ref() }), 1, 5) }, [], 'data.rows[].hours is gone'],
] as const)('does not stand %s', (_, more, without, reason) =>
  expect(change(more as Fields, without)).toContain(reason),
);

it('stands itself, whatever it is', () =>
  fc.assert(
    fc.property(fc.subarray(Object.keys(base)), (names) => {
      const schema = jsonSchemaOf(Object.fromEntries(Object.entries(base).filter(([name]) => names.includes(name))));
      expect(incompatibilities(schema, schema)).toEqual([]);
    }),
  ));
