export type Json = Readonly<Record<string, unknown>>;

export const text = { type: 'string' };
export const whole = { type: 'integer' };
export const yesNo = { type: 'boolean' };
export const date = { type: 'string', format: 'date' };
export const instant = { type: 'string', format: 'date-time' };
export const id = { type: 'string', format: 'uuid' };
export const open = { type: 'object', additionalProperties: true };
export const orNull = (schema: Json): Json => ({ anyOf: [schema, { type: 'null' }] });
export const list = (items: Json): Json => ({ type: 'array', items });
export const refer = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });

/** An object of just these properties; names ending in `?` may be absent. */
export const record = (properties: Json): Json => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name.replace('?', ''), schema])),
  required: Object.keys(properties).filter((name) => !name.endsWith('?')),
  additionalProperties: false,
});

/** Which row of its case a line is about; absent where it would name a person whose record is sealed to the caller. */
export const factKey = { 'factKey?': text };
