import type { Feed, FeedBatch } from '#application/ports/feed.js';
import type { Uuid } from '#kernel/ids.js';
import type { MemoryEventStore } from './event-store.js';

/** The feed of a store in memory. */
export class MemoryFeed implements Feed {
  constructor(
    private readonly store: MemoryEventStore,
    private readonly id: Uuid,
  ) {}

  async read(after: number, limit: number): Promise<FeedBatch> {
    return { events: this.store.eventsAfter(after, limit), head: this.store.head };
  }

  async head(): Promise<number> {
    return this.store.head;
  }

  async logId(): Promise<string> {
    return this.id;
  }

  async wait(after: number, milliseconds: number): Promise<void> {
    const until = performance.now() + milliseconds;
    for (let left = milliseconds; this.store.head <= after && left > 0; left = until - performance.now())
      await this.store.signal.next(left);
  }
}
