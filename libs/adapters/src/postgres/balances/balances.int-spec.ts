import { randomUUID } from 'node:crypto';
import { balancesTopic } from '#application/balance-record.js';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { BalanceCell } from '#application/ports/balances.js';
import type { Ledger, SumTerm } from '#application/ports/ledger.js';
import { LeaseLost } from '#application/ports/relay.js';
import type { Publisher } from '#application/ports/topics.js';
import { BalancePublisher, type BalancePublisherOptions } from '#application/publish-balances.js';
import { Registry } from '#application/registry.js';
import { RollUp } from '#application/roll-up.js';
import { notary } from '../../../../../test/support/notary.js';
import { notaryLog } from '../../../../../test/support/notary-log.js';
import { PlainTopics } from '../../../../../test/support/plain-topics.js';
import { RebuildWorld } from '../../../../../test/support/rebuild-world.js';
import { MemoryRollUp } from '../../memory/roll-up.js';
import { rebuild } from '../ledger/rebuild.js';
import { PostgresLeases } from '../topics/leases.js';
import { PostgresBalanceCells } from './balance-cells.js';
import { PostgresPublicationProgress } from './publication-progress.js';
import { sqlOf } from '../sql-folder.js';

const BUREAU = '430922';
const TOPIC = balancesTopic('test', 1);
const registry = new Registry([notary]);
const terms: readonly SumTerm[] = [...registry.measures.values()].map(({ code, kind }) =>
  kind === 'stock'
    ? { measure: code, mode: 'stock', to: '2023-09-30' }
    : { measure: code, mode: kind, from: '2023-02-01', to: '2023-09-30' },
);

describe('publishing the balances', () => {
  let world: RebuildWorld;
  let topics: PlainTopics;
  let rolledUp: MemoryRollUp;
  let rollUp: RollUp;
  let cells: PostgresBalanceCells;
  const more = notaryLog(260);

  beforeEach(async () => {
    world = await RebuildWorld.open();
    for (const sql of sqlOf('balances')) await world.pool.query(sql);
    topics = new PlainTopics();
    rolledUp = new MemoryRollUp();
    rollUp = new RollUp({ store: rolledUp });
    cells = new PostgresBalanceCells(world.pool);
  });
  afterEach(() => world.close());

  const publisher = (
    { holder = 'one', ...options }: Partial<BalancePublisherOptions> = {},
    through: Publisher = topics,
  ): BalancePublisher =>
    new BalancePublisher(
      {
        cells,
        progress: new PostgresPublicationProgress(world.pool),
        leases: new PostgresLeases(world.pool),
        publisher: through,
        partitionOf: (key, partitions) => Number(key) % partitions,
      },
      { topic: TOPIC, term: 60_000, pageSize: 50, window: 1000, holder, ...options },
    );
  /** Publishes until there is nothing left to publish. */
  const publishAll = async (by: BalancePublisher): Promise<number> => {
    for (let total = 0; ;) {
      const sent = (await by.step()) ?? 0;
      if (sent === 0) return total;
      total += sent;
    }
  };
  const readAll = () => topics.deliverAll((batch, holding) => rollUp.handle(batch, holding), TOPIC.name);
  const published = async () => {
    await readAll();
    return rolledUp.sums({ bureau: BUREAU, offices: [EVERY_OFFICE] }, terms);
  };
  const ofLedger = async (asOf?: number, ledger: Ledger = world.ledger) => {
    const { rows } = await world.pool.query<{ office: string }>(
      `select distinct office from ledger_g${await world.generation()}.balance`,
    );
    return ledger.sums({ bureau: BUREAU, offices: rows.map(({ office }) => office), ...(asOf && { asOf }) }, terms);
  };
  /** Another stretch of work, on new matters: recorded and projected. */
  const goOn = async (count: number): Promise<void> => {
    const known = new Set(world.log.map(({ eventId }) => eventId));
    const fresh = more.filter(({ eventId }) => !known.has(eventId)).slice(0, count);
    expect(fresh).toHaveLength(count);
    await world.record(fresh.map((event, at) => ({ ...event, position: world.log.length + 1 + at })));
    await world.projector().catchUp();
  };

  it('tells all of them once, then those that change, and what is told adds up to what is counted', async () => {
    const by = publisher();
    expect(await publishAll(by)).toBeGreaterThan(100);
    expect(await published()).toEqual(await ofLedger());
    expect((await published()).some((sum) => sum !== '0')).toBe(true);
    await goOn(90);
    const sent = await publishAll(by);
    expect(sent).toBeGreaterThan(0);
    expect(sent).toBeLessThan(400);
    expect(await published()).toEqual(await ofLedger());
    expect((await rolledUp.sources())[0]?.position).toBe(world.log.length);
    expect(await publishAll(by)).toBe(0);
  });

  it('tells every cell, page by page, as it was at the position, to the last posting', async () => {
    const position = 700;
    const paged: BalanceCell[] = [];
    for (let last: BalanceCell | undefined; ;) {
      const page = await cells.page({ generation: 1, position }, last, 37);
      paged.push(...page);
      last = page.at(-1);
      if (last === undefined) break;
    }
    const { rows } = await world.pool.query<{ cells: string }>('select count(*) as cells from ledger_g1.balance');
    expect(paged).toHaveLength(Number(rows[0]?.cells));
    const changed = await cells.changed({ generation: 1, position }, 0, []);
    expect(new Set(changed.map((cell) => JSON.stringify(cell)))).toEqual(
      new Set(
        paged.filter((cell) => changed.some((other) => key(other) === key(cell))).map((cell) => JSON.stringify(cell)),
      ),
    );
    const { rows: sums } = await world.pool.query<{ sum: string }>(
      'select trim_scale(sum(amount))::text as sum from ledger_g1.posting where position <= $1',
      [position],
    );
    for (const told of [paged, changed])
      expect(told.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)).toBe(
        Math.round(Number(sums[0]?.sum) * 100),
      );
  });

  it('sends no more at a time than a broker takes, however many cells a page has', async () => {
    const sent: number[] = [];
    const measured: Publisher = {
      prepare: (settings) => topics.prepare(settings),
      ranges: (names) => topics.ranges(names),
      close: async () => undefined,
      publish: (records) => {
        sent.push(Buffer.byteLength(JSON.stringify(records)));
        return topics.publish(records);
      },
    };
    await publishAll(publisher({ pageSize: 10_000 }, measured));
    expect(sent.length).toBeGreaterThan(3);
    expect(Math.max(...sent)).toBeLessThan(400_000);
    expect(await published()).toEqual(await ofLedger());
  });

  it('after a rebuild tells the new generation, and the old one counts until the new one is whole', async () => {
    const by = publisher();
    await publishAll(by);
    const before = await published();
    await world.pool.query(`update ledger_g1.balance set amount = amount + 1 where splits <> ''`);
    await rebuild(world.pool, world.task());
    await by.step();
    await by.step();
    expect(await published()).toEqual(before);
    await publishAll(by);
    expect(await published()).toEqual(await ofLedger());
  });

  it('shows a new reader nothing of a generation that is still coming, and of the last one whose cells are going', async () => {
    const by = publisher();
    await publishAll(by);
    await rebuild(world.pool, world.task());
    await by.step();
    await by.step();
    topics.compact();
    await readAll();
    expect(await rolledUp.sources()).toMatchObject([{ bureaus: [], awaited: true }]);
    await publishAll(by);
    expect(await published()).toEqual(await ofLedger());
  });

  it('begins anew when another rebuild comes between two pages', async () => {
    const by = publisher();
    await by.step();
    await by.step();
    await rebuild(world.pool, world.task());
    await publishAll(by);
    expect(await published()).toEqual(await ofLedger());
  });

  it('tells all again when the topic was lost', async () => {
    const by = publisher({ term: 2000 });
    await publishAll(by);
    await readAll();
    topics.delete(TOPIC.name);
    await new Promise((resolve) => setTimeout(resolve, 1400));
    expect(await publishAll(by)).toBeGreaterThan(100);
    expect(await published()).toEqual(await ofLedger());
    rolledUp = new MemoryRollUp();
    rollUp = new RollUp({ store: rolledUp });
    expect(await published()).toEqual(await ofLedger());
  });

  it('tells again what was sent and not noted', async () => {
    await publishAll(publisher());
    await goOn(60);
    const dying: Publisher = {
      prepare: (settings) => topics.prepare(settings),
      ranges: (names) => topics.ranges(names),
      close: async () => undefined,
      publish: async (records) => {
        await topics.publish(records.slice(0, 5));
        throw new Error('the process ends here');
      },
    };
    await expect(publisher({}, dying).step()).rejects.toThrow('ends here');
    await publishAll(publisher());
    expect(await published()).toEqual(await ofLedger());
  });

  it('lets one process publish, and notes nothing for one whose lease is another’s', async () => {
    const first = publisher({ term: 200 });
    await publishAll(first);
    const second = publisher({ holder: 'two' });
    expect(await second.step()).toBeUndefined();
    await goOn(30);
    // The first is about to send when it loses its lease.
    const late: Publisher = {
      prepare: (settings) => topics.prepare(settings),
      ranges: (names) => topics.ranges(names),
      close: async () => undefined,
      publish: async (records) => {
        await world.pool.query(`update relay.lease set until = now() - interval '1 s'`);
        await publishAll(second);
        await goOn(30);
        await publishAll(second);
        return topics.publish(records);
      },
    };
    await expect(publisher({}, late).step()).rejects.toThrow(LeaseLost);
    expect(await published()).toEqual(await ofLedger());
  });

  it('sends nothing once its lease may have run out', async () => {
    const stand = cells.stand.bind(cells);
    jest.spyOn(cells, 'stand').mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return stand();
    });
    await expect(publisher({ term: 50 }).step()).rejects.toThrow(LeaseLost);
    expect((await topics.ranges([TOPIC.name])).every(({ high }) => high === 0)).toBe(true);
  });

  it('puts right what the last holder wrote too late, for readers who come after it was compacted', async () => {
    await publishAll(publisher());
    await goOn(120);
    const second = publisher({ holder: 'two', settling: 700 });
    const late: Publisher = {
      prepare: (settings) => topics.prepare(settings),
      ranges: (names) => topics.ranges(names),
      close: async () => undefined,
      publish: async (records) => {
        await world.pool.query(`update relay.lease set until = now() - interval '1 s'`);
        await publishAll(second);
        await goOn(80);
        await publishAll(second);
        return topics.publish(records);
      },
    };
    await expect(publisher({}, late).step()).rejects.toThrow(LeaseLost);
    await new Promise((resolve) => setTimeout(resolve, 750));
    await publishAll(second);
    topics.compact();
    expect(await published()).toEqual(await ofLedger());
  });

  it('tells the cells of a stream that is taken up again, whose postings are older than what was told', async () => {
    const streamId = randomUUID();
    await world.pool.query(
      `insert into ledger.parked (view, generation, stream_id, partition, position, version, stream_type, type, bureau, reason)
       values ('ledger', 1, $1, '', 500, 1, 'notary.matter', 'notary.FeePaid', $2, 'a test')`,
      [streamId, BUREAU],
    );
    const by = publisher();
    await publishAll(by);
    await world.pool.query('delete from ledger.parked');
    await world.pool.query(
      `with like_it as (select p.*, a.measure_id, a.bureau, a.office, a.splits
         from ledger_g1.posting p join ledger_g1.account a on a.id = p.account where on_date between '2023-02-01' and '2023-08-31' order by position limit 1),
       added as (insert into ledger_g1.posting
         select 500, $1, person, on_date, cohort_on, account, 'taken up', 7 from like_it)
       update ledger_g1.balance b set amount = b.amount + 7 from like_it l
       where b.measure_id = l.measure_id and b.month = date_trunc('month', l.on_date) and b.office = l.office
         and b.splits = l.splits and b.bureau = l.bureau
         and b.cohort_month is not distinct from date_trunc('month', l.cohort_on)::date`,
      [streamId],
    );
    const before = await published();
    expect(await publishAll(by)).toBe(1);
    expect(await published()).toEqual(await ofLedger());
    expect(await published()).not.toEqual(before);
  });

  it('lets a log that was put back take the place of the one before, and is silent until the figures rest on it', async () => {
    await publishAll(publisher());
    await published();
    await world.pool.query('alter table es.log disable trigger user; update es.log set log_id = gen_random_uuid()');
    const by = publisher();
    expect(await by.step()).toBe(0);
    await rebuild(world.pool, world.task());
    await publishAll(by);
    expect(await published()).toEqual(await ofLedger());
    expect(await rolledUp.sources()).toHaveLength(1);
  });
});

const key = ({ amount: _, ...cell }: BalanceCell): string => JSON.stringify(cell);
