import type { EventOf } from '#kernel/event.js';
import { closingEvents, letterEvents } from './closing.events.js';
import { intakeEvents, openingEvents } from './intake.events.js';
import { normEvents, reviewEvents } from './review.events.js';

/** Every event type of the line; all of them happen to a case. */
export const events = {
  ...openingEvents,
  ...intakeEvents,
  ...reviewEvents,
  ...normEvents,
  ...closingEvents,
  ...letterEvents,
};

export type ReconsiderationEvent = EventOf<typeof events>;
export type EventType = ReconsiderationEvent['type'];

/** The payload of one event type: `DataOfEvent<'reconsideration.CopySent'>`. */
export type DataOfEvent<Type extends EventType> = Extract<ReconsiderationEvent, { type: Type }>['data'];

/** The events of each phase; rules are split the same way. */
export type IntakeEvent = EventOf<typeof intakeEvents> | EventOf<typeof openingEvents>;
export type ReviewEvent = EventOf<typeof reviewEvents> | EventOf<typeof normEvents>;
export type ClosingEvent = EventOf<typeof closingEvents> | EventOf<typeof letterEvents>;
