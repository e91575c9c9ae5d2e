import type { Field, Fields } from './schema.js';

export type JsonSchema = { readonly [key: string]: unknown };

const schemaOf = (field: Field): JsonSchema => {
  switch (field.kind) {
    case 'date':
      return { type: 'string', format: 'date', ...(field.planned ? { 'x-planned': true } : {}) };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'ref':
      return {
        ...{ type: 'string', format: 'uuid', 'x-refers-to': field.to },
        ...(field.listedIn === undefined ? {} : { 'x-listed-in': field.listedIn }),
      };
    case 'text':
      return {
        type: 'string',
        minLength: 1,
        maxLength: field.max,
        ...(field.pattern === undefined ? {} : { pattern: field.pattern }),
      };
    case 'count':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'decimal':
      return {
        oneOf: [{ type: 'string', pattern: `^-?\\d{1,16}(\\.\\d{1,${field.scale}})?$` }, { type: 'number' }],
        ...(field.unit === undefined ? {} : { 'x-unit': field.unit }),
      };
    case 'flag':
      return { type: 'boolean' };
    case 'patch':
      return { type: 'object', maxProperties: 50, additionalProperties: true };
    case 'enum':
      return { type: 'string', enum: field.values, 'x-code-table': field.name };
    case 'list':
      return { type: 'array', items: schemaOf(field.of), minItems: field.min, maxItems: field.max };
    case 'record':
      return jsonSchemaOf(field.fields);
    case 'optional':
      return schemaOf(field.of);
  }
};

/** The JSON Schema (2020-12) of a payload: what OpenAPI and the event catalogue publish. */
export const jsonSchemaOf = (fields: Fields): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOf(field)])),
  required: Object.entries(fields)
    .filter(([, field]) => field.kind !== 'optional')
    .map(([name]) => name),
  additionalProperties: false,
});
