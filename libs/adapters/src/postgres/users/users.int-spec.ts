import type pg from 'pg';
import { usersContract } from '../../../../../test/contracts/users.contract.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { systemRandom } from '../../system/random.js';
import { aes256Gcm } from '../person-registry/aes-256-gcm.js';
import { WrongKey } from '../person-registry/sealed-text.js';
import { sqlOf } from '../sql-folder.js';
import { steadyPool } from '../steady-pool.js';
import { PostgresSessions } from './sessions.js';
import { PostgresTries } from './tries.js';
import { UserVault } from './user-vault.js';
import { PostgresUsers } from './users.js';

let database: FreshDatabase;
let pool: pg.Pool;
const usersOf = (key: number) =>
  new PostgresUsers(pool, new UserVault(aes256Gcm, () => [Buffer.alloc(32, key)], systemRandom));
const openAll = async () => {
  database = await freshDatabase();
  pool = steadyPool({ connectionString: database.url, max: 8 });
  for (const sql of sqlOf('users')) await pool.query(sql);
};
const close = async () => {
  await pool.end();
  await database.drop();
};

describe('the keeper of users', () =>
  usersContract(async () => {
    await openAll();
    return { users: usersOf(1), sessions: new PostgresSessions(pool), tries: new PostgresTries(pool), close };
  }));

it('whoever reads the disk reads no secret, and can put none in the place of another', async () => {
  await openAll();
  const users = usersOf(1);
  const ids = ['0190a6f0-0000-7000-8000-000000000001', '0190a6f0-0000-7000-8000-000000000002'] as const;
  for (const [at, userId] of ids.entries())
    await users.add({
      userId,
      kind: 'person',
      name: `user-${at}`,
      roles: [],
      offices: [],
      disabled: false,
      version: 1,
      createdAt: '2024-01-01T08:00:00.000Z',
      secrets: { password: { hash: 'canary-hash', setAt: '2024' }, secondFactor: { key: 'canary-key', usedStep: 1 } },
    });
  await users.signingKey(() => 'canary-signing');
  const { rows } = await pool.query('select * from users.principal, users.signing_key');
  expect(JSON.stringify(rows)).not.toContain('canary');
  expect(rows[0]).toMatchObject({ secrets: expect.stringMatching(/^aes-256-gcm:/) });
  await expect(usersOf(2).get(ids[0])).rejects.toThrow(WrongKey);
  await expect(usersOf(2).signingKey(() => '')).rejects.toThrow(WrongKey);
  await pool.query(
    'update users.principal set secrets = (select secrets from users.principal where user_id = $1) where user_id = $2',
    [...ids],
  );
  await expect(users.get(ids[1])).rejects.toThrow();
  await close();
});
