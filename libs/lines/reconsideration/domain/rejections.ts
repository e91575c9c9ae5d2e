import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `reconsideration.${
  | 'absence-unexplained'
  | 'already-accepted'
  | 'already-answered'
  | 'already-extended'
  | 'applicant-unnamed'
  | 'application-exists'
  | 'approver-not-competent'
  | 'beyond-longest-period'
  | 'copy-already-sent'
  | 'copy-not-sent'
  | 'correction-asked-before'
  | 'correction-extension-not-later'
  | 'correction-not-overdue'
  | 'correction-term-too-short'
  | 'court-has-accepted'
  | 'dates-reversed'
  | 'extended-after-term'
  | 'extension-not-later'
  | 'extension-too-long'
  | 'fewer-than-named'
  | 'field-not-in-use'
  | 'letter-exists'
  | 'mediation-without-consent'
  | 'never-consented'
  | 'no-such-letter'
  | 'norm-review-closed'
  | 'norm-review-exists'
  | 'norm-review-unknown'
  | 'not-in-force'
  | 'not-summary'
  | 'nothing-to-perform'
  | 'number-taken'
  | 'opening-incomplete'
  | 'opinions-not-heard'
  | 'performance-misplaced'
  | 'reason-missing'
  | 'reply-outstanding'
  | 'review-term-open'
  | 'settlement-misplaced'
  | 'still-suspended'
  | 'summary-not-extendable'
  | 'suspension-too-short'
  | 'termination-ground'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `reconsideration.${'late-application' | 'reapplied-after-withdrawal'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
