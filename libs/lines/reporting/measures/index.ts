import { tables } from '../views/kinds.js';

export const measures = tables.measures({
  /** Months declared empty, while the declaration stands. */
  'reporting.nil-months': {
    fact: 'reporting.nil',
    unit: '次',
    kind: 'stock',
    from: 'declaredOn',
    to: 'withdrawnOn',
    splits: ['businessLine', 'month'],
  },
});

export type MeasureCode = keyof typeof measures;
