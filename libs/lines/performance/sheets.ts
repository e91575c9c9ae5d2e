import type {
  EvaluatedRow,
  FormerForm,
  PerformanceRow,
  PerformanceSheet,
  SheetEvaluation,
  SheetsDefinition,
} from '#application/evaluation/performance-sheet.js';
import { grades } from '#application/scoring/terms.js';
import { allOf, lastOf, newestOf } from '#kernel/procedure.js';
import type { DataOfEvent, PerformanceEvent, TargetRow } from './domain/events.js';
import { type Sheet, narrativeOf, targetsOf } from './domain/rows.js';
import type { PerformanceSettings } from './settings.js';

type Evaluation = DataOfEvent<'performance.SelfEvaluated'>;

const OPERATORS = { 'at-least': '≥', 'at-most': '≤', equal: '=', 'more-than': '>', 'less-than': '<' } as const;
const DIRECTIONS = { higher: 'positive', lower: 'inverse' } as const;
/** Grades of the line by bands of the frames that ship. */
const GRADES = { achieved: 'met', partly: 'partly-met', missed: 'not-met' } as const;
const BANDS = { met: 'achieved', 'partly-met': 'partly', 'not-met': 'missed' } as const;

const rowOf = (row: TargetRow): PerformanceRow => {
  const { row: id, operator, target, unit, targetText, direction, indicatorCode, responsible: _by, ...rest } = row;
  return {
    ...rest,
    id,
    target: {
      ...(targetText !== undefined && { text: targetText }),
      ...(operator !== undefined && { operator: OPERATORS[operator] }),
      ...(target !== undefined && { number: target }),
      ...(unit !== undefined && { unit }),
    },
    ...(direction !== undefined && { direction: DIRECTIONS[direction] }),
    ...(indicatorCode !== undefined && { indicator: indicatorCode }),
  };
};

const evaluatedRow = ({ qualitativeGrade, ...row }: Evaluation['rows'][number]): EvaluatedRow => ({
  ...row,
  ...(qualitativeGrade !== undefined && { band: BANDS[qualitativeGrade] }),
});

const evaluationIn = (sheet: Sheet): PerformanceSheet['evaluation'] => {
  const newest = newestOf<PerformanceEvent, 'performance.SelfEvaluated' | 'performance.TargetsRevised'>(
    sheet,
    'performance.SelfEvaluated',
    'performance.TargetsRevised',
  );
  if (newest?.type !== 'performance.SelfEvaluated') return undefined;
  const { rows, grade, gradeText, ...rest } = newest.data;
  const word = gradeText ?? (grade === undefined ? undefined : grades[grade].zh);
  return { ...rest, rows: rows.map(evaluatedRow), ...(word !== undefined && { grade: word }), by: newest.by };
};

/** Signs by the names that events give them. */
const NAMES = Object.fromEntries(Object.entries(OPERATORS).map(([name, sign]) => [sign, name])) as {
  readonly [Sign in (typeof OPERATORS)[keyof typeof OPERATORS]]: keyof typeof OPERATORS;
};

const formerIn = (sheet: Sheet): FormerForm | undefined => {
  const newest = lastOf(sheet, 'performance.FormerFormImported');
  if (newest === undefined) return undefined;
  return {
    ...newest,
    rows: newest.rows.map(({ operator, indicatorCode, ...row }) => ({
      ...row,
      ...(operator !== undefined && { operator: OPERATORS[operator] }),
      ...(indicatorCode !== undefined && { indicator: indicatorCode }),
    })),
  };
};

const imported = ({ rows, ...form }: FormerForm): object => ({
  ...form,
  rows: rows.map(({ operator, indicator, ...row }) => ({
    ...row,
    ...(operator !== undefined && { operator: NAMES[operator] }),
    ...(indicator !== undefined && { indicatorCode: indicator }),
  })),
});

/** The sheet as the platform knows it. */
const read = (sheet: Sheet): PerformanceSheet | undefined => {
  const [set] = allOf(sheet, 'performance.TargetsSet');
  if (set === undefined) return undefined;
  const revisions = allOf(sheet, 'performance.TargetsRevised');
  const latest = <Name extends 'budget' | 'goal'>(name: Name) =>
    revisions.findLast((revision) => revision[name] !== undefined)?.[name];
  const { setOn, rows: _rows, ...head } = set;
  const goal = latest('goal') ?? head.goal;
  const evaluation = evaluationIn(sheet);
  const former = formerIn(sheet);
  return {
    ...head,
    budget: latest('budget') ?? head.budget,
    ...(goal !== undefined && { goal }),
    targetSetOn: revisions.at(-1)?.revisedOn ?? setOn,
    status: sheet.status,
    rows: targetsOf(sheet).map(rowOf),
    ...(evaluation !== undefined && { evaluation }),
    monitorings: allOf(sheet, 'performance.MonitoringRecorded'),
    narrative: narrativeOf(sheet),
    ...(former !== undefined && { former }),
  };
};

const gradeOf = (word: string): Evaluation['grade'] =>
  Object.entries(grades).find(([, { zh }]) => zh === word)?.[0] as Evaluation['grade'];

/** A band of a frame that the line has no grade for keeps its name, and is refused by it where the payload is checked. */
const gradeOfBand = (band: string): string => (GRADES as Readonly<Record<string, string>>)[band] ?? band;

const recordedRow = ({ band, ...row }: EvaluatedRow): object => ({
  ...row,
  ...(band !== undefined && { qualitativeGrade: gradeOfBand(band) }),
});

const recorded = ({ rows, grade, ...rest }: SheetEvaluation): object => {
  const known = grade === undefined ? undefined : gradeOf(grade);
  return {
    ...rest,
    rows: rows.map(recordedRow),
    ...(known !== undefined && { grade: known }),
    ...(grade !== undefined && { gradeText: grade }),
  };
};

/** Where the platform finds the sheets of a year, and what it records of an evaluation. */
export const sheets: SheetsDefinition = {
  stream: 'performance.sheet',
  register: 'performance.sheets',
  year: 'fiscalYear',
  evaluate: 'performance.SelfEvaluate',
  read: (state) => read(state as Sheet),
  paceMargin: (settings) => (settings as PerformanceSettings).paceMargin,
  recorded,
  importFormer: 'performance.ImportFormerForm',
  imported,
  writeNarrative: 'performance.WriteNarrative',
};
