import type { EventOf } from '#kernel/event.js';
import { disclosureEvents, manualEvents } from './disclosure.events.js';
import { assetEvents, facilityEvents, unitEvents } from './estate.events.js';
import { contactEvents, delegationEvents, honourEvents, regulationEvents } from './practice.events.js';
import { reviewEvents } from './review.events.js';

export {
  assetEvents,
  contactEvents,
  delegationEvents,
  disclosureEvents,
  facilityEvents,
  honourEvents,
  manualEvents,
  regulationEvents,
  reviewEvents,
  unitEvents,
};

/** Every event type of the line. */
export const events = {
  ...reviewEvents,
  ...contactEvents,
  ...regulationEvents,
  ...delegationEvents,
  ...honourEvents,
  ...disclosureEvents,
  ...assetEvents,
  ...unitEvents,
  ...facilityEvents,
  ...manualEvents,
};

export type ReviewEvent = EventOf<typeof reviewEvents>;
export type ContactEvent = EventOf<typeof contactEvents>;
export type RegulationEvent = EventOf<typeof regulationEvents>;
export type DelegationEvent = EventOf<typeof delegationEvents>;
export type HonourEvent = EventOf<typeof honourEvents>;
export type DisclosureEvent = EventOf<typeof disclosureEvents>;
export type AssetEvent = EventOf<typeof assetEvents>;
export type UnitEvent = EventOf<typeof unitEvents>;
export type FacilityEvent = EventOf<typeof facilityEvents>;
export type ManualEvent = EventOf<typeof manualEvents>;
export type InstitutionEvent = EventOf<typeof events>;
export type EventType = InstitutionEvent['type'];

/** The payload of one event type. */
export type DataOfEvent<Type extends EventType> = Extract<InstitutionEvent, { type: Type }>['data'];
