import { MonthlySums } from './monthly-sums.js';

/** What an account comes to, as month, class month and amount. */
const sumsOf = (...postings: readonly (readonly [on: string, cohort: string | null, amount: string])[]) => {
  const sums = new MonthlySums();
  for (const [on, cohort, amount] of postings) sums.add({ on, cohort, amount });
  return [...sums.rows()].map((row) => [row.month, row.cohortMonth, row.amount]);
};

describe('the postings of an account, added up by month', () => {
  it('are the postings of a month added up, a sum of nothing with them', () => {
    expect(
      sumsOf(
        ['2023-01-31', null, '1'],
        ['2023-02-01', null, '1'],
        ['2023-01-02', null, '1'],
        ['2023-02-28', null, '-1'],
      ),
    ).toEqual([
      ['2023-01-01', null, '2'],
      ['2023-02-01', null, '0'],
    ]);
  });

  it('are of one class each', () => {
    expect(
      sumsOf(
        ['2023-12-31', '2022-11-30', '1'],
        ['2023-12-01', null, '1'],
        ['2023-12-01', '2022-11-01', '1'],
        ['2023-12-01', '9999-12-31', '1'],
      ),
    ).toEqual([
      ['2023-12-01', '2022-11-01', '2'],
      ['2023-12-01', null, '1'],
      ['2023-12-01', '9999-12-01', '1'],
    ]);
  });

  it.each([
    [['0.10', '0.20'], '0.3'],
    [['1', '0.05', '2'], '3.05'],
    [['0.5', '0.5'], '1'],
    [['9007199254740991', '1', '1'], '9007199254740993'],
    [['123456789012345678901234.56', '-0.06'], '123456789012345678901234.5'],
    [['-1', '1'], '0'],
  ])('add %j to exactly %s', (amounts, sum) => {
    expect(sumsOf(...amounts.map((amount) => ['2023-05-06', null, amount] as const))).toEqual([
      ['2023-05-01', null, sum],
    ]);
  });

  it.each(['0000-01-01', '1899-12-31', '9999-12-31'])('keep the month of %s', (on) => {
    expect(sumsOf([on, on, '1'])).toEqual([[`${on.slice(0, 7)}-01`, `${on.slice(0, 7)}-01`, '1']]);
  });
});
