import type { FactHandlers, FactSheet } from '#application/facts.js';
import type { LocalDate } from '#kernel/dates.js';
import { exact } from '#kernel/money.js';
import type { BudgetEvent } from '../domain/events/index.js';
import { tables } from './kinds.js';
import { lineOf, standAt, yuan } from './line-sheet.js';

const { put } = tables;

/** Adds what was paid, or takes off what came back, on the day it happened. */
const book = (sheet: FactSheet, on: LocalDate, amount: string): void => {
  const { budget, executed } = lineOf(sheet);
  standAt(sheet, on, { budget, executed: executed.plus(amount) });
};

/** Money paid and refunded, each on its own day: on the line it is booked on, and once more under its earmark. */
export const paymentFacts: Pick<
  Required<FactHandlers<BudgetEvent, unknown>>,
  'funds.PaymentMade' | 'funds.PaymentRefunded'
> = {
  'funds.PaymentMade': ({ data }, sheet) => {
    const { paidOn, paymentId, dueOn, earmark } = data;
    const { dimensions } = lineOf(sheet);
    const businessLine = data.businessLine ?? dimensions.businessLine;
    const common = { bookedOn: paidOn, amount: yuan(data.amount), source: data.sourceCode, businessLine };
    put(sheet, 'funds.payment', paymentId, {
      ...dimensions,
      ...common,
      entry: 'payment',
      paymentId,
      dueOn,
      onTime: dueOn === undefined ? undefined : paidOn <= dueOn,
      economicClass: data.economicClass,
      threePublic: data.threePublic,
      procurement: data.procurement,
      emergency: data.emergency,
      earmark: earmark?.projectCode,
      voucherNo: data.voucherNo,
    });
    if (earmark !== undefined)
      put(sheet, 'funds.earmarked', paymentId, {
        ...common,
        fiscalYear: dimensions.fiscalYear,
        project: earmark.projectCode,
        fund: earmark.fund,
        line: dimensions.project,
        yearEndsOn: dimensions.yearEndsOn,
      });
    book(sheet, paidOn, data.amount);
  },
  'funds.PaymentRefunded': ({ data }, sheet) => {
    const { refundedOn: bookedOn, paymentId, refundId } = data;
    const amount = yuan(exact(data.amount).negated());
    const payment = sheet.get('funds.payment', paymentId);
    const earmarked = sheet.get('funds.earmarked', paymentId);
    // A refund carries every mark of its payment, but is no payment on time or late.
    const back = { bookedOn, amount, dueOn: undefined, onTime: undefined, voucherNo: undefined };
    put(sheet, 'funds.payment', refundId, { ...payment?.fields, ...back, entry: 'refund' });
    if (earmarked !== undefined) put(sheet, 'funds.earmarked', refundId, { ...earmarked.fields, bookedOn, amount });
    book(sheet, bookedOn, amount);
  },
};
