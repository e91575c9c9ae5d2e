import { type FieldSchema, type Line, codeTitle, lines } from '../api/catalogue.js';

type Fields = ReadonlyMap<string, readonly FieldSchema[]>;

const gather = (schema: FieldSchema | undefined, found: Map<string, FieldSchema[]>): void => {
  if (schema === undefined) return;
  for (const [name, of] of Object.entries(schema.properties ?? {})) {
    found.set(name, [...(found.get(name) ?? []), of]);
    gather(of, found);
  }
  gather(schema.items, found);
  for (const one of schema.oneOf ?? []) gather(one, found);
};
const gathered = new WeakMap<Line, Fields>();
/** Fields of the commands of a line at any depth, by name: gathered once, for a register asks of every cell. */
const fieldsOf = (line: Line): Fields => {
  const known = gathered.get(line);
  if (known !== undefined) return known;
  const found = new Map<string, FieldSchema[]>();
  for (const { commands } of line.streams) for (const { data } of commands) gather(data, found);
  gathered.set(line, found);
  return found;
};

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The table that is named as a field is, `sourceKind` as `aftercare.source-kind`; undefined where there is none. */
const tableNamed = (line: Line, field: string): Line['codeTables'][number] | undefined =>
  line.codeTables.find(({ name }) => [field, kebab(field)].includes(name.slice(name.indexOf('.') + 1)));

/** What a field of a register or a split is called: as in a command, as a column, or as its table. */
export const titleOfField = (line: Line | undefined, field: string): string =>
  line === undefined
    ? field
    : (fieldsOf(line)
        .get(field)
        ?.find(({ title }) => title !== undefined)?.title ??
      line.registers.flatMap(({ columns }) => columns).find(({ name }) => name === field)?.title ??
      tableNamed(line, field)?.title ??
      field);

/**
 * What a value of a register or a split is called: by the table of codes of its field, where the field has none by any table of
 * its line, as a state or a line of work; or as it stands.
 */
export const titleOfCode = (line: Line | undefined, field: string, value: string): string => {
  if (line === undefined || !/^\w[\w-]*$/.test(value)) return value;
  const tables = (fieldsOf(line).get(field) ?? []).flatMap(
    (of) => of['x-code-table'] ?? of.items?.['x-code-table'] ?? [],
  );
  const named = tableNamed(line, field)?.name;
  const places = [...tables, ...(named === undefined ? [] : [named])];
  for (const table of places.length > 0 ? places : line.codeTables.map(({ name }) => name)) {
    const title = codeTitle(line, table, value);
    if (title !== value) return title;
  }
  if (/line$/i.test(field)) return lines.value.find(({ code }) => code === value)?.title ?? value;
  return line.streams.flatMap(({ states }) => states).find(({ state }) => state === value)?.title ?? value;
};
