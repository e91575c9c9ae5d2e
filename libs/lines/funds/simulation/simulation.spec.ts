import type { SimulatedCommand, SimulationTools } from '#application/case-binding.js';
import type { CaseFile } from '#application/case-file.js';
import { type Asked, evaluateIndicators } from '#application/evaluate-indicators.js';
import { fiscalYear } from '#kernel/period.js';
import { caseFile, playCase, wholeBureau } from '../../../../test/support/played-case.js';
import type { World } from '../../../../test/support/world.js';
import { funds } from '../index.js';
import type { IndicatorCode } from '../indicators/index.js';
import type { BudgetLine, Tag } from './budget-line.js';
import { budgetYear } from './budget-year.js';
import { centsOf, spread } from './cents.js';
import { establishmentYear } from './establishment-year.js';
import { disclosureYear, procurementYear } from './office-year.js';

type Write = (tools: SimulationTools) => readonly SimulatedCommand[] | Promise<readonly SimulatedCommand[]>;

/** Plays what a function writes through the front door; every command is accepted or the test fails. */
const play = async (write: Write, seed = '1') => {
  const real = await caseFile('taojiang-2023-corrections');
  const activity = { window: real.activity.window, played: {} };
  const file = { ...real, activity } as unknown as CaseFile;
  const line = {
    ...funds,
    cases: [{ section: 'played', leaves: {}, simulate: (_: object, tools: SimulationTools) => write(tools) }],
  };
  return playCase(file, [line], seed);
};

type Question = IndicatorCode | { readonly code: IndicatorCode; readonly where: Readonly<Record<string, string>> };
const of = (code: IndicatorCode, where: Readonly<Record<string, string>>): Question => ({ code, where });

const valuesOf = async ({ ledger, registry }: World, to: string, ...asked: readonly Question[]) => {
  const period =
    to === '12-31' ? fiscalYear(2023) : ({ scheme: 'CUSTOM', from: '2023-01-01', to: `2023-${to}` } as const);
  const values = await evaluateIndicators(ledger, registry, wholeBureau, period, asked as readonly Asked[]);
  return values.map(({ value }) => (value === null ? null : Number(value)));
};

const department: readonly BudgetLine[] = (
  [
    ['basic', null, 'project', '7936500', '8271900', '8271900'],
    ['personnel', 'basic', 'basic-personnel', null, null, '7793600'],
    ['operating', 'basic', 'basic-operating', '821800', null, '478300'],
    ['project', null, 'project', '1760000', '1810300', '1810300'],
    ['operation', 'project', 'project', '100000', null, '441600'],
    ['corrections', 'project', 'project', '380000', null, '58400'],
    ['publicity', 'project', 'project', '120000', null, '120000'],
    ['affairs', 'project', 'project', '1160000', null, '690300'],
    ['other-justice', 'project', 'project', null, null, null],
    ['emergency', 'project', 'project', null, null, '500000'],
  ] as const
).map(([code, parent, of, initial, adjusted, executed]) => ({
  code,
  name: `项目${code}`,
  fund: '部门整体支出',
  parent,
  class: of,
  initial,
  adjusted,
  executed,
  businessLine: code,
}));
const earmark: BudgetLine = {
  code: 'corrections-project',
  name: '社区矫正',
  fund: '社区矫正项目资金',
  class: 'earmark',
  initial: '380000',
  adjusted: '380000',
  received: '380000',
  executed: '196200',
};
const tag = (line: string, amount: string, more: Partial<Tag> = {}): Tag => ({ line, amount, ...more });
const special = {
  earmark: { projectCode: 'corrections-project', fund: '社区矫正项目资金' },
  businessLine: 'corrections',
};
const tags = [
  tag('corrections', '58400', special),
  tag('affairs', '137800', special),
  tag('operating', '14300', { threePublic: 'vehicle-running' }),
  tag('operating', '15500', { threePublic: 'reception' }),
  tag('operation', '300000.50', { procurement: true }),
];

describe.each(['1', 'other'])('a department and a project within it, seed %s', (seed) => {
  const played = play((tools) => budgetYear({ fiscalYear: 2023, lines: [...department, earmark], tags }, tools), seed);

  it('comes to what was printed, counting no heading and no earmark twice', async () => {
    const { world } = await played;
    expect(await valuesOf(world, '12-31', 'BF-01', 'BF-01-initial', 'BF-03', 'BF-04', 'BF-05')).toEqual([
      10082200, 9696500, 10082200, 100, 0,
    ]);
    expect(
      await valuesOf(world, '12-31', 'BF-06-basic', 'BF-06-personnel', 'BF-06-operating', 'BF-06-project'),
    ).toEqual([8271900, 7793600, 478300, 1810300]);
  });
  it('narrows to a line, a heading and a fund', async () => {
    const { world } = await played;
    const values = await valuesOf(
      world,
      '12-31',
      of('BF-03', { project: 'operation' }),
      of('BF-01-initial', { project: 'operation' }),
      of('BF-01', { project: 'operation' }),
      of('BF-01-initial', { parent: 'basic' }),
      of('BF-03', { parent: 'project' }),
      of('BF-03', { fund: '部门整体支出' }),
      of('BF-01-initial', { project: 'emergency' }),
      of('BF-01', { project: 'emergency' }),
    );
    expect(values).toEqual([441600, 100000, 441600, 7936500, 1810300, 10082200, 0, 500000]);
  });
  it('gives the earmark its own figures, wherever its money is booked', async () => {
    const { world } = await played;
    const where = { fund: '社区矫正项目资金' };
    const values = await valuesOf(
      world,
      '12-31',
      of('BF-01-earmarked', where),
      of('BF-02-earmarked', where),
      of('BF-03-earmarked', where),
      of('BF-04-earmarked', where),
      of('BF-05-earmarked', where),
      of('BF-03', { earmark: 'corrections-project' }),
      of('BF-03-earmarked', { project: 'corrections-project', line: 'corrections' }),
      'BF-06-corrections',
    );
    expect(values.map((value) => Math.round((value ?? 0) * 100) / 100)).toEqual([
      380000, 100, 196200, 51.63, 183800, 196200, 58400, 196200,
    ]);
  });
  it('marks three-public money and procurement', async () => {
    const { world } = await played;
    expect(
      await valuesOf(
        world,
        '12-31',
        'BF-09',
        'BF-09-vehicle-running',
        'BF-09-reception',
        'BF-09-travel-abroad',
        'BF-10-paid',
      ),
    ).toEqual([29800, 14300, 15500, 0, 300000.5]);
  });
});

describe('a project of two sources', () => {
  const line: BudgetLine = {
    code: 'corrections-project',
    name: '社区矫正项目',
    fund: '社区矫正项目',
    class: 'project',
    initial: '710000',
    adjusted: '710000',
    received: '710000',
    executed: '710000',
    sources: [
      { code: 'county', amount: '650000' },
      { code: 'central-transfer', amount: '60000' },
    ],
  };
  it('narrows to each source, budget, receipts and payments alike', async () => {
    const { world } = await play((tools) => budgetYear({ fiscalYear: 2023, lines: [line] }, tools));
    const codes: readonly IndicatorCode[] = ['BF-01-initial', 'BF-01', 'BF-02-received', 'BF-03'];
    const county = codes.map((code) => of(code, { source: 'county' }));
    const central = codes.map((code) => of(code, { source: 'central-transfer' }));
    expect(await valuesOf(world, '12-31', ...county)).toEqual([650000, 650000, 650000, 650000]);
    expect(await valuesOf(world, '12-31', ...central)).toEqual([60000, 60000, 60000, 60000]);
    expect(await valuesOf(world, '12-31', 'BF-02', 'BF-13', 'BF-12')).toEqual([100, 100, 100]);
  });
  it('spends part of it, and leaves the rest', async () => {
    const half = { ...line, executed: '355000.01' };
    const { world } = await play((tools) => budgetYear({ fiscalYear: 2023, lines: [half] }, tools));
    expect(await valuesOf(world, '12-31', 'BF-03', 'BF-05')).toEqual([355000.01, 354999.99]);
  });
});

describe('spending plans', () => {
  const planned = (
    code: string,
    yuan: string,
    plan: readonly [number, number, number, number],
    more: Partial<BudgetLine> = {},
  ): BudgetLine => ({
    code,
    name: code,
    fund: '部门预算项目',
    class: 'project',
    initial: yuan,
    received: yuan,
    executed: yuan,
    plan,
    ...more,
  });
  const lines = [
    planned('legal-aid', '160000', [20, 40, 60, 100]),
    planned('heating', '46400', [0, 0, 0, 100], { payments: 1 }),
    planned('grant-13', '320000', [10, 30, 65, 100]),
    planned('reconsideration', '30000', [25, 50, 75, 100], { payments: 4, paymentsOnTime: 3 }),
  ];
  it.each(['1', '2', '3'])('are kept at every checkpoint, seed %s', async (seed) => {
    const { world } = await play((tools) => budgetYear({ fiscalYear: 2023, lines }, tools), seed);
    for (const to of ['03-31', '06-30', '10-31', '12-31']) {
      const [kept, ...each] = await valuesOf(
        world,
        to,
        'BF-07-lines',
        ...lines.map(({ code }) => of('BF-07', { project: code })),
      );
      expect([to, kept]).toEqual([to, 100]);
      expect(each.filter((rate) => rate !== null && rate !== undefined && rate < 100)).toEqual([]);
    }
  });
  it('have as many payments, and as many on time, as counted', async () => {
    const { world } = await play((tools) => budgetYear({ fiscalYear: 2023, lines }, tools));
    const heating = { project: 'heating' };
    const reconsideration = { project: 'reconsideration' };
    const values = await valuesOf(
      world,
      '12-31',
      of('BF-12-payments', heating),
      of('BF-12-on-time', heating),
      of('BF-13', heating),
      of('BF-12', reconsideration),
    );
    expect(values).toEqual([1, 1, 100, 75]);
  });
  it('are set although nothing is spent or received', async () => {
    const nothing = { executed: null, received: null };
    const { world, commands } = await play((tools) =>
      budgetYear({ fiscalYear: 2023, lines: [planned('publicity', '70000', [20, 50, 75, 100], nothing)] }, tools),
    );
    expect(commands.map(({ type }) => type)).toEqual(['funds.ApproveBudget', 'funds.SetExpenditurePlan']);
    expect(await valuesOf(world, '12-31', 'BF-01-initial', 'BF-07-planned', 'BF-07')).toEqual([70000, 70000, 0]);
  });
});

describe('money that cannot be so', () => {
  const one = (more: Partial<BudgetLine>): BudgetLine => ({
    code: 'a',
    name: 'a',
    fund: 'f',
    class: 'project',
    initial: '100',
    ...more,
  });
  it.each<[string, readonly BudgetLine[], readonly Tag[]]>([
    ['a.executed is more than a.adjusted', [one({ executed: '101', adjusted: '100' })], []],
    ['a.executed is less than the amounts tagged on it', [one({ executed: '50' })], [tag('a', '51')]],
    ['no line b to tag', [one({})], [tag('b', '1')]],
    ['a.initial is not the sum of its lines', [one({}), one({ code: 'b', parent: 'a', initial: '99' })], []],
    ['corrections-project.executed is not what is tagged with it', [earmark, one({ executed: '50' })], []],
    ['a: 2 of 1 payments on time', [one({ executed: '50', payments: 1, paymentsOnTime: 2 })], []],
    ['a: 2 payments at least', [one({ executed: '50', payments: 1 })], [tag('a', '20')]],
    ['a.initial: 1.005 元 is no amount of money', [one({ initial: '1.005' })], []],
  ])('%s', async (message, lines, tags) => {
    await expect(play((tools) => budgetYear({ fiscalYear: 2023, lines, tags }, tools))).rejects.toThrow(message);
  });
  it('shares a whole to the last 分', () => {
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spread(1, [1, 2])).toEqual([0, 1]);
    expect(centsOf('a', '0.29')).toBe(29);
  });
});

describe('posts and people', () => {
  const year = {
    posts: { 'political-legal': 81, institution: 9, worker: 0, 'self-funded': 5 },
    staff: { administrative: 73, worker: 1, institution: 9, 'self-funded': 3 },
    retired: 41,
    duties: { corrections: 40, 'corrections-county': 5, 'smart-centre': 5 },
    secondedDuties: { 'smart-centre-police': 1 },
  } as const;
  it.each(['1', 'other'])('stand at the end of the year as printed, seed %s', async (seed) => {
    const { world } = await play((tools) => establishmentYear(year, tools), seed);
    expect(
      await valuesOf(
        world,
        '12-31',
        'BF-14-posts',
        'BF-14-posts-political-legal',
        'BF-14-posts-worker',
        'BF-14-staff',
        'BF-14-retired',
      ),
    ).toEqual([95, 81, 0, 86, 41]);
    expect(
      await valuesOf(
        world,
        '12-31',
        'BF-14-staff-administrative',
        'BF-14-staff-worker',
        'BF-14-staff-institution',
        'BF-14-staff-self-funded',
      ),
    ).toEqual([73, 1, 9, 3]);
    expect(
      await valuesOf(
        world,
        '12-06',
        of('BF-14-duty', { duty: 'corrections' }),
        'BF-14-duty-corrections-county',
        'BF-14-duty-smart-centre',
        'BF-14-duty-smart-centre-police',
        of('BF-14-posts', { kind: 'institution' }),
        of('BF-14-staff', { kind: 'institution' }),
      ),
    ).toEqual([40, 5, 5, 1, 9, 9]);
    expect(await valuesOf(world, '12-31', 'BF-14-staff-joined', 'BF-14-staff-left', 'BF-14-staff-retired')).toEqual([
      2, 1, 1,
    ]);
  });
  it('records nothing of what is not printed', async () => {
    const { commands } = await play((tools) => establishmentYear({ retired: 0 }, tools));
    expect(commands).toEqual([]);
  });
  it('is refused where more hold a duty than serve', async () => {
    const few = { staff: { administrative: 3 }, duties: { corrections: 4 } };
    await expect(play((tools) => establishmentYear(few, tools))).rejects.toThrow('duties.corrections: 4 of 3 persons');
  });
});

describe('publications and procurement', () => {
  it('come true', async () => {
    const { world } = await play((tools) => [
      ...disclosureYear({ fiscalYear: 2023, due: 4, onTime: 3 }, tools),
      ...procurementYear({ fiscalYear: 2023, amount: '1622000.00', project: 'operation', fund: '部门整体支出' }, tools),
    ]);
    expect(await valuesOf(world, '12-31', 'BF-16', 'BF-16-due', 'BF-16-on-time', 'BF-10', 'BF-10-qualified')).toEqual([
      75, 4, 3, 1622000, 100,
    ]);
    expect(await valuesOf(world, '12-31', of('BF-10', { fund: '部门整体支出' }))).toEqual([1622000]);
  });
  it('are refused where the year does not bring so many', async () => {
    const write = (due: number, onTime: number) =>
      play((tools) => disclosureYear({ fiscalYear: 2023, due, onTime }, tools));
    await expect(write(6, 1)).rejects.toThrow('disclosuresDue: 6');
    await expect(write(1, 2)).rejects.toThrow('disclosuresOnTime');
  });
});
