import { evaluateIndicators, explainIndicator, type IndicatorValue } from './evaluate-indicators.js';
import { firstOfMonth, lastOfMonth, type Period } from './kernel.js';
import type { MeasureDefinition } from './measure.js';
import { EVERY_OFFICE } from './office-scope.js';
import type { RollUpFigures, RollUpSource } from './ports/balances.js';
import type { Reading, SumTerm } from './ports/ledger.js';
import type { Registry } from './registry.js';

/** Digits of a division code that name each level. @source GB/T 2260 */
export const divisionLevels = { province: 2, city: 4, bureau: 6 } as const;
export type DivisionLevel = keyof typeof divisionLevels;

export const isDivisionLevel = (text: string): text is DivisionLevel => Object.hasOwn(divisionLevels, text);

/** A division's code in full: 43 is 430000. */
export const divisionCode = (digits: string): string => digits.padEnd(divisionLevels.bureau, '0');

/** What balances cannot tell: who a person is, days within a month, what was known at a past position, the rows behind a sum. */
export type Untold = 'persons' | 'part-months' | 'past-positions' | 'rows' | 'day-of-baseline';

export class BalancesCannotTell extends Error {
  constructor(
    readonly untold: Untold,
    what: string,
  ) {
    super(`balances cannot tell ${what} (${untold})`);
  }
}

/** Why a sum cannot be answered from balances; undefined when it can. */
export const untoldOf = ({ mode, from, to, alsoIn }: SumTerm): Untold | undefined => {
  if (mode === 'persons-flow' || mode === 'persons-stock' || alsoIn !== undefined) return 'persons';
  const begins = mode === 'stock' || from === undefined || from === firstOfMonth(from);
  return begins && to === lastOfMonth(to) ? undefined : 'part-months';
};

/** A person who comes into a flow twice is counted twice here, so that what is counted is times: 人次. */
const unitOf = ({ kind, unit, sum }: MeasureDefinition): string =>
  kind === 'flow' && unit === '人' && sum === undefined ? '人次' : unit;

export interface RollUpQuestion {
  readonly period: Period;
  readonly by: DivisionLevel;
  /** Only divisions whose codes begin so; all of them where it is empty. */
  readonly within?: string;
}

/** The balances of a measure over a period: flow of its months, or stock at its end. */
export interface MeasuredAmounts {
  readonly measure: string;
  readonly unit: string;
  readonly kind: MeasureDefinition['kind'];
  /** Exact decimals by area. */
  readonly amounts: Readonly<Record<string, string>>;
}

export interface ProvinceTable {
  readonly period: Period;
  readonly by: DivisionLevel;
  /** Codes in full, rising. */
  readonly areas: readonly string[];
  readonly sources: readonly RollUpSource[];
  /** Bureaus that several databases count: right where they share the lines out, wrong where one should be gone. */
  readonly shared: readonly string[];
  readonly measures: readonly MeasuredAmounts[];
  /** Measures that some database counts and this one does not know, so that they cannot be dated. */
  readonly unknown: readonly string[];
}

const termOf = ({ code, kind }: MeasureDefinition, { from, to }: Period): SumTerm =>
  kind === 'stock' ? { measure: code, mode: 'stock', to } : { measure: code, mode: kind, from, to };

/**
 * The figures of all databases added up by divisions.
 * @throws BalancesCannotTell when the period is not of whole months
 */
export const provinceTable = async (
  figures: RollUpFigures,
  registry: Registry,
  { period, by, within = '', measures }: RollUpQuestion & { readonly measures?: readonly string[] },
): Promise<ProvinceTable> => {
  const digits = divisionLevels[by];
  const counted = await figures.measures();
  const asked = measures ?? counted;
  const known = asked.flatMap((code) => registry.measures.get(code) ?? []);
  const terms = known.map((measure) => termOf(measure, period));
  const sums = await figures.sumsByArea(within, digits, terms);
  const areas = await figures.areas(within, digits);
  const sources = await figures.sources();
  const bureaus = sources.flatMap((source) => source.bureaus);
  return {
    period,
    by,
    areas: areas.map(divisionCode),
    sources,
    shared: [...new Set(bureaus.filter((bureau, at) => bureaus.indexOf(bureau) !== at))],
    measures: known.map((measure, at) => ({
      measure: measure.code,
      unit: unitOf(measure),
      kind: measure.kind,
      amounts: Object.fromEntries(areas.map((area) => [divisionCode(area), sums.get(area)?.[at] ?? '0'])),
    })),
    unknown: asked.filter((code) => !registry.measures.has(code)),
  };
};

export interface ProvinceIndicators {
  readonly areas: readonly { readonly area: string; readonly values: readonly IndicatorValue[] }[];
  /** Indicators that have to be asked of the counties, and why. */
  readonly untold: readonly { readonly code: string; readonly reason: Untold }[];
}

/** The same indicators as in a county, over all counties of a division, as far as balances can tell them. */
export const provinceIndicators = async (
  figures: RollUpFigures,
  registry: Registry,
  { period, by, within = '' }: RollUpQuestion,
  codes: readonly string[],
): Promise<ProvinceIndicators> => {
  const everywhere = readingOf(within);
  const told: string[] = [];
  const untold: { code: string; reason: Untold }[] = [];
  for (const code of codes) {
    const reason = await untoldOfIndicator(figures, registry, everywhere, period, code);
    if (reason === undefined) told.push(code);
    else untold.push({ code, reason });
  }
  const areas = [];
  for (const area of await figures.areas(within, divisionLevels[by])) {
    const values = await evaluateIndicators(figures, registry, readingOf(area), period, told);
    areas.push({ area: divisionCode(area), values });
  }
  return { areas, untold };
};

const readingOf = (division: string): Reading => ({ bureau: division, offices: [EVERY_OFFICE] });

const untoldOfIndicator = async (
  figures: RollUpFigures,
  registry: Registry,
  reading: Reading,
  period: Period,
  code: string,
): Promise<Untold | undefined> => {
  try {
    const terms = await explainIndicator(figures, registry, reading, period, code);
    return terms.map(({ term }) => untoldOf(term)).find((reason) => reason !== undefined);
  } catch (error) {
    if (error instanceof BalancesCannotTell) return error.untold;
    throw error;
  }
};
