import { type DeadlineDefinition, defineDeadline } from './deadline.js';
import type { Fact, FactSheet, FactValue, ViewedEvent } from './facts.js';
import { type MeasureDefinition, type Test, defineMeasure } from './measure.js';
import { type RegisterDefinition, defineRegister } from './register.js';

/** Fields by kind of fact: `{ 'notary.matter': ['acceptedOn', 'kind'] }`. */
export type FactFields = Readonly<Record<string, readonly string[]>>;
export type KindOf<Table extends FactFields> = keyof Table & string;
export type FieldIn<Table extends FactFields, Kind extends KindOf<Table>> = Table[Kind][number];

type MeasureOf<Table extends FactFields, Kind extends KindOf<Table>> = {
  readonly fact: Kind;
  readonly unit: string;
  readonly version?: number;
  readonly where?: { readonly [Name in FieldIn<Table, Kind>]?: Test };
  readonly sum?: FieldIn<Table, Kind>;
  readonly distinct?: FieldIn<Table, Kind>;
  readonly splits?: readonly FieldIn<Table, Kind>[];
} & (
  | { readonly kind: 'flow'; readonly on: FieldIn<Table, Kind> }
  | { readonly kind: 'stock'; readonly from: FieldIn<Table, Kind>; readonly to?: FieldIn<Table, Kind> }
  | {
      readonly kind: 'cohort';
      readonly cohort: FieldIn<Table, Kind>;
      readonly from: FieldIn<Table, Kind>;
      readonly to?: FieldIn<Table, Kind>;
    }
);

type RegisterOf<Table extends FactFields, Kind extends KindOf<Table>> = {
  readonly fact: Kind;
  readonly columns: readonly FieldIn<Table, Kind>[];
  readonly filters: readonly FieldIn<Table, Kind>[];
  readonly orderBy: FieldIn<Table, Kind>;
};

type DeadlineOf<Table extends FactFields, Kind extends KindOf<Table>> = Omit<
  DeadlineDefinition,
  'code' | 'fact' | 'where'
> & {
  readonly fact: Kind;
  readonly where?: { readonly [Name in FieldIn<Table, Kind>]?: Test };
  readonly starts?: FieldIn<Table, Kind>;
  readonly due?: FieldIn<Table, Kind>;
  readonly more?: FieldIn<Table, Kind>;
  readonly clock?: FieldIn<Table, Kind>;
  readonly met: FieldIn<Table, Kind>;
  readonly lapsed?: FieldIn<Table, Kind>;
  readonly into?: FieldIn<Table, Kind>;
};

type Written<Table extends FactFields, Of extends { readonly fact: string }> = Of & { readonly fact: KindOf<Table> };

/** The words a line writes its figures with, checked against its own table of facts. */
export interface FactTables<Table extends FactFields> {
  readonly kinds: readonly KindOf<Table>[];
  readonly fields: Table;
  /** Puts a fact, or merges fields into it; the compiler refuses a field its kind does not have. */
  put<Kind extends KindOf<Table>>(
    sheet: FactSheet,
    kind: Kind,
    key: string,
    fields: { readonly [Name in FieldIn<Table, Kind>]?: FactValue },
    more?: { office?: Fact['office']; person?: string },
  ): void;
  /** Measures by code; the code is written once. */
  measures<const Code extends string>(
    table: Readonly<Record<Code, { [Kind in KindOf<Table>]: Written<Table, MeasureOf<Table, Kind>> }[KindOf<Table>]>>,
  ): Readonly<Record<Code, MeasureDefinition>>;
  /** Registers by code. */
  registers<const Code extends string>(
    table: Readonly<Record<Code, { [Kind in KindOf<Table>]: Written<Table, RegisterOf<Table, Kind>> }[KindOf<Table>]>>,
  ): Readonly<Record<Code, RegisterDefinition>>;
  /** Deadlines by code. */
  deadlines<const Code extends string>(
    table: Readonly<Record<Code, { [Kind in KindOf<Table>]: Written<Table, DeadlineOf<Table, Kind>> }[KindOf<Table>]>>,
  ): Readonly<Record<Code, DeadlineDefinition>>;
}

const coded = <Written extends object, Definition>(
  table: Readonly<Record<string, Written>>,
  define: (written: Written & { readonly code: string }) => Definition,
): never =>
  Object.fromEntries(Object.entries(table).map(([code, written]) => [code, define({ code, ...written })])) as never;

/** Everything a line says about its facts, bound to the table of their fields. */
export const factTables = <const Table extends FactFields>(fields: Table): FactTables<Table> => ({
  kinds: Object.keys(fields),
  fields,
  put: (sheet, kind, key, values, more) => sheet.put(kind, key, values as Fact['fields'], more),
  measures: (table) => coded(table, (written) => defineMeasure(written as never)),
  registers: (table) => coded(table, (written) => defineRegister(written as never)),
  deadlines: (table) => coded(table, (written) => defineDeadline(written as never)),
});

/** The key of a fact that no id of its own names: the version of the event that made it, which never changes. */
export const keyOf = ({ version }: Pick<ViewedEvent, 'version'>): string => String(version);
