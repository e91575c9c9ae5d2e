import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type SeededRandom } from '#application/case-binding.js';
import { seededRandom } from '#application/seeded-random.js';
import type { AnchorEntry } from '#application/chain/anchor.js';
import { looksLog } from '#adapters/postgres/chain/chain-source.js';
import { PostgresChain } from '#adapters/postgres/chain/postgres-chain.js';
import { verifyChain } from '#adapters/postgres/chain/verify-chain.js';
import { openStorePool } from '#adapters/postgres/event-store/index.js';
import { expireLooks } from '#adapters/postgres/looks/expire.js';
import { PostgresLooks } from '#adapters/postgres/looks/looks.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { fixedClock } from '../support/fixed-clock.js';
import { freshDatabase } from '../support/services.js';
import { someLook } from '../support/some-look.js';
import { LONG, say } from './figures.js';

jest.setTimeout(LONG ? 1_800_000 : 180_000);

const EDITS = LONG ? 1000 : 50;
const LOOKS = 120;
const DAY = 86_400_000;

/** A log of looks with a chain, and an owner who has switched its guards off. */
const chainedLooks = async () => {
  const database = await freshDatabase();
  await migrate(database.url);
  const { pool } = await openStorePool(database.url, 3);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  await owner.query(`set session_replication_role = 'replica'`);
  const chain = (now = new Date().toISOString()): PostgresChain =>
    new PostgresChain(pool, { source: looksLog, algorithm: 'sha256', clock: fixedClock(now), blockRecords: 20 });
  return {
    ...{ url: database.url, owner, chain, looks: new PostgresLooks(pool) },
    check: (entries: readonly AnchorEntry[] = []) => verifyChain(database.url, looksLog, entries),
    close: async () => {
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
};
type World = Awaited<ReturnType<typeof chainedLooks>>;

/** What changes one column of a look a little. */
const changes: Readonly<Record<string, string>> = {
  position: 'position + 1000000',
  at: `at + interval '1 microsecond'`,
  name: `name || ' '`,
  user_id: 'gen_random_uuid()',
  roles: `roles || 'admin'::text`,
  offices: 'array_reverse(offices)',
  address: `'10.0.0.8'`,
  request_id: 'gen_random_uuid()',
  purpose: `'search'`,
  route: `route || 'x'`,
  object: 'upper(object)',
  reason: `coalesce(reason || '。', '')`,
  subjects: 'subjects[2:]',
  minors: 'subjects',
  bureaus: `'{}'`,
};

interface Edit {
  readonly what: string;
  readonly sql: string;
  readonly position: number;
}

const editOf = (random: SeededRandom): Edit => {
  const position = random.between(1, LOOKS - 1);
  if (random.next() < 0.1)
    return { what: 'taken out', position, sql: `delete from looks.look where position = ${position}` };
  const column = random.pick(looksLog.columns);
  const sql = `update looks.look set ${column} = ${changes[column]} where position = ${position}`;
  return { what: column, position, sql };
};

describe('an owner of the database who changes records of looking', () => {
  let world: World;
  beforeAll(async () => {
    world = await chainedLooks();
    for (let at = 0; at < LOOKS; at += 1)
      await world.looks.write(
        someLook({
          ...{ subjects: [randomUUID(), randomUUID()], offices: ['1', '2'], object: `/v1/persons/a${at}` },
          ...(at % 2 === 0 ? { reason: '核对' } : { userId: randomUUID() }),
        }),
      );
    await world.chain().anchorAt();
    expect(await world.check()).toMatchObject({ records: LOOKS, unchained: 0, findings: [] });
    const { rows } = await world.owner.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = 'looks.look'::regclass and attnum > 0 and not attisdropped`,
    );
    expect(rows.map(({ name }) => name).sort()).toEqual([...looksLog.columns].sort());
  });
  afterAll(() => world.close());

  it(`is found, ${EDITS} times of ${EDITS}, and the first bad look is named`, async () => {
    const random = seededRandom(process.env['SEED'] ?? 'looks');
    const { owner } = world;
    for (let count = 0; count < EDITS; count += 1) {
      const { what, sql, position } = editOf(random);
      await owner.query('create temporary table kept as select * from looks.look');
      expect([what, (await owner.query(sql)).rowCount]).toEqual([what, 1]);
      const [first] = (await world.check()).findings;
      expect([what, first?.position]).toEqual([what, position]);
      await owner.query('delete from looks.look');
      await owner.query('insert into looks.look select * from kept');
      await owner.query('drop table kept');
    }
    expect((await world.check()).wrong).toBe(0);
    say(`looks: ${EDITS} edits by the owner, ${EDITS} found, the first bad look named in each`);
  });

  it('is found by the anchor when he cuts the end off, chain and all', async () => {
    const anchor = await world.chain().anchorAt();
    await world.owner.query('delete from looks.look where position > 100');
    await world.owner.query(`delete from chain.block where chain = 'looks' and last > 100`);
    expect((await world.check()).wrong).toBe(0);
    const entry = { ...anchor, at: '2024-01-01T00:00:00.000Z' } as AnchorEntry;
    expect((await world.check([entry])).findings).toMatchObject([{ fault: 'truncated', position: LOOKS, after: 100 }]);
  });
});

describe('records that are older than they are kept for', () => {
  let world: World;
  const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
  /** Looks of a day in the past, chained on that day. */
  const past = async (days: number, count: number): Promise<void> => {
    await world.owner.query('select looks.open_month($1)', [ago(days)]);
    for (let at = 0; at < count; at += 1) await world.looks.write(someLook());
    await world.owner.query(
      'update looks.look set at = $1::timestamptz where position > (select coalesce(max(last), 0) from chain.block)',
      [ago(days)],
    );
    await world.chain(ago(days)).anchorAt();
  };
  beforeEach(async () => (world = await chainedLooks()));
  afterEach(() => world.close());

  it('go by the job, and the chain holds without them', async () => {
    await past(400, 25);
    await past(1, 25);
    expect(await expireLooks(world.owner as never, { days: 180, who: 'os:root', address: 'console' })).toBe(25);
    const gone = await world.check();
    expect(gone).toMatchObject({
      wrong: 25,
      findings: expect.arrayContaining([{ ...{ fault: 'record-missing', position: 1, after: 0 }, detail: 'block 1' }]),
    });
    // Once the record of it is chained, it speaks for itself.
    await world.chain().anchorAt();
    expect(await world.check()).toMatchObject({ wrong: 0, records: 26, position: 51 });
  });

  it('cover nobody who takes out younger ones and says that they had expired', async () => {
    await past(400, 10);
    await past(100, 10);
    await world.owner.query('delete from looks.look where position <= 15');
    await world.looks.write(someLook({ purpose: 'expiry', object: 'through 15', name: 'os:root' }));
    await world.chain().anchorAt();
    const { wrong, findings } = await world.check();
    expect([wrong, findings[0]]).toMatchObject([5, { fault: 'record-missing', position: 11 }]);
  });
});
