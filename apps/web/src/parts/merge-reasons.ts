/** Why records are taken for one person's, or for two again. */
export const MERGE_REASONS = [
  'same-number',
  'mistyped-number',
  'new-document',
  'checked-in-person',
  'merged-by-mistake',
] as const;
