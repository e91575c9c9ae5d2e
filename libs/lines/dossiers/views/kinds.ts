import { factTables } from '#application/fact-tables.js';

/** A merge stands from `mergedOn` until `unmergedOn`; a broken glass lasts until `until`. */
export const tables = factTables({
  'dossiers.merge': ['mergedOn', 'unmergedOn', 'into', 'reason', 'state'],
  'dossiers.break-glass': ['brokenOn', 'by', 'reason', 'until'],
} as const);
