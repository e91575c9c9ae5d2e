import { tables } from '../views/kinds.js';

const claim = { fact: 'mediation.claim', splits: ['grade', 'fundLevel'] } as const;
const payment = { fact: 'mediation.payment', unit: '元', sum: 'amountPaid', splits: ['grade'] } as const;
const hard = { grade: { oneOf: ['difficult', 'major', 'extra-major'] } } as const;

/** Dossiers, and what cases earn (以案定补); the office of the case. `hard`: 疑难复杂 and above. */
export const subsidyMeasures = tables.measures({
  'mediation.dossiers-reviewed': {
    fact: 'mediation.review',
    unit: '件',
    kind: 'flow',
    on: 'reviewedOn',
    splits: ['result'],
  },
  'mediation.subsidies-approved': { ...claim, unit: '件', kind: 'flow', on: 'approvedOn' },
  /** Of those approved in a period, the ones paid in full. */
  'mediation.subsidies-settled': { ...claim, unit: '件', kind: 'cohort', cohort: 'approvedOn', from: 'settledOn' },
  'mediation.amount-approved': { ...claim, unit: '元', kind: 'flow', on: 'approvedOn', sum: 'amountApproved' },
  'mediation.hard-amount-approved': {
    ...claim,
    unit: '元',
    kind: 'flow',
    on: 'approvedOn',
    sum: 'amountApproved',
    where: hard,
  },
  /** Paid in a period, whenever approved. */
  'mediation.amount-paid': { ...payment, kind: 'flow', on: 'paidOn' },
  /** Of what was approved in a period, the part paid by its end. */
  'mediation.amount-settled': { ...payment, kind: 'cohort', cohort: 'approvedOn', from: 'paidOn' },
  'mediation.hard-amount-settled': { ...payment, kind: 'cohort', cohort: 'approvedOn', from: 'paidOn', where: hard },
});
