import { MemoryAlerts } from '#adapters/memory/alerts.js';
import { addDays } from '#kernel/dates.js';
import { performance } from '#lines/performance/index.js';
import { notary } from '../../../../test/support/notary.js';
import { accept } from '../../../../test/support/sealing-world.js';
import { BUREAU, OFFICES, World } from '../../../../test/support/world.js';
import type { Alert, AlertKind } from '../ports/alerts.js';
import { AlertRun, type AlertRunPorts } from './run-alerts.js';

const common = { level1: '产出指标', level2: '数量指标' };
const rows = [
  {
    ...{ row: 'accepted', level3: '受理公证事项', operator: 'at-least', target: '12', unit: '件', weight: '60' },
    ...{ targetText: '≥12件', indicatorCode: 'NT-01', ...common },
  },
  { row: 'order', level3: '秩序良好', targetText: '达标', weight: '30', ...common },
];

const opened = async (more: Partial<AlertRunPorts> = {}) => {
  const world = new World([notary, performance]);
  const alerts = new MemoryAlerts();
  const ports: AlertRunPorts = {
    ...world,
    calendar: () => world.calendar(),
    definitions: { refresh: async () => undefined },
    alerts,
    ...more,
  };
  const data = {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'department', subjectCode: BUREAU, subjectName: '司法局' },
    ...{ frame: 'national-2020', form: 'department-targets', budget: '100000.00', rows },
  };
  world.now = new Date('2024-03-01T10:00:00+08:00');
  await world.send('performance.SetTargets', 'sheet', data, { office: BUREAU });
  const run = new AlertRun(ports);
  /** Stands on a day, at breakfast, and does what there is to do. */
  const on = async (day: string, by = run) => {
    await world.projector.catchUp();
    world.now = new Date(`${day}T08:00:00+08:00`);
    const found = { opened: 0, ended: 0 };
    for (let step = await by.step(); step !== undefined && step.failure === undefined; step = await by.step()) {
      found.opened += step.opened;
      found.ended += step.ended;
    }
    return found;
  };
  const acceptAll = async (count: number, day: string, from = 0) => {
    world.now = new Date('2024-03-01T10:00:00+08:00');
    for (let at = 0; at < count; at += 1) await accept(world, `m${from + at}`, day);
  };
  const told = (kind: AlertKind): Promise<readonly Alert[]> =>
    alerts.list({ bureau: BUREAU, offices: [BUREAU, ...OFFICES], state: 'all', kind, limit: 100 });
  return { world, ports, run, on, acceptAll, told };
};

const spells = (alerts: readonly Alert[]) =>
  alerts.map(({ episode, openedOn, endedOn }) => [episode, openedOn, endedOn]);

describe('a target behind its pace', () => {
  it('is told once, with what it rests on', async () => {
    const { on, acceptAll, told, ports, world } = await opened();
    await acceptAll(4, '2023-05-05');
    // Five months over: 33.33 − 41.67 is within ten points. On the evening of 30 June it is not.
    await on('2023-06-30');
    expect(await told('pace')).toEqual([]);
    await on('2023-07-01');
    const [alert, ...more] = await told('pace');
    expect(more).toEqual([]);
    expect(alert).toMatchObject({ openedOn: '2023-07-01', endedOn: null, office: BUREAU, episode: 1 });
    expect(alert?.position).toBe(await world.feed.head());
    expect(alert?.evidence).toMatchObject({
      ...{ row: 'accepted', indicator: 'NT-01', value: '4', operator: '≥', target: '12', unit: '件' },
      ...{ from: '2023-01-01', to: '2023-06-30', version: '2006-03-01', revision: 1 },
      ...{ completion: '33.33', elapsed: '50.00', gap: '-16.67', margin: '10' },
      definition: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(await on('2023-07-01')).toEqual({ opened: 0, ended: 0 });
    expect(await on('2023-07-01', new AlertRun(ports))).toEqual({ opened: 0, ended: 0 });
    await on('2023-07-15');
    expect(await told('pace')).toEqual([alert]);
  });

  it('ends when the pace is regained, and is told anew when it is lost again, also after days without a look', async () => {
    const { on, acceptAll, told } = await opened();
    await acceptAll(4, '2023-05-05');
    await on('2023-07-01');
    await acceptAll(1, '2023-06-15', 4);
    await on('2023-07-02');
    expect(spells(await told('pace'))).toEqual([[1, '2023-07-01', '2023-07-02']]);
    await on('2023-10-09');
    expect(spells(await told('pace'))).toEqual([
      [2, '2023-10-09', null],
      [1, '2023-07-01', '2023-07-02'],
    ]);
  });

  it('stands to the end of the year, and no longer', async () => {
    const { on, acceptAll, told } = await opened();
    await acceptAll(4, '2023-05-05');
    await on('2023-12-31');
    await on('2024-01-01');
    expect(spells(await told('pace'))).toEqual([[1, '2023-12-31', null]]);
    expect((await told('pace'))[0]?.evidence).toMatchObject({ to: '2023-12-30' });
    await on('2024-01-02');
    expect(spells(await told('pace'))).toEqual([[1, '2023-12-31', '2024-01-02']]);
  });
});

describe('a deadline', () => {
  it('is told seven days before, once, and ends when it is met', async () => {
    const { on, acceptAll, told, world } = await opened();
    await acceptAll(1, '2023-03-01');
    await world.projector.catchUp();
    const all = { dueBy: '2099-01-01', limit: 10 };
    const { rows: duties } = await world.ledger.duties({ bureau: BUREAU, offices: OFFICES }, all);
    const dueOn = duties.find(({ deadline }) => deadline === 'NT-D01')?.dueOn ?? '';
    const notary = async () => (await told('duty')).filter(({ evidence }) => 'dueOn' in evidence && evidence.deadline === 'NT-D01'); // prettier-ignore
    await on(addDays(dueOn, -8));
    expect(await notary()).toEqual([]);
    await on(addDays(dueOn, -7));
    const [alert] = await notary();
    expect(alert).toMatchObject({ office: OFFICES[0], evidence: { deadline: 'NT-D01', dueOn, provisional: false } });
    for (const day of [-6, 0, 1, 30]) await on(addDays(dueOn, day));
    expect(await notary()).toEqual([alert]);
    world.now = new Date('2024-03-01T10:00:00+08:00');
    await world.send('notary.IssueCertificate', 'm0', { certificateNo: 'c', issuedOn: addDays(dueOn, 31) });
    await on(addDays(dueOn, 32));
    expect(spells(await notary())).toEqual([[1, addDays(dueOn, -7), addDays(dueOn, 32)]]);
  });

  it('of the days without a look is told by the next', async () => {
    const { on, acceptAll, told } = await opened();
    await on('2023-03-01');
    await acceptAll(1, '2023-03-01');
    await on('2023-06-01');
    expect((await told('duty')).map(({ openedOn }) => openedOn)).toContain('2023-06-01');
  });
});

it('does not judge by figures that are far behind the log', async () => {
  const { world, run, acceptAll } = await opened();
  await acceptAll(1, '2023-03-01');
  world.now = new Date('2024-03-01T10:00:59+08:00');
  expect(await run.step()).toMatchObject({ bureau: BUREAU });
  world.now = new Date('2024-03-02T10:02:00+08:00');
  expect(await run.step()).toBeUndefined();
  await world.projector.catchUp();
  expect(await run.step()).toMatchObject({ bureau: BUREAU });
});

it('says what failed, and tries again after ten minutes', async () => {
  let broken = true;
  const refresh = async (): Promise<void> => {
    if (broken) throw new Error('no definitions');
  };
  const { world, run } = await opened({ definitions: { refresh } });
  await world.projector.catchUp();
  expect(await run.step()).toEqual({ bureau: BUREAU, opened: 0, ended: 0, failure: 'no definitions' });
  expect(await run.step()).toBeUndefined();
  broken = false;
  world.now = new Date(world.now.getTime() + 9 * 60_000);
  expect(await run.step()).toBeUndefined();
  world.now = new Date(world.now.getTime() + 60_000);
  expect(await run.step()).toMatchObject({ bureau: BUREAU });
  expect(await run.step()).toBeUndefined();
});
