import type { RejectionCode } from './domain/rejections.js';

const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** HTTP status of each rejection: 409 where the state of records forbids it, 422 where the content cannot be right. */
export const errors = {
  'surveys.answer-outside-scale': UNPROCESSABLE,
  'surveys.dates-reversed': UNPROCESSABLE,
  'surveys.more-correct-than-asked': UNPROCESSABLE,
  'surveys.more-valid-than-issued': UNPROCESSABLE,
  'surveys.responses-recorded': CONFLICT,
  'surveys.summary-exists': CONFLICT,
  'surveys.unknown-topic': UNPROCESSABLE,
  'surveys.valid-differs': CONFLICT,
} satisfies Record<RejectionCode, number>;
