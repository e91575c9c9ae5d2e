import { settle } from '#application/settings.js';
import {
  accepted,
  conflictsWith,
  needsApproval,
  nothing,
  rejected,
  specFor,
} from '../../../../../test/support/spec-for.js';
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
const closed = built('funds.YearClosed');
const earmark = approved({ class: 'earmark' });

describe('a budget line (预算项目)', () => {
  it('is approved, before its year begins if need be, never after its end', () => {
    given().when(approved()).then(accepted);
    given()
      .when(approved({ approvedOn: '2022-11-30' }))
      .then(accepted);
    given()
      .when(approved({ approvedOn: '2023-12-31' }))
      .then(accepted);
    given()
      .when(approved({ approvedOn: '2024-01-01' }))
      .then(rejected('funds.outside-fiscal-year'));
    given(approved()).when(approved()).then(rejected('illegal-step'));
  });
  it('is no heading of itself and names a source once', () => {
    given()
      .when(approved({ parent: 'project' }))
      .then(accepted);
    given()
      .when(approved({ parent: 'corrections-project' }))
      .then(rejected('funds.own-parent'));
    const [county] = examples['funds.BudgetApproved'].sources;
    given()
      .when(approved({ sources: [county, county].filter((source) => source !== undefined) }))
      .then(rejected('funds.source-twice'));
  });
  it('holds its code for the year', () => given(approved()).thenKeys('project:2023:corrections-project'));
});

describe('a spending plan (资金支出计划)', () => {
  const plan = (march: string, june: string, october: string, december: string) =>
    built('funds.ExpenditurePlanSet', {
      percentByMarch: march,
      percentByJune: june,
      percentByOctober: october,
      percentByDecember: december,
    });
  it('rises to a hundred', () => {
    given(approved())
      .when(plan('0', '0', '0', '100'))
      .then(accepted);
    given(approved())
      .when(plan('20', '20', '75', '100.00'))
      .then(accepted);
    given(approved())
      .when(plan('20', '9', '75', '100'))
      .then(rejected('funds.plan-not-rising'));
    given(approved())
      .when(plan('20', '40', '75', '99.99'))
      .then(rejected('funds.plan-not-whole'));
  });
  it('belongs to lines that book money', () =>
    given(earmark)
      .when(plan('0', '0', '0', '100'))
      .then(rejected('funds.booked-elsewhere')));
});

describe('an adjustment (追加、调减)', () => {
  it('adds or takes away', () => {
    given(approved()).when(adjusted()).then(accepted);
    given(approved())
      .when(adjusted({ delta: '-710000.00' }))
      .then(accepted);
    given(approved())
      .when(adjusted({ delta: '-710000.01' }))
      .then(rejected('funds.budget-below-paid'));
    given(approved())
      .when(adjusted({ delta: '0.00' }))
      .then(rejected('funds.no-change'));
  });
  it('leaves at least what was paid, counting what came back', () => {
    given(approved(), paid())
      .when(adjusted({ delta: '-610000' }))
      .then(accepted);
    given(approved(), paid())
      .when(adjusted({ delta: '-610000.01' }))
      .then(rejected('funds.budget-below-paid'));
    given(approved(), paid(), refunded())
      .when(adjusted({ delta: '-630000' }))
      .then(accepted);
  });
  it('is one for one document and source', () => {
    given(approved(), adjusted()).when(adjusted()).then(nothing);
    given(approved(), adjusted())
      .when(adjusted({ delta: '1' }))
      .then(rejected('funds.adjustment-exists'));
    given(approved(), adjusted())
      .when(adjusted({ sourceCode: 'central-transfer' }))
      .then(accepted);
  });
  it('is one for one document and source, though it is told again with another day', () => {
    given(approved(), adjusted())
      .when(adjusted({ adjustedOn: '2023-08-11' }))
      .then(rejected('funds.adjustment-exists'));
    given(approved(), adjusted())
      .when(adjusted({ adjustedOn: '2023-08-09' }))
      .then(conflictsWith('funds.adjustment-exists'));
  });
  it('happens in the year', () =>
    given(approved({ approvedOn: '2022-11-30' }))
      .when(adjusted({ adjustedOn: '2022-12-31' }))
      .then(rejected('funds.outside-fiscal-year')));
  it('cannot be entered late under payments that came to rest on the money', () =>
    given(approved(), paid({ amount: '700000', paidOn: '2023-09-01' }))
      .when(adjusted({ delta: '-50000' }))
      .then(conflictsWith('funds.beyond-budget')));
});

describe('money received (资金到位)', () => {
  const received = (receivedOn: string) => built('funds.FundsReceived', { receivedOn });
  it('comes within the year', () => {
    given(approved()).when(received('2023-12-31')).then(accepted);
    given(approved()).when(received('2024-01-01')).then(rejected('funds.outside-fiscal-year'));
    given(earmark).when(received('2023-02-01')).then(accepted);
  });
});

describe('the close of the year (年终结账)', () => {
  const carried = (amount: string, carriedOn = '2023-12-31') => built('funds.FundsCarriedOver', { carriedOn, amount });
  const recovered = (amount: string) => built('funds.FundsRecovered', { amount });
  const whole = paid({ amount: '700000' });
  it('carries over or gives back what is left, at the end of the year', () => {
    given(approved(), whole).when(carried('10000')).then(accepted);
    given(approved(), whole).when(carried('10000.01')).then(rejected('funds.settled-beyond-balance'));
    given(approved(), whole, carried('4000')).when(recovered('6000')).then(accepted);
    given(approved(), whole, carried('4000')).when(recovered('6000.01')).then(rejected('funds.settled-beyond-balance'));
    given(approved(), whole).when(carried('1', '2023-12-30')).then(rejected('funds.year-running'));
    given(earmark).when(carried('1')).then(rejected('funds.booked-elsewhere'));
  });
  it('needs a second person while something is left', () => {
    given(approved(), whole).when(closed).then(needsApproval('funds.balance-unsettled'));
    given(approved(), whole, carried('10000')).when(closed).then(accepted);
    given(earmark).when(closed).then(accepted);
    given(approved(), whole)
      .when(built('funds.YearClosed', { closedOn: '2023-12-30' }))
      .then(rejected('funds.year-running'));
  });
  it('ends everything: no payment after it', () => {
    const on = { paidOn: '2024-01-05', paymentId: id('late') };
    given(approved(), whole, carried('10000'), closed).when(paid(on)).then(rejected('illegal-step'));
    given(approved(), whole, carried('10000'), closed)
      .when(adjusted({ adjustedOn: '2024-01-05' }))
      .then(rejected('illegal-step'));
    given(approved(), whole, carried('10000'), closed).thenStatus('closed');
  });
});
