import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { FieldSchema } from '../api/catalogue.js';
import { dayFrom, today } from '../days.js';
import { say } from '../text.js';

/** What a form holds while it is being filled in. */
export type Draft = Readonly<Record<string, unknown>>;

export type FieldKind =
  'date' | 'instant' | 'choice' | 'flag' | 'whole' | 'decimal' | 'text' | 'person' | 'record' | 'group' | 'many';

export const kindOf = (schema: FieldSchema): FieldKind => {
  if (schema.enum !== undefined) return 'choice';
  if (schema.oneOf !== undefined) return 'decimal';
  if (schema.type === 'array') return 'many';
  if (schema.type === 'object') return 'group';
  if (schema.type === 'boolean') return 'flag';
  if (schema.type === 'integer') return 'whole';
  if (schema.format === 'date') return 'date';
  if (schema.format === 'date-time') return 'instant';
  if (schema['x-refers-to'] === 'person') return 'person';
  if (schema.format === 'uuid') return 'record';
  return 'text';
};

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * Why what stands in a field cannot be taken, said to whoever leaves the field; undefined where nothing is wrong. The API checks
 * everything again.
 */
export const faultIn = (name: string, schema: FieldSchema, required: boolean, value: unknown): string | undefined => {
  const field = schema.title ?? name;
  if (isEmpty(value))
    return required && (schema.type !== 'array' || (schema.minItems ?? 0) > 0)
      ? say('fault.required', { field })
      : undefined;
  const text = String(value);
  switch (kindOf(schema)) {
    case 'date': {
      const day = dayFrom(text);
      if (day === undefined) return say('fault.date', { field });
      return day > today() && schema['x-planned'] !== true ? say('fault.future', { field }) : undefined;
    }
    case 'whole': {
      if (!/^-?\d+$/.test(text)) return say('fault.whole', { field });
      if (Number(text) < (schema.minimum ?? -Infinity))
        return say('fault.least', { field, least: schema.minimum ?? 0 });
      return Number(text) > (schema.maximum ?? Infinity)
        ? say('fault.most', { field, most: schema.maximum ?? 0 })
        : undefined;
    }
    case 'decimal':
      return /^-?\d{1,16}(\.\d+)?$/.test(text) ? undefined : say('fault.number', { field });
    case 'text':
      if (text.length > (schema.maxLength ?? Infinity) && !isDigest(name))
        return say('fault.long', { field, most: schema.maxLength ?? 0 });
      return schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(text)
        ? say('fault.form', { field })
        : undefined;
    case 'choice':
    case 'flag':
    case 'instant':
    case 'person':
    case 'record':
    case 'group':
    case 'many':
      return undefined;
  }
};

/** What the API is sent for what was filled in: numbers as numbers, days in their one form, nothing that was left empty. */
export const payloadOf = (schema: FieldSchema, draft: Draft): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
      const given = draft[name];
      if (isEmpty(given)) return isRequired(schema, name) && property.type === 'array' ? [[name, []]] : [];
      const sent = isDigest(name) ? digestOf(String(given)) : valueOf(property, given);
      // A group of which nothing was filled in was left empty, too.
      const isLeft = kindOf(property) === 'group' && Object.keys(sent as object).length === 0;
      return isLeft && !isRequired(schema, name) ? [] : [[name, sent]];
    }),
  );

/** A field that takes the digest of a text, so that the text itself is nowhere: the same words give the same digest. */
export const isDigest = (name: string): boolean => name.endsWith('Hash');
const digestOf = (typed: string): string =>
  /^[0-9a-f]{64}$/.test(typed) ? typed : bytesToHex(sha256(utf8ToBytes(typed.normalize('NFKC').replace(/\s+/g, ''))));

const valueOf = (schema: FieldSchema, given: unknown): unknown => {
  switch (kindOf(schema)) {
    case 'date':
      return dayFrom(String(given)) ?? given;
    case 'whole':
      return Number(given);
    case 'group':
      return payloadOf(schema, given as Draft);
    case 'many':
      return (given as readonly unknown[]).map((item) => valueOf(schema.items ?? {}, item));
    case 'decimal':
    case 'choice':
    case 'flag':
    case 'instant':
    case 'person':
    case 'record':
      return given;
    case 'text':
      return String(given).trim();
  }
};

export const isRequired = (schema: FieldSchema, name: string): boolean => schema.required?.includes(name) ?? false;
