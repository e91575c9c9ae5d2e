import { tables } from './views/kinds.js';

/** No law sets a day for a training; the plan's own year does. */
export const deadlines = tables.deadlines({
  /** As many sessions as planned are held by the end of the plan year. */
  'TR-D01': { fact: 'training.plan', due: 'planEndsOn', met: 'fulfilledOn', lapsed: 'cancelledOn' },
});

export type DeadlineCode = keyof typeof deadlines;
