import { settle } from '#application/settings.js';
import { accepted, needsApproval, nothing, rejected, specFor } from '../../../../../test/support/spec-for.js';
import { builderOf } from '../../../../../test/support/built.js';
import { settings } from '../../settings.js';
import type { DataOfEvent, FundsEvent } from '../events/index.js';
import { examples, id } from '../examples.js';
import { project } from './stream.js';

const built = builderOf<FundsEvent>(examples);
const given = specFor(project, settle(settings));
const approved = (data: Partial<DataOfEvent<'funds.BudgetApproved'>> = {}) => built('funds.BudgetApproved', data);
const paid = (data: Partial<DataOfEvent<'funds.PaymentMade'>> = {}) => built('funds.PaymentMade', data);
const adjusted = (data: Partial<DataOfEvent<'funds.BudgetAdjusted'>> = {}) => built('funds.BudgetAdjusted', data);
const refunded = (data: Partial<DataOfEvent<'funds.PaymentRefunded'>> = {}) => built('funds.PaymentRefunded', data);
const earmark = approved({ class: 'earmark' });
const { approvals } = examples['funds.PaymentMade'];

describe('a payment (支付)', () => {
  it('is within the budget, to the cent', () => {
    given(approved())
      .when(paid({ amount: '710000.00' }))
      .then(accepted);
    given(approved())
      .when(paid({ amount: '710000.01' }))
      .then(rejected('funds.beyond-budget'));
    given(approved(), paid({ paymentId: id('first'), amount: '709999.99' }))
      .when(paid({ amount: '0.01' }))
      .then(accepted);
    given(approved(), paid({ paymentId: id('first'), amount: '709999.99' }))
      .when(paid({ amount: '0.02' }))
      .then(rejected('funds.beyond-budget'));
  });
  it('may exceed it in an emergency that a second person approves', () => {
    given(approved())
      .when(paid({ amount: '800000', emergency: true }))
      .then(needsApproval('funds.emergency-payment'));
    given(approved())
      .when(paid({ emergency: true }))
      .then(accepted);
  });
  it('may use what was added, and not what was taken away or came later', () => {
    const late = { amount: '760000', paidOn: '2023-08-11' };
    given(approved(), adjusted()).when(paid(late)).then(accepted);
    given(approved(), adjusted({ delta: '-50000' }))
      .when(paid({ ...late, amount: '700000' }))
      .then(rejected('funds.beyond-budget'));
    given(approved(), adjusted())
      .when(paid({ amount: '760000' }))
      .then(rejected('funds.beyond-budget'));
  });
  it('may use what was refunded', () =>
    given(approved(), paid({ amount: '710000' }), refunded())
      .when(paid({ paymentId: id('second'), paidOn: '2023-05-01', amount: '20000' }))
      .then(accepted));
  it('goes through the chain of the county, in order, before it is paid', () => {
    given(approved())
      .when(paid({ approvals: approvals.slice(1) }))
      .then(rejected('funds.approval-missing'));
    given(approved())
      .when(paid({ approvals: approvals.map((step) => ({ ...step, opinion: 'reject' as const })) }))
      .then(rejected('funds.approval-missing'));
    given(approved())
      .when(paid({ paidOn: '2023-03-19' }))
      .then(rejected('funds.approval-order'));
    const [first, ...rest] = approvals;
    if (first === undefined) throw new Error('no chain');
    given(approved())
      .when(paid({ approvals: [{ ...first, signedOn: '2023-03-17' }, ...rest] }))
      .then(rejected('funds.approval-order'));
    given(approved())
      .when(paid({ approvals: [...rest, first] }))
      .then(accepted);
  });
  it('follows what each of the chain said last', () => {
    const [first, second, ...rest] = approvals;
    if (first === undefined || second === undefined) throw new Error('no chain');
    const refused = (step: typeof first, signedOn: string) => ({ ...step, opinion: 'reject' as const, signedOn });
    const withSteps = (...steps: (typeof approvals)[number][]) =>
      given(approved()).when(paid({ approvals: [...steps, ...rest] }));
    withSteps(first, refused(first, '2023-03-16'), second).then(rejected('funds.approval-missing'));
    withSteps(first, second, refused(second, second.signedOn)).then(rejected('funds.approval-missing'));
    withSteps(refused(second, second.signedOn), first, second).then(accepted);
    withSteps(refused(first, '2023-03-14'), first, second).then(accepted);
    withSteps(first, { ...second, signedOn: '2023-03-14' }, second).then(accepted);
  });
  it('goes through the chain in force on its day', () => {
    const boards = specFor(project, {
      ...settle(settings),
      paymentChain: [
        { from: '2000-01-01', value: ['director'] },
        { from: '2023-04-01', value: ['party-group'] },
      ],
    });
    const signed = (role: 'director' | 'party-group', paidOn: string) =>
      paid({ paidOn, approvals: [{ role, opinion: 'pass', signedOn: '2023-03-01' }] });
    boards(approved()).when(signed('director', '2023-03-31')).then(accepted);
    boards(approved()).when(signed('director', '2023-04-01')).then(rejected('funds.approval-missing'));
    boards(approved()).when(signed('party-group', '2023-04-01')).then(accepted);
  });
  it('is dated in the fiscal year', () => {
    const past = approved({ approvedOn: '2022-11-30' });
    const on = (paidOn: string) =>
      paid({ paidOn, approvals: approvals.map((step) => ({ ...step, signedOn: '2022-12-01' })) });
    given(past).when(on('2023-01-01')).then(accepted);
    given(past).when(on('2023-12-31')).then(accepted);
    given(past).when(on('2022-12-31')).then(rejected('funds.outside-fiscal-year'));
    given(past).when(on('2024-01-01')).then(rejected('funds.outside-fiscal-year'));
  });
  it('is never booked on an earmark, nor tagged with its own line', () => {
    given(earmark).when(paid()).then(rejected('funds.booked-elsewhere'));
    given(approved())
      .when(paid({ earmark: { projectCode: 'smart-centre', fund: '智慧矫正' } }))
      .then(accepted);
    given(approved())
      .when(paid({ earmark: { projectCode: 'corrections-project', fund: '智慧矫正' } }))
      .then(rejected('funds.own-earmark'));
  });
  it('is recorded once', () => {
    given(approved(), paid()).when(paid()).then(nothing);
    given(approved(), paid())
      .when(paid({ amount: '1' }))
      .then(rejected('funds.payment-exists'));
    given().when(paid()).then(rejected('illegal-step'));
  });
  it('has an id that is no refund’s', () =>
    given(approved(), paid(), refunded())
      .when(paid({ paymentId: examples['funds.PaymentRefunded'].refundId, paidOn: '2023-05-01' }))
      .then(rejected('funds.payment-exists')));
});

describe('a refund (支出退回)', () => {
  it('gives back no more than was paid, with those before it', () => {
    given(approved(), paid())
      .when(refunded({ amount: '100000' }))
      .then(accepted);
    given(approved(), paid())
      .when(refunded({ amount: '100000.01' }))
      .then(rejected('funds.refund-exceeds-payment'));
    given(approved(), paid(), refunded())
      .when(refunded({ refundId: id('second'), amount: '80000.01' }))
      .then(rejected('funds.refund-exceeds-payment'));
    given(approved(), paid(), refunded())
      .when(refunded({ refundId: id('second'), amount: '80000' }))
      .then(accepted);
  });
  it('is of a known payment, recorded once, in the year', () => {
    given(approved()).when(refunded()).then(rejected('funds.payment-unknown'));
    given(approved(), paid(), refunded()).when(refunded()).then(nothing);
    given(approved(), paid(), refunded())
      .when(refunded({ amount: '1' }))
      .then(rejected('funds.refund-exists'));
    for (const refundId of [id('payment'), id('another')])
      given(approved(), paid(), paid({ paymentId: id('another') }))
        .when(refunded({ refundId }))
        .then(rejected('funds.refund-exists'));
    given(approved(), paid())
      .when(refunded({ refundedOn: '2024-01-01' }))
      .then(rejected('funds.outside-fiscal-year'));
  });
});
