import { factTables } from '#application/fact-tables.js';

/** What every row says of the sheet it belongs to. `yearEndOn`: last day of the fiscal year, which figures are dated by. */
const ofSheet = ['fiscalYear', 'subject', 'subjectCode', 'yearEndOn'] as const;

/** The rows that figures count, with their fields. Money is exact 元 as text. */
export const tables = factTables({
  /**
   * A sheet as it stands. `setLate`: its targets were set or last revised after the fiscal year; `revisedAfterEvaluation`: the
   * result was known. `level`: where it lies. `monitoringDueOn` is absent where the targets came later; `coveredOn`: the day a
   * monitoring reached the month asked for.
   */
  'performance.sheet': [
    ...ofSheet,
    'subjectName',
    'officialCode',
    'frame',
    'form',
    'budget',
    'status',
    'level',
    'targetSetOn',
    'revisedOn',
    'setLate',
    'revisedAfterEvaluation',
    'rowCount',
    'monitoredTo',
    'monitoringDueOn',
    'coveredOn',
    'selfEvaluationDueOn',
    'evaluatedOn',
    'total',
    'auditedTotal',
    'grade',
    'gradeText',
    'approvedOn',
    'publishedOn',
    'place',
    'url',
  ],
  /** A row of the form. `entry`: computed by an indicator, or manual; `scorable`: it has operator, number and unit. */
  'performance.row': [
    ...ofSheet,
    'row',
    'level1',
    'level2',
    'level3',
    'operator',
    'target',
    'unit',
    'targetText',
    'weight',
    'indicatorCode',
    'entry',
    'scorable',
    'targetSetOn',
    'actual',
    'actualText',
    'qualitativeGrade',
    'score',
    'overrideReason',
    'deviationReason',
    'attachmentHash',
    'enteredBy',
    'evaluatedOn',
  ],
  /** A monitoring at one month end. `atRisk`: rows whose target is not certain to be met. */
  'performance.monitoring': [
    ...ofSheet,
    'monthEnd',
    'monitoredOn',
    'executed',
    'forecastExecuted',
    'rowCount',
    'atRisk',
  ],
  /** A step on the way up or down. */
  'performance.step': [...ofSheet, 'step', 'steppedOn', 'level', 'note'],
} as const);
