import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `funds.${
  | 'accounts-on-file'
  | 'adjustment-exists'
  | 'approval-missing'
  | 'approval-order'
  | 'beyond-budget'
  | 'booked-elsewhere'
  | 'budget-below-paid'
  | 'contract-exists'
  | 'duty-not-held'
  | 'facility-on-file'
  | 'kind-on-file'
  | 'no-change'
  | 'other-facility'
  | 'other-kind'
  | 'outside-fiscal-year'
  | 'own-earmark'
  | 'own-parent'
  | 'payment-exists'
  | 'payment-unknown'
  | 'plan-not-rising'
  | 'plan-not-whole'
  | 'project-exists'
  | 'refund-exceeds-payment'
  | 'refund-exists'
  | 'settled-beyond-balance'
  | 'source-twice'
  | 'staff-on-file'
  | 'year-running'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `funds.${'balance-unsettled' | 'emergency-payment'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();

export { outOfStep } from '#kernel/reject.js';
