import type { RejectionCode } from './domain/rejections.js';

const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** HTTP status of each rejection: 409 where the state of records forbids it, 422 where the content cannot be right. */
export const errors = {
  'publicity.activity-exists': CONFLICT,
  'publicity.already-awarded': CONFLICT,
  'publicity.copies-not-there': CONFLICT,
  'publicity.counsel-exists': CONFLICT,
  'publicity.dates-reversed': UNPROCESSABLE,
  'publicity.more-passed-than-tested': UNPROCESSABLE,
  'publicity.more-tested-than-attended': UNPROCESSABLE,
  'publicity.not-a-village': UNPROCESSABLE,
  'publicity.not-awarded': CONFLICT,
  'publicity.other-material': CONFLICT,
  'publicity.plan-year-over': UNPROCESSABLE,
  'publicity.term-over': CONFLICT,
  'publicity.term-too-long': UNPROCESSABLE,
  'publicity.unit-exists': CONFLICT,
  'publicity.unit-twice': UNPROCESSABLE,
} satisfies Record<RejectionCode, number>;
