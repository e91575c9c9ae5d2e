import type { RejectionCode } from './domain/rejections.js';

export const errors = {
  'reporting.month-not-over': 422,
  'reporting.nil-declared-already': 409,
} satisfies Record<RejectionCode, number>;
