/** What a check of a draft must still be given before it can look for a kind of finding. */
export type Needs =
  /** The running text of the document, not only its figures. */
  | 'text'
  /** Somebody who reads it. */
  | 'reader';

/**
 * Kinds of finding that no rule looks for, or not in every form they take, and what each needs: a check says so beside what it
 * found, so that nothing unlooked-for passes as sound.
 */
export const notCheckedYet: Readonly<Record<string, Needs>> = {
  'annex-missing': 'text',
  'count-not-verifiable': 'text',
  'direction-unclear': 'reader',
  'fund-source-mislabelled': 'reader',
  'goal-without-result': 'reader',
  'level-word-mismatch': 'text',
  'name-differs': 'reader',
  'narrative-without-figure': 'reader',
  'schedule-exceeds-period': 'reader',
  'subject-differs': 'reader',
  'term-two-meanings': 'reader',
};
