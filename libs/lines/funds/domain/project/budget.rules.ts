import type { LocalDate } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import { type Verdict, accept, nothing } from '#kernel/reject.js';
import type { DataOfEvent } from '../events/index.js';
import { acceptUnless, refuse } from '../rejections.js';
import { type ProjectLine, availableOf, isInYear, yearEndOf } from './state.js';

/**
 * Opens a line with the money of each source. It may be approved before its year begins (提前下达), not after its end.
 * @rejects funds.outside-fiscal-year, own-parent, source-twice
 * @source 预算法 第五十二条
 */
export const approve = ({
  approvedOn,
  fiscalYear,
  projectCode,
  parent,
  sources,
}: DataOfEvent<'funds.BudgetApproved'>): Verdict => {
  if (approvedOn > yearEndOf({ fiscalYear })) return refuse('funds.outside-fiscal-year', 'approvedOn', 'fiscalYear');
  if (parent === projectCode) return refuse('funds.own-parent', 'parent');
  const codes = sources.map(({ sourceCode }) => sourceCode);
  return new Set(codes).size === codes.length ? accept : refuse('funds.source-twice', 'sources');
};

/**
 * Sets how much of the year's budget is to be spent by the end of March, June, October and December, cumulatively.
 * @rejects funds.plan-not-rising, plan-not-whole
 */
export const plan = (data: DataOfEvent<'funds.ExpenditurePlanSet'>): Verdict => {
  const { percentByMarch, percentByJune, percentByOctober, percentByDecember } = data;
  const percents = [percentByMarch, percentByJune, percentByOctober, percentByDecember].map((text) => exact(text));
  const rises = percents.every((percent, at) => percent.greaterThanOrEqualTo(percents[at - 1] ?? 0));
  if (!rises) return refuse('funds.plan-not-rising');
  return percents[3]?.equals(100) === true ? accept : refuse('funds.plan-not-whole', 'percentByDecember');
};

/**
 * Adds to the budget (追加) or takes from it (调减). One document changes one source of a line once.
 * @rejects funds.outside-fiscal-year, no-change
 * @rejects funds.adjustment-exists  the document stands with another amount or on another day
 * @rejects funds.budget-below-paid  less would be left than was paid; more money is always welcome
 * @source 预算法 第七十二条
 */
export const adjust = (data: DataOfEvent<'funds.BudgetAdjusted'>, line: ProjectLine): Verdict => {
  const { adjustedOn, docNo, sourceCode } = data;
  const delta = exact(data.delta);
  const known = line.adjustments.find((item) => item.docNo === docNo && item.sourceCode === sourceCode);
  if (known !== undefined) {
    const repeated = known.adjustedOn === adjustedOn && delta.equals(known.delta);
    return repeated ? nothing : refuse('funds.adjustment-exists', 'docNo');
  }
  if (!isInYear(adjustedOn, line)) return refuse('funds.outside-fiscal-year', 'adjustedOn');
  if (delta.isZero()) return refuse('funds.no-change', 'delta');
  const short = delta.isNegative() && availableOf(line).plus(delta).isNegative();
  return short ? refuse('funds.budget-below-paid', 'delta') : accept;
};

/** @rejects funds.outside-fiscal-year */
export const receive = ({ receivedOn }: DataOfEvent<'funds.FundsReceived'>, line: ProjectLine): Verdict =>
  isInYear(receivedOn, line) ? accept : refuse('funds.outside-fiscal-year', 'receivedOn');

/**
 * Says at the year's end what becomes of money not spent: carried over (结转) or taken back (财政收回).
 * @rejects funds.year-running, settled-beyond-balance
 * @source 预算法 第四十二条
 */
export const settleRest = (on: LocalDate, amount: string, line: ProjectLine, dated: string): Verdict => {
  if (on < yearEndOf(line)) return refuse('funds.year-running', dated);
  return availableOf(line).greaterThanOrEqualTo(amount) ? accept : refuse('funds.settled-beyond-balance', 'amount');
};

/**
 * Closes the year (年终结账). A rest that nobody carried over or took back needs a second person; an earmark has no rest of
 * its own.
 * @rejects funds.year-running
 */
export const close = ({ closedOn }: DataOfEvent<'funds.YearClosed'>, line: ProjectLine): Verdict => {
  if (closedOn < yearEndOf(line)) return refuse('funds.year-running', 'closedOn');
  const settled = line.class === 'earmark' || availableOf(line).isZero();
  return settled ? accept : acceptUnless('funds.balance-unsettled');
};
