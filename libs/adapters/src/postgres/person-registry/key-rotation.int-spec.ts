import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { inventPerson } from '#application/invented-people.js';
import { projectRoot } from '../../project-root.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { registryClock } from '../../../../../test/contracts/person-registry.contract.js';
import { systemIds } from '../../system/ids.js';
import { systemRandom } from '../../system/random.js';
import { migrate } from '../migrate.js';
import { steadyPool } from '../steady-pool.js';
import { DeviceFault } from './device-key.js';
import { addMasterKey } from './master-key.js';
import { type KeySource, type PersonKeys, openPersonKeys } from './person-keys.js';
import { PostgresPersonRegistry } from './postgres-person-registry.js';
import { reseal } from './reseal.js';
import { forgetKeys, rotateKeys } from './rotate-keys.js';
import { WrongKey } from './sealed-text.js';
import { headsInUse, isRewrapDue, rewrap } from './rewrap.js';

const BUREAU = '430922';
const people = Array.from({ length: 600 }, (_, at) => inventPerson(BUREAU, `k${at}`, '2023-01-01'));

let database: FreshDatabase;
let pool: pg.Pool;
let folder: string;
let refs: readonly string[];
const keysOf = (more: Partial<KeySource> = {}): PersonKeys =>
  openPersonKeys(pool, { keyFile: join(folder, 'person.key'), ...more }, systemRandom);
const open = (more: Partial<KeySource> = {}): Promise<PostgresPersonRegistry> =>
  PostgresPersonRegistry.open(pool, keysOf(more), systemIds, registryClock);
const cipherTexts = async (): Promise<string> =>
  (
    await pool.query<{ all: string }>(
      "select md5(string_agg(fields::text, '' order by person_ref)) as all from people.person",
    )
  ).rows[0]?.all as string;

beforeEach(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  pool = steadyPool({ connectionString: database.url });
  folder = mkdtempSync(join(tmpdir(), 'taizhang-keys-'));
  refs = await (await open()).registerMany(BUREAU, people);
});
afterEach(async () => {
  await pool.end();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const expectAllToOpen = async (registry: PostgresPersonRegistry): Promise<void> => {
  const found = await registry.revealMany(refs);
  expect(refs.map((ref) => found.get(ref))).toEqual(people);
};

describe('rotating the master key', () => {
  it('wraps keys anew and touches no data; a process that runs goes over by itself', async () => {
    const running = await open();
    const before = await cipherTexts();
    addMasterKey(join(folder, 'person.key'), systemRandom);
    const late = await running.register(BUREAU, inventPerson(BUREAU, 'late', '2023-01-01'));
    const { kek } = keysOf().vault;
    expect(await isRewrapDue(pool, kek)).toBe(true);
    expect(await rewrap(pool, kek)).toBe(people.length + 1);
    expect([await isRewrapDue(pool, kek), await headsInUse(pool)]).toEqual([false, [await kek.head()]]);
    await pool.query('delete from people.person where person_ref = $1', [late.personRef]);
    expect(await cipherTexts()).toBe(before);
    await expectAllToOpen(running);
    expect((await running.register(BUREAU, people[7] as (typeof people)[number])).personRef).toBe(refs[7]);
  });

  it('goes on where it was interrupted', async () => {
    addMasterKey(join(folder, 'person.key'), systemRandom);
    const { kek } = keysOf().vault;
    const interrupted = rewrap(pool, kek, () => {
      throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect([await isRewrapDue(pool, kek), (await headsInUse(pool)).length]).toEqual([true, 2]);
    await expectAllToOpen(await open());
    expect(await rewrap(pool, keysOf().vault.kek)).toBe(people.length + 1 - 500);
    expect(await headsInUse(pool)).toHaveLength(1);
    await expectAllToOpen(await open());
  });
});

describe('the jobs', () => {
  const source = (): KeySource => ({ keyFile: join(folder, 'person.key') });
  const masters = (): number => readFileSync(join(folder, 'person.key'), 'utf8').trim().split('\n').length;

  it('rotate once for one call, go on with an interrupted one, and forget only what nothing needs', async () => {
    expect(await rotateKeys(pool, source(), systemRandom)).toBe(people.length + 1);
    const interrupted = rotateKeys(pool, source(), systemRandom, () => {
      throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(masters()).toBe(3);
    expect(await forgetKeys(pool, source(), systemRandom)).toBe(1);
    await expectAllToOpen(await open());
    expect(await rotateKeys(pool, source(), systemRandom)).toBe(people.length + 1 - 500);
    expect([await forgetKeys(pool, source(), systemRandom), masters()]).toEqual([1, 1]);
    await expectAllToOpen(await open());
  });

  it('leave no key in the file that opens the key of an erased person in an old copy', async () => {
    await pool.query('create table saved as select * from people_keys.person_key');
    await (await open()).erase(refs[0] as string);
    const saved = async (): Promise<readonly { text: string; place: string }[]> =>
      (
        await pool.query<{ text: string; place: string }>(
          `select wrapped_key as text, person_ref || '|data key' as place from saved where person_ref = $1`,
          [refs[0]],
        )
      ).rows;
    expect(await keysOf().vault.kek.unwrap(await saved())).toHaveLength(1); // before, it does
    await rotateKeys(pool, source(), systemRandom);
    await forgetKeys(pool, source(), systemRandom);
    await expect(keysOf().vault.kek.unwrap(await saved())).rejects.toThrow(WrongKey);
  });
});

describe('going over to the other suite', () => {
  it('seals every person anew, interrupted or not, and finds the same document meanwhile and after', async () => {
    const suite = 'sm4-ctr-hmac-sm3';
    const known = async () => (await open({ suite })).register(BUREAU, people[3] as (typeof people)[number]);
    expect((await known()).personRef).toBe(refs[3]);
    const interrupted = reseal(pool, keysOf({ suite }), () => {
      throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect((await known()).personRef).toBe(refs[3]);
    await expectAllToOpen(await open({ suite }));
    expect(await reseal(pool, keysOf({ suite }))).toBe(people.length - 250);
    expect(await reseal(pool, keysOf({ suite }))).toBe(0);
    expect((await known()).personRef).toBe(refs[3]);
    await expectAllToOpen(await open({ suite }));
    const { rows } = await pool.query(
      `select (select count(*)::int from people.person where fields::text like '%aes-256-gcm:%') as old,
              (select array_agg(suite) from people_keys.index_key) as suites`,
    );
    expect(rows).toEqual([{ old: 0, suites: [suite] }]);
  });

  it('leaves a person alone who is erased meanwhile', async () => {
    const keys = keysOf({ suite: 'sm4-ctr-hmac-sm3' });
    const registry = await open();
    const slow: PersonKeys = {
      ...keys,
      indexKeys: {
        of: async (bureau: string) => {
          await registry.erase(refs[0] as string);
          return keys.indexKeys.of(bureau);
        },
      } as PersonKeys['indexKeys'],
    };
    await reseal(pool, slow);
    expect(await registry.reveal(refs[0] as string)).toBe('erased');
    const { rows } = await pool.query('select from people_keys.person_token where person_ref = $1', [refs[0]]);
    expect(rows).toEqual([]);
  });
});

describe('a store of a release before bureaus had index keys', () => {
  it('is indexed at the start', async () => {
    await pool.query(
      `update people_keys.person_key set blind_index = decode(md5(person_ref::text), 'hex'), index_key = null`,
    );
    await pool.query('truncate people_keys.person_token');
    const registry = await open();
    expect((await registry.register(BUREAU, people[9] as (typeof people)[number])).personRef).toBe(refs[9]);
    const { rows } = await pool.query('select count(distinct person_ref)::int as people from people_keys.person_token');
    expect(rows).toEqual([{ people: people.length }]);
  });
});

describe('a person whose key was destroyed', () => {
  it('stays erased when a backup from before is restored', async () => {
    const registry = await open();
    await pool.query('create table saved as select * from people_keys.person_key');
    await pool.query('create table saved_fields as select * from people.person');
    await registry.erase(refs[5] as string);
    await pool.query('truncate people_keys.person_key, people.person');
    await pool.query('insert into people_keys.person_key select * from saved');
    await pool.query('insert into people.person select * from saved_fields');
    expect(await registry.reveal(refs[5] as string)).toEqual(people[5]); // the backup, before anybody starts on it
    const restarted = await open();
    expect(await restarted.reveal(refs[5] as string)).toBe('erased');
    expect(await restarted.reveal(refs[6] as string)).toEqual(people[6]);
  });

  it('stands in a file beside the key, and in it nothing but the reference', async () => {
    await (await open()).erase(refs[5] as string);
    expect(readFileSync(join(folder, 'person.key.destroyed'), 'utf8').trim()).toBe(refs[5]);
    await (await open()).erase('00000000-0000-4000-8000-000000000000');
    expect(readFileSync(join(folder, 'person.key.destroyed'), 'utf8').trim()).toBe(refs[5]);
  });
});

describe('a device that keeps the key', () => {
  let device: ChildProcess | undefined;
  const start = async (...names: string[]): Promise<string> => {
    const socket = join(folder, `${names.join('-')}.sock`);
    device = spawn(process.execPath, [join(projectRoot(), 'test/support/key-device.mjs'), socket, ...names]);
    await once(device.stdout as NodeJS.ReadableStream, 'data');
    return socket;
  };
  const stop = async (): Promise<void> => {
    if (device === undefined) return;
    const gone = once(device, 'exit');
    device.kill();
    await gone;
    device = undefined;
  };
  afterEach(stop);

  it('takes over from the file, which is needed no longer then', async () => {
    const socket = await start('one');
    const registry = await open({ device: socket });
    await expectAllToOpen(registry);
    expect(await rewrap(pool, keysOf({ device: socket }).vault.kek)).toBe(people.length + 1);
    expect(await headsInUse(pool)).toEqual(['device-one:']);
    copyFileSync(join(folder, 'person.key'), join(folder, 'away.key'));
    rmSync(join(folder, 'person.key'));
    const without = await open({ device: socket });
    await expectAllToOpen(without);
    const added = await without.register(BUREAU, inventPerson(BUREAU, 'new', '2023-01-01'));
    expect(added.known).toBe(false);
    // Whoever has the old key file and the database has nothing.
    await expect(open({ keyFile: join(folder, 'away.key') })).rejects.toThrow(/another master key/);
  });

  it('is given a new key, with which everything is wrapped anew', async () => {
    const first = await start('one');
    await rewrap(pool, keysOf({ device: first }).vault.kek);
    await stop();
    const both = await start('two', 'one');
    await rewrap(pool, keysOf({ device: both }).vault.kek);
    expect(await headsInUse(pool)).toEqual(['device-two:']);
    await stop();
    await expectAllToOpen(await open({ device: await start('two') }));
  });

  it('that is not there, hangs up or refuses is said to', async () => {
    await expect(open({ device: join(folder, 'nobody.sock') })).resolves.toBeDefined(); // nothing of it is needed yet
    const absent = await open({ device: join(folder, 'nobody.sock') });
    const newcomer = inventPerson(BUREAU, 'x', '2023-01-01');
    await expect(absent.register(BUREAU, newcomer)).rejects.toThrow(DeviceFault);
    const socket = await start('one');
    const registry = await open({ device: socket });
    await registry.register(BUREAU, newcomer);
    await stop();
    await expect(registry.register(BUREAU, inventPerson(BUREAU, 'y', '2023-01-01'))).rejects.toThrow(DeviceFault);
    const stranger = await start('other');
    const elsewhere = keysOf({ device: stranger }).vault.kek;
    await expect(elsewhere.unwrap([{ text: 'device-one:AAAA', place: 'x' }])).rejects.toThrow('refused: no such key');
    expect(existsSync(stranger)).toBe(true);
  });
});
