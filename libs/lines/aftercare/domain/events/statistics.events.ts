import { defineEvent, eventTable } from '#kernel/event.js';
import { count, date } from '#kernel/schema.js';
import { coverage } from '../enumerations.js';

/** The office's own statistics, sent up twice a year (半年报、年报); one stream for each office. */
export const statisticsEvents = eventTable(
  defineEvent({
    type: 'aftercare.StatisticsSubmitted',
    command: 'SubmitStatistics',
    datedBy: 'submittedOn',
    fields: { submittedOn: date(), coverage, statYear: count(1994, 2200) },
  }),
);
