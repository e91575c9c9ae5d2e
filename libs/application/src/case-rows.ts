import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { CaseFigures, type LeafFigure, dateOf, figuresOf, periodTo, sectionOf, spokenIn } from './case-figures.js';
import type { CaseFile, CaseRow, Match } from './case-file.js';
import { type IndicatorValue, evaluateIndicators } from './evaluate-indicators.js';
import { parseFormula } from './expressions.js';
import type { LocalDate, Period } from './kernel.js';
import { satisfies } from './operator.js';
import type { Ledger, Reading } from './ports/ledger.js';
import type { Registry } from './registry.js';

/** What a printed row means and what the log says of it. */
export interface RowFigure {
  readonly row: CaseRow;
  /** The indicator it means, where a line has it; else the first code the row gives. */
  readonly indicator: string | null;
  readonly period: Period;
  readonly value: IndicatorValue | null;
  /** The figures the value is worked out of; the indicator itself where it is one. */
  readonly basis: readonly LeafFigure[];
  readonly match: Match | 'awaiting-line' | 'not-computed';
  /** What must exist before it can be computed: sections of the activity, `funds`, `establishment`. */
  readonly awaits: readonly string[];
}

/** Paths named by the derivations of a row. */
const pathsOf = (row: CaseRow): readonly string[] => [
  ...new Set(row.derivations.flatMap(({ expression }) => spokenIn(parseFormula(expression)))),
];

/**
 * The indicator a row means: of those its code names or begins, the one that the leaves of its derivation speak of; the
 * code itself where they speak of several, or of none.
 */
export const indicatorOf = (file: CaseFile, registry: Registry, row: CaseRow): string | undefined => {
  if (row.indicator?.length !== 1) return undefined;
  const [code] = row.indicator as readonly [string];
  const spoken = pathsOf(row).flatMap((path) => figuresOf(file, registry, path) ?? []);
  // A figure narrowed to one project or topic is no reading of the whole indicator.
  if (spoken.some(({ where, per }) => where !== undefined || per !== 1)) return undefined;
  // Money that no formula derives is not the money of the whole bureau.
  if (row.kind === 'budget' && row.derivations.length === 0) return undefined;
  const isRate = (unit: string | null | undefined): boolean => /%|率/.test(unit ?? '');
  // The log keeps 元; a row in 万元 is worked out by its formula.
  if (row.unitOfCount === '万元') return undefined;
  const fits = (found: string): boolean =>
    (found === code || found.startsWith(`${code}-`)) &&
    // A rate does not mean the count above its line.
    isRate(registry.indicators.get(found)?.unit) === isRate(row.unitOfCount);
  const meant = [...new Set(spoken.map(({ indicator }) => indicator).filter(fits))];
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  const definition = registry.indicators.get(code);
  return definition !== undefined && isRate(definition.unit) === isRate(row.unitOfCount) ? code : undefined;
};

/** Sections of the case that no line answers for. */
const awaitedBy = (file: CaseFile, registry: Registry, row: CaseRow): readonly string[] => [
  ...new Set(
    pathsOf(row)
      .filter((path) => figuresOf(file, registry, path) === undefined)
      .map(sectionOf),
  ),
];

/**
 * Reads every row of a case from the ledger, in order, and says how it stands to what is printed. A row whose reading of an
 * indicator is told by a variant, or that speaks of one project or topic, is worked out by its formula.
 */
export const readRows = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<readonly RowFigure[]> => {
  const meant = file.rows.map((row) => ({
    row,
    code: row.variant == null ? indicatorOf(file, registry, row) : undefined,
    to: dateOf(file, row),
  }));
  const [sheets, figures] = await Promise.all([
    sheetsOf(file, registry, ledger, reading, meant),
    CaseFigures.read(
      file,
      registry,
      ledger,
      reading,
      meant.flatMap(({ row, to }) => row.derivations.map(({ expression }) => [expression, to] as const)),
    ),
  ]);
  return meant.map(({ row, code, to }) => {
    const own = code === undefined ? undefined : sheets.get(to)?.get(code);
    const worked = row.derivations.map(({ expression }) => figures.valueOf(expression, to));
    const value = own ?? workedOut(row, worked[0] ?? null);
    return {
      row,
      indicator: code ?? row.indicator?.[0] ?? null,
      period: periodTo(file, to),
      value,
      basis:
        own === undefined
          ? pathsOf(row).flatMap((path) => figuresOf(file, registry, path, to) ?? [])
          : [{ indicator: own.code, period: periodTo(file, to), per: 1 }],
      ...standing(file, registry, row, value, own === undefined ? worked : worked.slice(1)),
    };
  });
};

const sheetsOf = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
  meant: readonly { readonly code: string | undefined; readonly to: LocalDate }[],
): Promise<ReadonlyMap<LocalDate, ReadonlyMap<string, IndicatorValue>>> => {
  const codes = new Map<LocalDate, Set<string>>();
  for (const { code, to } of meant)
    if (code !== undefined) codes.set(to, (codes.get(to) ?? new Set<string>()).add(code));
  return new Map(
    await Promise.all(
      [...codes].map(async ([to, wanted]) => {
        const found = await evaluateIndicators(ledger, registry, reading, periodTo(file, to), [...wanted]);
        return [to, new Map(found.map((value) => [value.code, value]))] as const;
      }),
    ),
  );
};

const MOST_DECIMALS = 2;

/** As many decimals as are printed; where another number is printed, as many as the value has, so that the difference shows. */
const decimalsFor = (row: CaseRow, printed: number, value: Exact): number => {
  const decimals = decimalsPrinted(row);
  return roundForPrint(value, decimals).equals(printed)
    ? decimals
    : Math.max(decimals, Math.min(value.decimalPlaces(), MOST_DECIMALS));
};

/** A value that the formula of a row gives, as a figure of the row's unit. */
const workedOut = (row: CaseRow, value: Exact | null): IndicatorValue | null => {
  if (value === null) return null;
  const decimals = row.actual === null ? MOST_DECIMALS : decimalsFor(row, row.actual.number, value);
  const unit = row.unitOfCount ?? '';
  const rounded = roundForPrint(value, decimals).toFixed(decimals);
  return {
    code: row.indicator?.[0] ?? row.id,
    unit,
    value: value.toFixed(),
    printed: unit === '%' ? `${rounded}%` : rounded,
    decimals,
    version: null,
    awaits: [],
  };
};

const standing = (
  file: CaseFile,
  registry: Registry,
  row: CaseRow,
  value: IndicatorValue | null,
  others: readonly (Exact | null)[],
): Pick<RowFigure, 'match' | 'awaits'> => {
  if (value !== null && value.awaits.length > 0)
    return {
      match: 'awaiting-line',
      awaits: [...new Set(value.awaits.map((measure) => measure.split('.')[0] ?? measure))],
    };
  const awaits = awaitedBy(file, registry, row);
  if (value === null && awaits.length > 0) return { match: 'awaiting-line', awaits };
  if (value === null && row.derivations.length === 0 && row.actual !== null)
    return { match: 'not-computed', awaits: [] };
  if (row.kind === 'manual' || row.kind === 'qualitative')
    return { match: value === null ? 'not-computed' : matchOf(row, exactOf(value)), awaits: [] };
  // A row that prints several figures in one is right only if each of them is.
  const matches = [exactOf(value), ...others].map((item) => matchOf(row, item));
  return { match: matches.find((match) => match === 'contradicts') ?? matches[0] ?? 'unprinted', awaits: [] };
};

const exactOf = (value: IndicatorValue | null): Exact | null => (value?.value == null ? null : exact(value.value));

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
  if (satisfies(value, target.operator ?? row.scoredAs ?? '=', target.number)) return 'meets-target';
  // What running text claims as reached is a statement; a target of the form is none.
  return row.level1 === null && target.operator !== null ? 'contradicts' : 'unprinted';
};

/** Decimals of the number as it stands in the cell: two for 51.63%. */
const decimalsPrinted = ({ printedActual, actual }: CaseRow): number => {
  const printed = (printedActual?.match(/\d+(?:\.\d+)?/g) ?? []).find((text) => Number(text) === actual?.number);
  return (printed ?? String(actual?.number ?? 0)).split('.')[1]?.length ?? 0;
};

/** 20余 is 20 to 29, 近600 is 501 to 600: within one of the last figure that is not a zero. */
const about = (value: Exact, printed: number, side: 'above' | 'below'): boolean => {
  const step = 10 ** (/0*$/.exec(String(printed))?.[0].length ?? 0);
  return side === 'above'
    ? value.greaterThanOrEqualTo(printed) && value.lessThan(printed + step)
    : value.greaterThan(printed - step) && value.lessThanOrEqualTo(printed);
};
