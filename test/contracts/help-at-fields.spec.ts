import { describeLines } from '#application/describe-lines.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';

interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** The fields of a form, at any depth, with what they are called and the sentences shown there. */
const fieldsOf = ({ properties = {}, items }: Schema, place: string): readonly (readonly [string, Schema])[] => [
  ...Object.entries(properties).flatMap(([name, field]) => [
    [`${place}.${name}`, field] as const,
    ...fieldsOf(field, `${place}.${name}`),
  ]),
  ...(items === undefined ? [] : fieldsOf(items, place)),
];

const registry = new Registry(lines);
/** What is filled in by hand: the commands of the lines; those that correct what is recorded have a form of their own. */
const forms = describeLines(registry).flatMap(({ streams }) =>
  streams.flatMap(({ commands }) => commands.filter(({ type }) => registry.commands.get(type)?.record === undefined)),
);
const fields = forms.flatMap(({ type, data }) => fieldsOf(data as Schema, type));

it('every field of every form says what is to be filled in', () => {
  expect(fields.length).toBeGreaterThan(1000);
  expect(fields.filter(([, { description = '' }]) => description === '').map(([place]) => place)).toEqual([]);
});

it('a sentence fits below a field, is one, and says more than the name of the field', () => {
  const unfit = ([, { title = '', description = '' }]: readonly [string, Schema]): boolean =>
    description.length > 60 || !description.endsWith('。') || description === `${title}。`;
  expect(fields.filter(unfit)).toEqual([]);
});

it('no sentence stands at a field that no form has', () => {
  const shown = new Set(fields.map(([, { description }]) => description));
  const lost = [...registry.terms].filter(
    ([key, { help }]) => help !== undefined && !key.startsWith('role.') && !shown.has(help),
  );
  expect(lost.map(([key]) => key)).toEqual([]);
});
