import { lines } from '#lines/index.js';
import { dateInShanghai } from '#kernel/dates.js';
import { type LiveWork, startWork } from '../../apps/cli/src/live-work.js';
import { ApiWorld } from './api-world.js';
import { EventSource } from './event-source.js';

jest.setTimeout(120_000);

/** Commands the work is watched for. */
const SOME = 150;

let world: ApiWorld;
let work: LiveWork | undefined;
const faults: unknown[] = [];
const start = (): Promise<LiveWork> =>
  startWork(world.platform, { pace: 6_000, seed: '1', onFault: (error) => faults.push(error) });

beforeAll(async () => {
  world = await ApiWorld.open(lines, { live: { every: 50, beat: 200, remember: 50 } });
  await world.app.listen(0, '127.0.0.1');
  world.platform.projector.start((error) => world.logged.push(String(error)));
}, 120_000);
afterAll(async () => {
  await work?.stop();
  await world.close();
});

interface Change {
  readonly measure: string;
  readonly office: string;
  readonly month: string;
}
/** What is recorded under a day by clerks. */
const entered = async () =>
  (
    await world.platform.pool.query<{ line: string; bureau: string; day: string; id: string }>(
      `select split_part(type, '.', 1) as line, bureau, occurred_on::text as day, event_id as id from es.event where source = 'MANUAL'`,
    )
  ).rows;

it('the demo at work: five bureaus record the work of today, and the figures of the month move as one watches', async () => {
  const today = dateInShanghai(new Date());
  const source = await EventSource.open(`${await world.app.getUrl()}/v1/live`, world.tokenOf('everyPost'));
  work = await start();
  const { done } = work;
  const moved = (): readonly Change[] =>
    source.messages
      .flatMap(({ data }) => (data.changes ?? []) as readonly Change[])
      .filter(({ month }) => month === today.slice(0, 7));
  await source.until(() => done.recorded >= SOME, 90_000);
  await source.until(() => new Set(moved().map(({ office }) => office.slice(0, 6))).size >= 5, 10_000);
  expect(new Set(moved().map(({ measure }) => measure.split('.')[0])).size).toBeGreaterThanOrEqual(6);
  await source.close();
  // Where a day has begun while it was at work, both are days of work.
  const rows = await entered();
  expect(rows.filter(({ day }) => day !== today && day !== dateInShanghai(new Date()))).toEqual([]);
  expect(new Set(rows.map(({ bureau }) => bureau)).size).toBe(5);
  expect(new Set(rows.map(({ line }) => line)).size).toBeGreaterThanOrEqual(9);
  // What a year of its own allowed may not be allowed a second time: a project has one budget a year.
  expect(done.refused).toBeLessThanOrEqual(done.recorded / 10);
  expect(faults).toEqual([]);
});

it('ends with the command under way, and goes on where it stopped', async () => {
  await work?.stop();
  const before = await entered();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await entered()).toHaveLength(before.length);
  work = await start();
  const { done } = work;
  while (done.recorded < 10) await new Promise((resolve) => setTimeout(resolve, 20));
  await work.stop();
  expect(await entered()).toHaveLength(before.length + done.recorded);
  expect(faults).toEqual([]);
});
