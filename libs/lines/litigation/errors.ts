import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;

/** HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule. */
export const errors = {
  'litigation.advice-answered': conflict,
  'litigation.advice-exists': conflict,
  'litigation.already-answered': conflict,
  'litigation.appeal-term-open': conflict,
  'litigation.court-number-taken': conflict,
  'litigation.instance-misplaced': conflict,
  'litigation.no-further-appeal': conflict,
  'litigation.no-such-advice': conflict,
  'litigation.nothing-to-perform': conflict,
  'litigation.other-instance': conflict,
  'litigation.outcome-differs': conflict,

  'litigation.absence-unexplained': broken,
  'litigation.dates-reversed': broken,
  'litigation.nobody-attended': broken,
  'litigation.opening-incomplete': broken,
  'litigation.outcome-not-of-instance': broken,
  'litigation.performance-misplaced': broken,
  'litigation.plaintiff-unnamed': broken,
  'litigation.standing-outcome-missing': broken,
} satisfies Record<RejectionCode, number>;
