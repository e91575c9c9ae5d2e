import type { LineDefinition } from '#application/define-line.js';
import type { EventDefinition } from '#kernel/event.js';
import type { Field, Fields } from '#kernel/schema.js';
import type { Terms } from '#kernel/term.js';
import type { Source } from './source.js';

/** An identifier people meet, and the keys under which its Chinese may stand: the first that has a term is taken. */
export interface Identifier {
  readonly kind:
    | 'line'
    | 'stream'
    | 'status'
    | 'event'
    | 'command'
    | 'field'
    | 'table'
    | 'value'
    | 'rejection'
    | 'fact'
    | 'column'
    | 'register'
    | 'measure'
    | 'indicator'
    | 'identity'
    | 'deadline'
    | 'day';
  readonly name: string;
  readonly keys: readonly string[];
}

const identifier = (kind: Identifier['kind'], name: string, ...others: readonly string[]): Identifier => ({
  kind,
  name,
  keys: [name, ...others],
});

const fieldIdentifiers = (line: string, owner: string, fields: Fields): readonly Identifier[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    identifier('field', `${owner}.${name}`, `${line}.field.${name}`),
    ...valueIdentifiers(line, owner, field),
  ]);

const valueIdentifiers = (line: string, owner: string, field: Field): readonly Identifier[] => {
  switch (field.kind) {
    case 'enum':
      return [
        identifier('table', field.name),
        ...field.values.map((value) => identifier('value', `${field.name}.${value}`)),
      ];
    case 'list':
    case 'optional':
      return valueIdentifiers(line, owner, field.of);
    case 'record':
      return fieldIdentifiers(line, owner, field.fields);
    case 'date':
    case 'instant':
    case 'ref':
    case 'text':
    case 'count':
    case 'decimal':
    case 'flag':
    case 'patch':
      return [];
  }
};

/** Every identifier a line declares that a clerk, a supervisor or a client of the API can meet. */
export const identifiersOf = (line: LineDefinition): readonly Identifier[] => [
  identifier('line', line.code),
  ...line.streams.flatMap((stream) => [
    identifier('stream', stream.type),
    ...Object.keys(stream.steps).map((status) =>
      identifier('status', `${stream.type}.${status}`, `${line.code}.status.${status}`),
    ),
    ...Object.values<string>(stream.keyCodes ?? {}).map((code) => identifier('rejection', code)),
    ...Object.values<EventDefinition>(stream.events).flatMap((event) => [
      identifier('event', event.type),
      identifier('command', `${line.code}.${event.command}`),
      ...fieldIdentifiers(line.code, event.type, event.fields),
    ]),
  ]),
  ...Object.keys(line.errors).map((code) => identifier('rejection', code)),
  ...line.facts.kinds.map((kind) => identifier('fact', kind)),
  ...line.registers.flatMap((register) => [
    identifier('register', register.code),
    ...register.columns.map((column) =>
      identifier('column', `${register.fact}.${column}`, `${line.code}.field.${column}`),
    ),
  ]),
  ...line.measures.flatMap((measure) => [
    identifier('measure', measure.code),
    ...measure.splits.map((split) => identifier('column', `${measure.fact}.${split}`, `${line.code}.field.${split}`)),
  ]),
  ...line.indicators.map(({ code }) => identifier('indicator', code)),
  ...line.identities.map(({ code }) => identifier('identity', code)),
  ...line.deadlines.flatMap(({ code, fact, starts, due, met }) => [
    identifier('deadline', code),
    ...[starts, due, met]
      .filter((day) => day !== undefined)
      .map((day) => identifier('day', `${fact}.${day}`, `${line.code}.field.${day}`)),
  ]),
];

const HAN = /\p{Script=Han}/u;

/** Identifiers without a term, once each. */
export const identifiersWithoutTerm = (identifiers: readonly Identifier[], terms: Terms): readonly string[] => [
  ...new Set(
    identifiers.filter(({ keys }) => !keys.some((key) => key in terms)).map(({ kind, name }) => `${kind} ${name}`),
  ),
];

/** Terms that say too little: no Chinese characters, no English, or a statutory word that names no source. */
export const termsIncomplete = (terms: Terms): readonly string[] =>
  Object.entries(terms).flatMap(([key, term]) => [
    ...(HAN.test(term.zh) ? [] : [`${key}: no Chinese`]),
    ...(/[a-z]/i.test(term.en) && !HAN.test(term.en) ? [] : [`${key}: no English`]),
    ...(['law', 'form', 'house'].includes(term.origin) ? [] : [`${key}: origin unknown`]),
    ...(term.origin === 'house' || term.source ? [] : [`${key}: origin ${term.origin} without a source`]),
  ]);

/** Terms that no identifier and no code of the line uses: left behind by a rename, or misspelt. */
export const termsUnused = (
  identifiers: readonly Identifier[],
  codes: readonly string[],
  terms: Terms,
): readonly string[] => {
  const used = new Set([...codes, ...identifiers.flatMap(({ keys }) => keys)]);
  return Object.keys(terms).filter((key) => !used.has(key));
};

/** Codes of the line written out in its code, `notary.already-closed`: rejections, confirmations, tables, streams. */
export const codesIn = (line: string, source: Source): readonly string[] => {
  const form = new RegExp(`^${line}\\.[a-z][a-z0-9-]*$`);
  return source.texts.map(({ text }) => text).filter((text) => form.test(text));
};

/** Codes that refuse: what stands first in a call of `reject` or `refuse`. */
export const refusalsIn = (text: string): readonly string[] =>
  [...text.matchAll(/\b(?:reject|refuse)\(\s*'([^']+)'/g)].map(([, code]) => code ?? '');

/** Rejection codes that also name something else, so that one term would have to say two things. */
export const codesWithTwoMeanings = (identifiers: readonly Identifier[]): readonly string[] => {
  const rejections = new Set(identifiers.filter(({ kind }) => kind === 'rejection').map(({ name }) => name));
  return [
    ...new Set(
      identifiers
        .filter(({ kind, name }) => kind !== 'rejection' && rejections.has(name))
        .map(({ kind, name }) => `${name} is a rejection and a ${kind}`),
    ),
  ];
};
