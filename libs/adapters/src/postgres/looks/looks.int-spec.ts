import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { DAYS_KEPT } from '#application/looks/look.js';
import { looksContract } from '../../../../../test/contracts/looks.contract.js';
import { freshDatabase } from '../../../../../test/support/services.js';
import { someLook } from '../../../../../test/support/some-look.js';
import { openStorePool } from '../event-store/index.js';
import { migrate } from '../migrate.js';
import { expireLooks } from './expire.js';
import { PostgresLooks } from './looks.js';

const opened = async () => {
  const database = await freshDatabase();
  await migrate(database.url);
  const { pool, restricted } = await openStorePool(database.url, 8);
  const owner = new pg.Pool({ connectionString: database.url, max: 2 });
  const close = async () => {
    await pool.end();
    await owner.end();
    await database.drop();
  };
  return { looks: new PostgresLooks(pool), pool, restricted, owner, close };
};

describe('records of looking in PostgreSQL', () => {
  looksContract(opened);

  describe('keep to themselves', () => {
    let world: Awaited<ReturnType<typeof opened>>;
    beforeAll(async () => {
      world = await opened();
      await world.looks.write(someLook({ subjects: [randomUUID()] }));
    });
    afterAll(() => world.close());
    const months = async () => {
      const { rows } = await world.owner.query<{ name: string }>(
        `select relname as name from pg_class where relname like 'look\\_2_____' and relnamespace = 'looks'::regnamespace`,
      );
      return rows.map(({ name }) => name).sort();
    };

    it('nobody but the one function writes, and nobody changes what was written: the role of the application', async () => {
      expect(world.restricted).toBe(true);
      const [month] = await months();
      for (const statement of [
        'insert into looks.look select * from looks.look',
        `update looks.look set name = 'another'`,
        'delete from looks.look',
        'truncate looks.look',
        `delete from looks.${month}`,
        `insert into looks.${month} select * from looks.look`,
        'update looks.last_position set position = 0',
        `select looks.open_month(now())`,
        `select looks.expire(400, 'x', 'y')`,
        `drop table looks.${month}`,
        'alter table looks.look disable trigger append_only',
      ])
        await expect(world.pool.query(statement)).rejects.toMatchObject({ code: '42501' });
    });

    it('nor does their owner, of the whole or of a month', async () => {
      const [month] = await months();
      for (const table of ['look', month])
        for (const statement of [
          `update looks.${table} set name = 'x'`,
          `delete from looks.${table}`,
          `truncate looks.${table}`,
        ])
          await expect(world.owner.query(statement)).rejects.toThrow('append-only');
    });

    it('many write at once: every place is taken once, in the order of their commits', async () => {
      await Promise.all(Array.from({ length: 40 }, (_, at) => world.looks.write(someLook({ object: `o${at}` }))));
      const { rows } = await world.owner.query<{ whole: boolean }>(
        'select count(*) = max(position) and count(distinct position) = count(*) as whole from looks.look',
      );
      expect(rows).toEqual([{ whole: true }]);
    });

    it('a look of which the work fails is not written, and what cannot be written fails the work', async () => {
      const before = await world.looks.find({ limit: 500 });
      await expect(
        world.looks.whileRecording(async (_, write) => {
          await write(someLook());
          throw new Error('the reading failed');
        }),
      ).rejects.toThrow('the reading failed');
      expect(await world.looks.find({ limit: 500 })).toEqual(before);
      await expect(world.looks.write(someLook({ name: null as never }))).rejects.toMatchObject({
        rejection: { code: 'look-not-recorded' },
      });
    });

    it('are kept for 180 days at least: fewer are refused, and older months go whole, on record', async () => {
      const { owner, looks } = world;
      for (const days of [0, 179, null])
        await expect(expireLooks(owner, { days: days as number, who: 'os:root', address: 'console' })).rejects.toThrow(
          '180 days at least',
        );
      const old = `now() - interval '230 days'`;
      await owner.query(`select looks.open_month(${old})`);
      await owner.query(`insert into looks.look select position + 1000000, ${old}, name, user_id, roles, offices, address,
        request_id, purpose, route, object, reason, subjects, minors, bureaus from looks.look limit 3`);
      const kept = (await months()).length;
      expect(await expireLooks(owner, { days: 300, who: 'os:root', address: 'console' })).toBeUndefined();
      expect(await months()).toHaveLength(kept);
      expect(await expireLooks(owner, { days: 180, who: 'os:root', address: 'console' })).toBe(1_000_003);
      expect(await months()).toHaveLength(kept - 1);
      const [last] = await looks.find({ limit: 1 });
      expect(last).toMatchObject({ purpose: 'expiry', name: 'os:root', object: 'through 1000003', reason: '180 days' });
    });

    it('go by the calendar after three years, by the login of the application, which can ask for no other time', async () => {
      const { owner, looks } = world;
      for (const [days, offset] of [
        [DAYS_KEPT - 40, 2_000_000],
        [DAYS_KEPT + 32, 3_000_000],
      ] as const) {
        const then = `now() - interval '${days} days'`;
        await owner.query(`select looks.open_month(${then})`);
        await owner.query(`insert into looks.look select position + ${offset}, ${then}, name, user_id, roles, offices, address,
          request_id, purpose, route, object, reason, subjects, minors, bureaus from looks.look order by position limit 1`);
      }
      const kept = (await months()).length;
      expect(await looks.expire()).toBe(3_000_001);
      expect(await months()).toHaveLength(kept - 1);
      expect(await looks.expire()).toBeUndefined();
      const [last] = await looks.find({ limit: 1, purpose: 'expiry' });
      expect(last).toMatchObject({ name: 'taizhang', address: 'calendar', reason: `${DAYS_KEPT} days` });
    });
  });
});
