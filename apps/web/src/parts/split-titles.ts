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

/** What a split is called: as the field or the column it comes from. */
export const splitTitle = (line: Line | undefined, split: string): string =>
  inLine(line, split).find(({ title }) => title !== undefined)?.title ??
  line?.registers.flatMap(({ columns }) => columns).find(({ name }) => name === split)?.title ??
  split;

/** What a value of a split is called: by the table of its field, as a line of work, or as it stands. */
export const splitValueTitle = (line: Line | undefined, split: string, value: string): string => {
  for (const field of inLine(line, split)) {
    const title = codeTitle(line, field['x-code-table'] ?? field.items?.['x-code-table'], value);
    if (title !== value) return title;
  }
  return lines.value.find(({ code }) => code === value && /line$/i.test(split))?.title ?? value;
};
