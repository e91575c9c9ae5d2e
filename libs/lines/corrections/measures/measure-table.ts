import { type MeasureDefinition, type Test, defineMeasure } from '#application/measure.js';
import type { FactKind, FieldOf } from '../views/facts/kinds.js';

type MeasureOf<Kind extends FactKind> = {
  readonly fact: Kind;
  readonly unit: string;
  readonly version?: number;
  readonly where?: { readonly [Name in FieldOf<Kind>]?: Test };
  readonly sum?: FieldOf<Kind>;
  readonly splits?: readonly FieldOf<Kind>[];
} & (
  | { readonly kind: 'flow'; readonly on: FieldOf<Kind> }
  | { readonly kind: 'stock'; readonly from: FieldOf<Kind>; readonly to?: FieldOf<Kind> }
  | {
      readonly kind: 'cohort';
      readonly cohort: FieldOf<Kind>;
      readonly from: FieldOf<Kind>;
      readonly to?: FieldOf<Kind>;
    }
);

/** A measure of this line: its fact is one of ours, and every field it names is a field of that fact. */
export type Measure = { [Kind in FactKind]: MeasureOf<Kind> }[FactKind];

/** Measures by code; the code is written once. */
export const measureTable = <const Code extends `corrections.${string}`>(
  table: Readonly<Record<Code, Measure>>,
): Readonly<Record<Code, MeasureDefinition>> =>
  Object.fromEntries(
    Object.entries<Measure>(table).map(([code, measure]) => [code, defineMeasure({ code, ...measure })]),
  ) as never;
