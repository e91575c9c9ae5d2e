import type { EnumField } from '#kernel/schema.js';
import type * as tables from './domain/enumerations.js';

type Tables = typeof tables;
type ValuesOf<Table> = Table extends EnumField<infer Value> ? Value : never;

/** The Chinese of every value of a code table, and where the table comes from. */
export interface TableWords<Value extends string> {
  readonly name: string;
  readonly origin: 'law' | 'form' | 'house';
  readonly source?: string;
  readonly values: { readonly [V in Value]: string };
}

/** Words for every code table of the line. */
export type AllTables = { readonly [Table in keyof Tables]: TableWords<ValuesOf<Tables[Table]>> };
export type SomeTables = Partial<AllTables>;
