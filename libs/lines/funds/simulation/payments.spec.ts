import type { Asked } from '#application/evaluate-indicators.js';
import { fiscalYear } from '#kernel/period.js';
import { fundsValues, playFunds } from '../../../../test/support/played-funds.js';
import type { IndicatorCode } from '../indicators/index.js';
import type { BudgetLine } from './budget-line.js';
import { budgetYear } from './budget-year.js';

const of = (code: IndicatorCode, where: Readonly<Record<string, string>>): Asked => ({ code, where });

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
    const { world } = await playFunds((tools) => budgetYear({ fiscalYear: 2023, lines: [line] }, tools));
    const codes: readonly IndicatorCode[] = ['BF-01-initial', 'BF-01', 'BF-02-received', 'BF-03'];
    const county = codes.map((code) => of(code, { source: 'county' }));
    const central = codes.map((code) => of(code, { source: 'central-transfer' }));
    expect(await fundsValues(world, '12-31', ...county)).toEqual([650000, 650000, 650000, 650000]);
    expect(await fundsValues(world, '12-31', ...central)).toEqual([60000, 60000, 60000, 60000]);
    expect(await fundsValues(world, '12-31', 'BF-02', 'BF-13', 'BF-12')).toEqual([100, 100, 100]);
  });
  it('spends part of it, and leaves the rest', async () => {
    const half = { ...line, executed: '355000.01' };
    const { world } = await playFunds((tools) => budgetYear({ fiscalYear: 2023, lines: [half] }, tools));
    expect(await fundsValues(world, '12-31', 'BF-03', 'BF-05')).toEqual([355000.01, 354999.99]);
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
    planned('reduced', '450000', [10, 30, 65, 100], { adjusted: '196200.37', executed: '196200.37' }),
    planned('raised', '100000', [20, 50, 75, 100], { adjusted: '441600', executed: '441600' }),
    planned('grant-13', '320000', [10, 30, 65, 100]),
    planned('reconsideration', '30000', [25, 50, 75, 100], { payments: 4, paymentsOnTime: 3 }),
  ];
  it.each(['1', '2', '3'])('are kept at every checkpoint, seed %s', async (seed) => {
    const { world } = await playFunds((tools) => budgetYear({ fiscalYear: 2023, lines }, tools), seed);
    for (const to of ['03-31', '06-30', '10-31', '12-31']) {
      const [kept, ...each] = await fundsValues(
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
    const { world } = await playFunds((tools) => budgetYear({ fiscalYear: 2023, lines }, tools));
    const heating = { project: 'heating' };
    const reconsideration = { project: 'reconsideration' };
    const values = await fundsValues(
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
    const { world, commands } = await playFunds((tools) =>
      budgetYear({ fiscalYear: 2023, lines: [planned('publicity', '70000', [20, 50, 75, 100], nothing)] }, tools),
    );
    expect(commands.map(({ type }) => type)).toEqual(['funds.ApproveBudget', 'funds.SetExpenditurePlan']);
    expect(await fundsValues(world, '12-31', 'BF-01-initial', 'BF-07-planned', 'BF-07')).toEqual([70000, 70000, 0]);
  });
});

describe('the year before', () => {
  it('is a year of its own: what was spent in it, and no budget of its beginning', async () => {
    const line: BudgetLine = { code: 'a', name: 'a', fund: '部门整体支出', class: 'project', executed: '9414500' };
    const { world } = await playFunds((tools) => [
      ...budgetYear({ fiscalYear: 2022, lines: [line] }, tools),
      ...budgetYear({ fiscalYear: 2023, lines: [{ ...line, initial: '10000', executed: '10000' }] }, tools),
    ]);
    const asked = ['BF-03', 'BF-01-initial', 'BF-04'];
    expect(await fundsValues(world, fiscalYear(2022), ...asked)).toEqual([9414500, 0, 100]);
    expect(await fundsValues(world, '12-31', ...asked)).toEqual([10000, 10000, 100]);
  });
});
