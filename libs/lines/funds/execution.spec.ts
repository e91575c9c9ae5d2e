import { builderOf } from '../../../test/support/built.js';
import { BUREAU, PlayedLog } from '../../../test/support/played-log.js';
import type { DataOfEvent, FundsEvent } from './domain/events/index.js';
import { examples, id } from './domain/examples.js';
import { funds } from './index.js';

const built = builderOf<FundsEvent>(examples);
const log = () => new PlayedLog(funds, BUREAU);
const approved = (data: Partial<DataOfEvent<'funds.BudgetApproved'>> = {}) => built('funds.BudgetApproved', data);
const paid = (name: string, paidOn: string, amount: string, data: Partial<DataOfEvent<'funds.PaymentMade'>> = {}) =>
  built('funds.PaymentMade', { paymentId: id(name), paidOn, amount, ...data });
const refunded = (name: string, refundedOn: string, amount: string) =>
  built('funds.PaymentRefunded', { paymentId: id(name), refundId: id('refund', name, refundedOn), refundedOn, amount });

describe('execution', () => {
  const codes = ['BF-03', 'BF-03-to-date', 'BF-04', 'BF-05', 'BF-13'] as const;
  it('has no rate where there is no budget', async () => {
    const sheet = await log().sheet();
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-03': '0',
      'BF-03-to-date': '0',
      'BF-04': null,
      'BF-05': '0',
      'BF-13': null,
    });
  });
  it('is dated by the day of payment, 31 December in, 1 January out; a quarter shows the rate of the year', async () => {
    const played = log();
    played.on('line', approved(), built('funds.FundsReceived'));
    played.on(
      'line',
      paid('a', '2023-03-31', '100000'),
      paid('b', '2023-04-01', '200000'),
      paid('c', '2023-12-31', '55000'),
    );
    const sheet = await played.sheet();
    expect(await sheet.values('2023', codes)).toMatchObject({ 'BF-03': '355000', 'BF-04': '50', 'BF-05': '355000' });
    expect(await sheet.values('2023Q2', codes)).toMatchObject({
      'BF-03': '200000',
      'BF-03-to-date': '300000',
      'BF-05': '410000',
    });
    expect(await sheet.values('2023-01-01..2023-12-30', codes)).toMatchObject({ 'BF-03': '300000' });
    expect(await sheet.values('2024', codes)).toMatchObject({ 'BF-03': '0', 'BF-04': null });
    expect(await sheet.findings('2023Q2')).toEqual([]);
  });
  it('adds tenths of cents of nothing: sums are exact where floats are not', async () => {
    const played = log();
    played.on(
      'line',
      approved(),
      ...Array.from({ length: 10 }, (_, at) => paid(`p${at}`, '2023-05-01', '0.10')),
      paid('q', '2023-05-02', '0.20'),
    );
    expect(await (await played.sheet()).values('2023', ['BF-03'])).toEqual({ 'BF-03': '1.2' });
  });
  it('takes a refund off on its own day, with every mark of its payment', async () => {
    const played = log();
    played.on(
      'line',
      approved(),
      paid('a', '2023-03-20', '100000', { threePublic: 'reception', businessLine: 'mediation' }),
    );
    played.on('line', refunded('a', '2023-04-02', '40000'));
    const sheet = await played.sheet();
    const codes = [
      'BF-03',
      'BF-09',
      'BF-09-reception',
      'BF-06-mediation',
      'BF-06-corrections',
      'BF-12-payments',
    ] as const;
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-03': '60000',
      'BF-09': '60000',
      'BF-09-reception': '60000',
      'BF-06-mediation': '60000',
      'BF-06-corrections': '0',
      'BF-12-payments': '1',
    });
    expect(await sheet.values('2023Q1', codes)).toMatchObject({ 'BF-03': '100000' });
    expect(await sheet.values('2023Q2', codes)).toMatchObject({ 'BF-03': '-40000' });
  });
  it('follows a payment entered late and one that was corrected', async () => {
    const played = log();
    played.on('line', approved(), paid('a', '2023-06-20', '100000'));
    const [late] = played.on('line', paid('b', '2023-02-20', '5000'));
    expect(await (await played.sheet()).values('2023Q1', ['BF-03'])).toEqual({ 'BF-03': '5000' });
    played.on('line', {
      type: 'funds.RecordCorrected',
      data: {
        correctsEventId: late,
        changes: [{ field: 'amount', before: '"5000"', after: '"5000.55"' }],
        reason: 'ENTRY_ERROR',
        approvedOn: '2023-07-01',
      },
    });
    const sheet = await played.sheet();
    expect(await sheet.values('2023Q1', ['BF-03'])).toEqual({ 'BF-03': '5000.55' });
    expect(await sheet.values('2023', ['BF-03'])).toEqual({ 'BF-03': '105000.55' });
  });
  it('warns of spending beyond the budget and of nothing else', async () => {
    const played = log();
    played.on('line', approved(), paid('a', '2023-06-20', '710000.01', { emergency: true }));
    const findings = await (await played.sheet()).findings('2023');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['funds.within-budget', 'warn']]);
  });
  it('warns of spending under an earmark beyond its budget', async () => {
    const played = log();
    const special = { projectCode: 'special', fund: '专项' };
    const sources = [{ sourceCode: 'county', amount: '380000' }];
    played.on('earmark', approved({ ...special, class: 'earmark', sources }));
    played.on('line', approved(), paid('a', '2023-06-20', '380000', { earmark: special }));
    expect(await (await played.sheet()).findings('2023')).toEqual([]);
    played.on('line', paid('b', '2023-06-21', '0.01', { earmark: special }));
    const findings = await (await played.sheet()).findings('2023');
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['funds.earmarks-within-budget', 'warn']]);
  });
  it('books what is carried over or taken back into the year it is left from', async () => {
    const played = log();
    played.on(
      'line',
      approved(),
      built('funds.FundsCarriedOver', { carriedOn: '2024-01-08', amount: '700000' }),
      built('funds.FundsRecovered'),
    );
    const sheet = await played.sheet();
    const codes = ['BF-05', 'BF-05-carried-over', 'BF-05-recovered'] as const;
    expect(await sheet.values('2023', codes)).toEqual({
      'BF-05': '710000',
      'BF-05-carried-over': '700000',
      'BF-05-recovered': '5000',
    });
    expect(await sheet.values('2024', codes)).toEqual({
      'BF-05': '0',
      'BF-05-carried-over': '0',
      'BF-05-recovered': '0',
    });
  });
});
