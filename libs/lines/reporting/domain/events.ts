import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, date, month, text } from '#kernel/schema.js';

/** A month of an office in one field of work, declared to have had none: 零报告. */
export const events = eventTable(
  defineEvent({
    type: 'reporting.NilDeclared',
    command: 'DeclareNil',
    datedBy: 'declaredOn',
    /** `businessLine`: code of the line of work; `month`: YYYY-MM. */
    fields: { declaredOn: date(), businessLine: code(), month: month() },
  }),
  defineEvent({
    type: 'reporting.NilWithdrawn',
    command: 'WithdrawNil',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date(), reason: text(500) },
  }),
);

export type ReportingEvent = EventOf<typeof events>;
