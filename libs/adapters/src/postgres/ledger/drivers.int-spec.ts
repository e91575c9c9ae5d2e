import {
  DrivenByTopics,
  type PartitionStand,
  type ProjectionBatch,
  StaleCheckpoint,
} from '#application/ports/ledger.js';
import { type Lease, LeaseLost } from '#application/ports/relay.js';
import { posting, stream } from '../../../../../test/contracts/ledger-world.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { PostgresLeases } from '../topics/leases.js';
import { PostgresRelayProgress } from '../topics/relay-progress.js';
import { PostgresLedger } from './postgres-ledger.js';
import { PostgresProjectionStore } from './projection-store.js';

const VIEW = 'ledger';
const BUREAU = '430922';
const [ONE, TWO] = ['t.test.v1/0', 't.test.v1/1'] as const;
const end = (partition: number, position: number, nextOffset: number) => ({
  topic: 't.test.v1',
  partition,
  position,
  nextOffset,
});

describe('a view that is fed from partitions of topics', () => {
  let database: LedgerDatabase;
  let store: PostgresProjectionStore;
  let ledger: PostgresLedger;
  let progress: PostgresRelayProgress;
  let lease: Lease;
  beforeEach(async () => {
    database = await ledgerDatabase();
    store = new PostgresProjectionStore(database.pool);
    ledger = new PostgresLedger(database.pool);
    progress = new PostgresRelayProgress(database.pool);
    lease = (await new PostgresLeases(database.pool).take('relay', 'a', 60_000)) as Lease;
    await database.record(20);
  });
  afterEach(() => database.close());

  const batch = (more: Partial<ProjectionBatch>, posted?: number): ProjectionBatch => ({
    view: VIEW,
    after: 0,
    position: 0,
    streams: [],
    postings: posted === undefined ? [] : [posting(BUREAU, { position: posted, streamId: stream(String(posted)) })],
    registers: new Map(),
    duties: new Map(),
    ...more,
  });
  const from = (name: string, stand: PartitionStand, position: number, nextOffset: number): ProjectionBatch =>
    batch({ partition: { name, from: stand, nextOffset }, after: stand.position, position }, position);
  const standIn = async (name: string): Promise<PartitionStand> => (await store.stand(VIEW, name)) as PartitionStand;
  const count = async (asOf?: number): Promise<string | undefined> => {
    const reading = { bureau: BUREAU, offices: ['A'], ...(asOf === undefined ? {} : { asOf }) };
    const [sum] = await ledger.sums(reading, [
      { measure: 'test.received', mode: 'flow', from: '2023-01-01', to: '2023-12-31' },
    ]);
    return sum;
  };
  const position = async (): Promise<number> => (await ledger.watermark()).position;

  it('begins where it stood when it was fed from the log, and goes back to where all partitions stand', async () => {
    await store.apply(batch({ position: 8 }, 8));
    expect(await store.stands(VIEW)).toEqual([]);
    await store.feedFromTopics(VIEW, [TWO, ONE]);
    expect((await store.stands(VIEW)).map(({ partition, position: at }) => [partition, at])).toEqual([
      [ONE, 8],
      [TWO, 8],
    ]);
    expect(await position()).toBe(8);
    expect(await standIn(ONE)).toEqual({ position: 8, nextOffset: 0, life: 1 });
    await expect(store.checkpoint(VIEW)).rejects.toThrow(DrivenByTopics);
    await expect(store.apply(batch({ after: 8, position: 9 }, 9))).rejects.toThrow(DrivenByTopics);
    await store.apply(from(ONE, await standIn(ONE), 12, 3));
    await store.feedFromLog(VIEW);
    expect(await store.checkpoint(VIEW)).toBe(8);
    expect(await store.stand(VIEW, ONE)).toBeUndefined();
    await expect(store.apply(from(ONE, { position: 12, nextOffset: 3, life: 1 }, 13, 4))).rejects.toThrow(
      DrivenByTopics,
    );
  });

  it.each([
    ['position', { position: 1 }],
    ['offset', { nextOffset: 1 }],
    ['life', { life: 2 }],
  ])('refuses a batch that rests on another %s, and writes nothing of it', async (_, other) => {
    await store.feedFromTopics(VIEW, [ONE]);
    const stale = { ...(await standIn(ONE)), ...other };
    await expect(store.apply(from(ONE, stale, 5, 5))).rejects.toThrow(StaleCheckpoint);
    expect(await count(20)).toBe('0');
    expect(await standIn(ONE)).toEqual({ position: 0, nextOffset: 0, life: 1 });
  });

  it('lets one of two projectors win', async () => {
    await store.feedFromTopics(VIEW, [ONE]);
    const stand = await standIn(ONE);
    const both = await Promise.allSettled([store.apply(from(ONE, stand, 5, 5)), store.apply(from(ONE, stand, 5, 5))]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await count(20)).toBe('1');
  });

  it('tells figures as of where every partition is, and cuts off those that are ahead', async () => {
    await store.feedFromTopics(VIEW, [ONE, TWO]);
    await progress.advance(lease, 10, [end(0, 4, 1), end(1, 10, 1)]);
    await store.apply(from(TWO, await standIn(TWO), 10, 1));
    // The first partition has not been read to its event at 4.
    expect(await position()).toBe(0);
    expect(await count()).toBe('0');
    await store.apply(from(ONE, await standIn(ONE), 4, 1));
    // It holds nothing more up to where the relay stands.
    expect(await position()).toBe(10);
    expect(await count()).toBe('2');
    expect(await count(4)).toBe('1');
    // An event for it is published: what was known stays known.
    await progress.advance(lease, 15, [end(0, 15, 2)]);
    expect(await position()).toBe(10);
  });

  it('never goes back when the topics begin a new life', async () => {
    await store.feedFromTopics(VIEW, [ONE, TWO]);
    await progress.advance(lease, 10, [end(0, 10, 1)]);
    await store.apply(from(ONE, await standIn(ONE), 10, 1));
    expect(await position()).toBe(10);
    await store.askForNewLife(1);
    expect((await progress.stand()).asked).toBe(true);
    expect(await progress.startAgain(lease)).toBe(2);
    expect(await progress.stand()).toMatchObject({ position: 0, life: 2, asked: false, ends: [] });
    expect(await position()).toBe(10);
    await store.turnTo(VIEW, ONE, await standIn(ONE), { nextOffset: 0, life: 2 });
    await progress.advance(lease, 3, [end(0, 3, 1)]);
    expect(await position()).toBe(10);
    await store.askForNewLife(1);
    expect((await progress.stand()).asked).toBe(false);
  });

  it('listens to whoever holds the lease, and to nobody else', async () => {
    const leases = new PostgresLeases(database.pool);
    expect(await leases.take('relay', 'b', 60_000)).toBeUndefined();
    await leases.release(lease);
    const next = (await leases.take('relay', 'b', 60_000)) as Lease;
    expect(next.epoch).toBeGreaterThan(lease.epoch);
    await expect(progress.advance(lease, 5, [])).rejects.toThrow(LeaseLost);
    await expect(progress.startAgain(lease)).rejects.toThrow(LeaseLost);
    await expect(leases.renew(lease, 1000)).rejects.toThrow(LeaseLost);
    expect(await progress.stand()).toMatchObject({ position: 0, life: 1 });
    await progress.advance(next, 5, []);
    expect((await progress.stand()).position).toBe(5);
  });

  it('says when what was published came from another log', async () => {
    expect((await progress.stand()).sameLog).toBe(true);
    await database.pool.query('update es.log set log_id = gen_random_uuid()');
    expect((await progress.stand()).sameLog).toBe(false);
  });
});
