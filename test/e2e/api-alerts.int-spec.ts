import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { schedulerRole } from '#adapters/worker/scheduler-role.js';
import { AlertRun } from '#application/alerts/run-alerts.js';
import { dateInShanghai } from '#kernel/dates.js';
import { performance } from '#lines/performance/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, OTHER_BUREAU, matter } from './api-world.js';

let world: ApiWorld;
const sheet = randomUUID();
const common = { level1: '产出指标', level2: '数量指标' };
const targets = {
  ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'department', subjectCode: BUREAU, subjectName: '司法局' },
  ...{ frame: 'national-2020', form: 'department-targets', budget: '100000.00' },
  rows: [
    {
      ...{ row: 'accepted', level3: '受理', operator: 'at-least', target: '12', unit: '件', weight: '90' },
      ...{ targetText: '≥12件', indicatorCode: 'NT-01', ...common },
    },
  ],
};

/** The daily look as a process makes it, at an instant of ours; a process that was just started. */
const runAt = (at: string): AlertRun => {
  const now = new Date(at);
  const clock = { now: () => ({ now: now.toISOString(), today: dateInShanghai(now) }) };
  return new AlertRun({ ...world.platform, clock });
};
const look = async (at: string, runs = [runAt(at)]): Promise<void> => {
  await world.platform.projector.catchUp();
  await Promise.all(
    runs.map(async (run) => {
      for (let step = await run.step(); step !== undefined; step = await run.step())
        if (step.failure !== undefined) throw new Error(step.failure);
    }),
  );
};
const alerts = async (query = '', asked: Asked = {}) =>
  (await world.call('GET', `/v1/alerts?bureau=${BUREAU}&${query}`, asked)).body;
const spells = async () =>
  (await alerts('kind=pace&state=all')).alerts.map((alert: Record<string, unknown>) => [
    alert['episode'],
    alert['openedOn'],
    alert['endedOn'],
  ]);
const accept = async (name: string, acceptedOn: string) =>
  expect((await world.command('accept-matter', randomUUID(), matter(name, { acceptedOn }))).status).toBe(201);

beforeAll(async () => {
  world = await ApiWorld.open([notary, performance]);
  const set = await world.call('POST', `/v1/performance/sheet/${sheet}/set-targets`, {
    body: { office: BUREAU, data: targets },
    headers: { 'idempotency-key': randomUUID() },
  });
  expect(set.status).toBe(201);
  for (const name of ['a', 'b', 'c', 'd']) await accept(name, '2023-05-05');
});
afterAll(() => world.close());

it('midnight is that of the office: on 30 June of Shanghai the month is not over, on 1 July it is', async () => {
  await look('2023-06-30T15:59:00.000Z');
  expect(await spells()).toEqual([]);
  await look('2023-06-30T16:00:00.000Z');
  expect(await spells()).toEqual([[1, '2023-07-01', null]]);
});

it('opens to the records behind it, as they stood', async () => {
  const [alert] = (await alerts('kind=pace')).alerts;
  expect(alert).toMatchObject({ kindTitle: '进度滞后', state: 'open', case: `/v1/performance/sheet/${sheet}` });
  const opened = await world.call('GET', alert.evidenceAt);
  expect([opened.status, opened.body.rows.length, opened.body.terms[0].total]).toEqual([200, 4, alert.evidence.value]);
  expect((await world.call('GET', alert.case)).status).toBe(200);
});

it('is told once by several schedulers at once, again and again, and after days without any', async () => {
  const told = await alerts('state=all');
  for (const at of ['2023-07-01T09:00:00.000Z', '2023-07-05T09:00:00.000Z', '2023-07-29T09:00:00.000Z'])
    await look(at, [runAt(at), runAt(at), runAt(at)]);
  const { alerts: now } = await alerts('state=all');
  expect(now.filter(({ kind }: { kind: string }) => kind === 'pace')).toEqual(
    told.alerts.filter(({ kind }: { kind: string }) => kind === 'pace'),
  );
  const keys = now.map((alert: Record<string, unknown>) => JSON.stringify([alert['streamId'], alert['evidence']]));
  expect(new Set(keys).size).toBe(keys.length);
});

it('ends with the pace regained, and is told anew when it is lost', async () => {
  await accept('e', '2023-06-15');
  await look('2023-07-30T09:00:00.000Z');
  expect(await spells()).toEqual([[1, '2023-07-01', '2023-07-30']]);
  const lost = '2023-10-09T09:00:00.000Z';
  await look(lost, [runAt(lost), runAt(lost)]);
  expect(await spells()).toEqual([
    [2, '2023-10-09', null],
    [1, '2023-07-01', '2023-07-30'],
  ]);
});

it('shows each caller what his offices have, page by page', async () => {
  const all = await alerts('state=all&limit=500');
  expect(all.alerts.length).toBeGreaterThan(5);
  const mine = await alerts('state=all&limit=500', { as: 'clerk' });
  expect(new Set(mine.alerts.map(({ office }: { office: string }) => office))).toEqual(new Set([OFFICE]));
  const ids: number[] = [];
  for (let next: number | undefined, at = 0; at === 0 || next !== undefined; at += 1) {
    const page = await alerts(`state=all&limit=2${next === undefined ? '' : `&before=${next}`}`);
    ids.push(...page.alerts.map(({ id }: { id: number }) => id));
    next = page.next;
  }
  expect(ids).toEqual(all.alerts.map(({ id }: { id: number }) => id));
  expect((await world.call('GET', `/v1/alerts?bureau=${BUREAU}`, { as: 'stranger' })).status).toBe(404);
  const elsewhere = await world.call('GET', `/v1/alerts?bureau=${OTHER_BUREAU}`, { as: 'stranger' });
  expect(elsewhere.body.alerts).toEqual([]);
  expect((await world.call('GET', `/v1/alerts?bureau=${BUREAU}&state=none`)).status).toBe(400);
});

it('is what the scheduler does by itself, by the clock of the day', async () => {
  const { today } = world.platform.clock.now();
  const logged: string[] = [];
  const role = schedulerRole(world.platform, { log: (_level, message) => logged.push(message), every: 50 });
  role.start();
  try {
    for (let tried = 0; tried < 100 && !(await world.platform.alerts.lookedAt(today)).has(BUREAU); tried += 1) await pause(100); // prettier-ignore
  } finally {
    await role.stop();
  }
  expect(logged).toContain('alerts of the day');
  expect(await spells()).toEqual([
    [2, '2023-10-09', today],
    [1, '2023-07-01', '2023-07-30'],
  ]);
});
