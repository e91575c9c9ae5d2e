import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { freshDatabase } from '../../../../../test/support/services.js';
import { migrate } from '../migrate.js';
import { RequestsLoginUnfit, requestsLogin } from './requests-login.js';

const asAdmin = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: process.env['TAIZHANG_TEST_PG'] });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

const name = `rls_${randomBytes(4).toString('hex')}`;
const withLogin = (url: string, login: string): string => {
  const changed = new URL(url);
  changed.username = login;
  changed.password = 'secret';
  return changed.href;
};

const whoIs = async (url: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ who: string }>('select session_user as who');
  await client.end();
  return rows[0]?.who ?? '';
};

/** Makes a role the owner of the log of a database, as far as the login for requests is concerned. */
const givenTo = async (url: string, role: string): Promise<void> => {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`grant usage on schema caller to ${role}; grant select on caller.secret to ${role}`);
  await admin.query(`alter table es.event owner to ${role}`);
  await admin.end();
};

describe('the login that requests are read under', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  /** The database as its owner sees it, who is no superuser and may make no roles. */
  let owned: string;

  beforeAll(async () => {
    database = await freshDatabase();
    await migrate(database.url);
    await asAdmin(`create role ${name}_owner login password 'secret' in role taizhang_app`);
    await asAdmin(`create role ${name}_caller login password 'secret' in role taizhang_requests`);
    await asAdmin(`create role ${name}_both login password 'secret' in role taizhang_requests, taizhang_app`);
    await asAdmin(`create role ${name}_heir login password 'secret' in role taizhang_requests, ${name}_owner`);
    await asAdmin(`create role ${name}_free login password 'secret' bypassrls in role taizhang_requests`);
    await asAdmin(`create role ${name}_other login password 'secret'`);
    owned = withLogin(database.url, `${name}_owner`);
    await givenTo(database.url, `${name}_owner`);
  });
  afterAll(async () => {
    await database.drop();
    for (const role of ['heir', 'caller', 'both', 'free', 'other', 'owner']) await asAdmin(`drop role ${name}_${role}`);
  });

  it('is made where there is none, once for all who start together, and found again', async () => {
    const found = await Promise.all([1, 2, 3].map(() => requestsLogin(database.url)));
    const [url = '', ...others] = found.map((login) => login.url);
    expect(others).toEqual([url, url]);
    expect(await whoIs(url)).toMatch(/^taizhang_requests_\d+$/);
    expect((await requestsLogin(database.url)).url).toBe(url);
  });

  it('gets its password again where somebody changed it', async () => {
    const { url } = await requestsLogin(database.url);
    await asAdmin(`alter role ${new URL(url).username} password 'another'`);
    await expect(whoIs(url)).rejects.toThrow(/password/);
    expect((await requestsLogin(database.url)).url).toBe(url);
    expect(await whoIs(url)).toBe(new URL(url).username);
  });

  it('is the one that was named, where the user of the database may make none', async () => {
    const named = withLogin(database.url, `${name}_caller`);
    expect((await requestsLogin(owned, named)).url).toBe(named);
  });

  it('is asked for where there is none and none may be made', async () => {
    const bare = await freshDatabase();
    try {
      await migrate(bare.url);
      await givenTo(bare.url, `${name}_owner`);
      await expect(requestsLogin(withLogin(bare.url, `${name}_owner`))).rejects.toThrow('REQUESTS_DATABASE_URL');
    } finally {
      await bare.drop();
    }
  });

  it.each([
    ['owner', 'it is not in the role'],
    ['both', 'it may become the role of the application'],
    ['heir', 'it may become the owner of the log'],
    ['free', 'it is bound by no policy'],
    ['other', 'it is not in the role'],
    ['nobody', 'password authentication failed'],
  ])('is refused as %s: %s', async (role, reason) => {
    const asked = requestsLogin(database.url, withLogin(database.url, `${name}_${role}`));
    await expect(asked).rejects.toThrow(reason);
    await expect(asked).rejects.toBeInstanceOf(RequestsLoginUnfit);
  });
});
