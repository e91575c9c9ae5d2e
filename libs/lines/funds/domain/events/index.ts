import { budgetEvents } from './budget.events.js';
import { establishmentEvents, staffEvents } from './establishment.events.js';
import { disclosureEvents, facilityEvents, procurementEvents } from './office.events.js';
import type { EventOf } from '#kernel/event.js';

export * from './budget.events.js';
export * from './establishment.events.js';
export * from './office.events.js';

/** Every event of the line. */
export const events = {
  ...budgetEvents,
  ...procurementEvents,
  ...disclosureEvents,
  ...facilityEvents,
  ...establishmentEvents,
  ...staffEvents,
};

export type FundsEvent = EventOf<typeof events>;
export type EventType = FundsEvent['type'];
export type DataOfEvent<Type extends EventType> = Extract<FundsEvent, { type: Type }>['data'];
