import { type IdentityDefinition, defineIdentity } from './identity.js';
import { type Expression, type IndicatorDefinition, type Narrowing, defineIndicator } from './indicator.js';
import type { LocalDate } from './kernel.js';

/** An indicator as it is written in a table: without its code, decimals by its unit. */
export type WrittenIndicator = Omit<IndicatorDefinition, 'code' | 'decimals'> & { readonly decimals?: number };
type Formula = Extract<Expression, object>;

const narrowed = (where: Narrowing | undefined): { where?: Narrowing } => (where === undefined ? {} : { where });

/** Formulas over the measures of a line; the compiler refuses a measure it does not have. */
export const formulasOver = <MeasureCode extends string>() => ({
  /** Σ postings of a flow in the period. */
  flow: (code: MeasureCode, where?: Narrowing): Formula => ({ flow: code, ...narrowed(where) }),
  /** A stock at the end of the period. */
  closing: (code: MeasureCode, where?: Narrowing): Formula => ({ closing: code, ...narrowed(where) }),
  /** A stock at the end of the day before the period. */
  opening: (code: MeasureCode, where?: Narrowing): Formula => ({ opening: code, ...narrowed(where) }),
  /** Those classed in the period, as they stand at its end. */
  cohort: (code: MeasureCode, where?: Narrowing): Formula => ({ cohort: code, ...narrowed(where) }),
  /** Distinct persons of a flow in the period, or what else its measure counts once. */
  personsOf: (code: MeasureCode, where?: Narrowing): Formula => ({ persons: code, of: 'flow', ...narrowed(where) }),
  /** Of those, who also stand in a stock at the end of the period. */
  personsAlsoIn: (code: MeasureCode, stock: MeasureCode, where?: Narrowing): Formula => ({
    persons: code,
    of: 'flow',
    alsoIn: stock,
    ...narrowed(where),
  }),
  /** Distinct persons, or what else is counted once, standing in a stock at the end of the period. */
  personsStanding: (code: MeasureCode, where?: Narrowing): Formula => ({
    persons: code,
    of: 'closing',
    ...narrowed(where),
  }),
});

export const sum = (...items: readonly Expression[]): Formula => ({ sum: items });
export const less = (minuend: Expression, subtrahend: Expression): Formula => ({ less: [minuend, subtrahend] });
/** The value of another indicator over the same period. */
export const indicator = (code: string): Formula => ({ indicator: code });

/** Kinds of figures, in force for periods that end on or after `since`. */
export const figuresSince = (since: LocalDate) => {
  const plain =
    (kind: IndicatorDefinition['kind']) =>
    (unit: string, value: Expression, decimals?: number): WrittenIndicator => ({
      kind,
      unit,
      ...(decimals === undefined ? {} : { decimals }),
      versions: [{ from: since, value }],
    });
  const quotient =
    (kind: IndicatorDefinition['kind']) =>
    (numerator: Expression, denominator: Expression): WrittenIndicator => ({
      kind,
      unit: '%',
      versions: [{ from: since, numerator, denominator }],
    });
  return {
    count: plain('FLOW_COUNT'),
    total: plain('FLOW_SUM'),
    stock: plain('STOCK'),
    cumulative: plain('CUMULATIVE'),
    /** Money: 元 with two decimals. */
    amount: (value: Expression): WrittenIndicator => plain('BUDGET')('元', value, 2),
    /** A rate in %: null, never 0, for an empty denominator; may exceed 100. */
    rate: quotient('RATIO'),
    /** Done ÷ planned, in %. */
    planRate: quotient('PLAN_RATIO'),
    /** Satisfied ÷ valid answers, in %. */
    surveyRate: quotient('SURVEY_RATIO'),
    /** A value typed by a person, as typed: Σ values ÷ Σ bases, a value in % having the base 100. Null where none was typed. */
    typed: (unit: string, values: Expression, bases: Expression): WrittenIndicator => ({
      ...quotient('MANUAL_NUMBER')(values, bases),
      unit,
      decimals: 2,
    }),
    /** How many goals a person graded so. */
    graded: plain('QUALITATIVE'),
    /** A quotient that is no share: minutes a case, cases a lawyer. */
    average: (unit: string, numerator: Expression, denominator: Expression): WrittenIndicator => ({
      ...quotient('RATIO')(numerator, denominator),
      unit,
      decimals: 2,
    }),
  };
};

/** Indicators by code; the code is written once. A part or variant `C-x` printed by itself is `of` its whole `C`. */
export const indicatorTable = <const Code extends string>(
  table: Readonly<Record<Code, WrittenIndicator>>,
): Readonly<Record<Code, IndicatorDefinition>> =>
  Object.fromEntries(
    Object.entries<WrittenIndicator>(table).map(([code, written]) => [code, defineIndicator({ code, ...written })]),
  ) as never;

/** Marks an indicator as a part of a whole. */
export const part = (of: string, written: WrittenIndicator): WrittenIndicator => ({ ...written, of });
/** Marks an indicator as another reading of one, and says which. */
export const variant = (of: string, reading: string, written: WrittenIndicator): WrittenIndicator => ({
  ...written,
  of,
  variant: reading,
});

type Of<Kind extends IdentityDefinition['kind']> = Omit<Extract<IdentityDefinition, { kind: Kind }>, 'code'>;
type Identity<Code extends string> =
  | (Of<'parts'> & { readonly total: Code; readonly parts: readonly Code[] })
  | (Of<'stock-flow'> & { readonly stock: Code; readonly inflows: readonly Code[]; readonly outflows: readonly Code[] })
  | (Of<'difference'> & { readonly minuend: Code; readonly subtrahend: Code; readonly equals: Code })
  | (Of<'at-most'> & { readonly smaller: Code; readonly larger: Code });

/** Identities by code, over the indicators of a line. */
export const identityTable =
  <IndicatorCode extends string>() =>
  <const Code extends string>(
    table: Readonly<Record<Code, Identity<IndicatorCode>>>,
  ): Readonly<Record<Code, IdentityDefinition>> =>
    Object.fromEntries(
      Object.entries<Identity<IndicatorCode>>(table).map(([code, identity]) => [
        code,
        defineIdentity({ code, ...identity }),
      ]),
    ) as never;
