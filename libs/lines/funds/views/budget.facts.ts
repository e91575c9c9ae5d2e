import { keyOf } from '#application/fact-tables.js';
import type { FactHandlers, FactSheet, ViewedEvent } from '#application/facts.js';
import { type LocalDate, latest } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import type { BudgetEvent, DataOfEvent } from '../domain/events/index.js';
import { tables } from './kinds.js';
import { LINE, lineOf, planned, standAt, yuan } from './line-sheet.js';

const { put } = tables;

const settle = (event: ViewedEvent, sheet: FactSheet, kind: 'carried-over' | 'recovered', amount: string): void => {
  const { dimensions } = lineOf(sheet);
  // What is done with the rest belongs to the books of the year, whenever it was done.
  const settledOn = `${String(dimensions.fiscalYear)}-12-31`;
  put(sheet, 'funds.settlement', keyOf(event), { ...dimensions, kind, settledOn, amount: yuan(amount) });
};

const checkpoints = (plan: DataOfEvent<'funds.ExpenditurePlanSet'>, year: string, yearEndsOn: LocalDate) =>
  [
    { dueOn: `${year}-03-31`, standsUntil: `${year}-06-30`, percent: plan.percentByMarch },
    { dueOn: `${year}-06-30`, standsUntil: `${year}-10-31`, percent: plan.percentByJune },
    { dueOn: `${year}-10-31`, standsUntil: `${year}-12-31`, percent: plan.percentByOctober },
    { dueOn: `${year}-12-31`, standsUntil: yearEndsOn, percent: plan.percentByDecember },
  ].map((point) => ({ ...point, percent: yuan(point.percent) }));

/** What a line may spend, what it got, what it was to have spent by when, and what became of the rest. */
export const budgetFacts: Pick<
  Required<FactHandlers<BudgetEvent, unknown>>,
  Exclude<BudgetEvent['type'], 'funds.PaymentMade' | 'funds.PaymentRefunded'>
> = {
  'funds.BudgetApproved': ({ data }, sheet) => {
    const { approvedOn, projectCode, fiscalYear, projectName, fund, parent, level, businessLine, sources } = data;
    const yearEndsOn = `${fiscalYear + 1}-01-01`;
    const effectiveOn = latest(approvedOn, `${fiscalYear}-01-01`);
    const of = { fiscalYear, project: projectCode, fund, parent, class: data.class, level, businessLine, yearEndsOn };
    const budget = sources.reduce((sum, { amount }) => sum.plus(amount), exact(0));
    put(sheet, 'funds.project', LINE, {
      ...of,
      status: 'approved',
      projectName,
      approvedOn,
      effectiveOn,
      budget: yuan(budget),
      executed: '0',
      balance: yuan(budget),
    });
    const entry = data.inYear === true ? 'adjustment' : 'initial';
    for (const { sourceCode, amount } of sources)
      put(sheet, 'funds.budget', `approved:${sourceCode}`, {
        ...of,
        source: sourceCode,
        entry,
        effectiveOn,
        amount: yuan(amount),
        docNo: data.docNo,
      });
  },
  'funds.ExpenditurePlanSet': ({ data }, sheet) => {
    const { dimensions, budget, executed } = lineOf(sheet);
    const year = String(dimensions.fiscalYear);
    for (const point of checkpoints(data, year, String(dimensions.yearEndsOn))) {
      // A plan says nothing of days before it.
      if (point.dueOn < data.setOn) continue;
      const amount = planned(budget, point.percent);
      put(sheet, 'funds.checkpoint', point.dueOn, {
        ...dimensions,
        ...point,
        amount: yuan(amount),
        spent: yuan(executed),
        metOn: executed.greaterThanOrEqualTo(amount) ? data.setOn : undefined,
      });
    }
  },
  'funds.BudgetAdjusted': (event, sheet) => {
    const { adjustedOn, sourceCode, delta, docNo } = event.data;
    const { dimensions, budget, executed } = lineOf(sheet);
    put(sheet, 'funds.budget', keyOf(event), {
      ...dimensions,
      source: sourceCode,
      entry: 'adjustment',
      effectiveOn: adjustedOn,
      amount: yuan(delta),
      docNo,
    });
    standAt(sheet, adjustedOn, { budget: budget.plus(delta), executed });
  },
  'funds.FundsReceived': (event, sheet) => {
    const { receivedOn, sourceCode, amount, voucherNo } = event.data;
    const fields = { receivedOn, source: sourceCode, amount: yuan(amount), voucherNo };
    put(sheet, 'funds.receipt', keyOf(event), { ...lineOf(sheet).dimensions, ...fields });
    put(sheet, 'funds.project', LINE, { status: 'executing' });
  },
  'funds.FundsCarriedOver': (event, sheet) => settle(event, sheet, 'carried-over', event.data.amount),
  'funds.FundsRecovered': (event, sheet) => settle(event, sheet, 'recovered', event.data.amount),
  'funds.YearClosed': ({ data }, sheet) =>
    put(sheet, 'funds.project', LINE, { status: 'closed', closedOn: data.closedOn }),
};
