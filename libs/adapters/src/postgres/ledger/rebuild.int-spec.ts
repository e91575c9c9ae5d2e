import type { FoldedEvent } from '#application/history.js';
import type { MeasureDefinition } from '#application/measure.js';
import { FactPoster } from '#application/post-facts.js';
import type { Posting } from '#application/ports/ledger.js';
import { Registry } from '#application/registry.js';
import { ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { notary } from '../../../../../test/support/notary.js';
import { notaryLog } from '../../../../../test/support/notary-log.js';
import { RebuildWorld } from '../../../../../test/support/rebuild-world.js';
import { RebuildUnderWay } from './generation.js';
import { copyLog, copyStreams } from './log-copy.js';
import { MeasureChanged } from './measures.js';
import { RebuildUnsound, rebuild } from './rebuild.js';
import { verifyBalances } from './verify-balances.js';

const READING = { bureau: '430922', offices: Array.from({ length: 5 }, (_, at) => `430922-${at}`) };

describe('a rebuild', () => {
  let world: RebuildWorld;
  beforeAll(async () => (world = await RebuildWorld.open()));
  afterAll(() => world.close());

  it('reads of the log what a fold needs, each stream whole, whatever the payload holds', async () => {
    const needed = world.log.map(
      ({
        recordedAt: _at,
        recordedBy: _by,
        source: _from,
        commandId: _command,
        correlationId: _correlation,
        owner: _owner,
        ...event
      }) => event,
    );
    const read: FoldedEvent[] = [];
    for await (const events of copyLog(world.pool, 700)) read.push(...events);
    expect(read).toEqual(needed.slice(0, 700));
    for (const pass of [1000, 400, 30, 1]) {
      const streams: (readonly FoldedEvent[])[] = [];
      for await (const events of copyStreams(world.pool, 700, pass)) streams.push(events);
      const ids = streams.map((events) => events[0]?.streamId);
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(streams.flat()).toHaveLength(700);
      for (const events of streams)
        expect(events).toEqual(needed.slice(0, 700).filter(({ streamId }) => streamId === events[0]?.streamId));
    }
  });

  it('gives the same rows as projecting did, row by row', async () => {
    const before = await world.contents();
    expect(before['entry']?.length).toBeGreaterThan(world.log.length);
    const report = await rebuild(world.pool, world.task());
    expect(report).toMatchObject({
      events: world.log.length,
      position: world.log.length,
      streams: 200,
      differences: [],
    });
    expect(report.postings).toBe(before['entry']?.length);
    expect(await world.contents()).toEqual(before);
    expect(await verifyBalances(world.pool)).toEqual([]);
  });

  it('keeps one generation, with every index and guard the first one has', async () => {
    const shapeOf = async (schema: string): Promise<string[]> => {
      const { rows } = await world.pool.query(
        `select replace(indexdef, schemaname, '') as shape from pg_indexes where schemaname = $1
         union all select tgname from pg_trigger where tgrelid = ($1 || '.posting')::regclass order by 1`,
        [schema],
      );
      return rows.map((row: { shape: string }) => row.shape);
    };
    const first = await ledgerDatabase();
    const expected = await first.pool.query(
      `select replace(indexdef, schemaname, '') as shape from pg_indexes where schemaname = 'ledger_g1'
       union all select tgname from pg_trigger where tgrelid = 'ledger_g1.posting'::regclass order by 1`,
    );
    await first.close();
    expect(await shapeOf(`ledger_g${await world.generation()}`)).toEqual(
      expected.rows.map((row: { shape: string }) => row.shape),
    );
    expect(await world.schemas()).toEqual(['ledger', `ledger_g${await world.generation()}`]);
  });

  it('puts right what was damaged, and says where', async () => {
    const schema = `ledger_g${await world.generation()}`;
    await world.pool.query(
      `update ${schema}.balance set amount = amount + 5 where ctid = (select min(ctid) from ${schema}.balance)`,
    );
    const { differences } = await rebuild(world.pool, world.task());
    expect(differences).toHaveLength(1);
    expect(Number(differences?.[0]?.found) - Number(differences?.[0]?.expected)).toBe(5);
    expect(await verifyBalances(world.pool)).toEqual([]);
  });

  it.each([
    ['an event that cannot be folded', (posting: Posting) => posting, () => Promise.reject(new Error('store is away'))],
    ['a row that PostgreSQL refuses', (posting: Posting) => ({ ...posting, amount: 'many' }), undefined],
    [
      'a row that PostgreSQL refuses, among the last',
      (posting: Posting) => (posting.position > world.log.length - 40 ? { ...posting, factKey: 'a\u0000b' } : posting),
      undefined,
    ],
  ])('that fails on %s leaves the old rows and nothing else', async (_, spoil, history) => {
    const before = await world.generation();
    const registry = new Registry([notary]);
    const failing = world.task({
      fold: (sink, past) =>
        new FactPoster(registry, world.calendar, history ?? past, (posting) => sink(spoil(posting))),
    });
    await expect(rebuild(world.pool, failing)).rejects.toThrow(/store is away|invalid/);
    expect(await world.generation()).toBe(before);
    expect(await world.schemas()).toEqual(['ledger', `ledger_g${before}`]);
  });

  it('is refused while another one is under way', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => rebuild(world.pool, world.task())));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(RebuildUnderWay) });
  });

  it('clears away what one that was cut off left behind', async () => {
    await world.pool.query('create schema ledger_g9000; create table ledger_g9000.posting (position bigint)');
    await rebuild(world.pool, world.task());
    expect(await world.schemas()).toEqual(['ledger', `ledger_g${await world.generation()}`]);
  });

  it('does not put rows in place that are not what was put in', async () => {
    const before = await world.generation();
    await world.pool.query(`
      create function lose_a_balance() returns event_trigger language plpgsql as $$
      declare schema text;
      begin
        select max(nspname) into schema from pg_namespace where nspname ~ '^ledger_g[0-9]{1,3}$' and length(nspname) =
          (select max(length(nspname)) from pg_namespace where nspname ~ '^ledger_g[0-9]{1,3}$');
        execute format('delete from %I.balance where ctid = (select min(ctid) from %I.balance where amount <> 0)', schema, schema);
      end $$;
      create event trigger lose_a_balance on ddl_command_end when tag in ('CREATE TRIGGER') execute function lose_a_balance()`);
    await expect(rebuild(world.pool, world.task())).rejects.toThrow(RebuildUnsound);
    await world.pool.query('drop event trigger lose_a_balance; drop function lose_a_balance');
    expect(await world.generation()).toBe(before);
  });

  it('takes the place of a generation whose facts and columns are of the older types, which was projected into on', async () => {
    const schema = `ledger_g${await world.generation()}`;
    await world.pool.query(
      `alter table ${schema}.folded_stream alter facts type json using facts::json;
       alter table ${schema}.register_row alter columns type jsonb using columns::jsonb`,
    );
    const [mine] = notaryLog(1, '430981');
    const later = notaryLog(12, '430981').filter(({ streamId }) => streamId !== mine?.streamId);
    const events = later.map((event, at) => ({ ...event, position: world.log.length + 1 + at }));
    for (const half of [events.slice(0, 11), events.slice(11)]) {
      await world.record(half);
      await world.projector().catchUp();
    }
    const types = async (): Promise<string[]> => {
      const { rows } = await world.pool.query<{ type: string }>(
        `select data_type as type from information_schema.columns
         where table_schema = $1 and column_name in ('facts', 'columns') order by 1`,
        [`ledger_g${await world.generation()}`],
      );
      return rows.map(({ type }) => type);
    };
    expect(await types()).toEqual(['json', 'jsonb']);
    expect((await rebuild(world.pool, world.task())).differences).toEqual([]);
    expect(await types()).toEqual(['json', 'text']);
  });

  it('refuses a definition changed without a new version, and reposts one that has it', async () => {
    const changed = (version: number): Registry =>
      new Registry([
        {
          ...notary,
          measures: notary.measures.map((measure): MeasureDefinition =>
            measure.code === 'notary.accepted' ? { ...measure, version, where: { kind: 'will' } } : measure,
          ),
        },
      ]);
    const accepted = { measure: 'notary.accepted', mode: 'stock', to: '2099-12-31' } as const;
    const [all, wills] = await world.ledger.sums(READING, [accepted, { ...accepted, where: { kind: 'will' } }]);
    expect(all).not.toBe(wills);
    await expect(rebuild(world.pool, world.task({}, changed(1)))).rejects.toThrow(MeasureChanged);
    expect(await world.ledger.sums(READING, [accepted])).toEqual([all]);
    const { differences } = await rebuild(world.pool, world.task({}, changed(2)));
    expect(await world.ledger.sums(READING, [accepted])).toEqual([wills]);
    expect(new Set(differences?.map(({ measure }) => measure))).toEqual(new Set(['notary.accepted']));
  });
});
