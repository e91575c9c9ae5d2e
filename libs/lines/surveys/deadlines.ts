import { tables } from './views/kinds.js';

/** No law sets a day; what is agreed with the survey itself is kept. */
export const deadlines = tables.deadlines({
  /** A survey is closed by the day it was to end. */
  'SV-D01': { fact: 'surveys.survey', due: 'closesOn', met: 'closedOn' },
});

export type DeadlineCode = keyof typeof deadlines;
