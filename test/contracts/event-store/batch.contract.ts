import type { AppendItem, EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import { entry, item, newEvent, someId } from '../append-items.js';
import { type StoreUnderTest, given, outcomesOf } from './under-test.js';

/** What a call of several items promises: natural keys, all-or-nothing, faults of the caller. */
export const batchContract = (opened: () => StoreUnderTest): void => {
  let store: EventStore;
  let feed: Feed;
  beforeAll(() => {
    ({ store, feed } = opened());
  });

  describe('a natural key', () => {
    const key = (): string => `case:"${someId()}", {桃江}`;

    it('is held by one stream until that stream gives it back', async () => {
      const [name, spare] = [key(), key()];
      const holder = await given(store, someId(), 1, { hold: [name, spare] });
      const other = item({ hold: [key(), name] });
      expect(await store.append(other)).toEqual({ outcome: 'held', key: name, holder: holder.streamId });
      expect(await store.holderOf(name)).toBe(holder.streamId);
      expect(await store.holderOf(other.hold[0] as string)).toBeUndefined();
      expect(await store.load(other.streamId)).toBeUndefined();
      expect(await store.append(item({ hold: [other.hold[0] as string] }))).toMatchObject({ outcome: 'appended' });
      const again = { streamId: holder.streamId, hold: [name] };
      expect(await store.append(item({ ...again, expectedVersion: 1 }))).toMatchObject({ outcome: 'appended' });
      const giving = { streamId: holder.streamId, hold: [], release: [name] };
      expect(await store.append(item({ ...giving, expectedVersion: 2 }))).toMatchObject({ outcome: 'appended' });
      expect(await store.append(item({ hold: [name] }))).toMatchObject({ outcome: 'appended' });
      expect(await store.append(item({ hold: [spare] }))).toMatchObject({ outcome: 'held', holder: holder.streamId });
    });

    it('cannot be given back by a stream that does not hold it', async () => {
      const name = key();
      const holder = await given(store, someId(), 1, { hold: [name] });
      await given(store, someId(), 1, { release: [name] });
      expect(await store.append(item({ hold: [name] }))).toEqual({
        outcome: 'held',
        key: name,
        holder: holder.streamId,
      });
    });

    it('goes to the first of one call that can have it', async () => {
      const name = key();
      const [stale, first, second] = [
        item({ hold: [name], expectedVersion: 3 }),
        item({ hold: [name] }),
        item({ hold: [name] }),
      ];
      const outcomes = await store.appendMany([stale, first, second], false);
      expect(outcomes[0]).toEqual({ outcome: 'conflict', version: 0 });
      expect(outcomes[1]).toMatchObject({ outcome: 'appended' });
      expect(outcomes[2]).toEqual({ outcome: 'held', key: name, holder: first.streamId });
    });

    it('passes from one stream to another within one call, in the order of the items', async () => {
      const name = key();
      const holder = await given(store, someId(), 1, { hold: [name] });
      const giving = item({ streamId: holder.streamId, expectedVersion: 1, release: [name] });
      const [early, late] = [item({ hold: [name] }), item({ hold: [name] })];
      expect(outcomesOf(await store.appendMany([early, giving, late], false))).toEqual([
        'held',
        'appended',
        'appended',
      ]);
      expect(await store.append(item({ hold: [name] }))).toMatchObject({ outcome: 'held', holder: late.streamId });
    });

    it('is not looked at where the version is stale', async () => {
      const name = key();
      await given(store, someId(), 1, { hold: [name] });
      expect(await store.append(item({ hold: [name], expectedVersion: 1 }))).toEqual({
        outcome: 'conflict',
        version: 0,
      });
    });
  });

  describe('an all-or-nothing call', () => {
    it('stores everything where every item can be appended', async () => {
      const items = Array.from({ length: 5 }, () => item({ entries: [entry(), entry()] }));
      const before = await feed.head();
      expect(new Set(outcomesOf(await store.appendMany(items, true)))).toEqual(new Set(['appended']));
      const { events } = await feed.read(before, 100);
      const expected = items.flatMap(({ entries }) =>
        entries.flatMap(({ events: own }) => own.map((event) => event.eventId)),
      );
      expect(events.map((event) => event.eventId)).toEqual(expected);
    });

    it.each(['conflict', 'held', 'repeated'])('stores nothing where one item is refused: %s', async (refusal) => {
      const name = `case:${someId()}`;
      const known = await given(store, someId(), 1, { hold: [name] });
      const refused = {
        conflict: item({ expectedVersion: 9 }),
        held: item({ hold: [name] }),
        repeated: item({ entries: known.entries }),
      }[refusal] as AppendItem;
      const free = `case:${someId()}`;
      const [before, after] = [item({ hold: [free] }), item()];
      const head = await feed.head();
      expect(outcomesOf(await store.appendMany([before, refused, after], true))).toEqual([
        'abandoned',
        refusal,
        'abandoned',
      ]);
      expect(await feed.head()).toBe(head);
      expect(await store.findCommand(before.entries[0]?.commandId as string)).toBeUndefined();
      expect(await store.append(item({ hold: [free] }))).toMatchObject({ outcome: 'appended' });
      expect(await store.append(before)).toMatchObject({ outcome: 'held' });
    });

    it('has no receipt to give where a command stands twice in it', async () => {
      const shared = entry();
      const outcomes = await store.appendMany([item({ entries: [shared] }), item({ entries: [shared] })], true);
      expect(outcomesOf(outcomes)).toEqual(['abandoned', 'abandoned']);
      expect(await store.findCommand(shared.commandId)).toBeUndefined();
    });
  });

  describe('a fault of the caller', () => {
    it.each<[string, () => AppendItem[]]>([
      ['a stream twice', () => [item({ streamId: 'x' }), item({ streamId: 'x' })]],
      ['no command', () => [item({ entries: [] })]],
      ['a command without events', () => [item({ entries: [entry({ events: [] })] })]],
      [
        'a command twice on one stream',
        () => [item({ entries: [entry({ commandId: 'y' }), entry({ commandId: 'y' })] })],
      ],
    ])('is refused: %s', (_, items) => expect(store.appendMany(items(), false)).rejects.toThrow(TypeError));

    it('stores nothing, and does not harm those that happen to travel with it', async () => {
      const known = newEvent();
      await store.append(item({ entries: [entry({ events: [known] })] }));
      const head = await feed.head();
      const bad = item({ entries: [entry(), entry({ events: [known] })], hold: ['case:bad'] });
      const [good, other] = [item(), item()];
      const answers = await Promise.allSettled([store.append(good), store.append(bad), store.append(other)]);
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect((await feed.read(head, 10)).events).toHaveLength(2);
      expect(await store.findCommand(bad.entries[0]?.commandId as string)).toBeUndefined();
      expect(await store.append(item({ hold: ['case:bad'] }))).toMatchObject({ outcome: 'appended' });
    });
  });
};
