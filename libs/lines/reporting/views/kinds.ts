import { factTables } from '#application/fact-tables.js';

/**
 * A declaration stands from `declaredOn` until `withdrawnOn`; `standing` says whether it does. A period is in one `state`, with
 * the number, position and hash of its newest seal. A finding shows the newest answer to it.
 */
export const tables = factTables({
  'reporting.nil': ['declaredOn', 'withdrawnOn', 'businessLine', 'month', 'standing'],
  'reporting.period': [
    'businessLine',
    'scheme',
    'from',
    'to',
    'state',
    'approver',
    'softClosedOn',
    'closedOn',
    'reopenedOn',
    'seal',
    'position',
    'hash',
  ],
  'reporting.finding': [
    'scheme',
    'from',
    'to',
    'finding',
    'rule',
    'place',
    'said',
    'answer',
    'reason',
    'role',
    'answeredOn',
  ],
} as const);
