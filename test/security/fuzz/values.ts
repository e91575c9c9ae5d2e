import fc from 'fast-check';
import { BUREAU, OFFICES } from '../../e2e/api-world.js';
import type { Seeded } from '../../simulation/seeded.js';
import { injections } from './injections.js';
import type { Schema } from './operations.js';
import type { Pool } from './pool.js';

const FIRST_DAY = Date.UTC(2022, 0, 1);
const DAYS = 800;
const WORDS = ['示例', '张三', '某某县', 'a', '〔2023〕1号', '资阳区', 'O’Brien', '0', '𠮷'];
/** What is asked for more often than the schema says. */
const USUAL: Readonly<Record<string, number>> = { evidence: 0.9, approvedBy: 0.2 };
const TIDY = /^[\x20-\x7e\u4e00-\u9fff（）〔〕]+$/;
const tidy = injections.filter((text) => TIDY.test(text));

/** How a value is made: as a clerk would, at the edges of what is allowed, or of texts that would do harm elsewhere. */
export type Manner = 'plain' | 'edge' | 'injected';

/** Values of a schema that the document calls right; seeded, with ids of earlier answers where there are any. */
export class Values {
  constructor(
    private readonly random: Seeded,
    private readonly schemas: Readonly<Record<string, Schema>>,
    private readonly pool: Pool,
  ) {}

  resolved(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  }

  of(given: Schema, name = '', manner: Manner = 'plain'): unknown {
    const { random } = this;
    const schema = this.resolved(given);
    if (schema.const !== undefined) return schema.const;
    if (schema.enum !== undefined) return random.pick(schema.enum);
    const choices = schema.oneOf ?? schema.anyOf;
    if (choices !== undefined) return this.of(random.pick(choices), name, manner);
    switch (schema.type) {
      case 'object':
        return this.record(schema, manner);
      case 'array':
        return this.list(schema, name, manner);
      case 'integer':
      case 'number':
        return this.number(schema, name, manner);
      case 'boolean':
        return random.chance(0.5);
      default:
        return this.text(schema, name, manner);
    }
  }

  uuid(): string {
    const digits = Array.from({ length: 32 }, () => random16(this.random)).join('');
    return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
  }

  private record({ properties = {}, required = [] }: Schema, manner: Manner): Readonly<Record<string, unknown>> {
    const share = manner === 'edge' ? (this.random.chance(0.5) ? 0 : 1) : 0.4;
    return Object.fromEntries(
      Object.entries(properties).flatMap(([name, schema]) =>
        required.includes(name) || this.random.chance(manner === 'plain' ? (USUAL[name] ?? share) : share)
          ? [[name, this.of(schema, name, manner)]]
          : [],
      ),
    );
  }

  private list({ items = {}, minItems = 0, maxItems = 3 }: Schema, name: string, manner: Manner): readonly unknown[] {
    const most = Math.min(maxItems, manner === 'edge' ? 200 : minItems + 2);
    const length =
      manner === 'edge' && this.random.chance(0.3)
        ? most
        : minItems + this.random.below(Math.min(3, most - minItems + 1));
    return Array.from({ length }, () => this.of(items, name, manner));
  }

  private number({ minimum = 0, maximum = 1000, type }: Schema, name: string, manner: Manner): number {
    if (manner === 'edge') return this.random.pick([minimum, maximum]);
    const known = this.pool.pick(name === 'min-position' || name === 'asOf' ? 'position' : name);
    if (typeof known === 'number' && this.random.chance(0.5)) return known;
    const value = minimum + this.random.next() * Math.min(maximum - minimum, 100);
    return type === 'integer' ? Math.floor(value) : Math.round(value * 100) / 100;
  }

  private text(schema: Schema, name: string, manner: Manner): string {
    const { random } = this;
    const known = this.pool.pick(schema['x-refers-to'] ?? (name === 'ref' ? 'person' : name));
    const bound = schema.format !== undefined || schema.pattern !== undefined || schema['x-refers-to'] !== undefined;
    if (known !== undefined && random.chance(0.7)) return String(known);
    const [example] = schema.examples ?? [];
    if (example !== undefined && random.chance(manner === 'plain' ? 0.6 : 0.2)) return String(example);
    if (schema.format === 'uuid') return this.uuid();
    if (schema.format === 'date') return this.day(manner);
    if (schema.format === 'date-time') return `${this.day(manner)}T08:00:00.000Z`;
    if (name === 'bureau') return BUREAU;
    if (schema.pattern !== undefined) return this.matching(schema.pattern);
    if (/office/i.test(name) && random.chance(manner === 'plain' ? 0.98 : 0.7)) return random.pick(OFFICES).code;
    const { minLength = 0, maxLength = 60 } = schema;
    if (manner === 'injected' && !bound)
      return fitted(random.pick(random.chance(0.5) ? injections : tidy), minLength, maxLength);
    if (manner === 'edge') return '界'.repeat(random.chance(0.5) ? maxLength : Math.max(minLength, 1));
    return fitted(Array.from({ length: 1 + random.below(3) }, () => random.pick(WORDS)).join(''), minLength, maxLength);
  }

  /** Text of a pattern. */
  matching(pattern: string): string {
    const seed = this.random.below(2 ** 31);
    return fc.sample(fc.stringMatching(new RegExp(pattern, 'u')), { seed, numRuns: 1 })[0] ?? '';
  }

  private day(manner: Manner): string {
    if (manner === 'edge')
      return this.random.pick(['0001-01-01', '1900-01-01', '2024-02-29', '2023-12-31', '9999-12-31']);
    return new Date(FIRST_DAY + this.random.below(DAYS) * 86_400_000).toISOString().slice(0, 10);
  }
}

const random16 = (random: Seeded): string => random.below(16).toString(16);

const fitted = (text: string, least: number, most: number): string => text.slice(0, most).padEnd(least, '补');
