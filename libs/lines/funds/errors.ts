import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;
const forbidden = 403;

/**
 * HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule,
 * 403 where somebody else has to decide.
 */
export const errors = {
  'funds.accounts-on-file': conflict,
  'funds.adjustment-exists': conflict,
  'funds.approval-missing': forbidden,
  'funds.approval-order': broken,
  'funds.beyond-budget': conflict,
  'funds.booked-elsewhere': conflict,
  'funds.budget-below-paid': conflict,
  'funds.contract-exists': conflict,
  'funds.duty-not-held': conflict,
  'funds.facility-on-file': conflict,
  'funds.kind-on-file': conflict,
  'funds.no-change': broken,
  'funds.other-facility': broken,
  'funds.other-kind': broken,
  'funds.outside-fiscal-year': broken,
  'funds.own-earmark': broken,
  'funds.own-parent': broken,
  'funds.payment-exists': conflict,
  'funds.payment-unknown': conflict,
  'funds.plan-not-rising': broken,
  'funds.plan-not-whole': broken,
  'funds.project-exists': conflict,
  'funds.refund-exceeds-payment': conflict,
  'funds.refund-exists': conflict,
  'funds.settled-beyond-balance': conflict,
  'funds.source-twice': broken,
  'funds.staff-on-file': conflict,
  'funds.year-running': broken,
} satisfies Record<RejectionCode, number>;
