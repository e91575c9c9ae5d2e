import type { Expression } from '#application/indicator.js';
import { builderOf } from '../../../test/support/built.js';
import { BUREAU, PlayedLog } from '../../../test/support/played-log.js';
import type { DataOfEvent, FundsEvent } from './domain/events/index.js';
import { examples, id } from './domain/examples.js';
import { funds } from './index.js';
import { indicators } from './indicators/index.js';
import { measures } from './measures/index.js';

const built = builderOf<FundsEvent>(examples);
const log = () => new PlayedLog(funds, BUREAU);
const approved = (data: Partial<DataOfEvent<'funds.BudgetApproved'>> = {}) => built('funds.BudgetApproved', data);
const paid = (name: string, paidOn: string, amount: string, data: Partial<DataOfEvent<'funds.PaymentMade'>> = {}) =>
  built('funds.PaymentMade', { paymentId: id(name), paidOn, amount, ...data });
const refunded = (name: string, refundedOn: string, amount: string) =>
  built('funds.PaymentRefunded', { paymentId: id(name), refundId: id('refund', name, refundedOn), refundedOn, amount });

describe('the figures of the line', () => {
  interface Leaf {
    readonly code: string;
    readonly where?: Readonly<Record<string, string>>;
  }
  const leavesOf = (expression: Expression): readonly Leaf[] => {
    if ('sum' in expression) return expression.sum.flatMap(leavesOf);
    if ('less' in expression) return expression.less.flatMap(leavesOf);
    const { where, ...named } = expression as { where?: Record<string, string> } & Record<string, string>;
    return Object.values(named).map((code) => (where === undefined ? { code } : { code, where }));
  };
  const leaves = funds.indicators.flatMap(({ versions }) =>
    versions.flatMap((version) =>
      ('value' in version ? [version.value] : [version.numerator, version.denominator]).flatMap(leavesOf),
    ),
  );
  it('have every indicator of the catalogue, by itself or by its parts', () => {
    const codes = Object.keys(indicators);
    const catalogue = Array.from({ length: 16 }, (_, at) => `BF-${String(at + 1).padStart(2, '0')}`);
    expect(catalogue.filter((code) => !codes.some((known) => known === code || known.startsWith(`${code}-`)))).toEqual(
      [],
    );
  });
  it('use every measure, and narrow by splits only', () => {
    const used = new Set(leaves.map(({ code }) => code));
    expect(Object.keys(measures).filter((code) => !used.has(code))).toEqual([]);
    const wrong = leaves.filter(({ code, where = {} }) =>
      Object.keys(where).some((name) => !measures[code as keyof typeof measures].splits.includes(name)),
    );
    expect(wrong).toEqual([]);
  });
  it('can all be narrowed to a project and a fund where they are money of lines', () => {
    const money = Object.values(measures).filter(({ fact }) =>
      [
        'funds.project',
        'funds.budget',
        'funds.receipt',
        'funds.payment',
        'funds.checkpoint',
        'funds.earmarked',
      ].includes(fact),
    );
    expect(money.filter(({ splits }) => !splits.includes('project') || !splits.includes('fund'))).toEqual([]);
  });
});

describe('the budget of a year', () => {
  const codes = ['BF-01', 'BF-01-initial', 'BF-01-adjustments', 'BF-01-lines'] as const;
  it('is nothing before it is approved, and nothing after its year', async () => {
    const played = log();
    played.on('line', approved({ approvedOn: '2022-11-30' }));
    const sheet = await played.sheet();
    const nothing = { 'BF-01': '0', 'BF-01-initial': '0', 'BF-01-adjustments': '0', 'BF-01-lines': '0' };
    const all = { 'BF-01': '710000', 'BF-01-initial': '710000', 'BF-01-adjustments': '0', 'BF-01-lines': '1' };
    expect(await sheet.values('2022', codes)).toEqual(nothing);
    expect(await sheet.values('2023-01-01..2023-01-01', codes)).toEqual(all);
    expect(await sheet.values('2023', codes)).toEqual(all);
    expect(await sheet.values('2024-01-01..2024-01-01', codes)).toEqual(nothing);
  });
  it('knows the initial budget, what was added and taken, and lines that came during the year', async () => {
    const played = log();
    played.on(
      'line',
      approved(),
      built('funds.BudgetAdjusted'),
      built('funds.BudgetAdjusted', { adjustedOn: '2023-11-01', docNo: '2', delta: '-0.01' }),
    );
    played.on(
      'emergency',
      approved({
        projectCode: 'emergency',
        approvedOn: '2023-06-01',
        inYear: true,
        sources: [{ sourceCode: 'county', amount: '350000' }],
      }),
    );
    const sheet = await played.sheet();
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-01': '1109999.99',
      'BF-01-initial': '710000',
      'BF-01-adjustments': '399999.99',
      'BF-01-lines': '2',
    });
    expect(await sheet.values('2023-01-01..2023-05-31', codes)).toMatchObject({ 'BF-01': '710000' });
  });
  it('leaves earmarks out of every total, and has their own figures', async () => {
    const played = log();
    const sources = [{ sourceCode: 'county', amount: '380000' }];
    played.on(
      'earmark',
      approved({ class: 'earmark', projectCode: 'special', fund: '专项', sources }),
      built('funds.FundsReceived', { amount: '380000' }),
    );
    played.on('line', approved());
    played.on('line', paid('a', '2023-03-20', '58400', { earmark: { projectCode: 'special', fund: '专项' } }));
    played.on('line', paid('b', '2023-04-20', '1000'));
    played.on('other', approved({ projectCode: 'other' }));
    played.on('other', paid('c', '2023-05-20', '137800', { earmark: { projectCode: 'special', fund: '专项' } }));
    played.on('other', refunded('c', '2023-06-01', '0.50'));
    const sheet = await played.sheet();
    expect(
      await sheet.values('2023', [
        'BF-01',
        'BF-02-received',
        'BF-03',
        'BF-01-earmarked',
        'BF-02-earmarked',
        'BF-03-earmarked',
        'BF-05-earmarked',
      ]),
    ).toEqual({
      'BF-01': '1420000',
      'BF-02-received': '0',
      'BF-03': '197199.5',
      'BF-01-earmarked': '380000',
      'BF-02-earmarked': '100',
      'BF-03-earmarked': '196199.5',
      'BF-05-earmarked': '183800.5',
    });
  });
});
