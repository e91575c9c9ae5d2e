import fc from 'fast-check';
import type { AppendItem, EventStore } from '#application/ports/event-store.js';
import { uuidV5 } from '#kernel/ids.js';
import { entry, item, newEvent } from '../../../../../test/contracts/append-items.js';
import { type TestStore, freshStore } from '../../../../../test/support/event-store-database.js';
import { MemoryEventStore } from '../../memory/event-store.js';
import { type OpenEventStore, openEventStore } from './index.js';

/** A call as drawn: few streams, commands and keys, so that its items get in each other's way. */
interface Drawn {
  readonly atomic: boolean;
  readonly items: readonly {
    readonly stream: number;
    readonly behind: number;
    readonly commands: readonly { readonly command: number; readonly events: number }[];
    readonly hold: readonly number[];
    readonly release: readonly number[];
  }[];
}

const few = { minLength: 0, maxLength: 2 };
const drawnItem = fc.record({
  stream: fc.nat(5),
  behind: fc.constantFrom(0, 0, 0, 0, 0, 1, -1),
  commands: fc.uniqueArray(fc.record({ command: fc.nat(60), events: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 2,
    selector: ({ command }) => command,
  }),
  hold: fc.array(fc.nat(4), few),
  release: fc.array(fc.nat(4), few),
});
const drawnCalls: fc.Arbitrary<Drawn[]> = fc.array(
  fc.record({
    atomic: fc.boolean(),
    items: fc.uniqueArray(drawnItem, { minLength: 1, maxLength: 5, selector: ({ stream }) => stream }),
  }),
  { minLength: 1, maxLength: 12 },
);

const clock = { now: () => ({ now: '2024-01-01T00:00:00.000Z', today: '2024-01-01' }) };
const streamIds = (run: number): string[] =>
  [0, 1, 2, 3, 4, 5].map((stream) => uuidV5('stream', String(run), String(stream)));

/** Plays the calls on a store, with ids that depend on the run and the call alone. */
const play = async (store: EventStore, run: number, calls: readonly Drawn[]): Promise<unknown> => {
  const answers: unknown[] = [];
  for (const [nth, { atomic, items }] of calls.entries()) {
    const given: AppendItem[] = [];
    for (const drawn of items) {
      const streamId = streamIds(run)[drawn.stream] as string;
      const version = (await store.load(streamId))?.version ?? 0;
      const entries = drawn.commands.map(({ command, events }) =>
        entry({
          commandId: uuidV5('command', String(run), String(command)),
          events: Array.from({ length: events }, (_, at) =>
            newEvent({
              eventId: uuidV5('event', String(run), String(nth), String(drawn.stream), String(command), String(at)),
              correlationId: uuidV5('correlation', String(run)),
              data: { nth, command, at },
            }),
          ),
        }),
      );
      const keys = (numbers: readonly number[]): string[] => numbers.map((number) => `key:${run}:${number}`);
      given.push(
        item({
          streamId,
          expectedVersion: Math.max(0, version - drawn.behind),
          entries,
          hold: keys(drawn.hold),
          release: keys(drawn.release),
        }),
      );
    }
    answers.push(await store.appendMany(given, atomic));
  }
  const streams = [...(await store.loadMany(streamIds(run))).values()].sort((a, b) =>
    a.streamId < b.streamId ? -1 : 1,
  );
  const positions = streams.flatMap(({ events }) => events.map((event) => event.position));
  const first = Math.min(...positions);
  const relative = JSON.stringify({ answers, streams }, (name, value: unknown) => {
    if (name === 'recordedAt') return undefined;
    return name === 'position' ? Number(value) - first : value;
  });
  return JSON.parse(relative) as unknown;
};

describe('the store in memory and the one on PostgreSQL', () => {
  let database: TestStore;
  let opened: OpenEventStore;
  beforeAll(async () => {
    database = await freshStore();
    opened = await openEventStore(database.url);
  });
  afterAll(async () => {
    await opened.close();
    await database.drop();
  });

  it('give the same answers and keep the same streams, whatever they are asked', async () => {
    let run = 0;
    const verdicts = new Set<string>();
    const property = fc.asyncProperty(drawnCalls, async (calls) => {
      run += 1;
      const [expected, found] = [
        await play(new MemoryEventStore(clock), run, calls),
        await play(opened.store, run, calls),
      ];
      for (const outcome of JSON.stringify(expected).match(/"outcome":"\w+"/g) ?? []) verdicts.add(outcome);
      expect(found).toEqual(expected);
    });
    await fc.assert(property, { numRuns: 150 });
    expect(verdicts.size).toBe(5);
  });
});
