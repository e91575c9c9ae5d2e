import type { AppendItem, AppendOutcome, EventStore } from '#application/ports/event-store.js';
import type { Feed } from '#application/ports/feed.js';
import { entry, item, newEvent, someHash, someId } from './append-items.js';

export interface StoreUnderTest {
  readonly store: EventStore;
  readonly feed: Feed;
  close(): Promise<void>;
}

const outcomesOf = (outcomes: readonly AppendOutcome[]): readonly string[] => outcomes.map(({ outcome }) => outcome);

/** What every event store promises, in memory and on PostgreSQL alike. `open` gives an empty store. */
export const eventStoreContract = (open: () => Promise<StoreUnderTest>): void => {
  let opened: StoreUnderTest;
  let store: EventStore;
  let feed: Feed;
  beforeAll(async () => {
    opened = await open();
    ({ store, feed } = opened);
  });
  afterAll(() => opened.close());

  /** Appends events to a stream, one command each, and fails the test when it cannot. */
  const given = async (streamId: string, count: number, more: Partial<AppendItem> = {}): Promise<AppendItem> => {
    const entries = Array.from({ length: count }, () => entry());
    const first = item({ streamId, entries, ...more });
    expect(await store.append(first)).toMatchObject({ outcome: 'appended' });
    return first;
  };

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
      const common = { streamId, streamType, bureau, commandId: one.entries[0]?.commandId };
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
      const first = await given(someId(), 1);
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
      const { streamId } = await given(someId(), 3);
      const events = (await store.load(streamId))?.events ?? [];
      expect((await store.load(streamId, events[1]?.position))?.events).toEqual(events.slice(0, 2));
      expect((await store.load(streamId, events[1]?.position))?.version).toBe(2);
      expect(await store.load(streamId, (events[0]?.position ?? 0) - 1)).toBeUndefined();
      const other = await given(someId(), 1);
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
      if (version > 0) await given(streamId, version);
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
      const first = await given(someId(), 1);
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

  describe('a natural key', () => {
    const key = (): string => `case:"${someId()}", {桃江}`;

    it('is held by one stream until that stream gives it back', async () => {
      const [name, spare] = [key(), key()];
      const holder = await given(someId(), 1, { hold: [name, spare] });
      const other = item({ hold: [key(), name] });
      expect(await store.append(other)).toEqual({ outcome: 'held', key: name, holder: holder.streamId });
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
      const holder = await given(someId(), 1, { hold: [name] });
      await given(someId(), 1, { release: [name] });
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
      const holder = await given(someId(), 1, { hold: [name] });
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
      await given(someId(), 1, { hold: [name] });
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
      const known = await given(someId(), 1, { hold: [name] });
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
      const head = await feed.head();
      const begun = performance.now();
      const waiting = feed.wait(head, 5_000);
      await store.append(item());
      await waiting;
      expect(performance.now() - begun).toBeLessThan(2_000);
      expect(await feed.head()).toBeGreaterThan(head);
      await feed.wait(head, 5_000);
      expect(performance.now() - begun).toBeLessThan(2_000);
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
