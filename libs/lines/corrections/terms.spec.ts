import type { Field, Fields } from '#kernel/schema.js';
import type { EventDefinition } from '#kernel/event.js';
import { compileValidator } from '#kernel/validate.js';
import * as builders from './domain/builders.js';
import { events } from './domain/events/index.js';
import { streams } from './domain/streams.js';
import { errors } from './errors.js';
import { terms } from './terms.js';
import { enumerationTerms } from './terms.enumerations.js';
import { eventTerms } from './terms.events.js';
import { fieldTerms } from './terms.fields.js';
import { figureTerms } from './terms.figures.js';
import { confirmationTerms, rejectionTerms } from './terms.rejections.js';

const definitions = Object.values<EventDefinition>(events);

const identifiersIn = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => [`corrections.field.${name}`, ...identifiersOf(field)]);
const identifiersOf = (field: Field): readonly string[] => {
  if (field.kind === 'enum') return [field.name, ...field.values.map((value) => `${field.name}.${value}`)];
  if (field.kind === 'record') return identifiersIn(field.fields);
  return field.kind === 'list' || field.kind === 'optional' ? identifiersOf(field.of) : [];
};

describe('the Chinese of the line', () => {
  const wanted = [
    'corrections',
    ...definitions.flatMap(({ type, command, fields }) => [type, `corrections.${command}`, ...identifiersIn(fields)]),
    ...streams.flatMap(({ type, steps }) => [type, ...Object.keys(steps).map((status) => `${type}.${status}`)]),
    ...Object.keys(errors),
  ];
  it('leaves out no event, command, field, value, status or code', () =>
    expect(wanted.filter((key) => terms[key] === undefined)).toEqual([]));
  it('is Chinese, and names the source of every word not coined here', () => {
    const wrong = Object.entries(terms).filter(
      ([, { zh, en, origin, source }]) =>
        !/[㐀-鿿]/.test(zh) || en === '' || (origin !== 'house' && source === undefined),
    );
    expect(wrong.map(([key]) => key)).toEqual([]);
  });
  it('uses no identifier for two things', () => {
    const tables = [eventTerms, fieldTerms, enumerationTerms, rejectionTerms, confirmationTerms];
    const keys = [...tables, figureTerms].flatMap((table) => Object.keys(table));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
});

describe('events', () => {
  it('are dated by one of their date fields', () =>
    expect(
      definitions.filter(({ datedBy, fields }) => fields[datedBy]?.kind !== 'date').map(({ type }) => type),
    ).toEqual([]));
  it('are dated by a day that has come', () =>
    expect(
      definitions.filter(({ datedBy, fields }) => {
        const field = fields[datedBy];
        return field?.kind === 'date' && field.planned;
      }),
    ).toEqual([]));
  it('have a command each', () =>
    expect(new Set(definitions.map(({ command }) => command)).size).toBe(definitions.length));
  it('have a document number among their fields where one is mandatory', () => {
    const missing = definitions.filter(
      ({ documentRequired, fields }) =>
        documentRequired === true && !Object.keys(fields).some((name) => /(No|docs)$/.test(name)),
    );
    expect(missing.map(({ type }) => type)).toEqual([]);
  });
  it('have a builder each, whose payload is valid', () => {
    const { id: _id, ...builds } = builders;
    const built = Object.values<() => { type: string; data: object }>(builds).map((build) => build());
    expect(built.map(({ type }) => type).sort()).toEqual(definitions.map(({ type }) => type).sort());
    for (const { type, data } of built) {
      const fields = definitions.find((definition) => definition.type === type)?.fields ?? {};
      expect(compileValidator(fields)(data, '2026-01-01')).toEqual([]);
    }
  });
});

describe('streams', () => {
  it('reach every status and know every step', () => {
    for (const { steps, decide, events: known } of streams) {
      const allowed = new Set(Object.values<readonly string[]>(steps).flat());
      expect([...allowed].sort()).toEqual(Object.keys(known).sort());
      expect(Object.keys(decide).sort()).toEqual(Object.keys(known).sort());
    }
  });
  it('have words for a key held by another stream', () => {
    const codes = streams.flatMap(({ keyCodes }) => Object.values(keyCodes ?? {}));
    expect(codes.length).toBeGreaterThan(4);
    expect(codes.filter((code) => !(code in errors))).toEqual([]);
  });
});
