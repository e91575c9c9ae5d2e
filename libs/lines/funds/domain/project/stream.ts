import type { RuleContext, StreamDefinition } from '#kernel/decider.js';
import type { Verdict } from '#kernel/reject.js';
import type { FundsSettings } from '../../settings.js';
import { type BudgetEvent, budgetEvents } from '../events/index.js';
import { outOfStep, refuse } from '../rejections.js';
import { adjust, approve, close, plan, receive, settleRest } from './budget.rules.js';
import { pay, refund } from './payment.rules.js';
import { type ProjectLine, type ProjectState, evolveProject } from './state.js';

const onLine =
  <Data>(rule: (data: Data, line: ProjectLine, settings: FundsSettings) => Verdict) =>
  (data: Data, state: ProjectState, { settings }: RuleContext<FundsSettings>): Verdict =>
    state.status === 'none' ? outOfStep : rule(data, state, settings);

/** What an earmark cannot do: its money is booked, planned and settled on other lines. */
const onBooked = <Data>(rule: (data: Data, line: ProjectLine, settings: FundsSettings) => Verdict) =>
  onLine<Data>((data, line, settings) =>
    line.class === 'earmark' ? refuse('funds.booked-elsewhere') : rule(data, line, settings),
  );

const open = [
  'funds.ExpenditurePlanSet',
  'funds.BudgetAdjusted',
  'funds.FundsReceived',
  'funds.PaymentMade',
  'funds.PaymentRefunded',
  'funds.FundsCarriedOver',
  'funds.FundsRecovered',
  'funds.YearClosed',
] as const;

/** A budget line of one fiscal year (预算项目). Money is booked on leaf lines only; a heading over lines is their `parent`. */
export const project: StreamDefinition<BudgetEvent, ProjectState, FundsSettings> = {
  type: 'funds.project',
  events: budgetEvents,
  initial: { status: 'none' },
  steps: { none: ['funds.BudgetApproved'], approved: open, executing: open, closed: [] },
  decide: {
    'funds.BudgetApproved': approve,
    'funds.ExpenditurePlanSet': onBooked(plan),
    'funds.BudgetAdjusted': onLine(adjust),
    'funds.FundsReceived': onLine(receive),
    'funds.PaymentMade': onBooked(pay),
    'funds.PaymentRefunded': onLine(refund),
    'funds.FundsCarriedOver': onBooked(({ carriedOn, amount }, line) =>
      settleRest(carriedOn, amount, line, 'carriedOn'),
    ),
    'funds.FundsRecovered': onBooked(({ recoveredOn, amount }, line) =>
      settleRest(recoveredOn, amount, line, 'recoveredOn'),
    ),
    'funds.YearClosed': onLine(close),
  },
  evolve: evolveProject,
  keys: (state) => (state.status === 'none' ? [] : [`project:${state.fiscalYear}:${state.projectCode}`]),
  keyCodes: { project: 'funds.project-exists' },
};
