import type { RejectionCode } from './domain/rejections.js';

export const errors = {
  'dossiers.another-person': 409,
  'dossiers.merged-into-itself': 422,
  'dossiers.second-person-needed': 403,
} satisfies Record<RejectionCode, number>;
