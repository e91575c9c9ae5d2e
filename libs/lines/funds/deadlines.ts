import { tables } from './views/kinds.js';

/** What is due, and when. Payments are dated by their own agreement and are measured, not watched: nothing is known of them before. */
export const deadlines = tables.deadlines({
  /** Spending reaches the plan at the end of March, June, October and December. */
  'BF-D01': { fact: 'funds.checkpoint', due: 'dueOn', met: 'metOn' },
  /** Budget and accounts are published within 20 days of approval. 预算法 第十四条 */
  'BF-D02': {
    fact: 'funds.disclosure',
    starts: 'approvedOn',
    versions: [{ from: '2015-01-01', days: { setting: 'disclosureDays' }, count: 'calendar-days' }],
    met: 'publishedOn',
    into: 'dueOn',
  },
});

export type DeadlineCode = keyof typeof deadlines;
