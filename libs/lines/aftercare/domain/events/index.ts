import type { EventOf } from '#kernel/event.js';
import { releaseEvents } from './release.events.js';
import { statisticsEvents } from './statistics.events.js';
import { supportEvents } from './support.events.js';

export { statisticsEvents };

/** Everything that can happen to one released person's case (安置帮教对象档案). */
export const caseEvents = { ...releaseEvents, ...supportEvents };

/** Every event type of the line. */
export const events = { ...caseEvents, ...statisticsEvents };

export type CaseEvent = EventOf<typeof caseEvents>;
export type StatisticsEvent = EventOf<typeof statisticsEvents>;
export type AftercareEvent = EventOf<typeof events>;
export type EventType = AftercareEvent['type'];

/** The payload of one event type: `DataOfEvent<'aftercare.MovedIn'>`. */
export type DataOfEvent<Type extends EventType> = Extract<AftercareEvent, { type: Type }>['data'];
