import fc from 'fast-check';
import { MemoryFeed } from '#adapters/memory/feed.js';
import { MemoryLedger } from '#adapters/memory/ledger.js';
import { FactPoster } from '#application/post-facts.js';
import type { Posting } from '#application/ports/ledger.js';
import type { Command } from '#kernel/command.js';
import { addDays } from '#kernel/dates.js';
import type { RecordedEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { Rejected } from '#kernel/reject.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';
import { BUREAU, OFFICES, World } from '../support/world.js';

const calendar = new WorkingDayCalendar([]);
const figures = ['NT-01', 'NT-01-will', 'NT-02', 'NT-03', 'NT-05', 'NT-06', 'NT-07'];

/** A plan of what happens on a few matters; some of it impossible, which the front door refuses. */
const plan = fc.array(
  fc.record({
    what: fc.constantFrom('AcceptMatter', 'AcceptMatter', 'PayFee', 'PayFee', 'MoveMatter', 'IssueCertificate'),
    matter: fc.integer({ min: 0, max: 7 }),
    day: fc.integer({ min: 0, max: 400 }),
    office: fc.constantFrom(...OFFICES),
    number: fc.integer({ min: 1, max: 99 }),
  }),
  { minLength: 5, maxLength: 60 },
);
type Step = typeof plan extends fc.Arbitrary<readonly (infer One)[]> ? One : never;

const commandOf = (world: World, { what, matter, day, office, number }: Step, at: number): Command => {
  const on = addDays('2022-12-15', day);
  const data = {
    AcceptMatter: {
      personRef: uuidV5('p', String(number % 3)),
      matterNo: `m${matter}`,
      kind: number % 2 === 0 ? 'will' : 'contract',
      acceptedOn: on,
    },
    PayFee: { receiptNo: `${at}`, amount: String(number), paidOn: on },
    MoveMatter: { toOffice: OFFICES[number % 3], movedOn: on },
    IssueCertificate: { certificateNo: `${at}`, issuedOn: on },
  }[what];
  return world.command(`notary.${what}`, `m${matter}`, data as object, {
    office,
    commandId: uuidV5('plan', String(at)),
  });
};

const play = async (world: World, commands: readonly Command[]): Promise<readonly Command[]> => {
  const accepted: Command[] = [];
  for (const command of commands) {
    try {
      if ((await world.handler.handle(command)).recorded) accepted.push(command);
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
    }
  }
  return accepted;
};

const lived = async (steps: readonly Step[]): Promise<World> => {
  const world = new World();
  await play(
    world,
    steps.map((step, at) => commandOf(world, step, at)),
  );
  await world.projector.catchUp();
  return world;
};

/** Sum of all postings by everything but their position: two ledgers with the same sums answer everything alike. */
const checksum = (postings: readonly Posting[]): readonly string[] => {
  const sums = new Map<string, number>();
  for (const { measure, office, on, cohort, splits, amount, person, streamId, factKey } of postings) {
    const key = JSON.stringify([measure, office, on, cohort, splits, person, streamId, factKey]);
    sums.set(key, (sums.get(key) ?? 0) + Number(amount));
  }
  return [...sums]
    .filter(([, sum]) => sum !== 0)
    .map(([key, sum]) => `${key} ${sum}`)
    .sort();
};

const foldAll = async (world: World, events: readonly RecordedEvent[]): Promise<readonly Posting[]> => {
  const postings: Posting[] = [];
  const history = async (streamId: string, upTo: number) => (await world.store.load(streamId, upTo))?.events ?? [];
  await new FactPoster(world.registry, calendar, history, (posting) => postings.push(posting)).apply(events);
  return postings;
};

/** Any order that keeps each stream's own, with some events delivered again later. */
const redeliver = (events: readonly RecordedEvent[], seeds: readonly number[]): readonly RecordedEvent[] => {
  const queues = [...Map.groupBy(events, ({ streamId }) => streamId).values()].map((queue) => [...queue]);
  const delivered: RecordedEvent[] = [];
  for (let at = 0; queues.some((queue) => queue.length > 0); at += 1) {
    const open = queues.filter((queue) => queue.length > 0);
    const seed = seeds[at % seeds.length] ?? 0;
    const next = open[seed % open.length]?.shift();
    if (next !== undefined) delivered.push(next);
    if (seed % 10 === 0 && delivered.length > 0) delivered.push(delivered[seed % delivered.length] as RecordedEvent);
  }
  return delivered;
};

describe('figures do not depend on the way events travel', () => {
  it('gives one checksum for every delivery order with repeats', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.array(fc.nat(10_000), { minLength: 20, maxLength: 40 }), async (steps, seeds) => {
        const world = await lived(steps);
        const events = world.store.eventsAfter(0, 10_000);
        expect(checksum(await foldAll(world, redeliver(events, seeds)))).toEqual(
          checksum(await foldAll(world, events)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('gives the figures of in-order entry when a clerk enters the same things in any order', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.nat(), async (steps, seed) => {
        const first = new World();
        const accepted = await play(
          first,
          steps.map((step, at) => commandOf(first, step, at)),
        );
        await first.projector.catchUp();
        const second = new World();
        let open = [...accepted].sort((a, b) =>
          uuidV5(a.commandId, String(seed)) < uuidV5(b.commandId, String(seed)) ? -1 : 1,
        );
        for (let before = -1; open.length !== before;) {
          before = open.length;
          const entered = new Set(await play(second, open));
          open = open.filter((command) => !entered.has(command));
        }
        fc.pre(open.length === 0);
        await second.projector.catchUp();
        expect(await second.figures('2023', figures)).toEqual(await first.figures('2023', figures));
      }),
      { numRuns: 150 },
    );
  });

  it('is the same live, in any batch size, and folded again from the start', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.integer({ min: 1, max: 9 }), async (steps, size) => {
        const world = new World(undefined, {}, size);
        for (const [at, step] of steps.entries()) {
          await play(world, [commandOf(world, step, at)]);
          if (at % 3 === 0) await world.projector.step();
        }
        await world.projector.catchUp();
        const again = new MemoryLedger(new MemoryFeed(world.store, uuidV5('log')));
        const postings = await foldAll(world, world.store.eventsAfter(0, 10_000));
        const shadow = Object.assign(Object.create(Object.getPrototypeOf(world)) as World, world, { ledger: again });
        const { head } = world.store;
        if (head > 0)
          await again.apply({
            view: 'ledger',
            after: 0,
            position: head,
            streams: [],
            postings,
            registers: new Map(),
            duties: new Map(),
          });
        expect(await shadow.figures('2023', figures)).toEqual(await world.figures('2023', figures));
        expect(await shadow.figures('2022', figures, { asOf: head >> 1 })).toEqual(
          await world.figures('2022', figures, { asOf: head >> 1 }),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('keeps closing stock = opening + in − out for the county, and county = Σ offices, after any history', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (steps) => {
        const world = await lived(steps);
        const value = async (period: string, code: string, offices?: readonly string[]) =>
          Number((await world.figures(period, [code], offices === undefined ? {} : { offices }))[code]);
        const [opening, closing, inflow, outflow] = await Promise.all([
          value('2022', 'NT-03'),
          value('2023', 'NT-03'),
          value('2023', 'NT-01'),
          value('2023', 'NT-02'),
        ]);
        expect(closing).toBe(opening + inflow - outflow);
        const parts = await Promise.all([BUREAU, ...OFFICES].map((office) => value('2023', 'NT-03', [office])));
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(closing);
      }),
      { numRuns: 150 },
    );
  });
});
