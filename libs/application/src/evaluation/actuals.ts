import { exact, roundForPrint, toTenThousands } from '#kernel/money.js';
import { type OfficeMonth, completeness, reportedAs } from '../completeness.js';
import { type Asked, type IndicatorValue, evaluateIndicators } from '../evaluate-indicators.js';
import { type Expression, type IndicatorDefinition, versionAt } from '../indicator.js';
import { type LocalDate, type Period, fiscalYear } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import type { Registry } from '../registry.js';
import { unitOf } from '../scoring/parse-figure.js';
import { definitionHash } from '../sealing/definition-of-figure.js';
import { officesOf } from '../sealing/freeze-figures.js';
import type { MoneyDefinition, PerformanceRow, PerformanceSheet } from './performance-sheet.js';
import type { FoundSheet } from './read-sheets.js';

export interface ActualsPorts {
  readonly registry: Registry;
  readonly ledger: Ledger;
  readonly offices: OfficeDirectory;
}

/** The result of a row as the log gives it. */
export interface RowActual {
  readonly row: string;
  readonly indicator: string;
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

/** Money of the sheet's subject. 元 */
export interface SheetMoney {
  readonly initial: string;
  readonly adjusted: string;
  readonly executed: string;
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
  const computed = found.sheet.rows.filter(
    (row): row is PerformanceRow & { readonly indicator: string } => row.indicator !== undefined,
  );
  const codes = [...new Set(computed.map(({ indicator }) => indicator))].filter((code) =>
    registry.indicators.has(code),
  );
  const [values, monthsOf, money] = await Promise.all([
    evaluateIndicators(ledger, registry, reading, period, codes),
    monthsOwed(ports, reading, period, codes, today),
    readMoney(ports, reading, period, found.sheet),
  ]);
  const byCode = new Map(values.map((value) => [value.code, value]));
  return {
    period,
    rows: computed.map((row) =>
      rowActual(registry, row, byCode.get(row.indicator), monthsOf(row.indicator), period.to),
    ),
    ...(money === undefined ? {} : { money }),
  };
};

/** Months that offices owe a report for, by indicator. */
const monthsOwed = async (
  ports: ActualsPorts,
  reading: Reading,
  period: Period,
  codes: readonly string[],
  today: LocalDate,
): Promise<(code: string) => readonly OfficeMonth[]> => {
  const lineOf = new Map(
    ports.registry.lines.flatMap(({ code, indicators }) => indicators.map((item) => [item.code, code] as const)),
  );
  const lines = ports.registry.lines.filter((line) => codes.some((code) => lineOf.get(code) === line.code));
  const months = await completeness(ports, reading, lines, period, today);
  return (code) => months.filter(({ line }) => line === lineOf.get(code));
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

const rowActual = (
  registry: Registry,
  row: PerformanceRow & { readonly indicator: string },
  found: IndicatorValue | undefined,
  months: readonly OfficeMonth[],
  to: LocalDate,
): RowActual => {
  const { indicator } = row;
  const definition = registry.indicators.get(indicator);
  if (found === undefined || definition === undefined)
    return { row: row.id, indicator, unit: '', value: null, printed: '—', missing: 0, grows: false };
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

/** The line that knows the money of projects; undefined where none is served here. */
export const moneyOf = (registry: Registry): MoneyDefinition | undefined =>
  registry.lines.find(({ money }) => money !== undefined)?.money;

const readMoney = async (
  { registry, ledger }: ActualsPorts,
  reading: Reading,
  period: Period,
  { subject, subjectCode }: PerformanceSheet,
): Promise<SheetMoney | undefined> => {
  const definition = moneyOf(registry);
  if (definition === undefined) return undefined;
  const whole = subject === 'department';
  const kinds = whole ? definition.kinds.slice(0, 1) : definition.kinds;
  const ask = (code: string): Asked => (whole ? code : { code, where: { [definition.project]: subjectCode } });
  const asked = kinds.flatMap(({ initial, adjusted, executed }) => [initial, adjusted, executed].map(ask));
  const values = (await evaluateIndicators(ledger, registry, reading, period, asked)).map(({ value }) => value ?? '0');
  const found = kinds.map((_, at) => values.slice(at * 3, at * 3 + 3) as [string, string, string]);
  const counting = found.find((sums) => sums.some((sum) => !exact(sum).isZero()));
  if (counting === undefined) return undefined;
  const [initial, adjusted, executed] = counting;
  return { initial, adjusted, executed };
};
