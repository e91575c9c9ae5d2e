import { tables } from './views/kinds.js';

/** Lists a clerk works with. */
export const registers = tables.registers({
  'surveys.surveys': {
    fact: 'surveys.survey',
    columns: [
      'topic',
      'otherTopic',
      'population',
      'method',
      'openedOn',
      'closesOn',
      'closedOn',
      'issued',
      'returned',
      'valid',
      'satisfied',
      'passed',
      'smallSample',
      'publishedOn',
      'status',
    ],
    filters: ['topic', 'otherTopic', 'method', 'status', 'smallSample'],
    orderBy: 'openedOn',
  },
});

export type RegisterCode = keyof typeof registers;
