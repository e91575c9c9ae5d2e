import type { RejectionCode } from './domain/rejections.js';

export const errors = {
  'people.another-person': 409,
  'people.merged-into-itself': 422,
  'people.second-person-needed': 403,
} satisfies Record<RejectionCode, number>;
