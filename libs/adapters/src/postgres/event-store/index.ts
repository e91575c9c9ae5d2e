import type { EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import type { LateEvents } from '#application/ports/late-events.js';
import { AppendSignal } from '../../append-signal.js';
import { PostgresLateEvents } from './late-events.js';
import { openStorePool } from './pool.js';
import { PostgresEventStore } from './postgres-event-store.js';
import { PostgresFeed } from './postgres-feed.js';

export { applyEventStoreSchema } from './schema.js';
export { openStorePool } from './pool.js';
export { PostgresEventStore } from './postgres-event-store.js';
export { PostgresFeed } from './postgres-feed.js';

export interface OpenEventStore {
  readonly store: EventStore;
  readonly feed: Feed;
  readonly lateEvents: LateEvents;
  /** Whether the database itself refuses every write but an append. */
  readonly restricted: boolean;
  /** Answers what was handed in, then closes the connections. */
  close(): Promise<void>;
}

/** Opens the event store of a database whose schema is in place. `connections`: at most, 10 when absent. */
export const openEventStore = async (url: string, connections?: number): Promise<OpenEventStore> => {
  const { pool, restricted } = await openStorePool(url, connections);
  const signal = new AppendSignal();
  const store = new PostgresEventStore(pool, signal);
  const close = async (): Promise<void> => {
    await store.drained();
    await pool.end();
  };
  return { store, feed: new PostgresFeed(pool, signal), lateEvents: new PostgresLateEvents(pool), restricted, close };
};
