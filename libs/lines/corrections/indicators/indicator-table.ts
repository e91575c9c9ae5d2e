import { type Expression, type IndicatorDefinition, type Narrowing, defineIndicator } from '#application/indicator.js';
import type { MeasureCode } from '../measures/index.js';

/** Day of the first national notice on correction in the community; no figure is older. @source 司发〔2003〕12号 */
export const SINCE = '2003-07-10';

type Written = Omit<IndicatorDefinition, 'code' | 'decimals'> & { readonly decimals?: number };
type Formula = Extract<Expression, object>;

const narrowed = (where: Narrowing | undefined): { where?: Narrowing } => (where === undefined ? {} : { where });

/** Σ postings of a flow in the period. */
export const flow = (code: MeasureCode, where?: Narrowing): Formula => ({ flow: code, ...narrowed(where) });
/** A stock at the end of the period. */
export const closing = (code: MeasureCode, where?: Narrowing): Formula => ({ closing: code, ...narrowed(where) });
export const opening = (code: MeasureCode, where?: Narrowing): Formula => ({ opening: code, ...narrowed(where) });
/** Those classed in the period, as they stand at its end. */
export const cohort = (code: MeasureCode, where?: Narrowing): Formula => ({ cohort: code, ...narrowed(where) });
/** Distinct persons of a flow in the period. */
export const personsOf = (code: MeasureCode, where?: Narrowing): Formula => ({
  persons: code,
  of: 'flow',
  ...narrowed(where),
});
export const sum = (...items: readonly Expression[]): Formula => ({ sum: items });
export const less = (minuend: Expression, subtrahend: Expression): Formula => ({ less: [minuend, subtrahend] });
export const indicator = (code: string): Formula => ({ indicator: code });

/** A count: its unit, and what it adds up. */
export const count = (unit: string, value: Expression): Written => ({
  kind: 'FLOW_COUNT',
  unit,
  versions: [{ from: SINCE, value }],
});
export const stock = (unit: string, value: Expression): Written => ({ ...count(unit, value), kind: 'STOCK' });
export const total = (unit: string, value: Expression): Written => ({ ...count(unit, value), kind: 'FLOW_SUM' });
export const cumulative = (unit: string, value: Expression): Written => ({ ...count(unit, value), kind: 'CUMULATIVE' });

/** A rate in %: null, never 0, for an empty denominator; may exceed 100. */
export const rate = (numerator: Expression, denominator: Expression): Written => ({
  kind: 'RATIO',
  unit: '%',
  versions: [{ from: SINCE, numerator, denominator }],
});

/** Indicators by code; the code is written once. A part or variant `C-x` printed by itself is `of` its whole `C`. */
export const indicatorTable = <const Code extends `CC-${string}`>(
  table: Readonly<Record<Code, Written>>,
): Readonly<Record<Code, IndicatorDefinition>> =>
  Object.fromEntries(
    Object.entries<Written>(table).map(([code, written]) => [code, defineIndicator({ code, ...written })]),
  ) as never;

/** Marks an indicator as a part of a whole. */
export const part = (of: `CC-${string}`, written: Written): Written => ({ ...written, of });
/** Marks an indicator as another reading of one, and says which. */
export const variant = (of: `CC-${string}`, reading: string, written: Written): Written => ({
  ...written,
  of,
  variant: reading,
});
