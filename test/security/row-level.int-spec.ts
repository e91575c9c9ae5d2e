import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { deriveAgain } from '#adapters/platform/derive-again.js';
import { placesOf } from '#application/office-scope.js';
import type { Principal } from '#kernel/command.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, OTHER_BUREAU, OTHER_OFFICE } from '../e2e/api-world.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { say } from './figures.js';
import { Intruder, type Relation, SHARED, callerOf, canaryOf, playOffices, readable } from './row-level-world.js';

let database: FreshDatabase;
let world: ApiWorld;
let intruder: Intruder;
let owner: pg.Client;
const folder = mkdtempSync(join(tmpdir(), 'taizhang-rows-'));

beforeAll(async () => {
  database = await freshDatabase();
  world = await ApiWorld.open(undefined, { place: { url: database.url, folder } });
  await playOffices(world);
  intruder = await Intruder.enter(world, database.url);
  owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
});
afterAll(async () => {
  await intruder.client.end();
  await owner.end();
  await world.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** What of the ledger is of no office: numbers of measures, which generation is read, how far it is. */
const OF_NO_OFFICE = ['ledger.checkpoint', 'ledger.live', 'ledger.measure'];

const callers: Readonly<Record<string, Principal>> = {
  'an office': callerOf(OFFICE),
  'another office of the bureau': callerOf(OFFICE_2),
  'two offices of two bureaus': callerOf(OFFICE_2, OTHER_OFFICE),
  'a bureau': callerOf(BUREAU),
  'another bureau': callerOf(OTHER_BUREAU),
  everything: callerOf('*'),
  'no office': callerOf(),
  'an office there is none of': callerOf('99999901'),
};

const plain = (relation: string): string => relation.replace(/^ledger_g\d+\./, 'ledger_g.');

/** Every row as text, for who reads it. */
const rowsOf = async (client: pg.Client, { name }: Relation, where = 'true'): Promise<readonly string[]> => {
  const { rows } = await client.query<{ row: string }>(
    `select t::text as row from ${name} as t where ${where} order by 1`,
  );
  return rows.map(({ row }) => row);
};

const listed = (codes: readonly string[]): string => `array[${codes.map((code) => `'${code}'`).join()}]::text[]`;

/**
 * Which rows are a caller's, said apart from the policies and by the columns a table has: a stream by its owner and everybody who
 * recorded on it, a posting by its account, else by office, stream or bureau. A table of none of them is nobody's.
 */
const theirs = (caller: Principal, { name, columns }: Relation): string => {
  const { offices } = world.platform;
  const own = offices.all().filter((office) => withAbove(office.code).some((code) => caller.offices.includes(code)));
  const mine = caller.offices.includes('*') ? offices.all() : own;
  const codes = listed(mine.map(({ code }) => code));
  const seen = `(select stream_id from es.event where owner = any (${codes}) or office = any (${codes}))`;
  const schema = name.slice(0, name.indexOf('.'));
  if (columns.includes('owner')) return `stream_id in ${seen}`;
  if (columns.includes('office')) return `office = any (${codes})`;
  if (columns.includes('account')) return `account in (select id from ${schema}.account where office = any (${codes}))`;
  if (columns.includes('stream_id')) return `stream_id in ${seen}`;
  if (columns.includes('bureau')) return `bureau = any (${listed(mine.map(({ bureau }) => bureau))})`;
  return OF_NO_OFFICE.includes(name) ? 'true' : 'false';
};

const withAbove = (code: string): readonly string[] => {
  const parent = world.platform.offices.find(code)?.parent;
  return parent == null ? [code] : [code, ...withAbove(parent)];
};

/** Holds what each caller is shown of each table against what is his; gives how many rows were of others, and seen. */
const compare = async (): Promise<{ relations: number; asked: number; foreign: number }> => {
  const relations = await readable(intruder.client);
  expect(relations.filter(({ guarded }) => !guarded)).toEqual([]);
  let [asked, foreign] = [0, 0];
  for (const [who, caller] of Object.entries(callers)) {
    await intruder.as(caller);
    for (const relation of relations) {
      const seen = await rowsOf(intruder.client, relation);
      const expected = await rowsOf(owner, relation, theirs(caller, relation));
      expect([who, relation.name, seen]).toEqual([who, relation.name, expected]);
      asked += (await rowsOf(owner, relation)).length - expected.length;
      foreign += seen.filter((row) => !expected.includes(row)).length;
    }
  }
  return { relations: relations.length, asked, foreign };
};

describe('the login that requests are read under, with the code left out', () => {
  it('reads a whole row of tables, each with row-level security', async () => {
    const relations = await readable(intruder.client);
    expect(relations.filter(({ guarded }) => !guarded)).toEqual([]);
    expect(relations.map(({ name }) => plain(name))).toEqual(
      expect.arrayContaining(['es.event', 'es.stream', 'ledger_g.posting', 'ledger_g.register_row', 'alert.alert']),
    );
    // Each of them has rows of several offices, or this test says nothing.
    for (const relation of relations)
      expect([relation.name, (await rowsOf(owner, relation)).length > 0]).toEqual([relation.name, true]);
  });

  it('is shown exactly the rows of the scope it was given: none of others, and none too few', async () => {
    const { relations, asked, foreign } = await compare();
    expect([asked > 1000, foreign]).toEqual([true, 0]);
    const scopes = Object.keys(callers).length;
    say(`row-level security: ${relations} tables × ${scopes} scopes, ${asked} rows of others: ${foreign} seen`);
  });

  it('is so again when all rows were derived anew', async () => {
    const before = await readable(intruder.client);
    await deriveAgain(world.platform);
    const after = await readable(intruder.client);
    expect(after.map(({ name }) => plain(name))).toEqual(before.map(({ name }) => plain(name)));
    expect(after).not.toEqual(before);
    expect((await compare()).foreign).toBe(0);
  });

  it('sees a stream of another office that its own recorded on, whole', async () => {
    await intruder.as(callerOf(OFFICE_2));
    const { rows } = await intruder.client.query('select office from es.event where stream_id = $1 order by version', [
      SHARED,
    ]);
    expect(rows).toEqual([{ office: OFFICE }, { office: OFFICE_2 }]);
  });

  it('is shown nothing at all without a scope', async () => {
    await intruder.say('');
    const fresh = await Intruder.enter(world, database.url);
    for (const { client } of [intruder, fresh])
      for (const relation of await readable(client))
        expect([relation.name, await rowsOf(client, relation)]).toEqual([relation.name, []]);
    await fresh.client.end();
  });
});

describe('a scope that was not made for this session', () => {
  const nobodys = async (): Promise<void> => {
    for (const relation of await readable(intruder.client))
      expect([relation.name, await rowsOf(intruder.client, relation)]).toEqual([relation.name, []]);
  };
  const changed = (scope: string, from: string, to: string): string => {
    const [seal = '', body = ''] = [scope.slice(0, 64), scope.slice(65)];
    expect(body).toContain(from);
    return `${seal}.${body.replaceAll(from, to)}`;
  };
  const everywhere = () =>
    JSON.stringify({ session: intruder.session, name: ['x'], ...placesOf(world.platform.offices, callerOf('*')) });

  it.each<[string, () => string]>([
    ['of another office under the old seal', () => changed(intruder.scopeOf(callerOf(OFFICE)), OFFICE, OTHER_OFFICE)],
    ['of another bureau under the old seal', () => changed(intruder.scopeOf(callerOf(BUREAU)), BUREAU, OTHER_BUREAU)],
    ['of another session', () => intruder.scopeOf(callerOf('*'), intruder.session + 1)],
    ['with no seal', everywhere],
    ['with an empty seal', () => `.${everywhere()}`],
    ['with a seal of zeros', () => `${'0'.repeat(64)}.${everywhere()}`],
    ['with the seal of nothing', () => `${intruder.scopeOf(callerOf()).slice(0, 64)}.${everywhere()}`],
    ['cut short', () => intruder.scopeOf(callerOf('*')).slice(0, -1)],
    ['with something behind it', () => `${intruder.scopeOf(callerOf('*'))} `],
    ['with capital letters', () => intruder.scopeOf(callerOf('*')).toUpperCase()],
    ['that is no JSON', () => `${'0'.repeat(64)}.{`],
    ['that is one quotation mark', () => `'`],
    ['that is very long', () => 'x'.repeat(1_000_000)],
    ['of wild cards', () => `${'0'.repeat(64)}.{"bureaus":["%"],"offices":["*"]}`],
  ])('%s shows nothing', async (_, scope) => {
    await intruder.say(scope());
    await nobodys();
  });
});

describe('an intruder with a session of an office', () => {
  const foreign = canaryOf(OTHER_OFFICE);
  beforeEach(async () => {
    await intruder.client.query('reset all');
    await intruder.as(callerOf(OFFICE));
    intruder.notices.length = 0;
  });

  it.each([
    'set role taizhang_app',
    'set role postgres',
    'set session authorization postgres',
    'set session authorization default; set role postgres',
    'set local role taizhang_verifier',
    `alter role current_user superuser`,
    `alter role current_user bypassrls`,
    `grant taizhang_app to current_user`,
    'alter table es.event disable row level security',
    'drop policy in_scope on es.event',
    'create policy mine on es.event using (true)',
    'create or replace function caller.scope(part text) returns text[] language sql as $$ select array[part] $$',
    'create table es.mine as select 1',
    'create schema mine',
    'create view es.mine as select * from es.event',
    'select * from caller.secret',
    'select * from es.command',
    'select * from es.natural_key',
    'select * from es.log',
    'select * from people.person',
    'select * from people_keys.person_key',
    'select * from users.principal',
    'select * from users.session',
    'select * from public.office',
    'select * from chain.block',
    'select * from ledger.parked',
    'select * from relay.progress',
    'select rolpassword from pg_authid',
    `copy es.event to '/tmp/taizhang-stolen'`,
    `copy es.event to program 'cat'`,
    `copy (select 1) to program 'id'`,
    `select pg_read_file('postgresql.conf')`,
    `select lo_import('/etc/passwd')`,
    `select caller.guard('es.event', 'true')`,
    `select caller.guard_generation('ledger_g1')`,
    `select es.append('{}', '{}', '{}', false)`,
    `select es.append_many('{}', '{}', '{}', '[]', false)`,
    `select relay.start_again(1)`,
    'truncate es.event',
    'delete from es.event',
    'update es.event set office = office',
    'insert into es.event select * from es.event',
    'insert into es.stream_office select gen_random_uuid(), office from es.event',
    'update ledger.live set generation = 2',
    'delete from template.form',
    'begin; lock table es.event in exclusive mode',
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'`,
  ])('is refused: %s', async (sql) => {
    await expect(intruder.client.query(sql)).rejects.toMatchObject({
      code: expect.stringMatching(/^(42501|22023|42704|0LP01)$/) as string,
    });
    await intruder.client.query('rollback');
  });

  it('gets an error, not rows, where it asks to be spared the policies', async () => {
    await intruder.client.query('set row_security = off');
    await expect(intruder.client.query('select * from es.event')).rejects.toMatchObject({ code: '42501' });
  });

  it.each(['reset role', 'set role none', 'set session authorization default', 'reset all', 'discard all'])(
    'sees no row of others after: %s',
    async (sql) => {
      await intruder.client.query(sql);
      const { rows } = await intruder.client.query(`select 1 from es.event where data::text like $1`, [`%${foreign}%`]);
      expect(rows).toEqual([]);
    },
  );

  it('copies out what it sees, and no more', async () => {
    const { rows } = await intruder.client.query<{ data: string }>('select data::text from es.event');
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ data }) => data.includes(foreign))).toEqual([]);
    const cursor =
      'declare c no scroll cursor with hold for select data::text from es.event; fetch all from c; close c';
    expect(JSON.stringify(await intruder.client.query(cursor))).not.toContain(foreign);
  });

  it('learns nothing from a function that tells on its rows, nor from an error', async () => {
    await intruder.client.query(
      `create function pg_temp.tell(text) returns boolean language plpgsql cost 0.0000001 as $$
       begin raise notice '%', $1; return true; end $$`,
    );
    await intruder.client.query('select 1 from es.event where pg_temp.tell(data::text)');
    await intruder.client.query('select 1 from es.stream where pg_temp.tell(owner)');
    expect(intruder.notices.length).toBeGreaterThan(0);
    expect(intruder.notices.filter((text) => text.includes(foreign) || text.includes(OTHER_OFFICE))).toEqual([]);
    await intruder.client.query(
      `select 1 from es.event where 1 / (case when office = '${OTHER_OFFICE}' then 0 else 1 end) > 0`,
    );
  });

  it('finds nothing of others in the statistics', async () => {
    await owner.query('analyze');
    const { rows } = await intruder.client.query('select * from pg_stats where schemaname !~ $1', [
      '^(pg_|information)',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/CANARY/);
    expect(rows.filter(({ tablename }) => tablename === 'event')).toEqual([]);
  });

  it('may call two functions that work with the rights of their owner, and neither tells of others', async () => {
    const { rows } = await intruder.client.query<{ name: string }>(
      `select p.oid::regprocedure::text as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
       where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')
         and has_schema_privilege(n.oid, 'usage') and has_function_privilege(p.oid, 'execute') order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(['caller.scope(text)', 'ledger.projected_to(integer)']);
    const called = await intruder.client.query(
      `select caller.scope('offices'), caller.scope('bureaus'), caller.scope('known'), ledger.projected_to(1) > 0 as figures`,
    );
    expect(JSON.stringify(called.rows)).not.toMatch(new RegExp(`${OTHER_BUREAU}|${OFFICE_2}`));
  });

  it('writes a form of its own bureau, and none of another', async () => {
    const form = (bureau: string) =>
      intruder.client.query(
        `insert into template.form (bureau, code, version, title, uploaded_by, uploaded_at, bytes)
         values ($1, $2, 1, 'a form', 'intruder', now(), '')`,
        [bureau, randomUUID()],
      );
    await form(BUREAU);
    await expect(form(OTHER_BUREAU)).rejects.toMatchObject({ code: '42501' });
  });
});

it('takes notice of a table that somebody let requests read and forgot to guard', async () => {
  await owner.query(`create table es.forgotten (office text); insert into es.forgotten values ('${OTHER_OFFICE}')`);
  await owner.query('grant select on es.forgotten to taizhang_requests');
  const relations = await readable(intruder.client);
  expect(relations.filter(({ guarded }) => !guarded).map(({ name }) => name)).toEqual(['es.forgotten']);
  await owner.query('drop table es.forgotten');
});
