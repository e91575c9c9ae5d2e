import { tables } from './views/kinds.js';

export const registers = tables.registers({
  'reporting.nils': {
    fact: 'reporting.nil',
    columns: ['businessLine', 'month', 'declaredOn', 'withdrawnOn', 'standing'],
    filters: ['businessLine', 'month', 'standing'],
    orderBy: 'declaredOn',
  },
});
