import { type Exact, exact } from '#kernel/money.js';
import { CaseFigures, figuresOf, periodTo } from '../case-figures.js';
import { type CaseFile, countedAt, moneyPath } from '../case-file.js';
import type { CaseReport } from '../case-report.js';
import { type RowFigure, readRows } from '../case-rows.js';
import { type IndicatorValue, evaluateIndicators } from '../evaluate-indicators.js';
import { type LocalDate, type Period, lastOfMonth } from '../kernel.js';
import type { Ledger, Reading } from '../ports/ledger.js';
import type { Registry } from '../registry.js';
import { placeholdersIn } from '../report-definition.js';
import type { ScoredSheet } from '../scoring/score-sheet.js';
import { type SpendingPlans, readSpendingPlans } from './spending-plans.js';
import { type Narrative, monthsIn, textsIn } from './narrative.js';
import type { PrintedFigure } from './printed.js';

/** Columns of the money that the log answers for; what was spent the year before only stands beside it. */
export const loggedColumns = ['initialBudget', 'adjustedBudget', 'received', 'executed'] as const;
export type LoggedColumn = (typeof loggedColumns)[number];

/** Everything a document is made of, read from the log once: nothing is looked up after this. */
export interface CaseMaterial {
  readonly report: CaseReport;
  readonly registry: Registry;
  /** Division code of the bureau. */
  readonly bureau: string;
  /** Money by its path in the case, `funds.lines.heating.executed`, in 万元. */
  readonly amounts: ReadonlyMap<string, Exact | null>;
  /** Indicators that the narrative names by their code, over the period the case counts. */
  readonly indicators: ReadonlyMap<string, IndicatorValue>;
  readonly period: Period;
  /** The plans to spend its money, where it prints any. */
  readonly plans: SpendingPlans;
  /** Position an indicator was computed at, where it is another than the report's. */
  readonly positionOf?: (indicator: string) => number | undefined;
  /** Its form as a frame scores it, where that is known already. */
  readonly scored?: ScoredSheet;
  /** Figures it brings itself, in the place of those that follow from the case, by id. */
  readonly own?: ReadonlyMap<string, PrintedFigure>;
  /** Rows as they stood at the end of a month, for monitoring. */
  readonly months: ReadonlyMap<number, { readonly rows: readonly RowFigure[]; readonly executed: Exact | null }>;
}

/** Names of the money of a case that the log answers for. */
export const amountPaths = ({ funds }: CaseFile): readonly string[] =>
  [undefined, ...funds.lines.map(({ id }) => id)].flatMap((line) =>
    loggedColumns.map((column) => moneyPath(column, line)),
  );

export const monthEnd = ({ fiscalYear }: CaseFile, month: number): LocalDate =>
  lastOfMonth(`${fiscalYear}-${String(month).padStart(2, '0')}-01`);

/** A case as it stands at the end of a month: every row counted on that day. */
const upTo = (file: CaseFile, end: LocalDate): CaseFile => ({
  ...file,
  period: { ...file.period, asOf: end },
  rows: file.rows.map((row) => ({ ...row, asOf: end })),
});

/** What was spent from the first of January to a day; null where no line knows. In 万元. */
const spentBy = async (
  file: CaseFile,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
  to: LocalDate,
): Promise<Exact | null> => {
  const parts = figuresOf(file, registry, moneyPath('executed')) ?? [];
  if (parts.length === 0) return null;
  const period: Period = { scheme: 'CUSTOM', from: `${file.fiscalYear}-01-01`, to };
  const asked = parts.map(({ indicator, where = {} }) => ({ code: indicator, where }));
  const values = await evaluateIndicators(ledger, registry, reading, period, asked);
  return parts.reduce<Exact | null>((sum, { per }, at) => {
    const value = values[at]?.value ?? null;
    return sum === null || value === null ? null : sum.plus(exact(value).dividedBy(per));
  }, exact(0));
};

/** Reads what a narrative needs beyond the rows of a report, all as it was known at the position of the report. */
export const readMaterial = async (
  report: CaseReport,
  narrative: Narrative,
  registry: Registry,
  ledger: Ledger,
  reading: Reading,
): Promise<CaseMaterial> => {
  const { file } = report;
  const pinned: Reading = { ...reading, asOf: report.position };
  const paths = amountPaths(file);
  const figures = await CaseFigures.readPaths(file, registry, ledger, pinned, paths);
  const months = await Promise.all(
    monthsIn(narrative).map(async (month) => {
      const end = monthEnd(file, month);
      const rows = await readRows(upTo(file, end), registry, ledger, pinned);
      return [month, { rows, executed: await spentBy(file, registry, ledger, pinned, end) }] as const;
    }),
  );
  const period = periodTo(file, countedAt(file));
  const codes = [...new Set(textsIn(narrative).flatMap(({ text }) => placeholdersIn(text)))];
  const known = codes.filter((code) => registry.indicators.has(code));
  const values = await evaluateIndicators(ledger, registry, pinned, period, known);
  const plans = await readSpendingPlans(file, registry, ledger, pinned);
  const indicators = new Map(values.map((value) => [value.code, value]));
  const amounts = new Map(paths.map((path) => [path, figures.at(path, countedAt(file))]));
  return { report, registry, bureau: reading.bureau, amounts, indicators, period, plans, months: new Map(months) };
};
