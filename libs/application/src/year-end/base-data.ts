import { exact, toTenThousands } from '#kernel/money.js';
import type { CaseRow } from '../case-file.js';
import { PERCENT, UNIT_OF_MONEY, figureEntry, moneyText, rateText } from '../documents/figure-entry.js';
import { ofIndicator } from '../documents/figure-sources.js';
import type { FigureSource, PrintedFigure } from '../documents/printed.js';
import { reportedValue } from '../documents/sealed-figures.js';
import { baseDataTerms, documentTerms } from '../documents/terms.js';
import { type ActualsPorts, readingOfSheet } from '../evaluation/actuals.js';
import type { BaseDataDefinition } from '../evaluation/base-data.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import { evaluateIndicators } from '../evaluate-indicators.js';
import { type Period, fiscalYear } from '../kernel.js';
import type { Registry } from '../registry.js';
import { type AskedFigure, type MoneyLine, moneyLines } from './base-data-lines.js';
import type { SealedActuals } from './sealed-actuals.js';

/** The base data of a department: rows for its form, their figures by id, and what nobody recorded, in the words of the form. */
export interface BaseData {
  readonly rows: readonly CaseRow[];
  readonly figures: ReadonlyMap<string, PrintedFigure>;
  readonly missing: readonly string[];
}

export interface BaseDataRequest {
  readonly found: FoundSheet;
  /** Figures as known at this position. */
  readonly position: number;
  /** What seals hold goes before it. */
  readonly sealed?: SealedActuals;
}

/** The line that keeps what the base data are made of; undefined where none is served here. */
export const baseDataOf = (registry: Registry): BaseDataDefinition | undefined =>
  registry.lines.find(({ baseData }) => baseData !== undefined)?.baseData;

/** No row of a sheet has such an id. */
export const BASE_ROW = 'base:';
export const STAFF_ROWS = {
  posts: `${BASE_ROW}posts`,
  staff: `${BASE_ROW}staff`,
  controlRate: `${BASE_ROW}rate`,
} as const;

interface NamedFigure {
  readonly name: string;
  readonly figure: readonly [string, PrintedFigure];
}

/** A row of the form: what it prints is the figure of its last column. */
const rowOf = (section: string, { name, figure: [, figure] }: NamedFigure, no?: string): CaseRow => ({
  ...{ id: rowIdOf(figure), section, level1: null, level2: null, level3: name },
  ...{ printedTarget: null, target: null, kind: 'budget', indicator: null, derivations: [] },
  printedActual: figure.value === null ? null : inFull(figure).printed,
  actual: figure.value === null ? null : { number: Number(figure.value), unit: figure.unit },
  unitOfCount: figure.unit,
  ...(no !== undefined && { printedNo: no }),
});

const NUMBER = '.number';
const rowIdOf = ({ id }: PrintedFigure): string => id.slice(0, -NUMBER.length);

/** The figure with its unit behind it, as a list of all figures prints it. */
const inFull = (figure: PrintedFigure): PrintedFigure => {
  const { value, printed, unit } = figure;
  const text = value === null || unit === PERCENT ? printed : `${printed}${unit}`;
  return { ...figure, id: `${rowIdOf(figure)}.actual`, printed: text };
};

/** What a figure is narrowed to, said with its code: `BF-03[project=heating]`. */
const ruleOf = ({ code, where }: AskedFigure): string =>
  `${code}[${Object.entries(where ?? {})
    .map(([split, value]) => `${split}=${String(value)}`)
    .join(',')}]`;

const NOBODY: FigureSource = { kind: 'manual', event: null };

/** A value as it was found, exact and in the unit of the log; null where it is not known. */
interface FoundValue {
  readonly value: string | null;
  readonly source: FigureSource;
}

/** Reads figures of one year, from seals where they hold them; those of a year that nobody kept are not known. */
const valuesOf = async (
  ports: ActualsPorts,
  { found, position, sealed }: BaseDataRequest,
  period: Period,
  asked: readonly AskedFigure[],
  known: boolean,
): Promise<(figure: AskedFigure | undefined) => FoundValue> => {
  const { registry, ledger } = ports;
  const reading = readingOfSheet(ports, found, position);
  const values = await evaluateIndicators(
    ledger,
    registry,
    reading,
    period,
    asked.map(({ code, where = {} }) => ({ code, where })),
  );
  const [from] = values.map(({ version }) => version);
  const ofThisYear = period.from === fiscalYear(found.sheet.fiscalYear).from;
  const of = {
    bureau: found.bureau,
    report: { position },
    positionOf: (code: string) => (ofThisYear ? sealed?.of(code)?.seal.position : undefined),
  };
  return (figure) => {
    if (figure === undefined) return { value: null, source: NOBODY };
    const value = values[asked.indexOf(figure)];
    const held = ofThisYear && figure.where === undefined ? sealed?.of(figure.code) : undefined;
    const version = held?.figure.version ?? value?.version ?? from ?? period.from;
    const source: FigureSource =
      figure.where === undefined && known
        ? ofIndicator(of, figure.code, version, period)
        : { kind: 'derived', rule: figure.where === undefined ? figure.code : ruleOf(figure), from: [] };
    const found = held === undefined ? (value?.value ?? null) : reportedValue(held.value);
    return { value: known ? found : null, source };
  };
};

/** Whether the log holds the money of a year, and where that is not 0 its posts. */
const holds = async (
  ports: ActualsPorts,
  { found, position }: BaseDataRequest,
  codes: readonly string[],
  period: Period,
): Promise<readonly boolean[]> => {
  const reading = readingOfSheet(ports, found, position);
  const values = await evaluateIndicators(ports.ledger, ports.registry, reading, period, codes);
  return values.map(({ value }) => value !== null && !exact(value).isZero());
};

const inWan = (id: string, { value, source }: FoundValue): readonly [string, PrintedFigure] => {
  const wan = value === null ? null : toTenThousands(value);
  return figureEntry(
    id,
    wan === null ? documentTerms.unknown : moneyText(wan),
    wan?.toFixed() ?? null,
    UNIT_OF_MONEY,
    source,
  );
};

const isMissing = ({ figure: [, { value }] }: NamedFigure): boolean => value === null;

/** A column of which cells are missing, with their names where others are there. */
const missingIn = (column: string, cells: readonly NamedFigure[]): readonly string[] => {
  const missing = cells.filter(isMissing);
  if (missing.length === 0) return [];
  const names = missing.map(({ name }) => name).join(baseDataTerms.and);
  return [missing.length === cells.length ? column : `${column}${baseDataTerms.ofCells(names)}`];
};

/**
 * Reads the table of base data of a department's sheet: posts and staff at the year's end, the money of the year and of the one
 * before. What the log does not hold is a dash, and named among what is missing: never 0.
 */
export const readBaseData = async (ports: ActualsPorts, request: BaseDataRequest): Promise<BaseData> => {
  const { found, position } = request;
  const { fiscalYear: year } = found.sheet;
  const definition = baseDataOf(ports.registry);
  if (definition === undefined)
    return { rows: [], figures: new Map(), missing: [baseDataTerms.staff, baseDataTerms.money] };
  const [now, before] = [fiscalYear(year), fiscalYear(year - 1)];
  const lines = await moneyLines(ports, readingOfSheet(ports, found, position), definition, year);
  const staff = [definition.posts, definition.staff, definition.controlRate].map((code): AskedFigure => ({ code }));
  const money = lines.flatMap(({ budget, final }) => [budget, final].flatMap((figure) => figure ?? []));
  const [heldNow = false, heldPosts = false] = await holds(ports, request, [definition.year, definition.posts], now);
  const [heldBefore = false] = await holds(ports, request, [definition.year], before);
  const [ofStaff, ofYear, ofLast] = await Promise.all([
    valuesOf(ports, request, now, staff, heldPosts),
    valuesOf(ports, request, now, money, heldNow),
    valuesOf(ports, request, before, money, heldBefore),
  ]);
  const staffRows = [
    [STAFF_ROWS.posts, baseDataTerms.posts, baseDataTerms.unitOfPosts],
    [STAFF_ROWS.staff, baseDataTerms.staffInPost(year), baseDataTerms.unitOfStaff],
    [STAFF_ROWS.controlRate, baseDataTerms.controlRate, PERCENT],
  ] as const;
  const columns = [
    ['priorYearFinal', baseDataTerms.priorYearFinal(year - 1), (line: MoneyLine) => ofLast(line.final)],
    ['initialBudget', baseDataTerms.budget(year), (line: MoneyLine) => ofYear(line.budget)],
    ['number', baseDataTerms.final(year), (line: MoneyLine) => ofYear(line.final)],
  ] as const;
  const staffCells = staffRows.map(([id, name, unit], at) => {
    const { value, source } = ofStaff(staff[at]);
    const printed = value === null ? documentTerms.unknown : unit === PERCENT ? rateText(exact(value)) : value;
    return { name, figure: figureEntry(`${id}.number`, printed, value, unit, source) };
  });
  const moneyCells = columns.map(([column, name, valueOf]) => ({
    name,
    cells: lines
      // The form has no cell for what was procured the year before.
      .filter(({ key }) => key !== 'procurement' || column !== 'priorYearFinal')
      .map((line) => ({ name: line.name, figure: inWan(`${BASE_ROW}${line.key}.${column}`, valueOf(line)) })),
  }));
  const finals = moneyCells.at(-1)?.cells ?? [];
  const totals = [...staffCells, ...finals].map(({ figure: [, figure] }) => inFull(figure));
  return {
    rows: [
      ...staffCells.map((cell) => rowOf(baseDataTerms.staff, cell)),
      ...finals.map((cell, at) => rowOf(baseDataTerms.money, cell, lines[at]?.no)),
    ],
    figures: new Map([
      ...[...staffCells, ...moneyCells.flatMap(({ cells }) => cells)].map(({ figure }) => figure),
      ...totals.map((figure) => [figure.id, figure] as const),
    ]),
    missing: [
      ...staffCells.filter(isMissing).map(({ name }) => name),
      ...moneyCells.flatMap(({ name, cells }) => missingIn(name, cells)),
      baseDataTerms.buildings,
      baseDataTerms.economy,
    ],
  };
};
