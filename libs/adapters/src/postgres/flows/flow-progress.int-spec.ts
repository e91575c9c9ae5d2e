import { uuidV5 } from '#kernel/ids.js';
import { type LedgerDatabase, ledgerDatabase } from '../../../../../test/support/ledger-database.js';
import { PostgresFlowProgress } from './flow-progress.js';
import { sqlOf } from '../sql-folder.js';

let database: LedgerDatabase;
let progress: PostgresFlowProgress;
beforeEach(async () => {
  database = await ledgerDatabase();
  for (const sql of sqlOf('flows')) await database.pool.query(sql);
  progress = new PostgresFlowProgress(database.pool);
});
afterEach(() => database.close());

const refused = (position: number) => ({
  flow: 'when-a-then-b',
  eventId: uuidV5('event', String(position)),
  position,
  command: 'test.Do',
  streamId: uuidV5('stream'),
  code: 'illegal-step',
});

it('begins at the head of the log, and stays where it was moved to', async () => {
  await database.record(5);
  expect(await progress.stand()).toBeUndefined();
  expect(await progress.position()).toBe(5);
  expect(await progress.stand()).toBe(5);
  await database.record(3);
  expect(await progress.position()).toBe(5);
  await progress.moveTo(8, []);
  expect(await new PostgresFlowProgress(database.pool).position()).toBe(8);
});

it('remembers what was refused, once, newest first', async () => {
  await database.record(3);
  await progress.position();
  await progress.moveTo(2, [refused(1), refused(2)]);
  await progress.moveTo(3, [refused(2), refused(3)]);
  expect((await progress.refused(2)).map(({ position }) => position)).toEqual([3, 2]);
  expect(await progress.refused(10)).toEqual([refused(3), refused(2), refused(1)]);
});

it('begins at the head of another log', async () => {
  await database.record(4);
  await progress.position();
  await database.pool.query('update es.log set log_id = gen_random_uuid()');
  await database.record(2);
  expect(await progress.position()).toBe(6);
  await progress.moveTo(6, []);
  expect(await progress.position()).toBe(6);
});
