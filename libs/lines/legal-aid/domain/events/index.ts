import type { EventOf } from '#kernel/event.js';
import { examinationEvents, openingEvents } from './application.events.js';
import { afterEvents, handlingEvents } from './handling.events.js';
import {
  agentEvents,
  complaintEvents,
  consultationEvents,
  draftingEvents,
  dutyEvents,
  offerEvents,
} from './office.events.js';

export { agentEvents, complaintEvents, consultationEvents, draftingEvents, dutyEvents, offerEvents };

/** Everything that can happen to one case of legal aid (法律援助案件). */
export const caseEvents = { ...openingEvents, ...examinationEvents, ...handlingEvents, ...afterEvents };

/** Every event type of the line. */
export const events = {
  ...caseEvents,
  ...consultationEvents,
  ...draftingEvents,
  ...dutyEvents,
  ...complaintEvents,
  ...offerEvents,
  ...agentEvents,
};

export type CaseEvent = EventOf<typeof caseEvents>;
export type ConsultationEvent = EventOf<typeof consultationEvents>;
export type DraftingEvent = EventOf<typeof draftingEvents>;
export type DutyEvent = EventOf<typeof dutyEvents>;
export type ComplaintEvent = EventOf<typeof complaintEvents>;
export type OfferEvent = EventOf<typeof offerEvents>;
export type AgentEvent = EventOf<typeof agentEvents>;
export type LegalAidEvent = EventOf<typeof events>;
export type EventType = LegalAidEvent['type'];

/** The payload of one event type: `DataOfEvent<'legal-aid.AidApplied'>`. */
export type DataOfEvent<Type extends EventType> = Extract<LegalAidEvent, { type: Type }>['data'];
