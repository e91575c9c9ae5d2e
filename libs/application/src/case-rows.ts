import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { type CaseFile, type CaseRow, type Match, type Operator, countedAt } from './case-file.js';
import { type IndicatorValue, evaluateIndicators } from './evaluate-indicators.js';
import { parseFormula, pathsIn } from './expressions.js';
import { type LocalDate, type Period, addDays } from './kernel.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';
import { bindingsOf, meaningOf } from './simulate.js';

/** A leaf of the activity as a figure: which indicator, over which days. */
export interface LeafFigure {
  readonly indicator: string;
  readonly period: Period;
}

/** What a printed row means and what the log says of it. */
export interface RowFigure {
  readonly row: CaseRow;
  /** The indicator it means, where a line has it; else the first code the row gives. */
  readonly indicator: string | null;
  readonly period: Period;
  readonly value: IndicatorValue | null;
  readonly match: Match | 'awaiting-line' | 'not-computed';
  /** What must exist before it can be computed: sections of the activity, `funds`, `establishment`. */
  readonly awaits: readonly string[];
}

/** The days a figure of the case covers when it is counted at the end of `to`. */
export const periodTo = (file: CaseFile, to: LocalDate): Period => {
  const from = to < file.period.from ? `${to.slice(0, 4)}-01-01` : file.period.from;
  return { scheme: 'CUSTOM', from, to };
};

/** The day at whose end a row is counted. */
export const dateOf = (file: CaseFile, row: CaseRow): LocalDate => row.asOf ?? countedAt(file);

/** The figure behind a path `activity.<section>.<leaf>`; null where the leaf is no figure, undefined where no line knows it. */
export const figureOfLeaf = (file: CaseFile, registry: Registry, path: string): LeafFigure | null | undefined => {
  const [, section = '', leaf = ''] = path.split('.');
  const binding = bindingsOf(registry).find((item) => item.section === section);
  const meaning = binding === undefined ? undefined : meaningOf(binding, leaf);
  if (meaning === null || meaning === undefined) return meaning;
  if (typeof meaning === 'string') return { indicator: meaning, period: periodTo(file, countedAt(file)) };
  const to = meaning.at === 'opening' ? addDays(file.period.from, -1) : `${leaf.slice(-4)}-12-31`;
  return { indicator: meaning.indicator, period: periodTo(file, to) };
};

/** Paths named by the derivations of a row. */
const pathsOf = (row: CaseRow): readonly string[] => [
  ...new Set(row.derivations.flatMap(({ expression }) => pathsIn(parseFormula(expression)))),
];

/**
 * The indicator a row means: of those its code names or begins, the one that the leaves of its derivation speak of; the
 * code itself where they speak of several, or of none.
 */
export const indicatorOf = (file: CaseFile, registry: Registry, row: CaseRow): string | undefined => {
  if (row.indicator?.length !== 1) return undefined;
  const [code] = row.indicator as readonly [string];
  const spoken = pathsOf(row).flatMap((path) => figureOfLeaf(file, registry, path)?.indicator ?? []);
  const isRate = (unit: string | null | undefined): boolean => /%|率/.test(unit ?? '');
  const fits = (found: string): boolean =>
    (found === code || found.startsWith(`${code}-`)) &&
    // A rate does not mean the count above its line.
    isRate(registry.indicators.get(found)?.unit) === isRate(row.unitOfCount);
  const meant = [...new Set(spoken.filter(fits))];
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  return registry.indicators.has(code) ? code : undefined;
};

const DEFAULT_SOURCE = { budget: 'funds', survey: 'surveys', establishment: 'establishment', event: 'events' } as const;

/** Sections of the case that no line answers for yet. */
const awaitedBy = (file: CaseFile, registry: Registry, row: CaseRow): readonly string[] => {
  const known = new Set(bindingsOf(registry).map(({ section }) => section));
  const sections = pathsOf(row).map((path) => {
    const [root = '', section = ''] = path.split('.');
    return root === 'activity' ? section : root;
  });
  const missing = sections.filter((section) => !known.has(section));
  if (missing.length > 0) return [...new Set(missing)];
  return row.kind in DEFAULT_SOURCE ? [DEFAULT_SOURCE[row.kind as keyof typeof DEFAULT_SOURCE]] : [];
};

/** Reads every row of a case from the ledger, in order, and says how it stands to what is printed. */
export const readRows = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<readonly RowFigure[]> => {
  const meant = file.rows.map((row) => ({ row, code: indicatorOf(file, registry, row), to: dateOf(file, row) }));
  const dates = [...new Set(meant.filter(({ code }) => code !== undefined).map(({ to }) => to))];
  const values = new Map(
    await Promise.all(
      dates.map(async (to) => {
        const codes = [
          ...new Set(meant.flatMap((item) => (item.to === to && item.code !== undefined ? [item.code] : []))),
        ];
        const found = await evaluateIndicators(ledger, registry, reading, periodTo(file, to), codes);
        return [to, new Map(found.map((value) => [value.code, value]))] as const;
      }),
    ),
  );
  return meant.map(({ row, code, to }) => {
    const value = code === undefined ? null : (values.get(to)?.get(code) ?? null);
    return {
      row,
      indicator: code ?? row.indicator?.[0] ?? null,
      period: periodTo(file, to),
      value,
      ...standing(file, registry, row, value),
    };
  });
};

const standing = (
  file: CaseFile,
  registry: Registry,
  row: CaseRow,
  value: IndicatorValue | null,
): Pick<RowFigure, 'match' | 'awaits'> => {
  if (value !== null && value.awaits.length > 0)
    return {
      match: 'awaiting-line',
      awaits: [...new Set(value.awaits.map((measure) => measure.split('.')[0] ?? measure))],
    };
  if (value !== null) return { match: matchOf(row, value.value === null ? null : exact(value.value)), awaits: [] };
  if (row.kind === 'manual' || row.kind === 'qualitative') return { match: 'not-computed', awaits: [] };
  return { match: 'awaiting-line', awaits: awaitedBy(file, registry, row) };
};

/** How a computed value stands to a printed one, at the decimals printed. A value that does not exist supports nothing. */
export const matchOf = (row: CaseRow, value: Exact | null): Match => {
  const { actual, actualBound, target } = row;
  if (actualBound !== undefined)
    return value !== null && satisfies(value, actualBound.operator, actualBound.number)
      ? 'within-bound'
      : 'contradicts';
  if (actual !== null) {
    if (value === null) return 'contradicts';
    if (actual.approximate !== undefined)
      return about(value, actual.number, actual.approximate) ? 'approximate' : 'contradicts';
    return roundForPrint(value, decimalsPrinted(row)).equals(actual.number) ? 'equals' : 'contradicts';
  }
  if (target === null || value === null) return 'unprinted';
  return satisfies(value, target.operator ?? '=', target.number) ? 'meets-target' : 'unprinted';
};

/** Decimals of the number as it stands in the cell: two for 51.63%. */
const decimalsPrinted = ({ printedActual, actual }: CaseRow): number => {
  const printed = (printedActual?.match(/\d+(?:\.\d+)?/g) ?? []).find((text) => Number(text) === actual?.number);
  return (printed ?? String(actual?.number ?? 0)).split('.')[1]?.length ?? 0;
};

export const satisfies = (value: Exact, operator: Operator, bound: number): boolean => {
  switch (operator) {
    case '≥':
      return value.greaterThanOrEqualTo(bound);
    case '≤':
      return value.lessThanOrEqualTo(bound);
    case '>':
      return value.greaterThan(bound);
    case '<':
      return value.lessThan(bound);
    case '=':
      return value.equals(bound);
  }
};

/** 20余 is 21 to 29, 近600 is 501 to 600: within one of the last figure that is not a zero. */
const about = (value: Exact, printed: number, side: 'above' | 'below'): boolean => {
  const step = 10 ** (/0*$/.exec(String(printed))?.[0].length ?? 0);
  return side === 'above'
    ? value.greaterThan(printed) && value.lessThan(printed + step)
    : value.greaterThan(printed - step) && value.lessThanOrEqualTo(printed);
};
