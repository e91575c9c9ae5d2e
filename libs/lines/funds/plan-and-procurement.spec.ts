import { builderOf } from '../../../test/support/built.js';
import { BUREAU, PlayedLog } from '../../../test/support/played-log.js';
import type { DataOfEvent, FundsEvent } from './domain/events/index.js';
import { examples, id } from './domain/examples.js';
import { funds } from './index.js';

const built = builderOf<FundsEvent>(examples);
const log = () => new PlayedLog(funds, BUREAU);
const paid = (name: string, paidOn: string, amount: string, data: Partial<DataOfEvent<'funds.PaymentMade'>> = {}) =>
  built('funds.PaymentMade', { paymentId: id(name), paidOn, amount, ...data });

describe('spending against plan (支出进度)', () => {
  const codes = ['BF-07', 'BF-07-planned', 'BF-07-spent', 'BF-07-lines'] as const;
  const sources = [{ sourceCode: 'county', amount: '100000' }];
  const line = built('funds.BudgetApproved', { sources });

  it('is asked at the checkpoints and stands until the next', async () => {
    const played = log();
    played.on('line', line, built('funds.ExpenditurePlanSet'));
    played.on(
      'line',
      paid('a', '2023-03-31', '15000'),
      paid('b', '2023-07-01', '30000'),
      paid('c', '2023-10-31', '25000'),
    );
    const sheet = await played.sheet();
    const at = (to: string) => sheet.values(`2023-01-01..${to}`, codes);
    expect(await at('2023-03-30')).toEqual({
      'BF-07': null,
      'BF-07-planned': '0',
      'BF-07-spent': '0',
      'BF-07-lines': null,
    });
    expect(await at('2023-03-31')).toEqual({
      'BF-07': '100',
      'BF-07-planned': '15000',
      'BF-07-spent': '15000',
      'BF-07-lines': '100',
    });
    // 40 % were due by the end of June; what was paid on 1 July came too late for it.
    expect(await at('2023-07-31')).toEqual({
      'BF-07': '37.5',
      'BF-07-planned': '40000',
      'BF-07-spent': '15000',
      'BF-07-lines': '0',
    });
    expect(await at('2023-10-31')).toMatchObject({ 'BF-07': '100', 'BF-07-spent': '70000' });
    expect(await at('2023-12-31')).toMatchObject({ 'BF-07': '70', 'BF-07-planned': '100000' });
    expect(sheet.duties.map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-03-31', '2023-03-31'],
      ['2023-06-30', '2023-07-01'],
      ['2023-10-31', '2023-10-31'],
      ['2023-12-31', null],
    ]);
  });
  it('is a share of the budget as it stood at the checkpoint', async () => {
    const played = log();
    played.on(
      'line',
      line,
      built('funds.ExpenditurePlanSet'),
      built('funds.BudgetAdjusted', { adjustedOn: '2023-06-30', delta: '100000' }),
    );
    const sheet = await played.sheet();
    const planned = async (to: string) => (await sheet.values(`2023-01-01..${to}`, ['BF-07-planned']))['BF-07-planned'];
    expect([await planned('2023-03-31'), await planned('2023-06-30'), await planned('2023-10-31')]).toEqual([
      '15000',
      '80000',
      '140000',
    ]);
  });
  it('says nothing of days before it was set, and nothing of lines without a plan', async () => {
    const played = log();
    played.on('line', line, built('funds.ExpenditurePlanSet', { setOn: '2023-04-01' }));
    played.on(
      'other',
      built('funds.BudgetApproved', { projectCode: 'other', sources }),
      paid('a', '2023-05-01', '90000'),
    );
    const sheet = await played.sheet();
    expect(await sheet.values('2023-01-01..2023-03-31', codes)).toMatchObject({ 'BF-07': null });
    expect(await sheet.values('2023-01-01..2023-06-30', codes)).toMatchObject({
      'BF-07': '0',
      'BF-07-planned': '40000',
    });
  });
  it('is no longer met when money comes back before the checkpoint', async () => {
    const played = log();
    played.on('line', line, built('funds.ExpenditurePlanSet'), paid('a', '2023-03-01', '20000'));
    const back = { paymentId: id('a'), refundId: id('back'), amount: '10000' };
    played.on('line', built('funds.PaymentRefunded', { ...back, refundedOn: '2023-03-30' }));
    expect(await (await played.sheet()).values('2023Q1', codes)).toMatchObject({
      'BF-07-spent': '10000',
      'BF-07-lines': '0',
    });
  });
});

describe('payments on time (支付及时率)', () => {
  const codes = ['BF-12', 'BF-12-all', 'BF-12-payments', 'BF-12-due', 'BF-12-on-time'] as const;
  it('counts the due day itself, and only payments that have one', async () => {
    const played = log();
    played.on('line', built('funds.BudgetApproved'));
    played.on(
      'line',
      paid('a', '2023-03-31', '1'),
      paid('b', '2023-04-01', '1'),
      paid('c', '2023-04-02', '1', { dueOn: undefined }),
    );
    expect(await (await played.sheet()).values('2023', codes)).toEqual({
      'BF-12': '50',
      'BF-12-all': expect.stringMatching(/^33\.333/) as string,
      'BF-12-payments': '3',
      'BF-12-due': '2',
      'BF-12-on-time': '1',
    });
    expect(await (await log().sheet()).values('2023', ['BF-12'])).toEqual({ 'BF-12': null });
  });
});

describe('procurement (政府采购)', () => {
  it('counts contracts by their day and what was found in order', async () => {
    const played = log();
    const failed = built('funds.ProcurementAccepted', { qualified: false });
    played.on('a', built('funds.ProcurementContracted'), built('funds.ProcurementAccepted'));
    played.on(
      'b',
      built('funds.ProcurementContracted', { contractNo: 'b', contractedOn: '2022-12-31', amount: '1' }),
      failed,
    );
    const codes = ['BF-10', 'BF-10-paid', 'BF-10-accepted', 'BF-10-qualified'] as const;
    const sheet = await played.sheet();
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-10': '162200',
      'BF-10-paid': '0',
      'BF-10-accepted': '2',
      'BF-10-qualified': '50',
    });
    expect(await sheet.values('2022', codes)).toMatchObject({ 'BF-10': '1', 'BF-10-qualified': null });
  });
  it('keeps an acceptance that failed in its own period when a later one passes', async () => {
    const played = log();
    const accepted = (acceptedOn: string, qualified: boolean) =>
      built('funds.ProcurementAccepted', { acceptedOn, qualified });
    const codes = ['BF-10-accepted', 'BF-10-qualified'] as const;
    played.on('a', built('funds.ProcurementContracted', { contractedOn: '2024-01-10' }), accepted('2024-03-10', false));
    const inMarch = { 'BF-10-accepted': '1', 'BF-10-qualified': '0' };
    expect(await (await played.sheet()).values('2024Q1', codes)).toEqual(inMarch);
    played.on('a', accepted('2024-05-10', true));
    const sheet = await played.sheet();
    expect(await sheet.values('2024Q1', codes)).toEqual(inMarch);
    expect(await sheet.values('2024', codes)).toEqual({ 'BF-10-accepted': '2', 'BF-10-qualified': '50' });
    const [row] = sheet.registers.filter(({ register }) => register === 'funds.contracts');
    expect(row?.columns).toMatchObject({ acceptedOn: '2024-05-10', qualified: true });
  });
});
