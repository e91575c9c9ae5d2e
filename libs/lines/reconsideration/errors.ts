import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;
const forbidden = 403;

/**
 * HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule,
 * 403 where somebody else has to decide.
 */
export const errors = {
  'reconsideration.already-accepted': conflict,
  'reconsideration.already-answered': conflict,
  'reconsideration.already-extended': conflict,
  'reconsideration.application-exists': conflict,
  'reconsideration.copy-already-sent': conflict,
  'reconsideration.copy-not-sent': conflict,
  'reconsideration.correction-asked-before': conflict,
  'reconsideration.correction-not-overdue': conflict,
  'reconsideration.court-has-accepted': conflict,
  'reconsideration.letter-exists': conflict,
  'reconsideration.never-consented': conflict,
  'reconsideration.no-such-letter': conflict,
  'reconsideration.norm-review-closed': conflict,
  'reconsideration.norm-review-exists': conflict,
  'reconsideration.norm-review-unknown': conflict,
  'reconsideration.not-summary': conflict,
  'reconsideration.nothing-to-perform': conflict,
  'reconsideration.number-taken': conflict,
  'reconsideration.opinions-not-heard': conflict,
  'reconsideration.reply-outstanding': conflict,
  'reconsideration.review-term-open': conflict,
  'reconsideration.still-suspended': conflict,
  'reconsideration.summary-not-extendable': conflict,

  'reconsideration.approver-not-competent': forbidden,

  'reconsideration.absence-unexplained': broken,
  'reconsideration.applicant-unnamed': broken,
  'reconsideration.beyond-longest-period': broken,
  'reconsideration.correction-extension-not-later': broken,
  'reconsideration.correction-term-too-short': broken,
  'reconsideration.dates-reversed': broken,
  'reconsideration.extended-after-term': broken,
  'reconsideration.extension-not-later': broken,
  'reconsideration.extension-too-long': broken,
  'reconsideration.fewer-than-named': broken,
  'reconsideration.field-not-in-use': broken,
  'reconsideration.mediation-without-consent': broken,
  'reconsideration.not-in-force': broken,
  'reconsideration.opening-incomplete': broken,
  'reconsideration.performance-misplaced': broken,
  'reconsideration.reason-missing': broken,
  'reconsideration.settlement-misplaced': broken,
  'reconsideration.suspension-too-short': broken,
  'reconsideration.termination-ground': broken,
} satisfies Record<RejectionCode, number>;
