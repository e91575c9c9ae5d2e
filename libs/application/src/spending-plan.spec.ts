import { caseFile } from '../../../test/support/played-case.js';
import { type PlannedProject, percentPlannedAt, planFaults, plannedAt, plannedTogetherAt } from './spending-plan.js';

const planOf = (...percents: readonly (string | number)[]) =>
  percents.map((percent, at) => ({
    monthEnd: ['2020-03-31', '2020-06-30', '2020-10-31', '2020-12-31'][at] ?? '',
    percent,
  }));

describe('the plan of a published form', () => {
  let projects: readonly PlannedProject[];
  beforeAll(async () => {
    const { funds, fiscalYear } = await caseFile('funing-2020-targets');
    projects = funds.lines.map(({ initialBudget, spendingPlan }) => ({
      budget: initialBudget ?? 0,
      plan: (spendingPlan ?? []).map(({ by, cumulativePercent }) => ({
        monthEnd: `${fiscalYear}-${by}`,
        percent: cumulativePercent,
      })),
    }));
  });

  it('has nine projects, each with a plan that is right', () => {
    expect(projects).toHaveLength(9);
    expect(projects.flatMap(({ plan }) => planFaults(plan))).toEqual([]);
  });

  it.each([
    ['2020-03-31', '31.345'],
    ['2020-06-30', '73.735'],
    ['2020-10-31', '136.4925'],
    ['2020-12-31', '207.09'],
  ])('asks by %s for %s 万元', (on, planned) => expect(plannedTogetherAt(projects, on).toFixed()).toBe(planned));
});

describe('what is planned at a day', () => {
  const project = { budget: '1000.00', plan: planOf(20, '40.5', 60, 100) };
  it.each([
    ['2019-12-31', '0'],
    ['2020-03-30', '0'],
    ['2020-03-31', '200'],
    ['2020-06-29', '200'],
    ['2020-06-30', '405'],
    ['2020-12-30', '600'],
    ['2021-01-31', '1000'],
  ])('%s: %s', (on, planned) => expect(plannedAt(project, on).toFixed()).toBe(planned));
  it('does not depend on the order the points are given in', () =>
    expect(percentPlannedAt([...project.plan].reverse(), '2020-06-30').toFixed()).toBe('40.5'));
});

describe('a plan', () => {
  it.each([
    ['rises to 100', planOf(10, 20, 60, 100), []],
    ['may leave all to the last month', planOf(0, 0, 0, 100), []],
    ['may stand still', planOf(50, 50, 50, 100), []],
    [
      'may have points at other month ends',
      [
        { monthEnd: '2020-02-29', percent: 10 },
        { monthEnd: '2020-12-31', percent: 100 },
      ],
      [],
    ],
    ['does not fall', planOf(20, 10, 60, 100), ['not-rising']],
    ['ends with 100', planOf(10, 20, 60, '99.99'), ['not-whole']],
    ['does not end beyond it', planOf(10, 20, 60, 101), ['out-of-range', 'not-whole']],
    ['takes nothing back', planOf(-1, 20, 60, 100), ['out-of-range']],
    ['has points', [], ['no-points']],
    ['names ends of months', [{ monthEnd: '2020-02-28', percent: 100 }], ['not-a-month-end']],
    ['names each once', [...planOf(10), ...planOf(10), { monthEnd: '2020-12-31', percent: 100 }], ['month-twice']],
  ] as const)('%s', (_what, plan, faults) => expect(planFaults(plan)).toEqual(faults));
});
