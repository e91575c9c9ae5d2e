import type { EventOf } from '#kernel/event.js';
import { agreementEvents } from './agreement.events.js';
import { intakeEvents, mediationEvents } from './dispute.events.js';
import { committeeEvents, mediatorEvents, screeningEvents } from './office.events.js';
import { subsidyEvents } from './subsidy.events.js';

export { committeeEvents, mediatorEvents, screeningEvents };

/** Everything that can happen to one dispute. */
export const disputeEvents = { ...intakeEvents, ...mediationEvents, ...agreementEvents, ...subsidyEvents };

/** Every event type of the line. */
export const events = { ...disputeEvents, ...screeningEvents, ...committeeEvents, ...mediatorEvents };

export type DisputeEvent = EventOf<typeof disputeEvents>;
export type ScreeningEvent = EventOf<typeof screeningEvents>;
export type CommitteeEvent = EventOf<typeof committeeEvents>;
export type MediatorEvent = EventOf<typeof mediatorEvents>;
export type MediationEvent = EventOf<typeof events>;
export type EventType = MediationEvent['type'];

/** The payload of one event type: `DataOfEvent<'mediation.DisputeAccepted'>`. */
export type DataOfEvent<Type extends EventType> = Extract<MediationEvent, { type: Type }>['data'];
