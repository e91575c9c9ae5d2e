import { MemoryLedger } from '#adapters/memory/ledger.js';
import { MemoryRelay } from '#adapters/memory/relay.js';
import { MemoryTopics } from '#adapters/memory/topics.js';
import { partitionsOf, topicsOf } from '#application/line-topics.js';
import { GapInStream } from '#application/post-facts.js';
import { PartitionGap, PartitionProjector } from '#application/project-partition.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import { StaleCheckpoint } from '#application/ports/ledger.js';
import { LeaseLost } from '#application/ports/relay.js';
import { Relay } from '#application/relay-events.js';
import { type BatchHandler } from '#application/ports/topics.js';
import { evaluateIndicators } from '#application/evaluate-indicators.js';
import { addDays } from '#kernel/dates.js';
import { uuidV5 } from '#kernel/ids.js';
import { parsePeriod } from '#kernel/period.js';
import { Rejected } from '#kernel/reject.js';
import { notary } from '../support/notary.js';
import { BUREAU, OFFICES, World, head } from '../support/world.js';
import { Scheduler } from './scheduler.js';
import { Seeded } from './seeded.js';

const SEEDS = Number(process.env['SIMULATION_SEEDS'] ?? 500);
const FIRST_SEED = Number(process.env['SIMULATION_FIRST_SEED'] ?? 1);
const PARTITIONS = 3;
const codes = ['NT-01', 'NT-02', 'NT-03', 'NT-05', 'NT-06', 'NT-07'];

/** The answer was lost, before or after the work was done. */
class Lost extends Error {}

interface Faults {
  /** The consumer does not look whether records are missing before what it is given. */
  readonly blindToHoles?: boolean;
  /** Figures are read without regard to partitions that are ahead. */
  readonly notCutOff?: boolean;
}

const partitionOf = (key: string, partitions: number): number => Number(key.slice(-1)) % partitions;

/**
 * One seeded run: clerks, two relays, three projectors that each offer any batch of any partition at any time, as rebalances,
 * repeats and sleepers do, an observer, topics that are lost, and faults between any two steps.
 */
class Run {
  readonly random: Seeded;
  readonly scheduler: Scheduler;
  readonly world = new World([notary]);
  readonly relayNotes: MemoryRelay;
  readonly ledger: MemoryLedger;
  readonly topics = new MemoryTopics();
  readonly observed: { position: number; figures: string }[] = [];
  readonly marks: number[] = [];
  private readonly settings = topicsOf([notary], { prefix: 'sim', replicas: 1 }).map((topic) => ({
    ...topic,
    partitions: PARTITIONS,
  }));
  private clock = 0;
  private writing = true;
  private losses = 0;

  constructor(
    seed: number,
    private readonly faults: Faults = {},
  ) {
    this.random = new Seeded(seed);
    this.scheduler = new Scheduler(this.random);
    this.relayNotes = new MemoryRelay(this.world.feed, () => this.clock);
    this.ledger = new MemoryLedger(this.world.feed, this.relayNotes);
  }

  private async step(): Promise<void> {
    await this.scheduler.turn();
    this.clock += this.random.below(2000);
    if (this.random.chance(0.04)) throw new Lost();
  }

  async go(): Promise<void> {
    await this.topics.prepare(this.settings);
    await this.ledger.feedFromTopics(LEDGER_VIEW, partitionsOf(this.settings));
    await this.scheduler.run([
      () => this.write(),
      () => this.relay('one'),
      () => this.relay('two'),
      () => this.project(),
      () => this.project(),
      () => this.project(),
      () => this.observe(),
    ]);
  }

  private async write(): Promise<void> {
    const { random, world } = this;
    for (let nth = 0; nth < 30; nth += 1) {
      await this.scheduler.turn();
      const matter = `m${random.below(6)}`;
      const office = OFFICES[Number(matter.slice(1)) % OFFICES.length] as string;
      const on = addDays('2022-12-25', random.below(380));
      const more = { office, commandId: uuidV5('sim', String(nth)) };
      const order = (type: string, data: object, with_ = more): Promise<unknown> =>
        world.handler.handle(world.command(`notary.${type}`, matter, data, with_)).catch((error: unknown) => {
          if (!(error instanceof Rejected)) throw error;
        });
      const events = (await world.store.load(uuidV5('stream', matter)))?.events ?? [];
      const dice = random.below(4);
      if (events.length === 0)
        await order('AcceptMatter', { personRef: uuidV5('p', matter), matterNo: matter, kind: 'will', acceptedOn: on });
      else if (dice < 2) await order('PayFee', { receiptNo: String(nth), amount: '7', paidOn: on });
      else if (dice === 2) await order('MoveMatter', { toOffice: random.pick(OFFICES), movedOn: on });
      else {
        const { eventId } = random.pick(events);
        await order('RequestVoid', { eventIds: [eventId], reason: 'entry-error' });
        const asked = (await world.store.load(uuidV5('stream', matter)))?.events.findLast(({ type }) =>
          type.endsWith('Requested'),
        );
        if (asked !== undefined)
          await order('ApproveCorrection', { requestId: asked.eventId }, {
            ...more,
            commandId: uuidV5('sim', 'approve', String(nth)),
            principal: head,
          } as never);
      }
      if (this.losses < 3 && random.chance(0.12)) {
        this.losses += 1;
        this.topics.lose();
        // Somebody makes them again before the relay has noticed.
        if (random.chance(0.5)) await this.topics.prepare(this.settings);
      }
    }
    this.writing = false;
  }

  private done(): boolean {
    return !this.writing && this.relayNotes.publishedTo('').altogether >= this.world.store.head;
  }

  private async relay(holder: string): Promise<void> {
    const { feed, registry } = this.world;
    const publisher = {
      prepare: async (topics: Parameters<MemoryTopics['prepare']>[0]) => (
        await this.step(),
        this.topics.prepare(topics)
      ),
      ranges: async (topics: readonly string[]) => (await this.step(), this.topics.ranges(topics)),
      publish: async (records: Parameters<MemoryTopics['publish']>[0]) => {
        await this.step();
        // A request may reach the brokers in part only.
        if (this.random.chance(0.05)) {
          await this.topics.publish(records.slice(0, this.random.below(records.length)));
          throw new Lost();
        }
        const published = await this.topics.publish(records);
        await this.step();
        return published;
      },
      close: () => this.topics.close(),
    };
    const relay = new Relay(
      {
        feed,
        registry,
        publisher,
        partitionOf,
        progress: this.relayNotes,
        leases: this.relayNotes,
        elapsed: () => this.clock,
      },
      { topics: this.settings, prefix: 'sim', holder, term: 4000, batchSize: 1 + this.random.below(6) },
    );
    // It goes on for a while when all is published, as long as it takes to look whether the topics still hold it.
    for (let idle = 0; idle < 30;) {
      try {
        await this.step();
        const published = await relay.step();
        idle = this.done() && (published === undefined || published === 0) ? idle + 1 : 0;
      } catch (error) {
        // A topic that is gone, an answer that is lost, a lead that is gone: begin again, as the process does.
        if (!(
          error instanceof Lost ||
          error instanceof LeaseLost ||
          /^no topic /.test(String((error as Error).message))
        ))
          throw error;
        relay.reset();
      }
    }
  }

  private async project(): Promise<void> {
    const { registry, store } = this.world;
    const projector = new PartitionProjector(
      { registry, store, projections: this.ledger, calendar: () => this.world.calendar() },
      { batchSize: 1 + this.random.below(5), gapPatience: 0 },
    );
    const handle: BatchHandler = async (batch, holding) => {
      const seen = this.faults.blindToHoles === true ? unchained(batch) : batch;
      return projector.handle(seen, holding);
    };
    for (let idle = 0; idle < 40;) {
      for (let naps = this.random.below(this.writing ? 12 : 1); naps >= 0; naps -= 1) await this.scheduler.turn();
      const partition = this.random.below(PARTITIONS);
      const place = { topic: this.settings[0]?.name as string, partition };
      const stand = await this.ledger.stand(LEDGER_VIEW, `${place.topic}/${partition}`);
      // Mostly where it should be; at times anywhere, as after a rebalance.
      const from = this.random.chance(0.8) ? (stand?.nextOffset ?? 0) : this.random.below((stand?.nextOffset ?? 0) + 3);
      const batch = this.topics.batch(place, from, 1 + this.random.below(8));
      if (batch === undefined) {
        if (this.done()) idle += 1;
        continue;
      }
      try {
        await handle(batch, { alive: () => this.step(), ours: () => true });
      } catch (error) {
        if (!(
          error instanceof Lost ||
          error instanceof StaleCheckpoint ||
          error instanceof PartitionGap ||
          error instanceof GapInStream
        ))
          throw error;
      }
      if (this.done()) idle += 1;
      else idle = 0;
    }
  }

  async figures(asOf?: number): Promise<string> {
    const period = parsePeriod('2023');
    if (period === undefined) throw new Error('no period');
    const offices = [BUREAU, ...OFFICES];
    const cut = asOf ?? (this.faults.notCutOff === true ? Number.MAX_SAFE_INTEGER : undefined);
    const reading = { bureau: BUREAU, offices, ...(cut === undefined ? {} : { asOf: cut }) };
    const values = await evaluateIndicators(this.ledger, this.world.registry, reading, period, codes);
    return JSON.stringify(values.map(({ code, value }) => [code, value]));
  }

  private async observe(): Promise<void> {
    while (this.writing) {
      await this.scheduler.turn();
      const { position } = await this.ledger.watermark();
      this.marks.push(position);
      this.observed.push({ position, figures: await this.figures() });
    }
  }
}

/** A batch whose records do not say what they follow. */
const unchained = <Batch extends Parameters<BatchHandler>[0]>(batch: Batch): Batch => ({
  ...batch,
  records: batch.records.map((record) => ({ ...record, headers: { ...record.headers, ce_follows: '0' } })),
});

/** Everything that must hold, whatever happened on the way; gives what does not. */
const violations = async (run: Run): Promise<readonly string[]> => {
  const found: string[] = [];
  const { position, head: end, parked } = await run.ledger.watermark();
  if (position !== end) found.push(`figures stand at ${position} of ${end}`);
  if (parked !== 0) found.push(`${parked} streams are set aside`);
  await run.world.projector.catchUp();
  const plain = JSON.stringify(Object.entries(await run.world.figures('2023', codes)));
  if ((await run.figures(end)) !== plain)
    found.push(`figures ${await run.figures(end)} are not ${plain} of one process`);
  for (const seen of run.observed)
    if ((await run.figures(seen.position)) !== seen.figures)
      found.push(`as of ${seen.position} is not what was shown then`);
  if (run.marks.some((mark, at) => at > 0 && mark < (run.marks[at - 1] as number))) found.push('the figures went back');
  return found;
};

describe('any interleaving of relays, projectors, lost topics and faults', () => {
  it(`gives the figures of one process, rewrites no past one and never goes back, for ${SEEDS} seeds`, async () => {
    let events = 0;
    for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
      const run = new Run(seed);
      await run.go();
      const found = await violations(run);
      if (found.length > 0) throw new Error(`seed ${seed}: ${found.slice(0, 3).join('; ')}`);
      events += run.world.store.head;
    }
    expect(events).toBeGreaterThan(SEEDS * 10);
  }, 600_000);

  const caught = async (faults: Faults): Promise<number> => {
    let seeds = 0;
    for (let seed = 1; seed <= 120; seed += 1) {
      const run = new Run(seed, faults);
      const failed = await run.go().then(
        () => false,
        () => true,
      );
      if (failed || (await violations(run)).length > 0) seeds += 1;
    }
    return seeds;
  };

  it('would notice a consumer that is blind to holes', async () =>
    expect(await caught({ blindToHoles: true })).toBeGreaterThan(0));
  it('would notice figures that are not cut off', async () =>
    expect(await caught({ notCutOff: true })).toBeGreaterThan(10));
});
