import { setTimeout as pause } from 'node:timers/promises';
import type { AppendItem, AppendOutcome } from '#application/ports/event-store.js';
import { entry, item, someId } from '../../../../../test/contracts/append-items.js';
import { type TestStore, freshStore } from '../../../../../test/support/event-store-database.js';
import { AppendSignal } from '../../append-signal.js';
import { openStorePool } from './pool.js';
import { PostgresEventStore } from './postgres-event-store.js';

const KILL = `select pg_terminate_backend(pid) from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`;

describe('a lost connection', () => {
  let database: TestStore;
  beforeAll(async () => {
    database = await freshStore();
  });
  afterAll(() => database.drop());

  it('never loses nor doubles an append: each is answered as if nothing had happened', async () => {
    const { pool } = await openStorePool(database.url);
    const store = new PostgresEventStore(pool, new AppendSignal());
    const items: AppendItem[] = [];
    const outcomes: AppendOutcome[] = [];
    let kills = 0;
    let writing = true;
    const killer = (async () => {
      while (writing) {
        await pause(40 + Math.random() * 80);
        kills += (await database.owner.query(KILL)).rowCount ?? 0;
      }
    })();
    const writer = async (): Promise<void> => {
      const streamId = someId();
      for (let expectedVersion = 0; expectedVersion < 60; expectedVersion += 2) {
        const one = item({ streamId, expectedVersion, entries: [entry(), entry()] });
        items.push(one);
        const [outcome] = expectedVersion % 8 === 0 ? await store.appendMany([one], true) : [await store.append(one)];
        outcomes.push(outcome as AppendOutcome);
        expect(outcome).toMatchObject({ outcome: 'appended', version: expectedVersion + 2 });
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    writing = false;
    await killer;
    await pool.end();
    expect(kills).toBeGreaterThan(10);
    const { rows } = await database.owner.query<{ event_id: string; position: string }>(
      'select event_id, position from es.event',
    );
    const written = items.flatMap(({ entries }) =>
      entries.flatMap(({ events }) => events.map((event) => event.eventId)),
    );
    expect(rows.map((row) => row.event_id).sort()).toEqual(written.sort());
    const stored = new Set(rows.map((row) => Number(row.position)));
    for (const outcome of outcomes) expect(stored.has((outcome as { position: number }).position)).toBe(true);
  });

  it('that comes after the commit is answered with what was committed', async () => {
    const { pool } = await openStorePool(database.url);
    const query = pool.query.bind(pool) as (...parts: unknown[]) => Promise<unknown>;
    let lost = 0;
    (pool as { query: unknown }).query = async (...parts: unknown[]) => {
      const answer = await query(...parts);
      if ((parts[0] as { name?: string }).name !== 'append' || lost > 0) return answer;
      lost += 1;
      throw Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
    };
    const store = new PostgresEventStore(pool, new AppendSignal());
    const [one, stale] = [item(), item({ expectedVersion: 5 })];
    const outcomes = await Promise.all([store.append(one), store.append(stale)]);
    expect(lost).toBe(1);
    expect(outcomes).toMatchObject([
      { outcome: 'appended', version: 1 },
      { outcome: 'conflict', version: 0 },
    ]);
    expect((await store.load(one.streamId))?.events[0]?.position).toBe((outcomes[0] as { position: number }).position);
    expect(await store.append(one)).toMatchObject({ outcome: 'repeated' });
    await pool.end();
  });

  it('is given up after the patience of the store, with the error itself', async () => {
    const { pool } = await openStorePool(database.url);
    (pool as { query: unknown }).query = () =>
      Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    const store = new PostgresEventStore(pool, new AppendSignal(), 120);
    const begun = performance.now();
    await expect(Promise.all([store.append(item()), store.append(item())])).rejects.toThrow('refused');
    await expect(store.load(someId())).rejects.toThrow('refused');
    expect(performance.now() - begun).toBeLessThan(3_000);
    await pool.end();
  });
});
