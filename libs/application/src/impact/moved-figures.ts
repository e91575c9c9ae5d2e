import { type IndicatorValue, type Sums, evaluateIndicators, evaluateOver } from '../evaluate-indicators.js';
import type { OfficeCode, Period } from '../kernel.js';
import type { Reading, SumTerm } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { officesOf, withBelow } from '../sealing/freeze-figures.js';
import type { LedgerWith } from './ledger-with.js';

/** A figure of an office, with what lies below it, and of a period, before and after. */
export interface MovedFigure {
  readonly indicator: string;
  readonly unit: string;
  readonly office: OfficeCode;
  readonly period: Period;
  readonly before: FigureParts;
  readonly after: FigureParts;
}

export type FigureParts = Pick<IndicatorValue, 'value' | 'numerator' | 'denominator' | 'printed'>;

/** Two states of the ledger that differ by some postings. */
export interface Change {
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly before: Sums;
  readonly after: LedgerWith;
  readonly bureau: string;
  /** Position both are read at. */
  readonly asOf: number;
}

const partsOf = ({ value, numerator, denominator, printed }: IndicatorValue): FigureParts => ({
  value,
  ...(numerator === undefined ? {} : { numerator }),
  ...(denominator === undefined ? {} : { denominator }),
  printed,
});

const differ = (a: FigureParts, b: FigureParts): boolean =>
  a.value !== b.value || a.numerator !== b.numerator || a.denominator !== b.denominator;

/** Indicators of which some sum is such, found without asking the ledger; never one too few. */
const withSum = async (
  registry: Registry,
  reading: Reading,
  period: Period,
  codes: readonly string[],
  isSuch: (scope: Reading, term: SumTerm) => boolean,
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const code of codes) {
    let such = false;
    // Without a baseline a cumulative figure adds up everything there ever was, so no posting is overlooked.
    const looked: Sums = {
      sums: async (scope, terms) => {
        such ||= terms.some((term) => isSuch(scope, term));
        return terms.map(() => '0');
      },
      latestOn: async (scope, measure, to) => {
        such ||= isSuch(scope, { measure, mode: 'stock', to });
        return undefined;
      },
    };
    await evaluateIndicators(looked, registry, reading, period, [code]);
    if (such) found.push(code);
  }
  return found;
};

/** Indicators that name a measure the postings are of, in any of their versions: few of many, whatever the period. */
const naming = async (
  { registry, after }: Change,
  reading: Reading,
  codes: readonly string[],
): Promise<readonly string[]> => {
  const starts = new Set([...registry.indicators.values()].flatMap(({ versions }) => versions.map(({ from }) => from)));
  const found = new Set<string>();
  for (const day of starts) {
    const period: Period = { scheme: 'CUSTOM', from: day, to: day };
    for (const code of await withSum(registry, reading, period, codes, (_, term) => after.isOf(term))) found.add(code);
  }
  return codes.filter((code) => found.has(code));
};

/** Of the indicators, those that move in any of the offices and periods, each with both values. */
export const movedFigures = async (
  change: Change,
  offices: readonly OfficeCode[],
  periods: readonly Period[],
  codes: readonly string[],
): Promise<readonly MovedFigure[]> => {
  const { registry, bureau, asOf } = change;
  const everywhere = { bureau, offices: officesOf(change.offices, bureau) };
  const enters = (scope: Reading, term: SumTerm): boolean => change.after.enters(scope, term);
  const named = await naming(change, everywhere, codes);
  const concerned = new Map<Period, readonly string[]>();
  for (const period of periods) concerned.set(period, await withSum(registry, everywhere, period, named, enters));
  const found: MovedFigure[] = [];
  for (const office of offices) {
    const reading = { bureau, offices: withBelow(change.offices, bureau, office), asOf };
    const wanted: { readonly period: Period; readonly asked: readonly string[] }[] = [];
    for (const [period, possible] of concerned) {
      const asked = await withSum(registry, reading, period, possible, enters);
      if (asked.length > 0) wanted.push({ period, asked });
    }
    if (wanted.length === 0) continue;
    const before = await evaluateOver(change.before, registry, reading, wanted);
    const after = await evaluateOver(change.after, registry, reading, wanted);
    for (const [at, { period }] of wanted.entries())
      for (const [nth, was] of (before[at] ?? []).entries()) {
        const parts = { before: partsOf(was), after: partsOf(after[at]?.[nth] as IndicatorValue) };
        if (differ(parts.before, parts.after))
          found.push({ indicator: was.code, unit: was.unit, office, period, ...parts });
      }
  }
  return found;
};
