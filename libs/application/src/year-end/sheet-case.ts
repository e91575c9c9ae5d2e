import { toTenThousands } from '#kernel/money.js';
import type { CaseFile, CaseRow } from '../case-file.js';
import { UNIT_OF_MONEY } from '../documents/figure-entry.js';
import { formTerms, targetTerms } from '../documents/terms.js';
import type { Actuals } from '../evaluation/actuals.js';
import type { EvaluatedRow, PerformanceRow, PerformanceSheet } from '../evaluation/performance-sheet.js';
import type { FoundSheet } from '../evaluation/read-sheets.js';
import type { SheetMoney } from '../evaluation/sheet-money.js';
import type { Office } from '../ports/office-directory.js';
import type { ScoringFrame } from '../scoring/frame.js';
import type { PlanPoint } from '../spending-plan.js';

/** Documents made of a sheet. */
export const sheetDocuments = ['targets', 'monitoring', 'self-evaluation', 'base-data', 'report'] as const;
export type SheetDocument = (typeof sheetDocuments)[number];

/** What is drawn up of several sheets at once, asked for by the department's. */
export const VOLUME = 'volume';

/** Those that a sheet has: the base data are those of a department. */
export const documentsOf = ({ subject }: Pick<PerformanceSheet, 'subject'>): readonly SheetDocument[] =>
  sheetDocuments.filter((document) => document !== 'base-data' || subject === 'department');

/** Documents that print scores and rest on a year's seals once its books are closed. */
export const isScored = (document: SheetDocument): boolean => document === 'self-evaluation' || document === 'report';
/** Those that a seal can stand behind: the others are drawn up before a year is closed. */
export const isSealable = (document: SheetDocument): boolean => isScored(document) || document === 'base-data';

export interface SheetSetting {
  readonly bureau: Office;
  readonly frame: ScoringFrame;
  readonly actuals: Actuals;
  /** The spending plan, cumulative. */
  readonly plan: readonly PlanPoint[];
  /** Rows of the base data, where the document prints them. */
  readonly base?: readonly CaseRow[];
}

const SECTIONS = { indicators: formTerms.indicators, money: formTerms.projectMoney, goal: formTerms.overallGoal };

/** Rows that are not of the sheet's own: no code of a row holds a colon followed by these. */
export const ROW_IDS = {
  money: 'sheet:money',
  budget: 'sheet:budget',
  plan: 'sheet:plan',
  goal: 'sheet:goal',
} as const;

const wan = (yuan: string): number => toTenThousands(yuan).toNumber();

const printedTarget = ({ target: { text, operator, number, unit = '' } }: PerformanceRow): string | null =>
  text ?? (number === undefined ? null : `${operator ?? ''}${number}${unit}`);

/** A row as a form prints it; its result is the log's, or what somebody entered with its proof. */
const indicatorRow = (
  row: PerformanceRow,
  entered: EvaluatedRow | undefined,
  group: string | undefined,
  weight: string | undefined,
): CaseRow => {
  const { id, level1, level2, level3, description, basis, target, indicator } = row;
  const unit = target.unit ?? '';
  const typed = entered?.actual;
  const kind = indicator !== undefined ? 'event' : typed === undefined ? 'qualitative' : 'manual';
  return {
    ...{ id, section: SECTIONS.indicators, level1, level2, level3 },
    ...(description !== undefined && { description }),
    ...(basis !== undefined && { basis }),
    printedTarget: printedTarget(row),
    target:
      target.number === undefined ? null : { operator: target.operator ?? null, number: Number(target.number), unit },
    printedActual:
      indicator === undefined ? (entered?.actualText ?? (typed === undefined ? null : `${typed}${unit}`)) : null,
    actual: indicator === undefined && typed !== undefined ? { number: Number(typed), unit } : null,
    weight: weight === undefined ? null : Number(weight),
    ...(group !== undefined && { group }),
    kind,
    indicator: indicator === undefined ? null : [indicator],
    unitOfCount: kind === 'qualitative' ? null : unit,
    derivations: [],
  };
};

const moneyRow = (subjectCode: string, { initial, adjusted, executed }: SheetMoney): CaseRow => ({
  ...{ id: ROW_IDS.money, section: SECTIONS.money, level1: null, level2: null, level3: formTerms.totalMoney },
  ...{ printedTarget: null, target: null },
  ...{ printedActual: `${wan(executed)}${UNIT_OF_MONEY}`, actual: { number: wan(executed), unit: UNIT_OF_MONEY } },
  columns: {
    [formTerms.initialBudget]: wan(initial),
    [formTerms.adjustedBudget]: wan(adjusted),
    [formTerms.executed]: wan(executed),
    [formTerms.rate]: null,
  },
  ...{ kind: 'budget', indicator: null, unitOfCount: UNIT_OF_MONEY },
  derivations: [{ expression: `fund('${subjectCode}','executed')`, result: wan(executed), match: 'equals' }],
});

/** The budget and the plan to spend it, as the form of targets prints them. */
const planRows = (subjectCode: string, budget: string, plan: readonly PlanPoint[]): readonly CaseRow[] => {
  const row = (id: string, level3: string, more: Partial<CaseRow>): CaseRow => ({
    ...{ id, section: SECTIONS.indicators, level1: null, level2: null, level3 },
    ...{ printedTarget: null, target: null, printedActual: null, actual: null },
    ...{ kind: 'budget', indicator: null, unitOfCount: UNIT_OF_MONEY, derivations: [] },
    ...more,
  });
  return [
    row(ROW_IDS.budget, targetTerms.budget, {
      derivations: [{ expression: `fund('${subjectCode}','initialBudget')`, result: wan(budget), match: 'equals' }],
    }),
    ...(plan.length === 0
      ? []
      : [
          row(ROW_IDS.plan, targetTerms.plan, {
            unitOfCount: '%',
            columns: Object.fromEntries(
              plan.map(({ monthEnd, percent }) => [
                targetTerms.monthEnd(Number(monthEnd.slice(5, 7))),
                Number(percent),
              ]),
            ),
          }),
        ]),
  ];
};

const goalRow = (goal: string): CaseRow => ({
  ...{ id: ROW_IDS.goal, section: SECTIONS.goal, level1: null, level2: null, level3: goal },
  ...{ printedTarget: null, target: null, printedActual: null, actual: null },
  ...{ kind: 'qualitative', indicator: null, unitOfCount: null, derivations: [] },
});

/** Rows of a form by the 二级 heading they stand under, in the order they come. */
const groupsOf = (rows: readonly PerformanceRow[]) =>
  [...Map.groupBy(rows, ({ level1, level2 }) => JSON.stringify([level1, level2])).values()].map((own, at) => ({
    id: `group-${at + 1}`,
    own,
  }));

const NO_MONEY = { priorYearFinal: null, initialBudget: null, adjustedBudget: null, received: null, executed: null };

/**
 * A sheet of the log as a report that is yet to be printed: what the forms, the check and the writers take. Nothing of it is
 * typed but targets, goals and what was entered by hand.
 */
export const caseOfSheet = (found: FoundSheet, document: SheetDocument, setting: SheetSetting): CaseFile => {
  const { sheet } = found;
  const { bureau, frame, actuals, plan, base = [] } = setting;
  const { fiscalYear, subject, subjectCode, subjectName, officialCode, purpose, goal, evaluation } = sheet;
  const scored = isScored(document);
  const groups = groupsOf(sheet.rows);
  const groupOf = (id: string): string | undefined => groups.find(({ own }) => own.some((row) => row.id === id))?.id;
  const answers = new Map(evaluation?.rows.map((row) => [row.row, row]));
  const weightOf = (row: PerformanceRow): string | undefined => answers.get(row.id)?.weight ?? row.weight;
  return {
    caseId: `${bureau.bureau}-${fiscalYear}-${subjectCode}`,
    title: `${subjectName}${fiscalYear}`,
    bureau: {
      name: bureau.name,
      level: /([县区市旗])司法局$/.exec(bureau.name)?.[1] ?? '',
      province: frame.province ?? '',
      city: '',
      justiceOffices: null,
    },
    documentType: `${subject}-${document}`,
    documentTypeName: document,
    fiscalYear,
    period: {
      ...{ scheme: 'FISCAL_YEAR', from: `${fiscalYear}-01-01`, to: `${fiscalYear}-12-31` },
      asOf: actuals.period.to,
      documentDate: null,
    },
    template: {
      variant: sheet.form,
      columns: [formTerms.level1, formTerms.level2, formTerms.level3, formTerms.target, formTerms.actual],
      executionInTotal: frame.execution.inTotal,
      level1Names: frame.level1.map(({ name }) => name),
      executionWeight: Number(frame.execution.weight),
      scoringLevel: scored ? (frame.scoredBy === 'row' ? '三级' : '二级') : null,
      level1Weights: [],
      groups: scored
        ? groups.map(({ id, own }) => {
            const { level1 = '', level2 = '' } = own[0] ?? {};
            const entered = evaluation?.groups.find((item) => item.level1 === level1 && item.level2 === level2);
            return {
              ...{ id, level1, level2, score: null },
              weight: entered?.weight === undefined ? null : Number(entered.weight),
              rows: own.map((row) => row.id),
            };
          })
        : [],
      printedTotalWeight: Number(frame.total),
      printedTotalScore: null,
      printedGrade: null,
    },
    funds: {
      name: subjectName,
      total: { ...NO_MONEY, balance: null },
      lines: [
        {
          ...{ id: subjectCode, name: subjectName, parent: null, class: 'project', sources: [], spendingPlan: null },
          ...NO_MONEY,
          ...(officialCode !== undefined && { code: officialCode }),
          ...(purpose !== undefined && { purpose }),
          ...(plan.length > 0 && {
            spendingPlan: plan.map(({ monthEnd, percent }) => ({
              by: monthEnd.slice(5),
              cumulativePercent: Number(percent),
            })),
          }),
        },
      ],
      ...{ sources: [], printedExecutionRates: [], note: null },
    },
    establishment: {},
    rows:
      document === 'base-data'
        ? base
        : [
            ...(goal === undefined ? [] : [goalRow(goal)]),
            ...(document === 'targets' ? planRows(subjectCode, sheet.budget, plan) : []),
            ...(scored && actuals.money !== undefined ? [moneyRow(subjectCode, actuals.money)] : []),
            ...sheet.rows.map((row) =>
              indicatorRow(row, answers.get(row.id), scored ? groupOf(row.id) : undefined, weightOf(row)),
            ),
            ...base,
          ],
    activity: { window: { from: `${fiscalYear}-01-01`, to: actuals.period.to } },
    expectedFindings: [],
    expectedComputed: [],
    identities: [],
  };
};
