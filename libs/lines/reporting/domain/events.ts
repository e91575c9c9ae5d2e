import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, date, text } from '#kernel/schema.js';

const monthText = () => ({ ...text(7), pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

/** A month of an office in one field of work, declared to have had none: 零报告. */
export const events = eventTable(
  defineEvent({
    type: 'reporting.NilDeclared',
    command: 'DeclareNil',
    datedBy: 'declaredOn',
    /** `businessLine`: code of the line of work; `month`: YYYY-MM. */
    fields: { declaredOn: date(), businessLine: code(), month: monthText() },
  }),
  defineEvent({
    type: 'reporting.NilWithdrawn',
    command: 'WithdrawNil',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date(), reason: text(500) },
  }),
);

export type ReportingEvent = EventOf<typeof events>;
