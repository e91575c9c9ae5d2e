import type { LateEvents, LateEventsQuery } from '#application/ports/late-events.js';
import type { RecordedEvent } from '#kernel/event.js';
import type { MemoryEventStore } from './event-store.js';

/** Late events of a store in memory. */
export class MemoryLateEvents implements LateEvents {
  constructor(private readonly store: MemoryEventStore) {}

  async recordedAfter(query: LateEventsQuery): Promise<readonly RecordedEvent[]> {
    const { bureau, streamTypes, recordTypes, after, from, to, limit } = query;
    return this.store
      .eventsAfter(after, Infinity)
      .filter((event) => event.bureau === bureau && streamTypes.includes(event.streamType))
      .filter(({ type, occurredOn }) => recordTypes.includes(type) || (from <= occurredOn && occurredOn <= to))
      .slice(0, limit);
  }
}
