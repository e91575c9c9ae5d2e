/** What a check of a draft must still be given before it can look for a kind of finding. */
export type Needs =
  /** The scoring of the self-evaluation form. */
  | 'scoring'
  /** The money: budgets, payments, plans. */
  | 'funds'
  /** The other documents of the bureau and year. */
  | 'other-documents'
  /** The running text of the document, not only its figures. */
  | 'text'
  /** Somebody who reads it. */
  | 'reader'
  /** What the project is for. */
  | 'project-scope'
  /** The catalogue of targets. */
  | 'target-rules';

/**
 * Kinds of finding that no rule looks for yet, or not in every form they take, and what each needs: a check says so beside
 * what it found, so that nothing unlooked-for passes as sound.
 */
export const notCheckedYet: Readonly<Record<string, Needs>> = {
  'annex-missing': 'text',
  'basis-unstated': 'reader',
  'bound-implausible': 'target-rules',
  'budget-equals-executed': 'funds',
  'conflicting-targets': 'target-rules',
  'count-not-verifiable': 'text',
  'cross-document-conflict': 'other-documents',
  'direction-unclear': 'reader',
  'duplicate-across-projects': 'other-documents',
  'duplicate-row': 'reader',
  'execution-score-misprinted': 'scoring',
  'field-blank': 'text',
  'fund-source-mislabelled': 'funds',
  'goal-without-result': 'reader',
  'group-score-not-derivable': 'scoring',
  'indicator-misplaced': 'project-scope',
  'level-word-mismatch': 'text',
  'line-over-budget': 'funds',
  'mixed-units': 'reader',
  'name-differs': 'reader',
  'name-unit-mismatch': 'reader',
  'narrative-contradicts-table': 'funds',
  'narrative-without-figure': 'reader',
  'output-without-spending': 'funds',
  'personal-data-printed': 'text',
  'print-precision-differs': 'text',
  'qualitative-without-grade': 'target-rules',
  'ratio-misprinted': 'funds',
  'ratio-not-reproducible': 'funds',
  'report-late': 'text',
  'schedule-exceeds-period': 'funds',
  'several-indicators-in-one-row': 'target-rules',
  'spending-without-budget': 'funds',
  'subject-differs': 'reader',
  'target-is-placeholder': 'target-rules',
  'target-not-numeric': 'target-rules',
  'target-without-unit': 'target-rules',
  'term-two-meanings': 'reader',
  'text-illegible': 'reader',
  'total-missing': 'funds',
  'unit-inconsistent': 'text',
  'weights-not-100': 'scoring',
};
