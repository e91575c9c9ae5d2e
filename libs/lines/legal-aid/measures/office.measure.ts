import { tables } from '../views/facts/kinds.js';

const assessed = { fact: 'legal-aid.assessment', unit: '件', kind: 'flow', on: 'assessedOn' } as const;
const revisited = { fact: 'legal-aid.revisit', unit: '人次', kind: 'flow', on: 'visitedOn' } as const;
const approved = { fact: 'legal-aid.subsidy', kind: 'flow', on: 'approvedOn' } as const;
/** Of the subsidies approved in a period, what was paid by its end. */
const paidOfApproved = { fact: 'legal-aid.subsidy', kind: 'cohort', cohort: 'approvedOn', from: 'paidOn' } as const;
const shifts = { fact: 'legal-aid.duty-shift' } as const;

/** Subsidies, quality, visits, and the services that are no case. */
export const officeMeasures = tables.measures({
  'legal-aid.subsidies-approved': { ...approved, unit: '件' },
  'legal-aid.subsidies-approved-amount': { ...approved, unit: '元', sum: 'amountApproved' },
  /** Paid in full (足额): a part of what was approved is money paid, and no subsidy paid. */
  'legal-aid.approved-paid': { ...paidOfApproved, version: 2, from: 'settledOn', unit: '件' },
  'legal-aid.approved-paid-amount': { ...paidOfApproved, unit: '元', sum: 'amountPaid' },
  'legal-aid.subsidies-paid-amount': {
    fact: 'legal-aid.subsidy',
    unit: '元',
    kind: 'flow',
    on: 'paidOn',
    sum: 'amountPaid',
    splits: ['agentKind', 'nature'],
  },
  'legal-aid.assessed': { ...assessed, splits: ['grade'] },
  'legal-aid.assessed-passed': { ...assessed, where: { passed: true } },
  'legal-aid.revisits-answered': { ...revisited, where: { answered: true } },
  'legal-aid.revisits-satisfied': { ...revisited, where: { satisfied: true } },
  'legal-aid.consultations': {
    fact: 'legal-aid.consultation',
    unit: '人次',
    kind: 'flow',
    on: 'answeredOn',
    splits: ['channel', 'topicClass'],
  },
  'legal-aid.papers-drafted': { fact: 'legal-aid.drafting', unit: '件', kind: 'flow', on: 'draftedOn' },
  'legal-aid.shifts-served': { ...shifts, unit: '班', kind: 'flow', on: 'servedOn', splits: ['place'] },
  /** Of the shifts of a period, those paid by its end. */
  'legal-aid.shifts-paid': { ...shifts, unit: '班', kind: 'cohort', cohort: 'servedOn', from: 'paidOn' },
  'legal-aid.shifts-paid-amount': { ...shifts, unit: '元', kind: 'flow', on: 'paidOn', sum: 'amountPaid' },
  'legal-aid.duty-helps': {
    fact: 'legal-aid.duty-help',
    unit: '人次',
    kind: 'flow',
    on: 'givenOn',
    splits: ['place', 'helpKind'],
  },
  'legal-aid.complaints-received': { fact: 'legal-aid.complaint', unit: '件', kind: 'flow', on: 'receivedOn' },
  'legal-aid.complaints-handled': {
    fact: 'legal-aid.complaint',
    unit: '件',
    kind: 'flow',
    on: 'handledOn',
    splits: ['outcome'],
  },
  'legal-aid.offers-made': { fact: 'legal-aid.offer', unit: '件', kind: 'flow', on: 'offeredOn' },
  'legal-aid.offers-taken': {
    fact: 'legal-aid.offer',
    unit: '件',
    kind: 'flow',
    on: 'answeredOn',
    where: { answer: 'applies' },
  },
});
