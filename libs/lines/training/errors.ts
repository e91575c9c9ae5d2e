import type { RejectionCode } from './domain/rejections.js';

const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** HTTP status of each rejection: 409 where the state of records forbids it, 422 where the content cannot be right. */
export const errors = {
  'training.already-assessed': CONFLICT,
  'training.appraisal-exists': CONFLICT,
  'training.assessed-one-by-one': CONFLICT,
  'training.more-assessed-than-trained': UNPROCESSABLE,
  'training.more-named-than-trained': UNPROCESSABLE,
  'training.more-passed-than-examined': UNPROCESSABLE,
  'training.more-qualified-than-assessed': UNPROCESSABLE,
  'training.no-such-session': CONFLICT,
  'training.not-a-duty': UNPROCESSABLE,
  'training.not-enrolled': CONFLICT,
  'training.officer-exists': CONFLICT,
  'training.plan-exists': CONFLICT,
  'training.plan-year-over': UNPROCESSABLE,
  'training.session-exists': CONFLICT,
  'training.subject-twice': UNPROCESSABLE,
  'training.year-not-begun': UNPROCESSABLE,
} satisfies Record<RejectionCode, number>;
