import { type FieldSchema, type Line, codeTitle, lines } from '../api/catalogue.js';

/** Every field of a name in a schema, at any depth. */
const fieldsNamed = (schema: FieldSchema | undefined, name: string): readonly FieldSchema[] =>
  schema === undefined
    ? []
    : [
        ...Object.entries(schema.properties ?? {}).flatMap(([key, of]) => [
          ...(key === name ? [of] : []),
          ...fieldsNamed(of, name),
        ]),
        ...fieldsNamed(schema.items, name),
        ...(schema.oneOf ?? []).flatMap((one) => fieldsNamed(one, name)),
      ];
const inLine = (line: Line | undefined, name: string): readonly FieldSchema[] =>
  (line?.streams ?? []).flatMap(({ commands }) => commands.flatMap(({ data }) => fieldsNamed(data, name)));

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
/** The table a split takes its name from, `sourceKind` from `aftercare.source-kind`; undefined where there is none. */
const tableNamed = (line: Line | undefined, split: string): Line['codeTables'][number] | undefined =>
  line?.codeTables.find(({ name }) => [split, kebab(split)].includes(name.slice(name.indexOf('.') + 1)));

/** What a split is called: as the field or the column it comes from. */
export const splitTitle = (line: Line | undefined, split: string): string =>
  inLine(line, split).find(({ title }) => title !== undefined)?.title ??
  line?.registers.flatMap(({ columns }) => columns).find(({ name }) => name === split)?.title ??
  tableNamed(line, split)?.title ??
  split;

/** What a value of a split is called: by the table of its field, as a line of work, or as it stands. */
export const splitValueTitle = (line: Line | undefined, split: string, value: string): string => {
  for (const field of inLine(line, split)) {
    const title = codeTitle(line, field['x-code-table'] ?? field.items?.['x-code-table'], value);
    if (title !== value) return title;
  }
  const named = tableNamed(line, split)?.values.find((one) => one.value === value)?.title;
  if (named !== undefined) return named;
  return lines.value.find(({ code }) => code === value && /line$/i.test(split))?.title ?? value;
};
