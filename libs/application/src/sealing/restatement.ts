import { exact } from '#kernel/money.js';
import type { SealedFigure, SealedValue } from '#kernel/seal.js';
import {
  type ExplainedTerm,
  type IndicatorValue,
  evaluateIndicators,
  explainIndicator,
} from '../evaluate-indicators.js';
import type { IndicatorDefinition } from '../indicator.js';
import type { OfficeCode, Period } from '../kernel.js';
import type { LatePostings, Ledger, PostedLater, Reading } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import type { RecordedSeal } from './books.js';
import { definitionHash } from './definition-of-figure.js';
import { withBelow } from './freeze-figures.js';

/** A posting that moved a figure after it was sealed; `signed` is what it adds to the side of the figure. */
export interface Cause extends PostedLater {
  readonly measure: string;
  readonly signed: string;
}

/** A side of a figure: its value, or numerator and denominator of a rate. */
export interface RestatedSide {
  readonly side: ExplainedTerm['side'];
  /** Null where there is none. */
  readonly sealed: string | null;
  readonly restated: string | null;
  readonly difference: string | null;
  /** Of the difference, what records made that came after the seal, and what a changed definition made. */
  readonly byRecords: string | null;
  readonly byDefinition: string | null;
  /** Whether the causes add up to `byRecords`; not where persons are counted once, or a baseline was set anew. */
  readonly additive: boolean;
  readonly causes: readonly Cause[];
}

/** A figure of a sealed period as it was reported (上报值) and as it stands now (修正值). */
export interface RestatedFigure {
  readonly indicator: string;
  readonly office: OfficeCode;
  readonly unit: string;
  readonly reported: SealedValue;
  readonly restated: SealedValue;
  /** Restated less reported; null where either has no value. */
  readonly delta: string | null;
  /** Set where the figure is computed by another definition now: the fingerprint it was sealed with, and today's. */
  readonly definition?: { readonly sealed: string; readonly now: string };
  /** For a stock: what the opening of the next period differs by from the reported closing (期初调整). */
  readonly openingAdjustment?: string;
  readonly sides: readonly RestatedSide[];
}

export interface RestatementPorts {
  readonly registry: Registry;
  readonly ledger: Ledger & LatePostings;
  readonly offices: OfficeDirectory;
}

/** What of a seal is restated, and as known when. */
export interface RestatementAsked {
  readonly offices: readonly OfficeCode[];
  /** All of the seal where absent. */
  readonly codes?: readonly string[];
  /** Recording cut-off of the restated values. */
  readonly asOf: number;
}

const less = (left: string | null | undefined, right: string | null | undefined): string | null =>
  left === null || left === undefined || right === null || right === undefined
    ? null
    : exact(left).minus(right).toFixed();

const moved = (difference: string | null): boolean => difference !== null && !exact(difference).isZero();

/**
 * Figures of a seal that are not what they were, each with what moved it: the difference is taken apart into what later records
 * made, with every posting of them, and what a changed definition made. The seal itself is only read.
 */
export const restate = async (
  ports: RestatementPorts,
  seal: RecordedSeal,
  { offices, codes, asOf }: RestatementAsked,
): Promise<readonly RestatedFigure[]> => {
  const { registry, ledger } = ports;
  const { scheme, from, to, bureau } = seal;
  const period: Period = { scheme, from, to };
  const wanted = seal.figures.filter(
    ({ indicator }) => registry.indicators.has(indicator) && codes?.includes(indicator) !== false,
  );
  const asked = wanted.map(({ indicator }) => indicator);
  const found: RestatedFigure[] = [];
  for (const office of offices) {
    const scope = { bureau, offices: withBelow(ports.offices, bureau, office) };
    const then = await evaluateIndicators(ledger, registry, { ...scope, asOf: seal.position }, period, asked);
    const now = await evaluateIndicators(ledger, registry, { ...scope, asOf }, period, asked);
    for (const [at, figure] of wanted.entries()) {
      const reported = figure.values.find((value) => value.office === office);
      if (reported === undefined) continue;
      const [before, after] = [then[at] as IndicatorValue, now[at] as IndicatorValue];
      const restated = await restateOne(ports, seal, { ...scope, asOf }, period, figure, reported, before, after);
      if (restated !== undefined) found.push(restated);
    }
  }
  return found;
};

/** Undefined where nothing moved. */
const restateOne = async (
  { registry, ledger }: RestatementPorts,
  seal: RecordedSeal,
  reading: Reading,
  period: Period,
  { indicator, unit, definition: sealedBy }: SealedFigure,
  reported: SealedValue,
  before: IndicatorValue,
  after: IndicatorValue,
): Promise<RestatedFigure | undefined> => {
  const definition = registry.indicators.get(indicator) as IndicatorDefinition;
  const sides = sidesOf(reported, before, after);
  const same = reported.value === (after.value ?? undefined);
  if (
    same &&
    !sides.some(({ difference, byRecords, byDefinition }) => [difference, byRecords, byDefinition].some(moved))
  )
    return undefined;
  const causes = await causesOf(ledger, registry, reading, period, indicator, seal.position);
  const now = definitionHash(registry, definition, period.to);
  const delta = less(after.value, reported.value);
  return {
    indicator,
    office: reported.office,
    unit,
    reported,
    restated: {
      office: reported.office,
      ...(after.value === null ? {} : { value: after.value }),
      ...(after.numerator === undefined ? {} : { numerator: after.numerator }),
      ...(after.denominator === undefined ? {} : { denominator: after.denominator }),
      printed: after.printed,
    },
    delta,
    ...(now === sealedBy ? {} : { definition: { sealed: sealedBy, now } }),
    ...(definition.kind === 'STOCK' && delta !== null ? { openingAdjustment: delta } : {}),
    sides: sides.map((side) => ({ ...side, ...causes(side.side) })),
  };
};

type Difference = Omit<RestatedSide, 'additive' | 'causes'>;

/** The sides of a figure as sealed, as the definition of today gives them for then, and as they are. */
const sidesOf = (reported: SealedValue, before: IndicatorValue, after: IndicatorValue): readonly Difference[] => {
  const isRate = after.numerator !== undefined || reported.numerator !== undefined;
  const names: readonly RestatedSide['side'][] = isRate ? ['numerator', 'denominator'] : ['value'];
  return names.map((side) => ({
    side,
    sealed: reported[side] ?? null,
    restated: after[side] ?? null,
    difference: less(after[side], reported[side]),
    byRecords: less(after[side], before[side]),
    byDefinition: less(before[side], reported[side]),
  }));
};

/** By side, the postings recorded after the seal, and whether they add up to what records moved. */
const causesOf = async (
  ledger: RestatementPorts['ledger'],
  registry: Registry,
  reading: Reading,
  period: Period,
  indicator: string,
  after: number,
): Promise<(side: RestatedSide['side']) => Pick<RestatedSide, 'additive' | 'causes'>> => {
  const terms = await explainIndicator(ledger, registry, reading, period, indicator);
  const earlier = await explainIndicator(ledger, registry, { ...reading, asOf: after }, period, indicator);
  const posted = await Promise.all(terms.map(({ term }) => ledger.postingsAfter(reading, term, after)));
  // A baseline that was set meanwhile begins the count anew: then the postings are listed, and add up to nothing by themselves.
  const sameTerms = JSON.stringify(terms) === JSON.stringify(earlier);
  return (side) => ({
    additive: sameTerms && terms.every((item) => item.side !== side || !countsPersons(item)),
    causes: terms.flatMap(({ term, side: theirs, sign }, at) =>
      theirs !== side
        ? []
        : (posted[at] ?? []).map((posting) => ({
            measure: term.measure,
            ...posting,
            signed: exact(posting.amount).times(sign).toFixed(),
          })),
    ),
  });
};

const countsPersons = ({ term: { mode } }: ExplainedTerm): boolean =>
  mode === 'persons-flow' || mode === 'persons-stock';
