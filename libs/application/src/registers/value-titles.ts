import type { LineDefinition } from '../define-line.js';
import { stateTitle, titleOf } from '../describe-lines.js';
import { sheetWords } from '../entry/terms.js';
import type { EventDefinition, Field } from '../kernel.js';
import type { Registry } from '../registry.js';

type Value = string | number | boolean;

/** What a column of a register holds, for whoever writes it to a file. */
export type ColumnKind = 'text' | 'number' | 'date';

const inner = (field: Field): Field => (field.kind === 'optional' || field.kind === 'list' ? inner(field.of) : field);

const KINDS: Partial<Record<Field['kind'], ColumnKind>> = { date: 'date', count: 'number', decimal: 'number' };
const DATED = /On$/;

/**
 * What the columns of a line's registers hold, and what is said for their values. A fact has no schema: its columns are known
 * by the fields of the same name in the line's events, and where those differ a column is text.
 */
export const valueTitles = (registry: Registry, line: LineDefinition) => {
  const events = line.streams.flatMap((stream) => Object.values<EventDefinition>(stream.events));
  const fields = Map.groupBy(
    events.flatMap((event) => Object.entries(event.fields)),
    ([name]) => name,
  );
  const tables = new Map<string, Map<string, string>>();
  const everyTable = new Map<string, string>();
  for (const [name, found] of fields)
    for (const [, field] of found) {
      const table = inner(field);
      if (table.kind !== 'enum') continue;
      const titles = tables.get(name) ?? new Map<string, string>();
      tables.set(name, titles);
      for (const value of table.values) {
        const title = titleOf(registry, `${table.name}.${value}`);
        if (!titles.has(value)) titles.set(value, title);
        if (!everyTable.has(value)) everyTable.set(value, title);
      }
    }
  const states = new Map(
    line.streams
      .toReversed()
      .flatMap(({ type, steps }) => Object.keys(steps).map((state) => [state, stateTitle(registry, type, state)])),
  );
  return {
    kindOf: (name: string): ColumnKind => {
      const kinds = new Set((fields.get(name) ?? []).map(([, field]) => KINDS[inner(field).kind] ?? 'text'));
      const [kind, ...more] = kinds;
      if (kind === undefined) return DATED.test(name) ? 'date' : 'text';
      return more.length === 0 ? kind : 'text';
    },
    /** A code by its table, or by the state it names; a flag as yes or no; everything else as it stands. */
    titleOf: (name: string, value: Value): Value => {
      if (typeof value === 'boolean') return value ? sheetWords.yes : sheetWords.no;
      if (typeof value !== 'string') return value;
      return (tables.get(name) ?? everyTable).get(value) ?? states.get(value) ?? value;
    },
  };
};
