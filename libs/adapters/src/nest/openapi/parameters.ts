import type { Parameter } from './documented.js';
import { EXAMPLE } from './example.js';

export const text = (maxLength: number) => ({ type: 'string', maxLength });

export const parameter = (name: string, schema: Parameter['schema'], more: Partial<Parameter> = {}): Parameter => ({
  name,
  schema,
  ...more,
});

/** Whose records or figures. */
export const scope = [
  parameter('bureau', { type: 'string', pattern: '^\\d{6}$' }, { example: EXAMPLE.bureau }),
  parameter('office', text(32), { description: 'Narrows to the office and what lies below it' }),
];

/** A page of a list. */
export const page = [
  parameter('after', text(1000), { description: '`next` of the page before' }),
  parameter('limit', { type: 'integer', minimum: 1, maximum: 500 }, { example: 50 }),
];

/** The recording cut-off of a reading. */
export const asOf = parameter('asOf', text(40), { description: 'As known at a position of the log, or at an instant' });

/** As known when, of what is read at exactly one position. */
export const known = [
  asOf,
  parameter('min-position', { type: 'integer', minimum: 0 }, { description: 'Waits up to a second for it' }),
];

/** Makes a repeat of a command the same command. */
export const idempotencyKey = parameter('Idempotency-Key', text(200), {
  required: true,
  description: 'A UUID, or any text of at most 200 characters that is the caller’s own for this command',
});

/** What a command was made upon. */
export const ifMatch = parameter('If-Match', { type: 'string' }, { description: 'Version of the case, `"3"`' });

/** Explanations of findings that would otherwise stop something. */
export const explanations = (why: string) => ({
  type: 'array',
  minItems: 1,
  maxItems: 200,
  description: `${why}, by the rule each names; \`*\` for all. A right of its own`,
  items: {
    type: 'object',
    properties: { rule: text(64), reason: text(500) },
    required: ['rule', 'reason'],
    additionalProperties: false,
  },
});

/** A JSON body of these fields, all of them needed but for the optional ones. */
export const body = (
  properties: Readonly<Record<string, object>>,
  example: object,
  optional: readonly string[] = [],
) => ({
  schema: {
    type: 'object',
    properties,
    required: Object.keys(properties).filter((name) => !optional.includes(name)),
    additionalProperties: false,
  },
  example,
});
