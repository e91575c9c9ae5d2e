import pg from 'pg';
import { RebuildWorld } from '../../../../../test/support/rebuild-world.js';
import { type Snapshot, readSnapshot } from './snapshot.js';

describe('one state of the ledger', () => {
  let world: RebuildWorld;
  let pool: pg.Pool;
  beforeAll(async () => (world = await RebuildWorld.open()));
  afterAll(() => world.close());
  beforeEach(() => {
    pool = new pg.Pool({ connectionString: world.pool.options.connectionString, max: 2 });
    // The database goes away while connections are still on their way out.
    pool.on('error', () => undefined);
  });
  afterEach(() => pool.end());

  /** Lets connections come into being, and go back. */
  const warm = async (count: number): Promise<void> => {
    const lent = await Promise.all(Array.from({ length: count }, () => pool.connect()));
    for (const client of lent) client.release();
  };
  const sessionAnd = async ({ rows }: Snapshot): Promise<{ session: number; said: number }> => {
    const [row] = await rows<{ session: number; said: string }>(
      'select pg_backend_pid() as session, (select count(*) from snapshot_test) as said',
    );
    return { session: Number(row?.session), said: Number(row?.said) };
  };
  beforeEach(() => world.pool.query('drop table if exists snapshot_test; create table snapshot_test (said text)'));

  it('is read on two connections at once, neither of which sees what was written since', async () => {
    await warm(2);
    const [one, other] = await readSnapshot(pool, async (snapshot) => {
      await sessionAnd(snapshot);
      await world.pool.query("insert into snapshot_test values ('later')");
      return snapshot.both(sessionAnd, sessionAnd);
    });
    expect([one.said, other.said]).toEqual([0, 0]);
    expect(one.session).not.toBe(other.session);
    expect(pool.idleCount).toBe(2);
  });

  it('is read on one connection where no other is free', async () => {
    await warm(1);
    const [one, other] = await readSnapshot(pool, (snapshot) => snapshot.both(sessionAnd, sessionAnd));
    expect(one).toEqual(other);
  });

  it('holds nobody up who waits for a connection', async () => {
    await warm(2);
    const reads = Array.from({ length: 20 }, () =>
      readSnapshot(pool, (snapshot) => snapshot.both(sessionAnd, sessionAnd)),
    );
    expect(await Promise.all(reads)).toHaveLength(20);
  });

  it.each(['one', 'other'])('gives both connections back when %s fails', async (which) => {
    await warm(2);
    const fails = ({ rows }: Snapshot) => rows('select 1 / 0');
    const slow = ({ rows }: Snapshot) => rows('select pg_sleep(0.2)');
    const read = readSnapshot(pool, (snapshot) =>
      which === 'one' ? snapshot.both(fails, slow) : snapshot.both(slow, fails),
    );
    await expect(read).rejects.toThrow('division by zero');
    expect([pool.totalCount, pool.idleCount]).toEqual([2, 2]);
    await expect(readSnapshot(pool, sessionAnd)).resolves.toMatchObject({ said: 0 });
  });
});
