import { roundForPrint, toTenThousands } from '#kernel/money.js';
import { type OfficeMonth, completenessByIndicator, reportedAs } from '../completeness.js';
import { type IndicatorValue, evaluateIndicators } from '../evaluate-indicators.js';
import { type Expression, type IndicatorDefinition, type Narrowing, versionAt } from '../indicator.js';
import { type LocalDate, type Period, fiscalYear } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { unitOf } from '../scoring/parse-figure.js';
import { definitionHash } from '../sealing/definition-of-figure.js';
import { officesOf } from '../sealing/freeze-figures.js';
import type { PerformanceRow, PerformanceSheet } from './performance-sheet.js';
import type { FoundSheet } from './read-sheets.js';
import { type SheetMoney, readMoney } from './sheet-money.js';

export interface ActualsPorts {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly offices: OfficeDirectory;
}

/** The result of a row as the log gives it. */
export interface RowActual {
  readonly row: string;
  /** Code of the figure: in an earmark of other money, the one that stands for the row's. */
  readonly indicator: string;
  /** Set where the figure is that of the sheet's project alone. */
  readonly where?: Narrowing;
  /** Of the value as it stands here: money in the unit of the row. */
  readonly unit: string;
  /** Exact; null where there is none: nothing to divide by, not known, or nobody reported. */
  readonly value: string | null;
  readonly numerator?: string;
  readonly denominator?: string;
  /** With its unit. */
  readonly printed: string;
  /** Months of offices that neither logged anything of the field of work nor declared it empty. */
  readonly missing: number;
  /** Whether it grows through the year, or stands as it is. */
  readonly grows: boolean;
  /** Start of the definition in force, its edition, and the hash of all it rests on; absent for a code nobody defines. */
  readonly version?: LocalDate;
  readonly revision?: number;
  readonly definition?: string;
}

/** Everything the log knows of a sheet, as known at one position. */
export interface Actuals {
  readonly period: Period;
  readonly rows: readonly RowActual[];
  /** Absent where no budget of it is recorded. */
  readonly money?: SheetMoney;
}

/** The fiscal year of a sheet up to a day, the whole of it where none is given. */
export const periodOfSheet = (sheet: Pick<PerformanceSheet, 'fiscalYear'>, to?: LocalDate): Period => {
  const year = fiscalYear(sheet.fiscalYear);
  return to === undefined ? year : { scheme: 'CUSTOM', from: year.from, to };
};

/** Figures of a sheet are those of the whole bureau: a budget is the bureau's, whichever office keeps the sheet. */
export const readingOfSheet = (
  { offices }: Pick<ActualsPorts, 'offices'>,
  { bureau }: FoundSheet,
  asOf?: number,
): Reading => ({ bureau, offices: officesOf(offices, bureau), ...(asOf === undefined ? {} : { asOf }) });

/** Results of the rows that are computed, and the money, for a period of the fiscal year. */
export const readActuals = async (
  ports: ActualsPorts,
  found: FoundSheet,
  period: Period,
  today: LocalDate,
  asOf?: number,
): Promise<Actuals> => {
  const { registry, ledger } = ports;
  const reading = readingOfSheet(ports, found, asOf);
  const { money, figureOf } = await readMoney(ports, reading, period, found.sheet);
  const computed = found.sheet.rows.flatMap((row) =>
    row.indicator === undefined ? [] : [{ row, indicator: row.indicator, figure: figureOf(row.indicator) }],
  );
  const figures = new Map(
    computed.flatMap(({ figure }) =>
      figure !== undefined && registry.indicators.has(figure.code) ? [[figure.code, figure] as const] : [],
    ),
  );
  const [values, monthsOf] = await Promise.all([
    evaluateIndicators(ledger, registry, reading, period, [...figures.values()]),
    completenessByIndicator(ports, reading, [...figures.keys()], period, today),
  ]);
  const byCode = new Map(values.map((value) => [value.code, value]));
  return {
    period,
    rows: computed.map(({ row, indicator, figure }) => {
      const value = byCode.get(figure?.code ?? '');
      if (figure === undefined || value === undefined) return unknown(row, indicator);
      const where = Object.keys(figure.where).length === 0 ? {} : { where: figure.where };
      return { ...rowActual(registry, row, value, monthsOf(figure.code), period.to), ...where };
    }),
    ...(money === undefined ? {} : { money }),
  };
};

const IN_YUAN = '元';
const IN_TEN_THOUSANDS = '万元';

/** The value in the unit of the row where that is another unit of money. */
export const inUnitOf = (row: PerformanceRow, found: IndicatorValue): Pick<RowActual, 'unit' | 'value' | 'printed'> => {
  const { unit, value, printed, decimals } = found;
  const wanted = row.target.unit === undefined ? unit : unitOf(row.target.unit);
  if (value !== null && unit === IN_YUAN && wanted === IN_TEN_THOUSANDS) {
    const converted = toTenThousands(value);
    return {
      unit: wanted,
      value: converted.toFixed(),
      printed: `${roundForPrint(converted, decimals).toFixed(decimals)}${wanted}`,
    };
  }
  return { unit, value, printed: value === null || unit === '%' ? printed : `${printed}${unit}` };
};

/** Whether a formula only adds up what happened in the period, so that it grows through the year. */
const growing = (registry: Registry, expression: Expression, to: LocalDate): boolean => {
  if ('sum' in expression) return expression.sum.every((item) => growing(registry, item, to));
  if ('less' in expression) return expression.less.every((item) => growing(registry, item, to));
  if ('persons' in expression) return expression.of === 'flow';
  if (!('indicator' in expression)) return 'flow' in expression || 'cohort' in expression;
  const other = registry.indicators.get(expression.indicator);
  return other !== undefined && grows(registry, other, to);
};

const grows = (registry: Registry, definition: IndicatorDefinition, to: LocalDate): boolean => {
  const version = versionAt(definition, to);
  return version !== undefined && 'value' in version && growing(registry, version.value, to);
};

/** A row whose figure nobody defines, or its project does not have. */
const unknown = ({ id: row }: PerformanceRow, indicator: string): RowActual => ({
  ...{ row, indicator, unit: '', value: null, printed: '—', missing: 0, grows: false },
});

const rowActual = (
  registry: Registry,
  row: PerformanceRow,
  found: IndicatorValue,
  months: readonly OfficeMonth[],
  to: LocalDate,
): RowActual => {
  const { code: indicator } = found;
  const definition = registry.indicators.get(indicator);
  if (definition === undefined) return unknown(row, indicator);
  const { printed, missing } = reportedAs(found, months);
  const silent = printed !== found.printed;
  const { numerator, denominator } = found;
  return {
    row: row.id,
    indicator,
    ...inUnitOf(row, silent ? { ...found, value: null, printed } : found),
    ...(silent || numerator === undefined ? {} : { numerator }),
    ...(silent || denominator === undefined ? {} : { denominator }),
    missing,
    grows: grows(registry, definition, to),
    ...(found.version === null ? {} : { version: found.version }),
    revision: registry.own.get(indicator)?.revision ?? 1,
    definition: definitionHash(registry, definition, to),
  };
};
