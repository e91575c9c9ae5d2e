import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readSettings } from '../../../../../apps/standalone/src/settings.js';
import { type FreshDatabase, freshDatabase } from '../../../../../test/support/services.js';
import { migrate } from '../migrate.js';
import { PostgresDemoMark } from './demo-mark.js';
import { finishRemoval } from './finish-removal.js';
import { type RemovalOrder, readOrder, writeOrder } from './removal-order.js';

const DENIED = { code: '42501' };
const folder = mkdtempSync(join(tmpdir(), 'taizhang-demo-'));
const outside = join(mkdtempSync(join(tmpdir(), 'taizhang-key-')), 'person.key');
let database: FreshDatabase;
let pool: pg.Pool;
beforeEach(async () => {
  database = await freshDatabase();
  await migrate(database.url);
  pool = new pg.Pool({ connectionString: database.url });
});
afterEach(async () => {
  await pool.end();
  await database.drop();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(join(outside, '..'), { recursive: true });
});

const count = async (table: string): Promise<number> =>
  (await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;
const logId = async (): Promise<string> =>
  (await pool.query<{ log_id: string }>('select log_id from es.log')).rows[0]?.log_id ?? '';
const someUser = `insert into users.principal values
  (gen_random_uuid(), 'person', 'wang', '{}', '{}', false, 1, now(), null, 'sealed')`;
const someEvent = `insert into es.event values (1, now(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
  gen_random_uuid(), null, 1, 1, '2023-01-01', 't', 'line.Happened', '430922', '430922', '430922', 'wang', null, 'MANUAL',
  null, '{}')`;

describe('the mark of a demo', () => {
  it('is set while nothing was ever done here, and once', async () => {
    const demo = new PostgresDemoMark(pool);
    expect(await demo.read()).toBeUndefined();
    expect([await demo.mark(), await demo.mark()]).toEqual([true, true]);
    expect(await demo.read()).toMatchObject({ logId: await logId(), events: 0, recorded: 0 });
    await pool.query(someEvent);
    expect(await demo.read()).toMatchObject({ events: 1, recorded: 0 });
    await pool.query(someUser);
    expect(await demo.read()).toMatchObject({ events: 1, recorded: 1 });
    expect(await demo.mark()).toBe(true);
  });

  it.each([
    ['an event was recorded', someEvent],
    ['somebody may sign in', someUser],
    ['a code to set it up was offered', "insert into users.setup (code_hash) values ('x')"],
  ])('is refused once %s', async (_, use) => {
    await pool.query(use);
    expect(await new PostgresDemoMark(pool).mark()).toBe(false);
    expect(await count('demo.mark')).toBe(0);
  });

  it('stays for good, and the application cannot set it', async () => {
    await expect(pool.query('set role taizhang_app; insert into demo.mark default values')).rejects.toMatchObject(
      DENIED,
    );
    await pool.query('reset role');
    await new PostgresDemoMark(pool).mark();
    for (const change of ['delete from demo.mark', 'update demo.mark set marked_at = now()', 'truncate demo.mark'])
      await expect(pool.query(change)).rejects.toMatchObject(DENIED);
    expect(await count('demo.mark')).toBe(1);
  });
});

describe('an order to remove a demo', () => {
  const settings = readSettings({ DATA_DIR: folder });
  const files = [settings.KEY_FILE, `${settings.KEY_FILE}.destroyed`, settings.ANCHORS_FILE];
  const said: string[] = [];
  beforeEach(() => {
    said.length = 0;
    for (const file of [...files, outside]) writeFileSync(file, 'x');
  });
  const carryOut = async (order: RemovalOrder, { ours = true, env = {} } = {}): Promise<void> => {
    await writeOrder(folder, order);
    await finishRemoval(order, {
      ...{ url: database.url, ours, settings: readSettings({ DATA_DIR: folder, ...env }) },
      log: (_level, message, fields) => said.push(`${message} ${String(fields?.['reason'] ?? '')}`),
    });
    expect(await readOrder(folder)).toBeUndefined();
  };
  const filesLeft = (): readonly string[] => files.filter((file) => existsSync(file));

  /** Nobody has the database open afterwards. */
  const leave = async (): Promise<void> => {
    await pool.end();
    pool = new pg.Pool({ connectionString: database.url });
  };
  const ofThis = async (): Promise<RemovalOrder> => {
    const order = { logId: (await logId()) as RemovalOrder['logId'] };
    await leave();
    return order;
  };

  it('leaves an empty database and none of the files, from wherever it was left', async () => {
    await new PostgresDemoMark(pool).mark();
    await pool.query(someEvent);
    const order = await ofThis();
    await carryOut(order);
    expect([await count('pg_namespace where nspname = $$es$$'), filesLeft()]).toEqual([0, []]);
    // Killed after the database was made anew, before the files went.
    for (const file of files) writeFileSync(file, 'x');
    await leave();
    await carryOut(order);
    expect([await count('pg_namespace where nspname = $$es$$'), filesLeft()]).toEqual([0, []]);
    await leave();
    await migrate(database.url);
    expect(await new PostgresDemoMark(pool).read()).toBeUndefined();
  });

  it('touches nothing outside the data folder', async () => {
    await new PostgresDemoMark(pool).mark();
    await carryOut(await ofThis(), { env: { KEY_FILE: outside } });
    expect(existsSync(outside)).toBe(true);
  });

  it('is void where what is here is no demo, or another one', async () => {
    await pool.query(someEvent);
    await carryOut(await ofThis());
    expect([await count('es.event'), filesLeft()]).toEqual([1, files]);
    await pool.query("set session_replication_role = 'replica'; insert into demo.mark default values");
    await leave();
    await carryOut({ logId: '01890a5d-ac96-774b-bcce-b302099a8057' });
    expect([await count('es.event'), filesLeft()]).toEqual([1, files]);
    expect(said).toEqual(Array(2).fill('the demo was not removed it is not what is here'));
  });

  it('is void where another process works on it', async () => {
    await new PostgresDemoMark(pool).mark();
    await pool.query(someEvent);
    const order = await ofThis();
    await carryOut(order, { ours: false });
    expect(await count('es.event')).toBe(1);
    const somebody = await pool.connect();
    await carryOut(order).finally(() => somebody.release());
    expect([await count('es.event'), filesLeft()]).toEqual([1, files]);
    expect(said).toEqual(Array(2).fill('the demo was not removed another process works on it'));
  }, 30_000);
});
