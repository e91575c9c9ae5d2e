import { tables } from './views/kinds.js';

/** No law sets a day for publicity; the plan's own year and the counsel's month do. */
export const deadlines = tables.deadlines({
  /** As many sessions as planned are held by the end of the plan year. */
  'PL-D01': { fact: 'publicity.plan', due: 'planEndsOn', met: 'fulfilledOn', lapsed: 'cancelledOn' },
  /** A counsel's duties of a month are all done by its last day. */
  'PL-D02': { fact: 'publicity.counsel-month', due: 'dueOn', met: 'completeOn' },
});

export type DeadlineCode = keyof typeof deadlines;
