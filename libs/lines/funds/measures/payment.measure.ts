import { tables } from '../views/kinds.js';

const SPLITS = [
  'project',
  'fund',
  'parent',
  'class',
  'level',
  'businessLine',
  'fiscalYear',
  'source',
  'economicClass',
  'threePublic',
  'earmark',
] as const;

const payment = { fact: 'funds.payment', splits: SPLITS } as const;
const money = { ...payment, unit: '元', sum: 'amount' } as const;
const toDate = { kind: 'stock', from: 'bookedOn', to: 'yearEndsOn' } as const;
const earmarked = {
  fact: 'funds.earmarked',
  unit: '元',
  sum: 'amount',
  splits: ['project', 'fund', 'line', 'source', 'businessLine', 'fiscalYear'],
} as const;
/** Payments, without refunds. */
const paid = { ...payment, unit: '笔', kind: 'flow', on: 'bookedOn' } as const;
const OF_CONTRACT = ['project', 'fund', 'method'] as const;
const contract = { fact: 'funds.procurement', splits: OF_CONTRACT } as const;
/** Each acceptance on its day: what failed and passed later counts twice, once in order. */
const acceptance = {
  fact: 'funds.acceptance',
  version: 2,
  unit: '个',
  kind: 'flow',
  on: 'acceptedOn',
  splits: OF_CONTRACT,
} as const;

/** Money out, refunds taken off, dated by the day it moved (cash basis). */
export const paymentMeasures = tables.measures({
  'funds.executed': { ...money, kind: 'flow', on: 'bookedOn' },
  /** Executed since the year began. */
  'funds.executed-to-date': { ...money, ...toDate },
  'funds.earmarked-executed': { ...earmarked, kind: 'flow', on: 'bookedOn' },
  'funds.earmarked-to-date': { ...earmarked, ...toDate },
  'funds.payments': { ...paid, where: { entry: 'payment' } },
  'funds.payments-with-due-date': { ...paid, where: { entry: 'payment', dueOn: { exists: true } } },
  'funds.payments-on-time': { ...paid, where: { entry: 'payment', onTime: true } },
  /** 三公经费. */
  'funds.three-public': { ...money, kind: 'flow', on: 'bookedOn', where: { threePublic: { exists: true } } },
  'funds.procurement-paid': { ...money, kind: 'flow', on: 'bookedOn', where: { procurement: true } },
  'funds.procurement-contracted': { ...contract, unit: '元', kind: 'flow', on: 'contractedOn', sum: 'amount' },
  'funds.procurement-accepted': acceptance,
  'funds.procurement-qualified': { ...acceptance, where: { qualified: true } },
});
