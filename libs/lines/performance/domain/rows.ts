import { exact } from '#kernel/money.js';
import { type Progress, allOf, newestOf } from '#kernel/procedure.js';
import type { Rejection } from '#kernel/reject.js';
import type { PerformanceSettings } from '../settings.js';
import type { DataOfEvent, PerformanceEvent, TargetRow } from './events.js';
import { isInequality } from './inequality.js';
import { refuse } from './rejections.js';

export type SheetStatus = 'set' | 'evaluated' | 'submitted' | 'reviewed' | 'returned' | 'approved' | 'published';
export type Sheet = Progress<PerformanceEvent, SheetStatus>;
type Found = Rejection | undefined;
type Evaluation = DataOfEvent<'performance.SelfEvaluated'>;
type EvaluatedRow = Evaluation['rows'][number];

/** The rows in force: as set, or as last revised. */
export const targetsOf = (sheet: Pick<Sheet, 'past'>): readonly TargetRow[] =>
  newestOf<PerformanceEvent, 'performance.TargetsSet' | 'performance.TargetsRevised'>(
    sheet,
    'performance.TargetsSet',
    'performance.TargetsRevised',
  )?.data.rows ?? [];

export const fiscalYearOf = (sheet: Pick<Sheet, 'past'>): number =>
  allOf(sheet, 'performance.TargetsSet')[0]?.fiscalYear ?? 0;

/** What the bureau says in each part of its report: the newest of each. */
export const narrativeOf = (sheet: Pick<Sheet, 'past'>): readonly DataOfEvent<'performance.NarrativeWritten'>[] => [
  ...new Map(allOf(sheet, 'performance.NarrativeWritten').map((said) => [said.part, said])).values(),
];

/** The first thing wrong with a list, at its place; undefined where nothing is. */
const firstFault = <Item>(items: readonly Item[], faultOf: (item: Item, at: number) => Found): Found => {
  for (const [at, item] of items.entries()) {
    const found = faultOf(item, at);
    if (found !== undefined) return found;
  }
  return undefined;
};

/** @rejects performance.row-twice */
export const repeatedRow = (rows: readonly { readonly row: string }[]): Found =>
  firstFault(rows, ({ row }, at) =>
    rows.findIndex((other) => other.row === row) < at ? refuse('performance.row-twice', `rows[${at}].row`) : undefined,
  );

interface Answer {
  readonly row: string;
  readonly actual?: string;
  readonly actualText?: string;
}

/**
 * Last year's form is that of the year before, and speaks of rows there are.
 * @rejects performance.former-form-of-another-year, row-twice, unknown-row
 */
export const formerFault = (
  { formerYear, rows }: Pick<DataOfEvent<'performance.FormerFormImported'>, 'formerYear' | 'rows'>,
  sheet: Sheet,
): Found =>
  (formerYear === fiscalYearOf(sheet) - 1
    ? undefined
    : refuse('performance.former-form-of-another-year', 'formerYear')) ?? answerFault(rows, byId(sheet));

/** What holds of every answer to a row. @rejects performance.row-twice, unknown-row, actual-is-inequality */
const answerFault = (rows: readonly Answer[], targets: ReadonlyMap<string, TargetRow>): Found =>
  repeatedRow(rows) ??
  firstFault(rows, ({ row, actualText }, at) => {
    if (!targets.has(row)) return refuse('performance.unknown-row', `rows[${at}].row`);
    return actualText !== undefined && isInequality(actualText)
      ? refuse('performance.actual-is-inequality', `rows[${at}].actualText`)
      : undefined;
  });

const byId = (sheet: Sheet): ReadonlyMap<string, TargetRow> =>
  new Map(targetsOf(sheet).map((target) => [target.row, target]));

/** @rejects performance.explanation-missing, and what holds of every answer */
export const monitoringFault = (
  { rows }: Pick<DataOfEvent<'performance.MonitoringRecorded'>, 'rows'>,
  sheet: Sheet,
): Found =>
  answerFault(rows, byId(sheet)) ??
  firstFault(rows, ({ likelihood, explanation }, at) =>
    likelihood !== 'certain' && explanation === undefined
      ? refuse('performance.explanation-missing', `rows[${at}].explanation`)
      : undefined,
  );

const aboveWeight = (score: string | undefined, weight: string | undefined): boolean =>
  score !== undefined && weight !== undefined && exact(score).greaterThan(weight);

/** Whether a score lies where its grade says: from the grade's own bound, included, to the next better one's. */
const outsideBand = (
  { score, qualitativeGrade }: EvaluatedRow,
  weight: string | undefined,
  { qualitativeBands: { met, partlyMet } }: PerformanceSettings,
): boolean => {
  if (score === undefined || qualitativeGrade === undefined || weight === undefined) return false;
  const bound = (percent: number) => exact(weight).times(percent).dividedBy(100).toDecimalPlaces(2);
  const given = exact(score);
  switch (qualitativeGrade) {
    case 'met':
      return given.lessThan(bound(met));
    case 'partly-met':
      return given.lessThan(bound(partlyMet)) || given.greaterThanOrEqualTo(bound(met));
    case 'not-met':
      return given.greaterThanOrEqualTo(bound(partlyMet));
  }
};

const evaluatedFault = (row: EvaluatedRow, at: number, target: TargetRow, settings: PerformanceSettings): Found => {
  const place = (field: string): string => `rows[${at}].${field}`;
  const { actual, actualText, qualitativeGrade, notApplicable, score, overrideReason, attachmentHash, enteredBy } = row;
  const weight = row.weight ?? target.weight;
  if (notApplicable !== true) {
    if (actual === undefined && actualText === undefined && qualitativeGrade === undefined)
      return refuse('performance.actual-missing', place('actual'));
    if (target.indicatorCode === undefined && (attachmentHash === undefined || enteredBy === undefined))
      return refuse('performance.evidence-missing', place('attachmentHash'), place('enteredBy'));
  }
  if (overrideReason !== undefined && score === undefined)
    return refuse('performance.reason-without-score', place('overrideReason'));
  if (aboveWeight(score, weight)) return refuse('performance.score-above-weight', place('score'));
  return outsideBand(row, weight, settings) ? refuse('performance.score-outside-band', place('score')) : undefined;
};

const groupFault = ({ groups }: Evaluation, targets: readonly TargetRow[]): Found => {
  const nameOf = ({ level1, level2 }: { level1: string; level2: string }): string => `${level1} ${level2}`;
  const known = new Set(targets.map(nameOf));
  const names = groups.map(nameOf);
  return firstFault(groups, (group, at) => {
    const place = `groups[${at}]`;
    if (names.indexOf(nameOf(group)) < at) return refuse('performance.group-twice', place);
    if (!known.has(nameOf(group))) return refuse('performance.unknown-group', place);
    return aboveWeight(group.score, group.weight)
      ? refuse('performance.score-above-weight', `${place}.score`)
      : undefined;
  });
};

/**
 * Every row is answered once, with a value, what computes it or what proves it; no score exceeds its weight or leaves the band
 * of its grade.
 * @rejects performance.row-missing, actual-missing, evidence-missing, reason-without-score, score-above-weight,
 *   score-outside-band, unknown-group, group-twice, and what holds of every answer
 */
export const evaluationFault = (data: Evaluation, sheet: Sheet, settings: PerformanceSettings): Found => {
  const targets = byId(sheet);
  const answered = new Set(data.rows.map(({ row }) => row));
  const missing = [...targets.keys()].filter((row) => !answered.has(row));
  const { execution } = data;
  return (
    answerFault(data.rows, targets) ??
    (missing.length > 0 ? refuse('performance.row-missing', ...missing.map((row) => `rows.${row}`)) : undefined) ??
    firstFault(data.rows, (row, at) => evaluatedFault(row, at, targets.get(row.row) as TargetRow, settings)) ??
    groupFault(data, [...targets.values()]) ??
    (aboveWeight(execution?.score, execution?.weight)
      ? refuse('performance.score-above-weight', 'execution.score')
      : undefined)
  );
};
