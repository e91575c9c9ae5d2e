import { type Exact, exact, toTenThousands } from '#kernel/money.js';
import type { CaseFile, CaseRow } from '../case-file.js';
import { formTerms } from '../documents/terms.js';
import type { Actuals, RowActual } from '../evaluation/actuals.js';
import type { EvaluatedRow, PerformanceRow } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import type { Rejection } from '../kernel.js';
import type { Registry } from '../registry.js';
import { parseFigure, unitOf } from '../scoring/parse-figure.js';
import type { ScoredSheet } from '../scoring/score-sheet.js';
import { levels } from '../scoring/terms.js';
import { ROW_IDS } from '../year-end/sheet-case.js';
import { placeTerms } from './terms.js';

/** A text a person wrote on a sheet, with the row it stands beside. */
export interface SheetText {
  readonly place: string;
  readonly row?: string;
  readonly text: string;
}

/** A figure of the page: what it is called, and every number it may be told by. */
export interface NamedFigure {
  readonly row: string;
  readonly names: readonly string[];
  readonly values: readonly { readonly value: Exact; readonly unit: string }[];
}

/** A sheet as it would be read on paper: results filled in, what persons wrote, and the score it has. */
export interface SheetPage {
  readonly found: FoundSheet;
  readonly registry: Registry;
  readonly actuals: Actuals;
  readonly file: CaseFile;
  readonly score: ScoredSheet | Rejection;
  readonly texts: readonly SheetText[];
  readonly figures: readonly NamedFigure[];
}

/** Results of the log in the cells they will be printed in; money in another unit, or of a project alone, is no whole figure. */
export const filledIn = (file: CaseFile, { rows }: Actuals, registry: Registry): CaseFile => {
  const found = new Map(rows.map((row) => [row.row, row]));
  const fill = (row: CaseRow): CaseRow => {
    const actual = found.get(row.id);
    if (actual === undefined || actual.value === null) return row;
    const { number } = parseFigure(actual.printed);
    const whole = actual.where === undefined && registry.indicators.get(actual.indicator)?.unit === actual.unit;
    return {
      ...row,
      printedActual: actual.printed,
      actual: whole && number !== undefined ? { number: Number(number), unit: actual.unit } : null,
    };
  };
  return { ...file, rows: file.rows.map(fill) };
};

const said = (place: keyof typeof placeTerms, text: string | undefined, row?: string): readonly SheetText[] =>
  text === undefined || text.trim() === ''
    ? []
    : [{ place: placeTerms[place].zh, text, ...(row === undefined ? {} : { row }) }];

/** Everything persons wrote in words. */
export const textsOf = ({ sheet }: FoundSheet): readonly SheetText[] => {
  const { purpose, goal, rows, evaluation, monitorings } = sheet;
  const firstOf = (level1: string, level2: string): string | undefined =>
    rows.find((row) => row.level1 === level1 && row.level2 === level2)?.id;
  return [
    ...said('finding.place.purpose', purpose),
    ...said('finding.place.goal', goal),
    ...rows.flatMap(({ id, description }) => said('finding.place.description', description, id)),
    ...(evaluation?.rows ?? []).flatMap(({ row, deviationReason }) =>
      said('finding.place.deviation', deviationReason, row),
    ),
    ...(evaluation?.groups ?? []).flatMap(({ level1, level2, deviationReason }) =>
      said('finding.place.deviation', deviationReason, firstOf(level1, level2)),
    ),
    ...said('finding.place.deviation', evaluation?.execution?.deviationReason),
    ...monitorings.flatMap((monitoring) =>
      monitoring.rows.flatMap(({ row, explanation }) => said('finding.place.monitoring', explanation, row)),
    ),
  ];
};

export const plainName = (name: string): string => name.replaceAll(/[\s,，.。;；、]/g, '');

type Value = NamedFigure['values'][number];
const HUNDRED = 100;

/** Target and results of a row, what lies between them, and how much of the target was done. */
const valuesOf = (
  { target }: PerformanceRow,
  actual: RowActual | undefined,
  entered: EvaluatedRow | undefined,
  monitored: readonly string[],
): readonly Value[] => {
  const unit = target.unit === undefined ? (actual?.unit ?? '') : unitOf(target.unit);
  const results = [
    ...(actual?.value == null ? [] : [actual.value]),
    ...(entered?.actual === undefined ? [] : [entered.actual]),
    ...monitored,
  ].map(exact);
  const wanted = target.number === undefined ? undefined : exact(target.number);
  const whole = (values: readonly Exact[], of = unit): readonly Value[] => values.map((value) => ({ value, unit: of }));
  if (wanted === undefined) return whole(results);
  return [
    ...whole([wanted, ...results]),
    ...whole(results.map((result) => result.minus(wanted).abs())),
    ...(wanted.isZero()
      ? []
      : whole(
          results.map((result) => result.times(HUNDRED).dividedBy(wanted)),
          '%',
        )),
    ...[actual?.numerator, actual?.denominator].flatMap((part) =>
      part === undefined ? [] : [{ value: exact(part), unit: '' }],
    ),
  ];
};

const amount = (yuan: Exact): readonly Value[] => [
  { value: yuan, unit: '元' },
  { value: toTenThousands(yuan), unit: '万元' },
];

const moneyFigures = ({ sheet }: FoundSheet, { money }: Actuals): readonly NamedFigure[] => {
  const row = ROW_IDS.money;
  const budget = exact(sheet.budget);
  if (money === undefined) return [{ row, names: [formTerms.adjustedBudget], values: amount(budget) }];
  const [initial, adjusted, executed] = [money.initial, money.adjusted, money.executed].map(exact) as [
    Exact,
    Exact,
    Exact,
  ];
  const rates = [initial, adjusted]
    .filter((base) => !base.isZero())
    .map((base) => executed.times(HUNDRED).dividedBy(base));
  return [
    { row, names: [levels.execution.zh, formTerms.rate], values: rates.map((value) => ({ value, unit: '%' })) },
    { row, names: [formTerms.adjustedBudget], values: [budget, initial, adjusted].flatMap(amount) },
    { row, names: [formTerms.executed], values: amount(executed) },
    { row, names: [], values: [initial, adjusted].flatMap((base) => amount(base.minus(executed).abs())) },
  ];
};

/** Every figure of the page. */
export const figuresOf = (found: FoundSheet, actuals: Actuals): readonly NamedFigure[] => {
  const { rows, evaluation, monitorings } = found.sheet;
  return [
    ...rows.map((row) => ({
      row: row.id,
      names: [plainName(row.level3)],
      values: valuesOf(
        row,
        actuals.rows.find((actual) => actual.row === row.id),
        evaluation?.rows.find((entered) => entered.row === row.id),
        monitorings
          .flatMap((monitoring) => monitoring.rows.filter((item) => item.row === row.id))
          .flatMap(({ actual, forecast }) => [actual, forecast].flatMap((value) => value ?? [])),
      ),
    })),
    ...moneyFigures(found, actuals),
    ...monitorings.map(({ executed, forecastExecuted }) => ({
      row: ROW_IDS.money,
      names: [],
      values: [executed, forecastExecuted].map(exact).flatMap(amount),
    })),
  ];
};
