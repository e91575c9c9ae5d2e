import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `performance.${
  | 'above-own-level'
  | 'actual-is-inequality'
  | 'actual-missing'
  | 'evidence-missing'
  | 'explanation-missing'
  | 'group-twice'
  | 'level-not-above'
  | 'level-skipped'
  | 'lowest-level'
  | 'former-form-of-another-year'
  | 'month-monitored'
  | 'month-not-over'
  | 'not-a-month-end'
  | 'outside-fiscal-year'
  | 'reason-without-score'
  | 'recorded-by-same-person'
  | 'row-missing'
  | 'row-twice'
  | 'score-above-weight'
  | 'score-outside-band'
  | 'sheet-exists'
  | 'unknown-frame'
  | 'unknown-group'
  | 'unknown-row'
  | 'year-not-begun'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `performance.${'year-running'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
