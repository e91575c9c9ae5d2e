import { setTimeout as pause } from 'node:timers/promises';
import { Seeded } from '../simulation/seeded.js';
import { BackupWorld, eventsUpTo, faultsOf, figuresAt } from './backup-world.js';

jest.setTimeout(1_200_000);

/** Random times to restore to: all twenty in the long form. */
const TIMES = process.env['SECURITY'] === 'long' ? 20 : 3;

describe('backup and restore under four writers', () => {
  let world: BackupWorld;
  beforeAll(async () => {
    world = await BackupWorld.open();
  });
  afterAll(() => world?.close());

  it(`gives the folded truth at each of ${TIMES} random times, with every acknowledged event up to it`, async () => {
    world.startWriters();
    await pause(300);
    const manifest = await world.backUp();
    const from = Date.parse(manifest.finishedAt) + 1;
    await pause(3000);
    await world.stopWriters();
    const to = Date.now();
    await pause(20);
    await world.record('after', new Seeded(9));
    await world.archiveAll();
    await world.platform.projector.catchUp();

    const { pool } = world.platform;
    const log = await eventsUpTo(pool, Number.MAX_SAFE_INTEGER);
    const { rows: recorded } = await pool.query<{ position: string; at: string }>(
      'select position, extract(epoch from recorded_at) * 1000 as at from es.event order by position',
    );
    const random = new Seeded(20);
    let [lost, beyond, different, events] = [0, 0, 0, 0];
    for (let time = 0; time < TIMES; time += 1) {
      const at = from + random.below(to - from);
      const restored = await world.restore({ kind: 'time', at: new Date(at).toISOString() });
      const live = await figuresAt(world.platform, restored.head);
      await world.within(restored.into, async (platform) => {
        const kept = await eventsUpTo(platform.pool, Number.MAX_SAFE_INTEGER);
        expect(kept).toEqual(log.slice(0, kept.length));
        expect(await figuresAt(platform, restored.head)).toEqual(live);
        expect(restored).toMatchObject({ events: kept.length, base: manifest.id });
        different += await faultsOf(platform);
        events += kept.length;
      });
      // Acknowledged before the moment: must be in. Recorded after it: must not be.
      lost += world.acknowledged.filter((one) => one.at < at && one.position > restored.head).length;
      beyond += recorded.filter((one) => Number(one.position) <= restored.head && Number(one.at) > at).length;
    }
    process.stdout.write(
      `restore: ${TIMES} random times under 4 writers, ${world.acknowledged.length} acknowledged, ${events} events restored: ${lost} lost, ${beyond} beyond, ${different} figures differ\n`,
    );
    expect([lost, beyond, different]).toEqual([0, 0, 0]);
    expect(events).toBeGreaterThan(TIMES * 10);
  });

  it('brings everything back to just before it was deleted, by position', async () => {
    const { pool } = world.platform;
    const head = await world.platform.feed.head();
    const before = await eventsUpTo(pool, head);
    await pool.query(
      `set session_replication_role = 'replica'; delete from es.event; set session_replication_role = 'origin'`,
    );
    expect(await eventsUpTo(pool, head)).toEqual([]);
    await world.archiveAll();
    const restored = await world.restore({ kind: 'position', position: head });
    await world.within(restored.into, async (platform) => {
      expect(await eventsUpTo(platform.pool, head)).toEqual(before);
      expect(await faultsOf(platform)).toBe(0);
    });
  });
});
