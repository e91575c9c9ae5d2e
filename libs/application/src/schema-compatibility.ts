import type { JsonSchema } from '#kernel/json-schema.js';

/** A change of a published schema that somebody could not stand: where, and why. */
export interface Incompatibility {
  /** `data.links[].kind` */
  readonly at: string;
  readonly reason: string;
}

type Schema = Readonly<Record<string, unknown>>;

const has = (schema: Schema, name: string): boolean => schema[name] !== undefined;
const textOf = (value: unknown): string => JSON.stringify(value);

/** Bounds, and which way a change narrows them. */
const LOWER = ['minimum', 'minLength', 'minItems', 'minProperties'] as const;
const UPPER = ['maximum', 'maxLength', 'maxItems', 'maxProperties'] as const;

/**
 * What keeps a schema from taking the place of an older one under the same version. Payloads stored under the old one must
 * stay valid, and a reader who relies on the old one must find all it was promised. So nothing may be taken away, demanded
 * or narrowed; optional fields, further values of a code table and wider bounds may be added, for a reader passes over what
 * it does not know.
 */
export const incompatibilities = (older: JsonSchema, newer: JsonSchema, at = 'data'): readonly Incompatibility[] => {
  const found: Incompatibility[] = [];
  const say = (reason: string): void => void found.push({ at, reason });
  for (const name of ['type', 'format', 'pattern'] as const)
    if (older[name] !== newer[name] && (name === 'type' || has(newer, name)))
      say(`${name} was ${textOf(older[name])} and is ${textOf(newer[name])}`);
  for (const name of LOWER)
    if (narrower(newer[name], older[name], true)) say(`${name} rises to ${textOf(newer[name])}`);
  for (const name of UPPER)
    if (narrower(newer[name], older[name], false)) say(`${name} falls to ${textOf(newer[name])}`);
  const values = (schema: Schema): readonly unknown[] => (schema['enum'] as readonly unknown[] | undefined) ?? [];
  if (has(newer, 'enum') && !has(older, 'enum')) say('only some values are left');
  for (const value of values(older))
    if (has(newer, 'enum') && !values(newer).includes(value)) say(`${textOf(value)} is gone`);
  if (has(older, 'oneOf') || has(newer, 'oneOf'))
    if (textOf(older['oneOf']) !== textOf(newer['oneOf'])) say('its alternatives changed');
  return [...found, ...ofProperties(older, newer, at), ...ofItems(older, newer, at)];
};

const narrower = (now: unknown, was: unknown, lower: boolean): boolean => {
  if (typeof now !== 'number') return false;
  if (typeof was !== 'number') return true;
  return lower ? now > was : now < was;
};

const ofItems = (older: Schema, newer: Schema, at: string): readonly Incompatibility[] =>
  has(older, 'items') && has(newer, 'items')
    ? incompatibilities(older['items'] as JsonSchema, newer['items'] as JsonSchema, `${at}[]`)
    : [];

const ofProperties = (older: Schema, newer: Schema, at: string): readonly Incompatibility[] => {
  const propertiesOf = (schema: Schema): Readonly<Record<string, JsonSchema>> =>
    (schema['properties'] as Readonly<Record<string, JsonSchema>> | undefined) ?? {};
  const requiredOf = (schema: Schema): ReadonlySet<string> =>
    new Set(schema['required'] as readonly string[] | undefined);
  const [before, after] = [propertiesOf(older), propertiesOf(newer)];
  const [was, is] = [requiredOf(older), requiredOf(newer)];
  const found: Incompatibility[] = [];
  for (const [name, schema] of Object.entries(before)) {
    const field = `${at}.${name}`;
    const now = after[name];
    if (now === undefined) found.push({ at: field, reason: 'is gone' });
    else found.push(...incompatibilities(schema, now, field));
    if (now !== undefined && was.has(name) && !is.has(name)) found.push({ at: field, reason: 'is no longer promised' });
  }
  for (const name of is) if (!was.has(name)) found.push({ at: `${at}.${name}`, reason: 'is demanded now' });
  return found;
};
