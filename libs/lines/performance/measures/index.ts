import { tables } from '../views/kinds.js';

const BY_SUBJECT = ['subject', 'subjectCode', 'fiscalYear'] as const;
const DECIDED = { oneOf: ['approved', 'published'] } as const;

/** Sheets and rows belong to their fiscal year, however late something is done with them. */
const sheet = {
  fact: 'performance.sheet',
  unit: '份',
  kind: 'flow',
  on: 'yearEndOn',
  splits: [...BY_SUBJECT, 'level'],
} as const;
const row = {
  fact: 'performance.row',
  unit: '个',
  kind: 'flow',
  on: 'yearEndOn',
  splits: [...BY_SUBJECT, 'level1'],
} as const;

export const measures = tables.measures({
  'performance.sheets': sheet,
  'performance.sheets-set-late': { ...sheet, where: { setLate: true } },
  'performance.sheets-revised-after-evaluation': { ...sheet, where: { revisedAfterEvaluation: true } },
  'performance.sheets-monitored': { ...sheet, where: { monitoredTo: { exists: true } } },
  'performance.sheets-evaluated': { ...sheet, where: { evaluatedOn: { exists: true } } },
  'performance.sheets-approved': { ...sheet, where: { status: DECIDED } },
  'performance.sheets-published': { ...sheet, where: { status: 'published' } },
  'performance.budget': { ...sheet, unit: '元', sum: 'budget' },
  'performance.rows-set': row,
  'performance.rows-scorable': { ...row, where: { scorable: true } },
  'performance.rows-manual': { ...row, where: { entry: 'manual' } },
  /** Dated by the day of the step. */
  'performance.steps-taken': {
    fact: 'performance.step',
    unit: '次',
    kind: 'flow',
    on: 'steppedOn',
    splits: [...BY_SUBJECT, 'step', 'level'],
  },
});

export type MeasureCode = keyof typeof measures;
