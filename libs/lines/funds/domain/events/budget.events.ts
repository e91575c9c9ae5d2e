import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import {
  code,
  count,
  date,
  decimal,
  type DecimalField,
  flag,
  list,
  money,
  optional,
  plannedDate,
  record,
  recordIn,
  ref,
  text,
} from '#kernel/schema.js';
import { approverRole, economicClass, level, lineClass, opinion, threePublic } from '../enumerations.js';

/** 元, more than nothing. */
const amount = (): DecimalField => ({ ...money(), min: 0.01 });
const signedAmount = (): DecimalField => ({ ...money(), min: -1e12 });
/** Per cent of the year's budget to be spent by a day, cumulative. */
const percent = () => decimal(2, 0, 100);

/** What happens to one budget line (预算项目) of one fiscal year. Money is in 元. */
export const budgetEvents = eventTable(
  defineEvent({
    type: 'funds.BudgetApproved',
    command: 'ApproveBudget',
    datedBy: 'approvedOn',
    right: 'money:write',
    fields: {
      approvedOn: date(),
      projectCode: code(),
      fiscalYear: count(1949, 2999),
      projectName: text(200),
      fund: text(100),
      parent: optional(code()),
      class: lineClass,
      level: optional(level),
      businessLine: optional(code()),
      inYear: optional(flag()),
      sources: list(record({ sourceCode: code(), amount: amount() }), 1, 20),
      docNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'funds.ExpenditurePlanSet',
    command: 'SetExpenditurePlan',
    datedBy: 'setOn',
    right: 'money:write',
    fields: {
      setOn: date(),
      percentByMarch: percent(),
      percentByJune: percent(),
      percentByOctober: percent(),
      percentByDecember: percent(),
    },
  }),
  defineEvent({
    type: 'funds.BudgetAdjusted',
    command: 'AdjustBudget',
    datedBy: 'adjustedOn',
    right: 'money:write',
    fields: { adjustedOn: date(), sourceCode: code(), delta: signedAmount(), reason: text(), docNo: code() },
  }),
  defineEvent({
    type: 'funds.FundsReceived',
    command: 'ReceiveFunds',
    datedBy: 'receivedOn',
    right: 'money:write',
    fields: { receivedOn: date(), sourceCode: code(), amount: amount(), voucherNo: optional(code()) },
  }),
  defineEvent({
    type: 'funds.PaymentMade',
    command: 'MakePayment',
    datedBy: 'paidOn',
    right: 'money:write',
    fields: {
      paidOn: date(),
      paymentId: ref(),
      amount: amount(),
      dueOn: optional(plannedDate()),
      sourceCode: code(),
      economicClass,
      businessLine: optional(code()),
      businessRef: optional(recordIn('legal-aid.cases', 'mediation.disputes')),
      threePublic: optional(threePublic),
      procurement: optional(flag()),
      earmark: optional(record({ projectCode: code(), fund: text(100) })),
      emergency: optional(flag()),
      approvals: list(record({ role: approverRole, opinion, signedOn: date() }), 0, 20),
      voucherNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'funds.PaymentRefunded',
    command: 'RefundPayment',
    datedBy: 'refundedOn',
    right: 'money:write',
    fields: { refundedOn: date(), paymentId: ref(), refundId: ref(), amount: amount(), reason: optional(text()) },
  }),
  defineEvent({
    type: 'funds.FundsCarriedOver',
    command: 'CarryOverFunds',
    datedBy: 'carriedOn',
    right: 'money:write',
    fields: { carriedOn: date(), amount: money(), docNo: optional(code()) },
  }),
  defineEvent({
    type: 'funds.FundsRecovered',
    command: 'RecoverFunds',
    datedBy: 'recoveredOn',
    right: 'money:write',
    fields: { recoveredOn: date(), amount: money(), docNo: optional(code()) },
  }),
  defineEvent({
    type: 'funds.YearClosed',
    command: 'CloseYear',
    datedBy: 'closedOn',
    right: 'money:write',
    fields: { closedOn: date() },
  }),
);

export type BudgetEvent = EventOf<typeof budgetEvents>;
