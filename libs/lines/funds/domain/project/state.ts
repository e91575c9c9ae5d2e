import type { LocalDate } from '#kernel/dates.js';
import type { Happened } from '#kernel/decider.js';
import type { Uuid } from '#kernel/ids.js';
import { type Exact, exact } from '#kernel/money.js';
import type { BudgetEvent, DataOfEvent } from '../events/index.js';

type Payment = DataOfEvent<'funds.PaymentMade'>;
type Refund = DataOfEvent<'funds.PaymentRefunded'>;
type Adjustment = DataOfEvent<'funds.BudgetAdjusted'>;

/** A budget line once approved: what it may spend, what it spent, and what was done with the rest. 元, exact. */
export interface ProjectLine {
  readonly status: 'approved' | 'executing' | 'closed';
  readonly projectCode: string;
  readonly fiscalYear: number;
  readonly class: DataOfEvent<'funds.BudgetApproved'>['class'];
  /** As adjusted so far. */
  readonly budget: Exact;
  /** Paid less refunded. */
  readonly executed: Exact;
  /** Carried over and recovered. */
  readonly settled: Exact;
  readonly payments: readonly Payment[];
  readonly refunds: readonly Refund[];
  readonly adjustments: readonly Adjustment[];
}

export type ProjectState = { readonly status: 'none' } | ProjectLine;

export const yearEndOf = ({ fiscalYear }: Pick<ProjectLine, 'fiscalYear'>): LocalDate => `${fiscalYear}-12-31`;

export const isInYear = (on: LocalDate, line: Pick<ProjectLine, 'fiscalYear'>): boolean =>
  on.slice(0, 4) === String(line.fiscalYear);

/** What may still be spent. */
export const availableOf = ({ budget, executed, settled }: ProjectLine): Exact => budget.minus(executed).minus(settled);

/** What of a payment was not refunded yet. */
export const unrefunded = ({ amount }: Payment, paymentId: Uuid, { refunds }: ProjectLine): Exact =>
  refunds.reduce((left, refund) => (refund.paymentId === paymentId ? left.minus(refund.amount) : left), exact(amount));

const opened = (data: DataOfEvent<'funds.BudgetApproved'>): ProjectLine => ({
  status: 'approved',
  projectCode: data.projectCode,
  fiscalYear: data.fiscalYear,
  class: data.class,
  budget: data.sources.reduce((sum, { amount }) => sum.plus(amount), exact(0)),
  executed: exact(0),
  settled: exact(0),
  payments: [],
  refunds: [],
  adjustments: [],
});

export const evolveProject = (state: ProjectState, { type, data }: Happened<BudgetEvent>): ProjectState => {
  if (type === 'funds.BudgetApproved') return opened(data);
  if (state.status === 'none') return state;
  const line = { ...state, status: 'executing' as const };
  switch (type) {
    case 'funds.ExpenditurePlanSet':
      return state;
    case 'funds.BudgetAdjusted':
      return { ...line, budget: line.budget.plus(data.delta), adjustments: [...line.adjustments, data] };
    case 'funds.FundsReceived':
      return line;
    case 'funds.PaymentMade':
      return { ...line, executed: line.executed.plus(data.amount), payments: [...line.payments, data] };
    case 'funds.PaymentRefunded':
      return { ...line, executed: line.executed.minus(data.amount), refunds: [...line.refunds, data] };
    case 'funds.FundsCarriedOver':
    case 'funds.FundsRecovered':
      return { ...line, settled: line.settled.plus(data.amount) };
    case 'funds.YearClosed':
      return { ...state, status: 'closed' };
  }
};
