import type { RejectionCode } from './domain/rejections.js';

const FORBIDDEN = 403;
const CONFLICT = 409;
const UNPROCESSABLE = 422;

/** HTTP status of each rejection: 403 where somebody else, or another level, would have to do it. */
export const errors = {
  'performance.above-own-level': FORBIDDEN,
  'performance.actual-is-inequality': UNPROCESSABLE,
  'performance.actual-missing': UNPROCESSABLE,
  'performance.evidence-missing': UNPROCESSABLE,
  'performance.explanation-missing': UNPROCESSABLE,
  'performance.group-twice': UNPROCESSABLE,
  'performance.level-not-above': CONFLICT,
  'performance.level-skipped': FORBIDDEN,
  'performance.lowest-level': CONFLICT,
  'performance.former-form-of-another-year': UNPROCESSABLE,
  'performance.month-monitored': CONFLICT,
  'performance.month-not-over': UNPROCESSABLE,
  'performance.not-a-month-end': UNPROCESSABLE,
  'performance.outside-fiscal-year': UNPROCESSABLE,
  'performance.reason-without-score': UNPROCESSABLE,
  'performance.recorded-by-same-person': FORBIDDEN,
  'performance.row-missing': UNPROCESSABLE,
  'performance.row-twice': UNPROCESSABLE,
  'performance.score-above-weight': UNPROCESSABLE,
  'performance.score-outside-band': UNPROCESSABLE,
  'performance.sheet-exists': CONFLICT,
  'performance.unknown-frame': UNPROCESSABLE,
  'performance.unknown-group': UNPROCESSABLE,
  'performance.unknown-row': UNPROCESSABLE,
  'performance.year-not-begun': UNPROCESSABLE,
} satisfies Record<RejectionCode, number>;
