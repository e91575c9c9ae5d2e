import type { EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import { entry, item } from '../append-items.js';
import { atMost } from '../../support/marks.js';
import { type StoreUnderTest } from './under-test.js';

/** What the feed promises. */
export const feedContract = (opened: () => StoreUnderTest): void => {
  let store: EventStore;
  let feed: Feed;
  beforeAll(() => {
    ({ store, feed } = opened());
  });

  describe('the feed', () => {
    it('pages through the whole log in position order and leaves nothing out', async () => {
      const before = await feed.head();
      const items = Array.from({ length: 40 }, () => item({ entries: [entry(), entry()] }));
      const reading = (async (): Promise<string[]> => {
        const seen: string[] = [];
        for (let after = before; seen.length < 80;) {
          const { events, head } = await feed.read(after, 7);
          for (const event of events) {
            expect(event.position).toBeGreaterThan(after);
            after = event.position;
            seen.push(event.eventId);
          }
          expect(head).toBeGreaterThanOrEqual(after);
          if (events.length === 0) await feed.wait(after, 50);
        }
        return seen;
      })();
      await Promise.all(items.map((one) => store.append(one)));
      const written = items.flatMap(({ entries }) => entries.map(({ events }) => events[0]?.eventId));
      expect((await reading).sort()).toEqual(written.sort());
      expect(await feed.read(await feed.head(), 10)).toEqual({ events: [], head: await feed.head() });
    });

    it('wakes a waiting reader soon after an append, and lets it go after its time-out', async () => {
      await atMost(2_000, async () => {
        const head = await feed.head();
        const begun = performance.now();
        const waiting = feed.wait(head, 5_000);
        await store.append(item());
        await waiting;
        expect(await feed.head()).toBeGreaterThan(head);
        await feed.wait(head, 5_000);
        return performance.now() - begun;
      });
      const later = performance.now();
      await feed.wait(await feed.head(), 60);
      expect(performance.now() - later).toBeGreaterThanOrEqual(55);
    });

    it('names its log, always by the same id', async () => {
      expect(await feed.logId()).toMatch(/^[0-9a-f-]{36}$/);
      expect(await feed.logId()).toBe(await feed.logId());
    });
  });
};
