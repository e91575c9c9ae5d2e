import type { Command } from '#kernel/command.js';
import { addDays } from '#kernel/dates.js';
import { Rejected } from '#kernel/reject.js';
import { uuidV5 } from '#kernel/ids.js';
import { effectiveHistory } from '#application/history.js';
import { StaleCheckpoint } from '#application/ports/ledger.js';
import { notarization, notary } from '../support/notary.js';
import { BUREAU, OFFICES, World, clerk, head } from '../support/world.js';
import { Scheduler } from './scheduler.js';
import { Seeded } from './seeded.js';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 500);
const FIRST_SEED = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);
const WRITERS = 3;
const COMMANDS = 14;
const MATTERS = 5;

/** The answer was lost on the way, before or after the work was done: nobody can tell which. */
class Lost extends Error {}

const codes = ['NT-01', 'NT-02', 'NT-03', 'NT-05', 'NT-06', 'NT-07'];

/** One seeded run: writers, two projectors that do not know of each other, an observer, and faults between any two steps. */
class Run {
  readonly random: Seeded;
  readonly scheduler: Scheduler;
  readonly world: World;
  readonly answered: { command: Command; eventIds: readonly string[] }[] = [];
  readonly observed: { position: number; figures: object }[] = [];
  private writing = WRITERS;

  constructor(
    seed: number,
    private readonly faults: { acknowledgeEarly?: boolean; blindCheckpoint?: boolean } = {},
  ) {
    this.random = new Seeded(seed);
    this.scheduler = new Scheduler(this.random);
    this.world = new World(
      [notary],
      {
        store: (store) => ({
          ...bound(store),
          load: async (...given) => (await this.step(), store.load(...given)),
          append: async (item) => {
            await this.step();
            if (this.faults.acknowledgeEarly === true && this.random.chance(0.1))
              return { outcome: 'appended', version: item.expectedVersion + 1, position: 1_000_000 };
            const outcome = await store.append(item);
            await this.step();
            return outcome;
          },
        }),
        feed: (feed) => ({
          ...bound(feed),
          read: async (after) => (await this.step(), feed.read(after, 1 + this.random.below(6))),
        }),
        projections: (projections) => ({
          ...bound(projections),
          checkpoint: async (view) => (await this.step(), projections.checkpoint(view)),
          loadStreams: async (...given) => (await this.step(), projections.loadStreams(...given)),
          apply: async (batch) => {
            await this.step();
            const after = this.faults.blindCheckpoint === true ? await projections.checkpoint(batch.view) : batch.after;
            const changes = await projections.apply({ ...batch, after });
            await this.step();
            return changes;
          },
        }),
      },
      1 + this.random.below(8),
    );
  }

  /** Waits for its turn; now and then the step is lost, or the wall clock jumps. */
  private async step(): Promise<void> {
    await this.scheduler.turn();
    if (this.random.chance(0.02))
      this.world.now = new Date(this.world.now.getTime() + (this.random.below(120) - 60) * 60_000);
    if (this.random.chance(0.05)) throw new Lost();
  }

  async go(): Promise<void> {
    const writers = Array.from({ length: WRITERS }, (_, writer) => () => this.write(writer));
    await this.scheduler.run([...writers, () => this.project(), () => this.project(), () => this.observe()]);
  }

  private async write(writer: number): Promise<void> {
    for (let nth = 0; nth < COMMANDS; nth += 1) {
      const command = await this.invent(`${writer}-${nth}`);
      if (command !== undefined) await this.insist(command);
    }
    this.writing -= 1;
  }

  /** Sends a command again under the same id until somebody answers. */
  private async insist(command: Command): Promise<void> {
    for (;;) {
      try {
        const receipt = await this.world.handler.handle(command);
        if (receipt.recorded) this.answered.push({ command, eventIds: receipt.eventIds });
        return;
      } catch (error) {
        if (error instanceof Rejected) return;
        if (!(error instanceof Lost)) throw error;
      }
    }
  }

  private async invent(key: string): Promise<Command | undefined> {
    const { random, world } = this;
    const matter = `m${random.below(MATTERS)}`;
    const on = addDays('2022-12-20', random.below(390));
    const order = (type: string, data: object, more: Partial<Command> = {}): Command =>
      world.command(`notary.${type}`, matter, data, { office: random.pick(OFFICES), commandId: uuidV5(key), ...more });
    switch (random.below(7)) {
      case 0:
      case 1:
        return order('AcceptMatter', {
          personRef: uuidV5('p', String(random.below(3))),
          matterNo: matter,
          kind: random.pick(['will', 'contract']),
          acceptedOn: on,
        });
      case 2:
      case 3:
        return order('PayFee', { receiptNo: key, amount: String(1 + random.below(99)), paidOn: on });
      case 4:
        return order('MoveMatter', { toOffice: random.pick(OFFICES), movedOn: on });
      case 5:
        return order('IssueCertificate', { certificateNo: key, issuedOn: on });
      default:
        return this.inventCorrection(matter, order);
    }
  }

  private async inventCorrection(
    matter: string,
    order: (type: string, data: object, more?: Partial<Command>) => Command,
  ): Promise<Command | undefined> {
    const { random } = this;
    const events = (await this.world.store.load(uuidV5('stream', matter)))?.events ?? [];
    const asked = events.filter(({ type }) => type === 'notary.CorrectionRequested');
    if (asked.length > 0 && random.chance(0.6))
      return order(
        'ApproveCorrection',
        { requestId: random.pick(asked).eventId },
        { principal: random.chance(0.8) ? head : clerk },
      );
    if (events.length === 0) return undefined;
    const { eventId, type } = random.pick(events);
    if (random.chance(0.4)) return order('RequestVoid', { eventIds: [eventId], reason: 'entry-error' });
    const patch =
      type === 'notary.FeePaid'
        ? { amount: String(random.below(99)) }
        : { acceptedOn: addDays('2022-12-25', random.below(60)) };
    return order('RequestCorrection', { eventId, patch, reason: 'entry-error' });
  }

  private async project(): Promise<void> {
    const { projector } = this.world;
    for (;;) {
      try {
        const applied = await projector.step();
        if (applied === 0 && this.writing === 0) return;
      } catch (error) {
        if (!(error instanceof Lost || error instanceof StaleCheckpoint)) throw error;
      }
    }
  }

  private async observe(): Promise<void> {
    while (this.writing > 0) {
      await this.scheduler.turn();
      const { position } = await this.world.ledger.watermark();
      this.observed.push({ position, figures: await this.world.figures('2023', codes) });
    }
  }
}

const bound = <Port extends object>(port: Port): Port =>
  new Proxy(port, {
    get: (target, name) => {
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
    ownKeys: (target) => methodsOf(target),
    getOwnPropertyDescriptor: (target, name) => ({
      value: (Reflect.get(target, name) as (...given: unknown[]) => unknown).bind(target),
      enumerable: true,
      configurable: true,
    }),
  });

const methodsOf = (target: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(target)).filter(
    (name) => name !== 'constructor' && typeof Reflect.get(target, name) === 'function',
  );

/** The figures counted plainly from the events that stand, with no postings at all. */
const plainFigures = async (world: World): Promise<object> => {
  const ids = Array.from({ length: MATTERS }, (_, n) => uuidV5('stream', `m${n}`));
  const streams = [...(await world.store.loadMany(ids)).values()];
  const in2023 = (date: string) => date.startsWith('2023');
  const totals = { 'NT-01': 0, 'NT-02': 0, 'NT-03': 0, 'NT-05': 0, 'NT-06': 0, 'NT-07': 0 };
  const persons = new Set<string>();
  for (const { events } of streams) {
    const history = effectiveHistory(notarization, events);
    const dataOf = (type: string) =>
      history.filter(({ event }) => event.type === `notary.${type}`).map(({ data }) => data as Record<string, string>);
    const [accepted] = dataOf('MatterAccepted') as ({ acceptedOn: string; personRef: string } | undefined)[];
    const [issued] = dataOf('IssueCertificate').concat(dataOf('CertificateIssued')) as (
      { issuedOn: string } | undefined
    )[];
    for (const { paidOn, amount } of dataOf('FeePaid')) if (in2023(paidOn as string)) totals['NT-06'] += Number(amount);
    if (issued !== undefined && in2023(issued.issuedOn)) totals['NT-02'] += 1;
    if (accepted === undefined) continue;
    if (in2023(accepted.acceptedOn)) {
      totals['NT-01'] += 1;
      persons.add(accepted.personRef);
    }
    const open = accepted.acceptedOn <= '2023-12-31' && (issued === undefined || issued.issuedOn > '2023-12-31');
    if (open) totals['NT-03'] += 1;
    if (open && in2023(accepted.acceptedOn)) totals['NT-07'] += 1;
  }
  totals['NT-05'] = persons.size;
  return Object.fromEntries(Object.entries(totals).map(([code, value]) => [code, String(value)]));
};

/** Everything that must hold after any interleaving; gives what does not. */
const violations = async (run: Run): Promise<readonly string[]> => {
  const { world } = run;
  const found: string[] = [];
  const events = world.store.eventsAfter(0, 100_000);
  const stored = new Map<string, number>();
  for (const { eventId } of events) stored.set(eventId, (stored.get(eventId) ?? 0) + 1);
  for (const { eventIds } of run.answered)
    for (const id of eventIds)
      if (stored.get(id) !== 1) found.push(`acknowledged event stored ${stored.get(id) ?? 0} times`);
  const versions = new Map<string, number>();
  for (const { streamId, version } of events) {
    if (version !== (versions.get(streamId) ?? 0) + 1) found.push('versions of a stream have a hole');
    versions.set(streamId, version);
  }
  const figures = JSON.stringify(await world.figures('2023', codes));
  if (figures !== JSON.stringify(await plainFigures(world)))
    found.push(`figures ${figures} are not those of a plain count`);
  for (const seen of run.observed)
    if (JSON.stringify(await world.figures('2023', codes, { asOf: seen.position })) !== JSON.stringify(seen.figures))
      found.push(`as of ${seen.position} is not what was shown then`);
  for (const code of codes) {
    const whole = Number((await world.figures('2023', [code]))[code]);
    const offices = await Promise.all(
      [BUREAU, ...OFFICES].map(async (office) =>
        Number((await world.figures('2023', [code], { offices: [office] }))[code]),
      ),
    );
    if (code !== 'NT-05' && offices.reduce((sum, value) => sum + value, 0) !== whole)
      found.push(`${code} of the county is not the sum of its offices`);
  }
  return found;
};

describe('any interleaving of writers, projectors and faults', () => {
  it(`loses nothing, counts nothing twice and rewrites no past figure, for ${SEEDS} seeds`, async () => {
    let events = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
      const run = new Run(seed);
      await run.go();
      const found = await violations(run);
      if (found.length > 0) throw new Error(`seed ${seed}: ${found.join('; ')}`);
      events += run.world.store.head;
    }
    expect(events).toBeGreaterThan(SEEDS * 5);
  }, 600_000);

  it('replays a seed exactly', async () => {
    const log = async () => {
      const run = new Run(7);
      await run.go();
      return run.world.store.eventsAfter(0, 10_000);
    };
    expect(await log()).toEqual(await log());
  });

  const caught = async (faults: ConstructorParameters<typeof Run>[1]): Promise<number> => {
    let seeds = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const run = new Run(seed, faults);
      const failed = await run.go().then(
        () => false,
        () => true,
      );
      if (failed || (await violations(run)).length > 0) seeds += 1;
    }
    return seeds;
  };

  it('would notice an acknowledgement before the commit', async () =>
    expect(await caught({ acknowledgeEarly: true })).toBeGreaterThan(10));
  it('would notice a checkpoint that is not compared', async () =>
    expect(await caught({ blindCheckpoint: true })).toBeGreaterThan(10));
});
