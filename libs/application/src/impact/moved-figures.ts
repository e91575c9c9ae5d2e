import { type IndicatorValue, type Sums, evaluateIndicators, evaluateOver } from '../evaluate-indicators.js';
import type { OfficeCode, Period } from '../kernel.js';
import type { Reading } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { withBelow } from '../sealing/freeze-figures.js';
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

/** Indicators with a sum that the postings enter, found without asking the ledger; never one too few. */
const entered = async (
  { registry, after }: Change,
  reading: Reading,
  period: Period,
  codes: readonly string[],
): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const code of codes) {
    let enters = false;
    // Without a baseline a cumulative figure adds up everything there ever was, so no posting is overlooked.
    const looked: Sums = {
      sums: async (scope, terms) => {
        enters ||= terms.some((term) => after.enters(scope, term));
        return terms.map(() => '0');
      },
      latestOn: async (scope, measure, to) => {
        enters ||= after.enters(scope, { measure, mode: 'stock', to });
        return undefined;
      },
    };
    await evaluateIndicators(looked, registry, reading, period, [code]);
    if (enters) found.push(code);
  }
  return found;
};

/** Of the indicators, those that move in any of the offices and periods, each with both values. */
export const movedFigures = async (
  change: Change,
  offices: readonly OfficeCode[],
  periods: readonly Period[],
  codes: readonly string[],
): Promise<readonly MovedFigure[]> => {
  const { registry, bureau, asOf } = change;
  const everywhere = { bureau, offices: withBelowAll(change) };
  const concerned = new Map<Period, readonly string[]>();
  for (const period of periods) concerned.set(period, await entered(change, everywhere, period, codes));
  const found: MovedFigure[] = [];
  for (const office of offices) {
    const reading = { bureau, offices: withBelow(change.offices, bureau, office), asOf };
    const wanted: { readonly period: Period; readonly asked: readonly string[] }[] = [];
    for (const [period, possible] of concerned) {
      const asked = await entered(change, reading, period, possible);
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

const withBelowAll = ({ offices, bureau }: Change): readonly OfficeCode[] =>
  offices.all().flatMap((office) => (office.bureau === bureau ? [office.code] : []));
