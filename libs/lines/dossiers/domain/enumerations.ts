import { enumeration } from '#kernel/schema.js';

/** Why two records are taken for one person, or no longer. */
export const mergeReason = enumeration('dossiers.merge-reason', [
  'same-number',
  'mistyped-number',
  'new-document',
  'checked-in-person',
  'merged-by-mistake',
]);
