import type { RejectionCode } from './domain/rejections.js';

export const errors = {
  'reporting.month-not-over': 422,
  'reporting.nil-declared-already': 409,
  'reporting.another-finding': 409,
  'reporting.another-period': 409,
  'reporting.no-such-period': 422,
  'reporting.period-closed-elsewhere': 409,
  'reporting.period-not-over': 422,
  'reporting.seal-broken': 422,
  'reporting.seal-out-of-turn': 409,
  'reporting.sealed-by-same-person': 403,
} satisfies Record<RejectionCode, number>;
