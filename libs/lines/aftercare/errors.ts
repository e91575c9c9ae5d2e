import type { RejectionCode } from './domain/rejections.js';

const conflict = 409;
const broken = 422;

/** HTTP status of each rejection: 409 where the state of things stands against it, 422 where the content breaks a rule. */
export const errors = {
  'aftercare.already-in-support': conflict,
  'aftercare.already-missing': conflict,
  'aftercare.hand-over-exists': conflict,
  'aftercare.not-dual-listed': conflict,
  'aftercare.not-key': conflict,
  'aftercare.not-missing': conflict,
  'aftercare.not-settled': conflict,
  'aftercare.notice-exists': conflict,
  'aftercare.other-person': conflict,
  'aftercare.release-exists': conflict,
  'aftercare.statistics-elsewhere': conflict,
  'aftercare.statistics-submitted': conflict,
  'aftercare.support-over': conflict,
  'aftercare.dates-reversed': broken,
  'aftercare.key-class-not-in-use': broken,
  'aftercare.offence-before-release': broken,
  'aftercare.released-before-sentence': broken,
  'aftercare.term-not-over': broken,
} satisfies Record<RejectionCode, number>;
