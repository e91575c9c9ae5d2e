import { tables } from './views/kinds.js';

export const registers = tables.registers({
  'dossiers.merges': {
    fact: 'dossiers.merge',
    columns: ['mergedOn', 'unmergedOn', 'into', 'reason', 'state'],
    filters: ['into', 'state'],
    orderBy: 'mergedOn',
  },
  'dossiers.break-glasses': {
    fact: 'dossiers.break-glass',
    columns: ['brokenOn', 'by', 'reason', 'until'],
    filters: ['by'],
    orderBy: 'brokenOn',
  },
});
