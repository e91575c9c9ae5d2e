import type { AppendItem, AppendOutcome, EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import { entry, item } from '../append-items.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  readonly feed: Feed;
  close(): Promise<void>;
}

/** Appends events to a stream, one command each, and fails the test when it cannot. */
export const given = async (
  store: EventStore,
  streamId: string,
  count: number,
  more: Partial<AppendItem> = {},
): Promise<AppendItem> => {
  const entries = Array.from({ length: count }, () => entry());
  const first = item({ streamId, entries, ...more });
  expect(await store.append(first)).toMatchObject({ outcome: 'appended' });
  return first;
};

export const outcomesOf = (outcomes: readonly AppendOutcome[]): readonly string[] =>
  outcomes.map(({ outcome }) => outcome);
