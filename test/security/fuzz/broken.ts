import type { Seeded } from '../../simulation/seeded.js';
import type { Schema } from './operations.js';
import type { Values } from './values.js';

/** A value that breaks its schema in one place. */
export interface Broken {
  readonly value: unknown;
  /** `data.kind: outside its list` */
  readonly why: string;
}

type Break = readonly [why: string, value: unknown];

const WRONG_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, null, {}, ['x']],
  integer: ['seven', 1.5, null, {}, [1]],
  number: ['seven', null, {}, [1]],
  boolean: ['yes', 1, null, {}],
  object: ['x', 7, null, []],
  array: ['x', 7, null, {}],
};
const WRONG_FORMATS: Readonly<Record<string, readonly string[]>> = {
  uuid: ['me', '0190a6f0-0000-7000-8000-00000000000', '0190a6f0000070008000000000000001', '{}'],
  date: ['2023-02-29', '2023-13-01', '06.03.2023', 'today', '2023-3-6', '2023-03-06T00:00:00Z', '+02023-03-06'],
  'date-time': ['2023-03-06', 'now', '2023-03-06 08:00'],
};
const FORBIDDEN = ['bureau2', '__proto__x', 'roles', 'isAdmin', 'createdAt', 'toString', 'personName'];

/** Breaks exactly one rule of a schema, somewhere in a value that is right otherwise. */
export class Breaker {
  constructor(
    private readonly random: Seeded,
    private readonly values: Values,
  ) {}

  /** Undefined where the schema forbids nothing. */
  of(given: Schema, name = ''): Broken | undefined {
    const schema = this.values.resolved(given);
    const deeper = this.random.chance(0.75) ? this.below(schema, name) : undefined;
    if (deeper !== undefined) return deeper;
    const here = this.here(schema, name);
    if (here.length === 0) return this.below(schema, name);
    const [why, value] = this.random.pick(here);
    return { value, why: `${name}: ${why}` };
  }

  /** The same for what stands in an address or a header, where everything is text. */
  ofText(schema: Schema, name: string): { readonly value: string; readonly why: string } | undefined {
    const words =
      schema.type === 'integer' ? [['no number', 'seven'] as const, ['no whole number', '1.5'] as const] : [];
    const here = [...words, ...this.inText(schema), ...inNumber(schema)];
    if (here.length === 0) return undefined;
    const [why, value] = this.random.pick(here);
    return { value: String(value), why: `${name}: ${why}` };
  }

  private below(schema: Schema, name: string): Broken | undefined {
    if (schema.properties !== undefined) {
      const properties = Object.entries(schema.properties);
      const [at, of] = this.random.pick(properties.length === 0 ? [['', {}] as const] : properties);
      const broken = at === '' ? undefined : this.of(of, `${name}.${at}`);
      if (broken === undefined) return undefined;
      return { ...broken, value: { ...(this.values.of(schema) as object), [at]: broken.value } };
    }
    if (schema.items === undefined || schema.oneOf !== undefined) return undefined;
    const broken = this.of(schema.items, `${name}[]`);
    if (broken === undefined) return undefined;
    const others = (this.values.of(schema) as readonly unknown[]).slice(1);
    return { ...broken, value: [broken.value, ...others] };
  }

  private here(schema: Schema, name: string): readonly Break[] {
    const wrong = (WRONG_TYPES[schema.type ?? ''] ?? []).map((value): Break => ['of another type', value]);
    return [
      ...wrong,
      ...this.inRecord(schema),
      ...this.inList(schema, name),
      ...this.inText(schema),
      ...inNumber(schema),
    ];
  }

  private inRecord(schema: Schema): readonly Break[] {
    if (schema.type !== 'object' || schema.properties === undefined) return [];
    const right = this.values.of(schema) as Readonly<Record<string, unknown>>;
    const { required = [] } = schema;
    const left = required.length === 0 ? undefined : this.random.pick(required);
    return [
      ...(left === undefined
        ? []
        : [[`${left} is missing`, Object.fromEntries(Object.entries(right).filter(([key]) => key !== left))] as const]),
      ...(schema.additionalProperties === false
        ? [['an unknown field', { ...right, [this.random.pick(FORBIDDEN)]: 'x' }] as const]
        : []),
    ];
  }

  private inList({ type, items = {}, minItems = 0, maxItems }: Schema, name: string): readonly Break[] {
    if (type !== 'array') return [];
    const more = (length: number) => Array.from({ length }, () => this.values.of(items, name));
    return [
      ...(minItems > 0 ? [['too few', more(minItems - 1)] as const] : []),
      ...(maxItems !== undefined && maxItems <= 500 ? [['too many', more(maxItems + 1)] as const] : []),
    ];
  }

  private inText({ type, enum: known, maxLength, minLength = 0, format = '', pattern }: Schema): readonly Break[] {
    if (type !== 'string') return [];
    if (known !== undefined) return [['outside its list', 'outside-its-list']];
    return [
      ...(WRONG_FORMATS[format] ?? []).map((value): Break => [`no ${format}`, value]),
      ...(maxLength === undefined ? [] : [['too long', '长'.repeat(maxLength + 1)] as const]),
      ...(minLength > 0 ? [['too short', ''] as const] : []),
      ...(pattern === undefined ? [] : [['of another form', '〈无〉'] as const]),
    ];
  }
}

const inNumber = ({ type, minimum, maximum }: Schema): readonly Break[] => {
  if (type !== 'integer' && type !== 'number') return [];
  return [
    ...(minimum === undefined ? [] : [['too small', minimum - 1] as const]),
    ...(maximum === undefined || maximum >= Number.MAX_SAFE_INTEGER ? [] : [['too large', maximum + 1] as const]),
  ];
};
