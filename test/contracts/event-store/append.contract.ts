import type { AppendItem, EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import { entry, item, newEvent, someHash, someId } from '../append-items.js';
import { type StoreUnderTest, given, outcomesOf } from './under-test.js';

/** What one append promises: what is stored, what a stale version and a repeated command are answered. */
export const appendContract = (opened: () => StoreUnderTest): void => {
  let store: EventStore;
  let feed: Feed;
  beforeAll(() => {
    ({ store, feed } = opened());
  });

  describe('an accepted append', () => {
    it('gives back every field as it was written', async () => {
      const data = { text: '桃江 "quoted" \\ {a,(b)} \n NULL', empty: '', nested: { list: [1, null, true] }, zero: 0 };
      const evidence = [{ docKind: 'judgment', docNo: '(2023)湘0922刑初1号' }];
      const full = newEvent({
        data,
        evidence,
        approvedBy: 'chief, "second"',
        causationId: someId(),
        recordedBy: '李 (clerk)',
      });
      const bare = newEvent({ data: {} });
      const one = item({ entries: [entry({ events: [full, bare] })] });
      const before = await feed.head();
      const outcome = await store.append(one);
      expect(outcome).toEqual({ outcome: 'appended', version: 2, position: expect.any(Number) as number });
      const stored = await store.load(one.streamId);
      const { streamId, streamType, bureau, owner } = one;
      expect(stored).toMatchObject({ streamId, streamType, bureau, owner, version: 2 });
      const common = { streamId, streamType, bureau, owner, commandId: one.entries[0]?.commandId };
      const at = { recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string };
      const places = stored?.events.map((event) => event.position) ?? [];
      expect(stored?.events).toEqual([
        { ...full, ...common, ...at, version: 1, position: places[0] },
        { ...bare, ...common, ...at, version: 2, position: places[1] },
      ]);
      expect(before < (places[0] as number) && (places[0] as number) < (places[1] as number)).toBe(true);
      expect(outcome).toMatchObject({ position: places[1] });
      expect((await feed.read(before, 10)).events).toEqual(stored?.events);
    });

    it('leaves a receipt for each command of the item', async () => {
      const entries = [entry({ events: [newEvent(), newEvent()] }), entry({ requestHash: 'cd'.repeat(32) })];
      const one = item({ entries });
      await store.append(one);
      const events = (await store.load(one.streamId))?.events ?? [];
      for (const [at, { commandId, requestHash, events: written }] of entries.entries()) {
        const version = at + 2;
        const position = events[version - 1]?.position;
        const eventIds = written.map((event) => event.eventId);
        const receipt = { commandId, requestHash, streamId: one.streamId, version, position, eventIds };
        expect(await store.findCommand(commandId)).toEqual(receipt);
      }
    });

    it('keeps the type, bureau and owner its stream was opened with', async () => {
      const first = await given(store, someId(), 1);
      await store.append({
        ...item({ streamId: first.streamId, expectedVersion: 1 }),
        owner: '430922099',
        bureau: '110000',
      });
      const stored = await store.load(first.streamId);
      expect(stored).toMatchObject({ owner: first.owner, bureau: first.bureau, version: 2 });
      expect(stored?.events[1]?.bureau).toBe(first.bureau);
    });

    it('can be loaded as it stood at a position', async () => {
      const { streamId } = await given(store, someId(), 3);
      const events = (await store.load(streamId))?.events ?? [];
      expect((await store.load(streamId, events[1]?.position))?.events).toEqual(events.slice(0, 2));
      expect((await store.load(streamId, events[1]?.position))?.version).toBe(2);
      expect(await store.load(streamId, (events[0]?.position ?? 0) - 1)).toBeUndefined();
      const other = await given(store, someId(), 1);
      const missing = someId();
      const many = await store.loadMany([streamId, other.streamId, missing]);
      expect([...many.keys()].sort()).toEqual([streamId, other.streamId].sort());
      expect(many.get(streamId)?.events).toEqual(events);
      expect((await store.loadMany([streamId, other.streamId], events[2]?.position)).size).toBe(1);
    });
  });

  it('knows nothing of what was never stored', async () => {
    expect(await store.load(someId())).toBeUndefined();
    expect(await store.findCommand(someId())).toBeUndefined();
    expect(await store.loadMany([])).toEqual(new Map());
    expect(await store.appendMany([], true)).toEqual([]);
  });

  describe('a stale version', () => {
    it.each([
      ['behind', 2, 1],
      ['ahead', 2, 3],
      ['new where it is open', 2, 0],
      ['ahead of a stream that is not there', 0, 1],
    ])('is a conflict that names the newest version: %s', async (_, version, expectedVersion) => {
      const streamId = someId();
      if (version > 0) await given(store, streamId, version);
      const late = item({ streamId, expectedVersion });
      expect(await store.append(late)).toEqual({ outcome: 'conflict', version });
      expect((await store.load(streamId))?.version ?? 0).toBe(version);
      expect(await store.findCommand(late.entries[0]?.commandId as string)).toBeUndefined();
    });

    it('lets exactly one of fifty racing writers win, on fifty streams at once, round after round', async () => {
      const streams = Array.from({ length: 50 }, someId);
      const rounds = 10;
      for (let expectedVersion = 0; expectedVersion < rounds; expectedVersion += 1) {
        const races = streams.map(async (streamId) => {
          const tries = Array.from({ length: 50 }, () => store.append(item({ streamId, expectedVersion })));
          const answers = await Promise.all(tries);
          return (
            answers.filter(({ outcome }) => outcome === 'appended').length * 100 +
            answers.filter(({ outcome }) => outcome === 'conflict').length
          );
        });
        expect(new Set(await Promise.all(races))).toEqual(new Set([149]));
      }
      for (const { events } of (await store.loadMany(streams)).values())
        expect(events.map((event) => event.version)).toEqual(Array.from({ length: rounds }, (_, at) => at + 1));
    });
  });

  describe('a repeated command', () => {
    it('is answered with the first receipt, whatever version it now expects', async () => {
      const first = await given(store, someId(), 1);
      const command = await store.findCommand(first.entries[0]?.commandId as string);
      expect(command).toBeDefined();
      expect(await store.append(first)).toEqual({ outcome: 'repeated', command });
      expect(await store.append({ ...first, expectedVersion: 7, streamId: someId() })).toEqual({
        outcome: 'repeated',
        command,
      });
      const retold = { ...(first.entries[0] as AppendItem['entries'][number]), requestHash: 'ff'.repeat(32) };
      expect(await store.append({ ...first, entries: [entry(), retold] })).toMatchObject({
        outcome: 'repeated',
        command: { requestHash: someHash },
      });
      expect((await store.load(first.streamId))?.version).toBe(1);
    });

    it('is stored once when it arrives many times at once', async () => {
      const one = item();
      const outcomes = outcomesOf(await Promise.all(Array.from({ length: 20 }, () => store.append(one))));
      expect([...outcomes].sort()).toEqual(['appended', ...Array<string>(19).fill('repeated')]);
      expect((await store.load(one.streamId))?.version).toBe(1);
    });

    it('is stored once when it stands twice in one call', async () => {
      const shared = entry();
      const [first, second] = [item({ entries: [shared] }), item({ entries: [entry(), shared] })];
      const outcomes = await store.appendMany([first, second], false);
      expect(outcomesOf(outcomes)).toEqual(['appended', 'repeated']);
      expect(outcomes[1]).toEqual({ outcome: 'repeated', command: await store.findCommand(shared.commandId) });
      const third = entry();
      const stale = item({ expectedVersion: 4, entries: [third] });
      expect(outcomesOf(await store.appendMany([stale, item({ entries: [third] })], false))).toEqual([
        'conflict',
        'appended',
      ]);
    });
  });
};
