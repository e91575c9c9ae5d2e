import type { DomainEvent } from '#kernel/event.js';
import type { ReportingEvent } from './events.js';

type Examples<Event extends DomainEvent> = {
  readonly [Type in Event['type']]: Extract<Event, { type: Type }>['data'];
};

/** One believable payload of every event type. */
export const examples: Examples<ReportingEvent> = {
  'reporting.NilDeclared': { declaredOn: '2023-03-02', businessLine: 'corrections', month: '2023-02' },
  'reporting.NilWithdrawn': { withdrawnOn: '2023-03-05', reason: '补录一件' },
};
