import { setTimeout as sleep } from 'node:timers/promises';
import type { FoldedEvent } from '#application/history.js';
import type { MeasureDefinition } from '#application/measure.js';
import { FactPoster } from '#application/post-facts.js';
import { Registry } from '#application/registry.js';
import type { Posting, ProjectionStore } from '#application/ports/ledger.js';
import { LEDGER_VIEW, Projector, type ProjectorPorts } from '#application/run-view.js';
import type { RecordedEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { WorkingDayCalendar } from '#kernel/working-days.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { notary } from '../../../../../test/support/notary.js';
import { notaryLog, writeLog } from '../../../../../test/support/notary-log.js';
import { RebuildUnderWay } from './generation.js';
import { copyLog, copyStreams } from './log-copy.js';
import { MeasureChanged } from './measures.js';
import { PostgresLedger } from './postgres-ledger.js';
import { PostgresProjectionStore } from './projection-store.js';
import { type Rebuild, RebuildUnsound, rebuild } from './rebuild.js';
import { readSnapshot } from './snapshot.js';
import { verifyBalances } from './verify-balances.js';

const TABLES = ['posting', 'balance', 'folded_stream', 'register_row', 'duty'];
const OFFICES = Array.from({ length: 5 }, (_, at) => `430922-${at}`);
const READING = { bureau: '430922', offices: OFFICES };
const TERM = { measure: 'notary.fees', mode: 'flow', from: '2023-01-01', to: '2023-12-31' } as const;

describe('a rebuild', () => {
  let database: LedgerDatabase;
  let ledger: PostgresLedger;
  let log: RecordedEvent[];
  const calendar = new WorkingDayCalendar([]);

  const historyOf = async (streamId: string, upTo: number): Promise<readonly RecordedEvent[]> =>
    log.filter((event) => event.streamId === streamId && event.position <= upTo);

  const projector = (
    registry: Registry,
    projections: ProjectionStore = new PostgresProjectionStore(database.pool),
  ): Projector =>
    new Projector(
      {
        store: {
          load: async (streamId, upTo = Infinity) =>
            ({ events: await historyOf(streamId, upTo) }) as Awaited<ReturnType<ProjectorPorts['store']['load']>>,
        },
        feed: {
          read: async (after, limit) => ({ events: log.slice(after, after + limit), head: log.length }),
          head: async () => log.length,
          logId: async () => 'log',
          wait: async () => undefined,
        },
        projections,
        registry,
        calendar: () => calendar,
      },
      100,
    );

  const task = (registry: Registry, more: Partial<Rebuild> = {}): Rebuild => ({
    measures: [...registry.measures.values()],
    fold: (sink, history) => new FactPoster(registry, calendar, history, sink),
    catchUp: (projections) => projector(registry, projections).catchUp(),
    ...more,
  });

  const generationNow = async (): Promise<number> =>
    Number((await database.pool.query('select generation from ledger.live')).rows[0]?.generation);

  const schemas = async (): Promise<string[]> => {
    const { rows } = await database.pool.query(
      `select nspname from pg_namespace where nspname like 'ledger%' order by 1`,
    );
    return rows.map((row: { nspname: string }) => row.nspname);
  };

  /** Every row of a generation as text, each table in an order of its own content. */
  const contents = async (): Promise<Record<string, string[]>> => {
    const schema = `ledger_g${await generationNow()}`;
    const found: Record<string, string[]> = {};
    for (const table of TABLES) {
      const { rows } = await database.pool.query(`select r::text as row from ${schema}.${table} r order by 1`);
      found[table] = rows.map((row: { row: string }) => row.row);
    }
    return found;
  };

  beforeAll(async () => {
    database = await ledgerDatabase();
    ledger = new PostgresLedger(database.pool);
    log = notaryLog(200);
    await writeLog(database.pool, log);
    await projector(new Registry([notary])).catchUp();
  });
  afterAll(() => database.close());

  it('reads of the log what a fold needs, each stream whole, whatever the payload holds', async () => {
    const needed = log.map(
      ({
        recordedAt: _at,
        recordedBy: _by,
        source: _from,
        commandId: _command,
        correlationId: _correlation,
        ...event
      }) => event,
    );
    const read: FoldedEvent[] = [];
    for await (const events of copyLog(database.pool, 700)) read.push(...events);
    expect(read).toEqual(needed.slice(0, 700));
    const streams: (readonly FoldedEvent[])[] = [];
    for await (const events of copyStreams(database.pool, 700)) streams.push(events);
    expect(new Set(streams.map((events) => events[0]?.streamId)).size).toBe(streams.length);
    expect(streams.flat()).toHaveLength(700);
    for (const events of streams)
      expect(events).toEqual(needed.slice(0, 700).filter(({ streamId }) => streamId === events[0]?.streamId));
  });

  it('gives the same rows as projecting did, row by row', async () => {
    const before = await contents();
    expect(before['posting']?.length).toBeGreaterThan(log.length);
    const report = await rebuild(database.pool, task(new Registry([notary])));
    expect(report).toMatchObject({ events: log.length, position: log.length, streams: 200, differences: [] });
    expect(report.postings).toBe(before['posting']?.length);
    expect(await contents()).toEqual(before);
    expect(await verifyBalances(database.pool)).toEqual([]);
  });

  it('keeps one generation, with every index and guard the first one has', async () => {
    const shapeOf = async (schema: string): Promise<string[]> => {
      const { rows } = await database.pool.query(
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
    expect(await shapeOf(`ledger_g${await generationNow()}`)).toEqual(
      expected.rows.map((row: { shape: string }) => row.shape),
    );
    expect(await schemas()).toEqual(['ledger', `ledger_g${await generationNow()}`]);
  });

  it('is noticed by no reader', async () => {
    const [value] = await ledger.sums(READING, [TERM]);
    const first = await ledger.evidence(READING, TERM, { limit: 500 });
    let reads = 0;
    let over = false;
    const reader = async (): Promise<void> => {
      while (!over) {
        expect(await ledger.sums(READING, [TERM])).toEqual([value]);
        expect((await ledger.sums({ ...READING, asOf: log.length }, [TERM]))[0]).toBe(value);
        expect(await ledger.evidence(READING, TERM, { limit: 500 })).toEqual(first);
        reads += 1;
      }
    };
    const rebuilds = async (): Promise<void> => {
      for (let round = 0; round < 4; round += 1) await rebuild(database.pool, task(new Registry([notary])));
    };
    const ended = await Promise.allSettled([reader(), reader(), reader(), rebuilds().finally(() => (over = true))]);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(reads).toBeGreaterThan(10);
    expect(await schemas()).toEqual(['ledger', `ledger_g${await generationNow()}`]);
  });

  it('takes in what is recorded and projected meanwhile, and projecting goes on after it', async () => {
    const more = notaryLog(260).slice(0, 1200);
    const fresh = more
      .filter((event) => !log.some(({ eventId }) => eventId === event.eventId))
      .map((event, at) => ({ ...event, position: log.length + 1 + at }));
    expect(fresh.length).toBeGreaterThan(60);
    const live = projector(new Registry([notary]));
    const half = Math.floor(fresh.length / 2);
    let arrived = false;
    const arrive = async (events: RecordedEvent[]): Promise<void> => {
      await writeLog(database.pool, events);
      log.push(...events);
      await live.catchUp();
    };
    const projected: Promise<void>[] = [];
    const report = await rebuild(
      database.pool,
      task(new Registry([notary]), {
        onProgress: () => {
          if (!arrived) projected.push(arrive(fresh.slice(0, half)));
          arrived = true;
        },
      }),
    );
    await Promise.all(projected);
    expect(report.position).toBe(log.length);
    await arrive(fresh.slice(half));
    expect(await new PostgresProjectionStore(database.pool).checkpoint(LEDGER_VIEW)).toBe(log.length);
    const running = await contents();
    await rebuild(database.pool, task(new Registry([notary])));
    expect(await contents()).toEqual(running);
  });

  it('is read again from the new rows when the old ones go away under a reading', async () => {
    const tried: number[] = [];
    const value = await readSnapshot(database.pool, async ({ generation, schema, rows }) => {
      tried.push(generation);
      if (tried.length === 1) await rebuild(database.pool, task(new Registry([notary])));
      return (await rows<{ count: string }>(`select count(*) from ${schema}.posting`))[0]?.count;
    });
    expect(tried).toEqual([tried[0], await generationNow()]);
    expect(Number(value)).toBe((await contents())['posting']?.length);
  });

  describe('at the moment of the swap', () => {
    /** One more event, written to the log. */
    const recordOne = async (): Promise<void> => {
      const event = { ...notaryLog(1)[0], position: log.length + 1 } as RecordedEvent;
      const fresh = { ...event, ...idsOf(log.length), version: 1 };
      await writeLog(database.pool, [fresh]);
      log.push(fresh);
    };
    const idsOf = (at: number): Pick<RecordedEvent, 'streamId' | 'eventId' | 'commandId'> => ({
      streamId: uuidV5('swap', 'stream', String(at)),
      eventId: uuidV5('swap', 'event', String(at)),
      commandId: uuidV5('swap', 'command', String(at)),
    });

    it('takes in what was projected since it last caught up', async () => {
      let calls = 0;
      const catchUp = async (projections: ProjectionStore): Promise<void> => {
        await projector(new Registry([notary]), projections).catchUp();
        calls += 1;
        if (calls > 1) return;
        await recordOne();
        await projector(new Registry([notary])).catchUp();
      };
      await rebuild(database.pool, task(new Registry([notary]), { catchUp }));
      expect(calls).toBe(2);
      expect(await new PostgresProjectionStore(database.pool).checkpoint(LEDGER_VIEW)).toBe(log.length);
    });

    it('makes a projector wait, and then go on with the new rows', async () => {
      let calls = 0;
      let projecting: Promise<unknown> | undefined;
      const catchUp = async (projections: ProjectionStore): Promise<void> => {
        await projector(new Registry([notary]), projections).catchUp();
        calls += 1;
        if (calls === 1) return;
        await recordOne();
        // Without the wait it would write the old rows now, and be lost with them.
        projecting = projector(new Registry([notary])).catchUp();
        const done = await Promise.race([projecting.then(() => true), sleep(300, false)]);
        expect(done).toBe(false);
      };
      await rebuild(database.pool, task(new Registry([notary]), { catchUp }));
      await projecting;
      expect(await new PostgresProjectionStore(database.pool).checkpoint(LEDGER_VIEW)).toBe(log.length);
      const running = await contents();
      await rebuild(database.pool, task(new Registry([notary])));
      expect(await contents()).toEqual(running);
    });
  });

  it('puts right what was damaged, and says where', async () => {
    const schema = `ledger_g${await generationNow()}`;
    await database.pool.query(
      `update ${schema}.balance set amount = amount + 5 where ctid = (select min(ctid) from ${schema}.balance)`,
    );
    const { differences } = await rebuild(database.pool, task(new Registry([notary])));
    expect(differences).toHaveLength(1);
    expect(Number(differences?.[0]?.found) - Number(differences?.[0]?.expected)).toBe(5);
    expect(await verifyBalances(database.pool)).toEqual([]);
  });

  it.each([
    ['an event that cannot be folded', (posting: Posting) => posting, () => Promise.reject(new Error('store is away'))],
    ['a row that PostgreSQL refuses', (posting: Posting) => ({ ...posting, amount: 'many' }), undefined],
    [
      'a row that PostgreSQL refuses, among the last',
      (posting: Posting) => (posting.position > log.length - 40 ? { ...posting, factKey: 'a\u0000b' } : posting),
      undefined,
    ],
  ])('that fails on %s leaves the old rows and nothing else', async (_, spoil, history) => {
    const before = await generationNow();
    const registry = new Registry([notary]);
    const failing = task(registry, {
      fold: (sink, past) => new FactPoster(registry, calendar, history ?? past, (posting) => sink(spoil(posting))),
    });
    await expect(rebuild(database.pool, failing)).rejects.toThrow(/store is away|invalid/);
    expect(await generationNow()).toBe(before);
    expect(await schemas()).toEqual(['ledger', `ledger_g${before}`]);
  });

  it('is refused while another one is under way', async () => {
    const outcomes = await Promise.allSettled([1, 2].map(() => rebuild(database.pool, task(new Registry([notary])))));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(outcomes.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(RebuildUnderWay) });
  });

  it('clears away what one that was cut off left behind', async () => {
    await database.pool.query('create schema ledger_g9000; create table ledger_g9000.posting (position bigint)');
    await rebuild(database.pool, task(new Registry([notary])));
    expect(await schemas()).toEqual(['ledger', `ledger_g${await generationNow()}`]);
  });

  it('does not put rows in place that are not what was put in', async () => {
    const before = await generationNow();
    await database.pool.query(`
      create function lose_a_balance() returns event_trigger language plpgsql as $$
      declare schema text;
      begin
        select max(nspname) into schema from pg_namespace where nspname ~ '^ledger_g[0-9]{1,3}$' and length(nspname) =
          (select max(length(nspname)) from pg_namespace where nspname ~ '^ledger_g[0-9]{1,3}$');
        execute format('delete from %I.balance where ctid = (select min(ctid) from %I.balance where amount <> 0)', schema, schema);
      end $$;
      create event trigger lose_a_balance on ddl_command_end when tag in ('CREATE TRIGGER') execute function lose_a_balance()`);
    await expect(rebuild(database.pool, task(new Registry([notary])))).rejects.toThrow(RebuildUnsound);
    await database.pool.query('drop event trigger lose_a_balance; drop function lose_a_balance');
    expect(await generationNow()).toBe(before);
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
    const [all, wills] = await ledger.sums(READING, [accepted, { ...accepted, where: { kind: 'will' } }]);
    expect(all).not.toBe(wills);
    await expect(rebuild(database.pool, task(changed(1)))).rejects.toThrow(MeasureChanged);
    expect(await ledger.sums(READING, [accepted])).toEqual([all]);
    const { differences } = await rebuild(database.pool, task(changed(2)));
    expect(await ledger.sums(READING, [accepted])).toEqual([wills]);
    expect(new Set(differences?.map(({ measure }) => measure))).toEqual(new Set(['notary.accepted']));
  });
});
