import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { answerFields } from '#kernel/finding.js';
import { code, date, month, text } from '#kernel/schema.js';
import { periodFields, sealFields } from '#kernel/seal.js';

/** A month of an office in one field of work, declared to have had none: 零报告. */
export const nilEvents = eventTable(
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

/** A period of a bureau in one field of work, closed with its figures: 年度结账. */
export const periodEvents = eventTable(
  defineEvent({
    type: 'reporting.PeriodSoftClosed',
    command: 'SoftClosePeriod',
    datedBy: 'softClosedOn',
    right: 'periods:close',
    /** `approver`: who approves entries of the period from now on, as `approvedBy` of a command names him. */
    fields: { softClosedOn: date(), ...periodFields, approver: text(200) },
  }),
  defineEvent({
    type: 'reporting.PeriodClosed',
    command: 'ClosePeriod',
    datedBy: 'closedOn',
    right: 'periods:close',
    derived: true,
    fields: sealFields,
  }),
  defineEvent({
    type: 'reporting.PeriodReopened',
    command: 'ReopenPeriod',
    datedBy: 'reopenedOn',
    right: 'periods:reopen',
    fields: { reopenedOn: date(), reason: text(500) },
  }),
);

/** What a named person said to a finding: 问题说明. */
export const findingEvents = eventTable(
  defineEvent({
    type: 'reporting.FindingAnswered',
    command: 'AnswerFinding',
    datedBy: 'answeredOn',
    right: 'findings:explain',
    derived: true,
    fields: answerFields,
  }),
);

export const events = { ...nilEvents, ...periodEvents, ...findingEvents };

export type NilEvent = EventOf<typeof nilEvents>;
export type PeriodEvent = EventOf<typeof periodEvents>;
export type FindingEvent = EventOf<typeof findingEvents>;
export type ReportingEvent = NilEvent | PeriodEvent | FindingEvent;
