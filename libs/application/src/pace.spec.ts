import { type TargetSoFar, monthsOver, paceOf, spendingPaceOf } from './pace.js';

it.each([
  ['2023-01-30', 0],
  ['2023-01-31', 1],
  ['2023-07-30', 6],
  ['2023-07-31', 7],
  ['2024-02-28', 1],
  ['2024-02-29', 2],
  ['2023-12-31', 12],
])('by %s %i months are over', (on, months) => expect(monthsOver(on)).toBe(months));

describe('a target that grows through the year', () => {
  const target = (actual: number, more: Partial<TargetSoFar> = {}): TargetSoFar => ({
    operator: '≥',
    target: 120,
    actual,
    grows: true,
    ...more,
  });
  it('is compared with the months over', () => {
    const { completion, elapsed, gap, forecast, behind } = paceOf(target(60), '2023-06-30', 5);
    expect([completion?.toFixed(), elapsed.toFixed(), gap?.toFixed(), forecast?.toFixed(), behind]).toEqual([
      '50',
      '50',
      '0',
      '120',
      false,
    ]);
  });
  it('is behind beyond the margin, not at it', () => {
    expect(paceOf(target(54), '2023-06-30', 5).behind).toBe(false);
    expect(paceOf(target(53), '2023-06-30', 5).behind).toBe(true);
    expect(paceOf(target(53), '2023-05-31', 5).behind).toBe(false);
  });
  it('says nothing of the year before a month is over', () => {
    const { forecast, elapsed, behind } = paceOf(target(0), '2023-01-15', 5);
    expect([forecast, elapsed.toFixed(), behind]).toEqual([null, '0', false]);
  });
  it('not to be exceeded is behind when the year will exceed it', () => {
    const bound = (actual: number) => paceOf(target(actual, { operator: '≤' }), '2023-06-30', 5).behind;
    expect([bound(10), bound(60), bound(61)]).toEqual([false, false, true]);
  });
});

describe('a target that stands', () => {
  const rate = (actual: number, more: Partial<TargetSoFar> = {}) =>
    paceOf({ operator: '≥', target: 98, actual, grows: false, ...more }, '2023-07-31', 0);
  it('is its own forecast', () => expect(rate(98.71).forecast?.toFixed()).toBe('98.71'));
  it('of zero is as it should be, or not', () => {
    expect(rate(0, { operator: '=', target: 0 })).toMatchObject({ completion: null, gap: null, behind: false });
    expect(rate(0.1, { operator: '=', target: 0 }).behind).toBe(true);
  });
  it('not to be exceeded is behind when it is exceeded', () => {
    expect(rate(0.2, { operator: '≤', target: 0.2 }).behind).toBe(false);
    expect(rate(0.21, { operator: '≤', target: 0.2 }).behind).toBe(true);
    expect(rate(0.2, { operator: '<', target: 0.2 }).behind).toBe(true);
  });
});

describe('spending', () => {
  const plan = [
    { monthEnd: '2022-06-30', percent: 40 },
    { monthEnd: '2022-12-31', percent: 100 },
  ];
  it('is compared with the plan, in percentage points of the budget', () => {
    const pace = spendingPaceOf({ budget: '38', executed: '19.62', plan }, '2022-12-31', 10);
    expect([pace.planned, pace.executionRate?.toDecimalPlaces(2), pace.gap?.toDecimalPlaces(2)].map(String)).toEqual([
      '38',
      '51.63',
      '-48.37',
    ]);
    expect(pace.behind).toBe(true);
    expect(spendingPaceOf({ budget: '38', executed: '19.62', plan }, '2022-06-30', 10).behind).toBe(false);
  });
  it('is behind beyond the margin, not at it', () => {
    const at = (executed: number) => spendingPaceOf({ budget: 100, executed, plan }, '2022-06-30', 10).behind;
    expect([at(30), at(29.99)]).toEqual([false, true]);
  });
  it('of nothing has no rate', () =>
    expect(spendingPaceOf({ budget: 0, executed: 0, plan }, '2022-06-30', 0)).toMatchObject({
      executionRate: null,
      gap: null,
      behind: false,
    }));
});
