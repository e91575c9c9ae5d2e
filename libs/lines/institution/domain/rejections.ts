import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `institution.${
  | 'contact-known'
  | 'decision-known'
  | 'delegation-known'
  | 'disclosure-known'
  | 'due-before-duty'
  | 'effective-too-early'
  | 'facility-known'
  | 'honour-known'
  | 'more-installed-than-held'
  | 'more-retired-than-held'
  | 'more-withdrawn-than-delegated'
  | 'name-not-fitting'
  | 'no-review-open'
  | 'other-asset-kind'
  | 'other-item'
  | 'other-matter'
  | 'period-overlaps'
  | 'period-reversed'
  | 'recipient-not-fitting'
  | 'regulation-known'
  | 'review-open'
  | 'review-known'
  | 'series-known'
  | 'unit-known'
  | 'value-or-grade'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `institution.${'against-review' | 'manual-value' | 'without-review'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
