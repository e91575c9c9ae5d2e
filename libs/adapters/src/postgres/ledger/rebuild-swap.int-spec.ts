import { setTimeout as sleep } from 'node:timers/promises';
import type { ProjectionStore } from '#application/ports/ledger.js';
import { LEDGER_VIEW } from '#application/run-view.js';
import type { RecordedEvent } from '#kernel/event.js';
import { uuidV5 } from '#kernel/ids.js';
import { notaryLog } from '../../../../../test/support/notary-log.js';
import { RebuildWorld } from '../../../../../test/support/rebuild-world.js';
import { PostgresProjectionStore } from './projection-store.js';
import { rebuild } from './rebuild.js';
import { readSnapshot } from './snapshot.js';

const READING = { bureau: '430922', offices: Array.from({ length: 5 }, (_, at) => `430922-${at}`) };
const TERM = { measure: 'notary.fees', mode: 'flow', from: '2023-01-01', to: '2023-12-31' } as const;

describe('a rebuild beside readers and a projector', () => {
  let world: RebuildWorld;
  beforeAll(async () => (world = await RebuildWorld.open()));
  afterAll(() => world.close());

  it('is noticed by no reader', async () => {
    const [value] = await world.ledger.sums(READING, [TERM]);
    const first = await world.ledger.evidence(READING, TERM, { limit: 500 });
    let reads = 0;
    let over = false;
    const reader = async (): Promise<void> => {
      while (!over) {
        expect(await world.ledger.sums(READING, [TERM])).toEqual([value]);
        expect((await world.ledger.sums({ ...READING, asOf: world.log.length }, [TERM]))[0]).toBe(value);
        expect(await world.ledger.evidence(READING, TERM, { limit: 500 })).toEqual(first);
        reads += 1;
      }
    };
    const rebuilds = async (): Promise<void> => {
      for (let round = 0; round < 4; round += 1) await rebuild(world.pool, world.task());
    };
    const ended = await Promise.allSettled([reader(), reader(), reader(), rebuilds().finally(() => (over = true))]);
    expect(ended.filter(({ status }) => status === 'rejected')).toEqual([]);
    expect(reads).toBeGreaterThan(10);
    expect(await world.schemas()).toEqual(['ledger', `ledger_g${await world.generation()}`]);
  });

  it('takes in what is recorded and projected meanwhile, and projecting goes on after it', async () => {
    const more = notaryLog(260).slice(0, 1200);
    const fresh = more
      .filter((event) => !world.log.some(({ eventId }) => eventId === event.eventId))
      .map((event, at) => ({ ...event, position: world.log.length + 1 + at }));
    expect(fresh.length).toBeGreaterThan(60);
    const live = world.projector();
    const half = Math.floor(fresh.length / 2);
    let arrived = false;
    const arrive = async (events: RecordedEvent[]): Promise<void> => {
      await world.record(events);
      await live.catchUp();
    };
    const projected: Promise<void>[] = [];
    const report = await rebuild(
      world.pool,
      world.task({
        onProgress: () => {
          if (!arrived) projected.push(arrive(fresh.slice(0, half)));
          arrived = true;
        },
      }),
    );
    await Promise.all(projected);
    expect(report.position).toBe(world.log.length);
    await arrive(fresh.slice(half));
    expect(await new PostgresProjectionStore(world.pool).checkpoint(LEDGER_VIEW)).toBe(world.log.length);
    const running = await world.contents();
    await rebuild(world.pool, world.task());
    expect(await world.contents()).toEqual(running);
  });

  it('is read again from the new rows when the old ones go away under a reading', async () => {
    const tried: number[] = [];
    const value = await readSnapshot(world.pool, async ({ generation, schema, rows }) => {
      tried.push(generation);
      if (tried.length === 1) await rebuild(world.pool, world.task());
      return (await rows<{ count: string }>(`select count(*) from ${schema}.posting`))[0]?.count;
    });
    expect(tried).toEqual([tried[0], await world.generation()]);
    expect(Number(value)).toBe((await world.contents())['entry']?.length);
  });

  describe('at the moment of the swap', () => {
    /** One more event, written to the log. */
    const recordOne = async (): Promise<void> => {
      const event = { ...notaryLog(1)[0], position: world.log.length + 1 } as RecordedEvent;
      const fresh = { ...event, ...idsOf(world.log.length), version: 1 };
      await world.record([fresh]);
    };
    const idsOf = (at: number): Pick<RecordedEvent, 'streamId' | 'eventId' | 'commandId'> => ({
      streamId: uuidV5('swap', 'stream', String(at)),
      eventId: uuidV5('swap', 'event', String(at)),
      commandId: uuidV5('swap', 'command', String(at)),
    });

    it('takes in what was projected since it last caught up', async () => {
      let calls = 0;
      const catchUp = async (projections: ProjectionStore): Promise<void> => {
        await world.projector(undefined, projections).catchUp();
        calls += 1;
        if (calls > 1) return;
        await recordOne();
        await world.projector().catchUp();
      };
      await rebuild(world.pool, world.task({ catchUp }));
      expect(calls).toBe(2);
      expect(await new PostgresProjectionStore(world.pool).checkpoint(LEDGER_VIEW)).toBe(world.log.length);
    });

    it('makes a projector wait, and then go on with the new rows', async () => {
      let calls = 0;
      let projecting: Promise<unknown> | undefined;
      const catchUp = async (projections: ProjectionStore): Promise<void> => {
        await world.projector(undefined, projections).catchUp();
        calls += 1;
        if (calls === 1) return;
        await recordOne();
        // Without the wait it would write the old rows now, and be lost with them.
        projecting = world.projector().catchUp();
        const done = await Promise.race([projecting.then(() => true), sleep(300, false)]);
        expect(done).toBe(false);
      };
      await rebuild(world.pool, world.task({ catchUp }));
      await projecting;
      expect(await new PostgresProjectionStore(world.pool).checkpoint(LEDGER_VIEW)).toBe(world.log.length);
      const running = await world.contents();
      await rebuild(world.pool, world.task());
      expect(await world.contents()).toEqual(running);
    });
  });
});
