import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { inventPerson } from '#application/invented-people.js';
import type { PersonDetails } from '#application/ports/person-registry.js';
import { lin, personRegistryContract, registryClock } from '../../../../../test/contracts/person-registry.contract.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { systemIds } from '../../system/ids.js';
import { systemRandom } from '../../system/random.js';
import { migrate } from '../migrate.js';
import { steadyPool } from '../steady-pool.js';
import { blindIndex } from './index-keys.js';
import { type KeySource, type PersonKeys, openPersonKeys } from './person-keys.js';
import { PostgresPersonRegistry } from './postgres-person-registry.js';
import { suiteNames } from './suite-names.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-registry-'));
let database: FreshDatabase;
let pool: pg.Pool;
const keysOf = (more: Partial<KeySource> = {}): PersonKeys =>
  openPersonKeys(pool, { keyFile: join(folder, 'person.key'), ...more }, systemRandom);
const open = (more: Partial<KeySource> = {}): Promise<PostgresPersonRegistry> =>
  PostgresPersonRegistry.open(pool, keysOf(more), systemIds, registryClock);

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  // Dropping the database ends connections that are just being closed; nobody is to stumble over that.
  pool = steadyPool({ connectionString: database.url });
});

afterAll(async () => {
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const empty = async (): Promise<void> =>
  void (await pool.query(
    'truncate people.person, people_keys.person_key, people_keys.index_key, people_keys.person_token',
  ));

describe.each(suiteNames)('by %s', (suite) =>
  personRegistryContract('in PostgreSQL', async () => {
    await empty();
    return open({ suite });
  }),
);

describe('the person registry on disk', () => {
  beforeEach(empty);

  /** Every byte PostgreSQL keeps of a table: rows, overflow and indexes. */
  const bytesOf = async (table: string): Promise<string> => {
    await pool.query('checkpoint');
    const { rows } = await pool.query<{ bytes: Buffer }>(
      `select pg_read_binary_file(pg_relation_filepath(part)) as bytes from (
         select $1::regclass as part
         union all select reltoastrelid from pg_class where oid = $1::regclass and reltoastrelid <> 0
         union all select indexrelid from pg_index where indrelid = $1::regclass) as parts`,
      [table],
    );
    return Buffer.concat(rows.map(({ bytes }) => bytes)).toString('latin1');
  };
  const asStored = (text: string): string => Buffer.from(text).toString('latin1');

  it('holds no personal datum in clear, while the same search finds one in a plain table', async () => {
    const registry = await open();
    const { personRef } = await registry.register('430922', lin);
    const tables = ['people.person', 'people_keys.person_key', 'people_keys.person_token', 'people_keys.index_key'];
    const bytes = (await Promise.all(tables.map(bytesOf))).join('');
    expect(bytes).toContain('aes-256-gcm:');
    const secrets = Object.values(lin).map((value) => asStored(String(value)));
    expect(secrets.filter((secret) => bytes.includes(secret))).toEqual([]);
    await pool.query('create table plain as select $1::text as name', [lin.name]);
    expect(await bytesOf('plain')).toContain(asStored(lin.name));
    expect(await registry.reveal(personRef)).toEqual(lin);
  });

  it('opens a field nowhere but at its own person and name', async () => {
    const registry = await open();
    const [one, two] = [
      await registry.register('430922', lin),
      await registry.register('430903', { ...lin, name: '甲' }),
    ];
    await pool.query(
      `update people.person set fields = (select fields from people.person where person_ref = $1) where person_ref = $2`,
      [one.personRef, two.personRef],
    );
    await expect(registry.reveal(two.personRef)).rejects.toThrow();
    await pool.query(
      `update people.person set fields = (fields::jsonb || jsonb_build_object('name', fields->>'address'))::json where person_ref = $1`,
      [one.personRef],
    );
    await expect(registry.reveal(one.personRef)).rejects.toThrow();
  });

  it('leaves nothing of an erased person, even for whoever holds the master key and an old copy of the fields', async () => {
    const registry = await open();
    const { personRef } = await registry.register('430922', lin);
    await pool.query('create table copy as select * from people.person');
    await registry.erase(personRef);
    const { rows } = await pool.query('select * from people_keys.person_key');
    expect(rows).toEqual([]);
    await pool.query('update people.person p set fields = c.fields from copy c where c.person_ref = p.person_ref');
    expect(await registry.reveal(personRef)).toBe('erased');
  });

  it('refuses to start under another master key', async () => {
    await (await open()).register('430922', lin);
    const other = open({ keyFile: join(folder, 'other.key') });
    await expect(other).rejects.toThrow(/另一把主密钥[^]*another master key/);
    await expect(open()).resolves.toBeDefined();
  });

  it('agrees on references when batches that overlap are registered at once', async () => {
    const registry = await open();
    const people = Array.from({ length: 300 }, (_, at) => inventPerson('430922', `p${at}`, '2023-01-01'));
    const batches = await Promise.all([
      registry.registerMany('430922', people),
      registry.registerMany('430922', [...people].reverse()).then((refs) => [...refs].reverse()),
      registry.registerMany('430922', people),
    ]);
    expect(batches[1]).toEqual(batches[0]);
    expect(batches[2]).toEqual(batches[0]);
    const { rows } = await pool.query<{ people: number; keys: number }>(
      'select (select count(*)::int from people.person) as people, (select count(*)::int from people_keys.person_key) as keys',
    );
    expect(rows).toEqual([{ people: 300, keys: 300 }]);
    expect(await registry.reveal(batches[0]?.[299] as string)).toEqual(people[299]);
  });

  it('waits, never deadlocks, when batches of opposite order meet half-way', async () => {
    const registry = await open();
    const people = Array.from({ length: 100 }, (_, at) => inventPerson('430922', `r${at}`, '2023-01-01'));
    const [key] = await keysOf().indexKeys.of('430922');
    const other = await pool.connect();
    await other.query('begin');
    await other.query('insert into people_keys.person_key (person_ref, wrapped_key, blind_index) values ($1, $2, $3)', [
      systemIds.next(),
      'being registered elsewhere',
      blindIndex(key, '430922', people[50] as PersonDetails),
    ]);
    const both = Promise.all([
      registry.registerMany('430922', people),
      registry.registerMany('430922', [...people].reverse()),
    ]);
    await pause(500); // both are half-way through, at the person being registered elsewhere
    await other.query('rollback');
    other.release();
    const [forth, back] = await both;
    expect([...back].reverse()).toEqual(forth);
  });

  it('registers thousands in one call', async () => {
    const people = Array.from({ length: 4500 }, (_, at) => inventPerson('430922', `q${at}`, '2023-01-01'));
    const refs = await (await open()).registerMany('430922', people);
    expect(new Set(refs).size).toBe(new Set(people.map(({ idNo }) => idNo)).size);
  });
});
