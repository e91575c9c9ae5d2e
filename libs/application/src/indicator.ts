import type { LocalDate } from './kernel.js';

/** The values of splits a term is narrowed to: `{ category: 'probation' }`. */
export type Narrowing = Readonly<Record<string, string>>;

/**
 * A formula over measures, as data. For a period [from, to]:
 * `flow` Σ postings dated in it; `opening` the stock at the end of the day before `from`; `closing` the stock at the end
 * of `to`; `cohort` those whose class date lies in it, as they stand at `to`; `persons` distinct persons, or what else the
 * measure counts once, of a flow in it or of the stock at its end, with `alsoIn` only those who also stand in that stock at the end; `cumulative` a baseline
 * and all flow after the baseline's own date, up to `to`; `indicator` the value of another one; `sum`, `less` arithmetic.
 */
export type Expression =
  | { readonly flow: string; readonly where?: Narrowing }
  | { readonly opening: string; readonly where?: Narrowing }
  | { readonly closing: string; readonly where?: Narrowing }
  | { readonly cohort: string; readonly where?: Narrowing }
  | { readonly persons: string; readonly of: 'flow' | 'closing'; readonly alsoIn?: string; readonly where?: Narrowing }
  | { readonly cumulative: readonly string[]; readonly baseline: string; readonly where?: Narrowing }
  | { readonly indicator: string }
  | { readonly sum: readonly Expression[] }
  | { readonly less: readonly [Expression, Expression] };

/** One reading of an indicator, in force for periods that end on or after `from`. */
export type IndicatorVersion =
  | { readonly from: LocalDate; readonly value: Expression }
  | { readonly from: LocalDate; readonly numerator: Expression; readonly denominator: Expression };

export const indicatorKinds = [
  'FLOW_COUNT',
  'FLOW_SUM',
  'STOCK',
  'CUMULATIVE',
  'RATIO',
  'SURVEY_RATIO',
  'PLAN_RATIO',
  'BUDGET',
  'MANUAL_NUMBER',
  'QUALITATIVE',
] as const;
export type IndicatorKind = (typeof indicatorKinds)[number];

/**
 * A year-end figure. A rate keeps numerator and denominator apart (unit `%` is printed from their exact quotient, rounded
 * once, on the page) and is null, never 0, when the denominator is 0.
 */
export interface IndicatorDefinition {
  /** `CC-07`, or `CC-07-probation` for a part that is printed by itself. */
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  /** Decimals printed; 0 for counts, 2 for rates. */
  readonly decimals: number;
  /** The indicator this one is a part or a variant of. */
  readonly of?: string;
  /** Which reading it is where several are in use: the denominator, the date basis. */
  readonly variant?: string;
  readonly versions: readonly IndicatorVersion[];
}

type Written = Omit<IndicatorDefinition, 'decimals'> & Partial<IndicatorDefinition>;

export const defineIndicator = (indicator: Written): IndicatorDefinition => ({
  decimals: indicator.unit === '%' ? 2 : 0,
  ...indicator,
});

/** The version in force at the end of a period, or undefined when none is yet. */
export const versionAt = (indicator: IndicatorDefinition, to: LocalDate): IndicatorVersion | undefined =>
  indicator.versions.filter((version) => version.from <= to).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
