import { tables } from './views/kinds.js';

export const registers = tables.registers({
  'people.merges': {
    fact: 'people.merge',
    columns: ['mergedOn', 'unmergedOn', 'into', 'reason', 'state'],
    filters: ['into', 'state'],
    orderBy: 'mergedOn',
  },
  'people.break-glasses': {
    fact: 'people.break-glass',
    columns: ['brokenOn', 'by', 'reason', 'until'],
    filters: ['by'],
    orderBy: 'brokenOn',
  },
});
