import type { Asked } from '#application/evaluate-indicators.js';
import { fundsValues, playFunds } from '../../../../test/support/played-funds.js';
import type { IndicatorCode } from '../indicators/index.js';
import type { BudgetLine, Tag } from './budget-line.js';
import { budgetYear } from './budget-year.js';
import { centsOf, spread } from './cents.js';

const of = (code: IndicatorCode, where: Readonly<Record<string, string>>): Asked => ({ code, where });

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
  const played = playFunds(
    (tools) => budgetYear({ fiscalYear: 2023, lines: [...department, earmark], tags }, tools),
    seed,
  );

  it('comes to what was printed, counting no heading and no earmark twice', async () => {
    const { world } = await played;
    expect(await fundsValues(world, '12-31', 'BF-01', 'BF-01-initial', 'BF-03', 'BF-04', 'BF-05')).toEqual([
      10082200, 9696500, 10082200, 100, 0,
    ]);
    expect(
      await fundsValues(world, '12-31', 'BF-06-basic', 'BF-06-personnel', 'BF-06-operating', 'BF-06-project'),
    ).toEqual([8271900, 7793600, 478300, 1810300]);
  });
  it('narrows to a line, a heading and a fund', async () => {
    const { world } = await played;
    const values = await fundsValues(
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
    const values = await fundsValues(
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
      await fundsValues(
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
    await expect(playFunds((tools) => budgetYear({ fiscalYear: 2023, lines, tags }, tools))).rejects.toThrow(message);
  });
  it('shares a whole to the last 分', () => {
    expect(spread(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(spread(1, [1, 2])).toEqual([0, 1]);
    expect(centsOf('a', '0.29')).toBe(29);
  });
});
