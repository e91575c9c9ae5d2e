import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;

/** HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule. */
export const errors = {
  'institution.contact-known': conflict,
  'institution.decision-known': conflict,
  'institution.delegation-known': conflict,
  'institution.disclosure-known': conflict,
  'institution.facility-known': conflict,
  'institution.honour-known': conflict,
  'institution.more-installed-than-held': conflict,
  'institution.more-retired-than-held': conflict,
  'institution.more-withdrawn-than-delegated': conflict,
  'institution.no-review-open': conflict,
  'institution.other-asset-kind': conflict,
  'institution.other-item': conflict,
  'institution.other-matter': conflict,
  'institution.period-overlaps': conflict,
  'institution.regulation-known': conflict,
  'institution.review-known': conflict,
  'institution.review-open': conflict,
  'institution.series-known': conflict,
  'institution.unit-known': conflict,

  'institution.due-before-duty': broken,
  'institution.effective-too-early': broken,
  'institution.name-not-fitting': broken,
  'institution.period-reversed': broken,
  'institution.recipient-not-fitting': broken,
  'institution.value-or-grade': broken,
} satisfies Record<RejectionCode, number>;
