import { factTables } from '#application/fact-tables.js';

/** A declaration stands from `declaredOn` until `withdrawnOn`; `standing` says whether it does. */
export const tables = factTables({
  'reporting.nil': ['declaredOn', 'withdrawnOn', 'businessLine', 'month', 'standing'],
} as const);
