import { tables } from './views/kinds.js';

export const registers = tables.registers({
  'reporting.nils': {
    fact: 'reporting.nil',
    columns: ['businessLine', 'month', 'declaredOn', 'withdrawnOn', 'standing'],
    filters: ['businessLine', 'month', 'standing'],
    orderBy: 'declaredOn',
  },
  'reporting.periods': {
    fact: 'reporting.period',
    columns: [
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
    filters: ['businessLine', 'state'],
    orderBy: 'to',
  },
  'reporting.findings': {
    fact: 'reporting.finding',
    columns: ['rule', 'place', 'said', 'answer', 'reason', 'role', 'answeredOn', 'scheme', 'from', 'to', 'finding'],
    filters: ['rule', 'answer'],
    orderBy: 'answeredOn',
  },
});
