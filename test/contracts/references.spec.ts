import { describeLines } from '#application/describe-lines.js';
import { Registry } from '#application/registry.js';
import { lines } from '#lines/index.js';

interface Field {
  readonly format?: string;
  readonly 'x-refers-to'?: string;
  readonly 'x-listed-in'?: readonly string[];
}
interface Schema {
  readonly properties?: Readonly<Record<string, Field>>;
  readonly required?: readonly string[];
}

const registry = new Registry(lines);
const streams = describeLines(registry).flatMap((line) => line.streams);
const references = streams.flatMap((stream) => {
  const forms = stream.commands.filter(({ type }) => registry.commands.get(type)?.record === undefined);
  const begun = new Set(forms.flatMap(({ data }) => Object.keys((data as Schema).properties ?? {})));
  return forms.flatMap(({ type, data }) => {
    const { properties = {}, required = [] } = data as Schema;
    return Object.entries(properties)
      .filter(([, field]) => field.format === 'uuid' && field['x-refers-to'] !== 'person')
      .map(([name, field]) => ({
        ...{ place: `${type}.${name}`, field, isRequired: required.includes(name) },
        isOfRecord: begun.has(name.replace(/(Id|Ref)$/, 'Id')),
      }));
  });
});

it('names another record by registers that there are', () => {
  const listed = references.filter(({ field }) => field['x-listed-in'] !== undefined);
  expect(listed.length).toBeGreaterThan(10);
  for (const { field, place } of listed)
    for (const code of field['x-listed-in'] ?? []) expect([place, registry.registers.has(code)]).toEqual([place, true]);
});

it('whatever must be named can be found: in the record itself, or in a register', () => {
  const lost = references.filter(({ field, isRequired, isOfRecord }) => {
    return isRequired && !isOfRecord && field['x-listed-in'] === undefined;
  });
  expect(lost.map(({ place }) => place)).toEqual([]);
});
