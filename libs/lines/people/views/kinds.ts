import { factTables } from '#application/fact-tables.js';

/** A merge stands from `mergedOn` until `unmergedOn`; a broken glass lasts until `until`. */
export const tables = factTables({
  'people.merge': ['mergedOn', 'unmergedOn', 'into', 'reason', 'state'],
  'people.break-glass': ['brokenOn', 'by', 'reason', 'until'],
} as const);
