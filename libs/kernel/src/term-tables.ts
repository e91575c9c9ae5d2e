import type { EventDefinition } from './event.js';
import type { EnumField, Field, Fields, ListField, OptionalField, RecordField } from './schema.js';
import type { Term, Terms } from './term.js';

/** The Chinese of every value of a code table, and where the table comes from. */
export interface TableWords<Value extends string = string> {
  readonly name: string;
  readonly origin: Term['origin'];
  readonly source?: string;
  readonly values: { readonly [V in Value]: string };
}

type ValuesOf<Table> = Table extends EnumField<infer Value> ? Value : never;

/** Words for every code table of a line, by the names its module exports them under. */
export type WordsOf<Tables> = { readonly [Table in keyof Tables]: TableWords<ValuesOf<Tables[Table]>> };

const spaced = (identifier: string): string => identifier.replaceAll('-', ' ');

/** Terms of every code table (`corrections.category`) and of every value (`corrections.category.probation`). */
export const tableTerms = <Tables extends Readonly<Record<string, EnumField<string>>>>(
  tables: Tables,
  words: WordsOf<Tables>,
): Terms =>
  Object.fromEntries(
    Object.entries<TableWords>(words as never).flatMap(([key, { name, origin, source, values }]) => {
      const table = tables[key]?.name ?? '';
      const rest = source === undefined ? { origin } : { origin, source };
      return [
        [table, { zh: name, en: spaced(table.slice(table.indexOf('.') + 1)), ...rest }],
        ...Object.entries(values).map(([value, zh]) => [`${table}.${value}`, { zh, en: spaced(value), ...rest }]),
      ];
    }),
  );

/** What an event is called, what recording it is called, and the article both rest on; without one they are our own. */
export type EventWords = readonly [event: string, command: string, source?: string];

/** `SubjectTransferredIn` → `subject transferred in`. */
const inEnglish = (name: string): string =>
  name
    .slice(name.indexOf('.') + 1)
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();

/** Terms of every event and of the command that records it. */
export const eventTerms = <Events extends Readonly<Record<string, EventDefinition>>>(
  events: Events,
  words: { readonly [Type in keyof Events]: EventWords },
): Terms =>
  Object.fromEntries(
    Object.entries<EventWords>(words as never).flatMap(([type, [event, command, source]]) => {
      const origin = source === undefined ? ({ origin: 'house' } as const) : ({ origin: 'law', source } as const);
      const order = `${type.slice(0, type.indexOf('.'))}.${events[type]?.command ?? ''}`;
      return [
        [type, { zh: event, en: inEnglish(type), ...origin }],
        [order, { zh: command, en: inEnglish(order), ...origin }],
      ];
    }),
  );

type Inside<F extends Field> =
  F extends RecordField<infer Inner>
    ? NamesIn<Inner>
    : F extends ListField<infer Of>
      ? Inside<Of>
      : F extends OptionalField<infer Of>
        ? Inside<Of>
        : never;
type NamesIn<F extends Fields> = (keyof F & string) | { [Name in keyof F]: Inside<F[Name]> }[keyof F];

/** Every field name the payloads of a line use, at any depth. */
export type FieldNames<Events extends Readonly<Record<string, EventDefinition>>> = {
  [Type in keyof Events]: NamesIn<Events[Type]['fields']>;
}[keyof Events];

/** Terms under a common beginning: `{ heldOn }` under `training.field` is `training.field.heldOn`. */
export const under = (prefix: string, words: Readonly<Record<string, Term>>): Terms =>
  Object.fromEntries(Object.entries(words).map(([name, term]) => [`${prefix}.${name}`, term]));

/**
 * The terms of a line's fields with the sentences shown where they are filled in: by field where one sentence fits everywhere, by
 * `Event.field` where it speaks of that event.
 * @throws Error for a field that has no term
 */
export const explained = (line: string, terms: Terms, help: Readonly<Record<string, string>>): Terms => ({
  ...terms,
  ...Object.fromEntries(
    Object.entries(help).map(([place, sentence]) => {
      const field = `${line}.field.${place.slice(place.indexOf('.') + 1)}`;
      const key = place.includes('.') ? `${line}.${place}` : field;
      const term = terms[key] ?? terms[field];
      if (term === undefined) throw new Error(`${key} has a help text and no term`);
      return [key, { ...term, help: sentence }];
    }),
  ),
});
