import type { Command } from './kernel.js';
import { seededRandom } from './seeded-random.js';
import { PeopleInWaiting, movedTo, recordsOf } from './work-of-today.js';

const DAY = '2026-11-20';
const event = { datedBy: 'on' };
const registry = {
  commands: new Map(
    ['notary.Accept', 'notary.Issue', 'notary.File', 'aid.Apply'].map((type) => [
      type,
      { type, event, line: { code: type.split('.')[0] } },
    ]),
  ),
} as unknown as Parameters<typeof movedTo>[2];
const command = (type: string, streamId: string, data: object): Command =>
  ({
    ...{ type, streamId, data, office: '430922', bureau: '430922', commandId: `${streamId} ${type}` },
    ...{ correlationId: 'c', source: 'IMPORT', principal: { name: '期初与案例导入', roles: [], offices: [] } },
  }) as unknown as Command;
const record = [
  command('notary.Accept', 'a', { on: '2020-03-02', dueOn: '2020-03-20', docNo: '公受〔2020〕7号', of: 'a' }),
  command('notary.Issue', 'a', { on: '2020-03-09', at: '2020-03-09T10:00:00+08:00', born: '2020' }),
  command('notary.File', 'a', { on: '2020-03-30' }),
];
const dataOf = (commands: readonly Command[]): unknown[] => commands.map(({ data }) => data);

/** The record moved so that a given step is on the day. */
const onStep = (step: number) =>
  movedTo(DAY, record, registry, { ...seededRandom('1'), pick: (all) => all[step] as never });

describe('a record moved to a day', () => {
  it('keeps the days between its steps, and knows nothing of what comes after', () => {
    const { past, today } = onStep(1);
    const streamId = past[0]?.streamId;
    expect(dataOf(past)).toEqual([
      { on: '2026-11-13', dueOn: '2026-12-01', docNo: '公受〔2026〕1120007号', of: streamId },
    ]);
    expect(dataOf(today)).toEqual([{ on: DAY, at: `${DAY}T10:00:00+08:00`, born: '2020' }]);
    expect(today[0]?.streamId).toBe(streamId);
  });

  it('has no past at its first step', () => {
    expect(onStep(0).past).toEqual([]);
    expect(dataOf(onStep(0).today)).toMatchObject([{ on: DAY }]);
  });

  it('is another record on another day, and the same on the same', () => {
    const other = movedTo('2026-11-21', record, registry, { ...seededRandom('1'), pick: (all) => all[0] as never });
    expect(other.today[0]?.streamId).not.toBe(onStep(0).today[0]?.streamId);
    expect(onStep(0)).toEqual(onStep(0));
  });

  it('is entered by a clerk of the day, its past by the one who brings the books over', () => {
    const { past, today } = onStep(1);
    expect([...past, ...today].map(({ source, principal }) => `${source} ${principal.name}`)).toEqual([
      'IMPORT 期初与案例导入',
      'MANUAL 模拟经办人',
    ]);
  });
});

it('a line with four times as many records comes up twice as often', () => {
  const many = (type: string, count: number) =>
    Array.from({ length: count }, (_, at) => command(type, `${type} ${at}`, { on: '2020-01-01' }));
  const drawn = recordsOf([...many('notary.Accept', 400), ...many('aid.Apply', 100)], registry, seededRandom('1'));
  expect(drawn).toHaveLength(500);
  const notary = drawn.slice(0, 90).filter(([first]) => first?.type === 'notary.Accept').length;
  expect(notary).toBeGreaterThanOrEqual(55);
  expect(notary).toBeLessThanOrEqual(65);
});

it('registers of the people invented those who are met, and nobody else', async () => {
  const people = new PeopleInWaiting();
  const [first = '', second = ''] = await people.registerMany(
    '430922',
    ['1', '2'].map((idNo) => ({ name: idNo, idType: 'resident-id' as const, idNo, sex: 'male' as const })),
  );
  const registered: string[] = [];
  const [met] = await people.meet([command('notary.Accept', 'a', { parties: [second], other: 'x' })], '430922', {
    registerMany: (_, all) => {
      registered.push(...all.map(({ name }) => name));
      return Promise.resolve(all.map(({ name }) => `person ${name}`));
    },
  });
  expect(met?.data).toEqual({ parties: ['person 2'], other: 'x' });
  expect(registered).toEqual(['2']);
  expect(first).not.toBe(second);
});
