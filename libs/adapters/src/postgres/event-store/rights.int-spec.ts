import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { item } from '../../../../../test/contracts/append-items.js';
import { type TestStore, freshStore } from '../../../../../test/support/event-store-database.js';
import { freshDatabase } from '../../../../../test/support/services.js';
import { applyEventStoreSchema, openEventStore, openStorePool } from './index.js';

describe('the rights on the log', () => {
  let database: TestStore;
  beforeAll(async () => {
    // Settings a store must not be misled by.
    database = await freshStore((name) => [
      `alter database ${name} set timezone = 'America/New_York'`,
      `alter database ${name} set datestyle = 'German, DMY'`,
      `alter database ${name} set default_transaction_isolation = 'repeatable read'`,
      `alter database ${name} set synchronous_commit = off`,
    ]);
  });
  afterAll(() => database.drop());

  it('leave the application the append function as the only way in', async () => {
    const { store, close, restricted } = await openEventStore(database.url);
    expect(restricted).toBe(true);
    expect(await store.append(item({ hold: ['case:one'] }))).toMatchObject({ outcome: 'appended' });
    await close();
    const { pool } = await openStorePool(database.url);
    for (const statement of [
      'insert into es.event select * from es.event',
      'update es.event set office = office',
      'delete from es.event',
      'truncate es.event',
      'update es.stream set version = 9',
      'delete from es.stream',
      'insert into es.command select * from es.command',
      'delete from es.command',
      'delete from es.natural_key',
      `insert into es.natural_key values ('case:two', gen_random_uuid())`,
      'update es.log set log_id = gen_random_uuid()',
      `select nextval('es.position')`,
      `select setval('es.position', 1)`,
      'drop function es.append',
      'create table es.more ()',
    ])
      await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    await pool.end();
  });

  it.each(['update es.event set office = office', 'delete from es.event', 'truncate es.event'])(
    'keep the log append-only for its owner too: %s',
    (statement) => expect(database.owner.query(statement)).rejects.toThrow('append-only'),
  );

  it.each(['append', 'append_many'])('give nobody else the function %s', async (name) => {
    const sql = `select has_function_privilege('pg_monitor', p.oid, 'execute') as other,
        has_function_privilege('taizhang_app', p.oid, 'execute') as application
      from pg_proc p where pronamespace = 'es'::regnamespace and proname = $1`;
    expect((await database.owner.query(sql, [name])).rows).toEqual([{ other: false, application: true }]);
  });

  it('leave no index aside: what an append looks up, it looks up by key', async () => {
    const { rows } = await database.owner.query<{ settings: string[] }>(
      `select proconfig as settings from pg_proc where pronamespace = 'es'::regnamespace and proname = 'append'`,
    );
    expect(rows[0]?.settings).toEqual(
      expect.arrayContaining(['enable_seqscan=off', 'search_path=pg_catalog, pg_temp']),
    );
  });

  it('do not hang on the settings of the database: dates and instants come back alike', async () => {
    const { store, feed, close } = await openEventStore(database.url);
    const one = item();
    const before = Date.now();
    await store.append(one);
    const event = (await store.load(one.streamId))?.events[0];
    expect(event?.occurredOn).toBe('2023-12-31');
    const recordedAt = Date.parse(event?.recordedAt ?? '');
    expect(recordedAt).toBeGreaterThanOrEqual(before - 5);
    expect(recordedAt).toBeLessThanOrEqual(Date.now() + 5);
    expect((await feed.read((event?.position ?? 0) - 1, 1)).events).toEqual([event]);
    await close();
    const { pool } = await openStorePool(database.url);
    expect((await pool.query('show synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
    await pool.end();
  });
});

describe('a login that may not create roles', () => {
  it('sets the store up in its own database and uses it, without the narrower role', async () => {
    const { url, drop } = await freshDatabase();
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const [login, password] = [`t_${randomBytes(6).toString('hex')}`, randomBytes(12).toString('hex')];
    await admin.query(`create role ${login} login password '${password}'`);
    await admin.query(`alter database ${new URL(url).pathname.slice(1)} owner to ${login}`);
    const own = new URL(url);
    [own.username, own.password] = [login, password];
    const client = new pg.Client({ connectionString: own.href });
    await client.connect();
    await applyEventStoreSchema(client);
    const { store, restricted, close } = await openEventStore(own.href);
    expect(restricted).toBe(false);
    expect(await store.append(item())).toMatchObject({ outcome: 'appended' });
    await expect(client.query('delete from es.event')).rejects.toThrow('append-only');
    await close();
    await client.end();
    await admin.query(`reassign owned by ${login} to current_user`);
    await admin.query(`drop role ${login}`);
    await admin.end();
    await drop();
  });
});
