import { tables } from '../views/facts/kinds.js';

const decided = { oneOf: ['granted', 'refused', 'notified'] } as const;
const decisions = { fact: 'legal-aid.examination', unit: '件', kind: 'flow', on: 'decidedOn' } as const;
const ofTheReceived = { fact: 'legal-aid.examination', unit: '件', kind: 'cohort', cohort: 'receivedOn' } as const;
const concluded = { fact: 'legal-aid.case', kind: 'flow', on: 'concludedOn' } as const;

/** Cases from receipt to their end, in the office that has them. */
export const caseMeasures = tables.measures({
  'legal-aid.applications-received': {
    fact: 'legal-aid.case',
    unit: '件',
    kind: 'flow',
    on: 'receivedOn',
    where: { origin: { oneOf: ['application', 'notice'] } },
    splits: ['entry', 'nature'],
  },
  /** Of those received in a period, how they stand at its end; once refused and taken up again they count as they stand. */
  'legal-aid.received-pending': { ...ofTheReceived, from: 'startsOn', to: 'decidedOn' },
  'legal-aid.received-answered': { ...ofTheReceived, from: 'decidedOn', to: 'supersededOn', splits: ['decision'] },
  'legal-aid.refusals': { ...decisions, where: { decision: 'refused' }, splits: ['refusalReason'] },
  /** Decisions, a notice being one by itself: LA-09. */
  'legal-aid.decisions': { ...decisions, where: { decision: decided } },
  'legal-aid.granted-on-time': {
    ...decisions,
    where: {
      decision: 'granted',
      decidedOn: { notAfter: 'decisionDueOn' },
      assignedOn: { notAfter: 'assignDueOn' },
    },
  },
  'legal-aid.refused-on-time': {
    ...decisions,
    where: { decision: 'refused', decidedOn: { notAfter: 'decisionDueOn' } },
  },
  'legal-aid.notified-on-time': {
    ...decisions,
    where: { decision: 'notified', assignedOn: { notAfter: 'assignDueOn' } },
  },
  'legal-aid.forwarded': {
    fact: 'legal-aid.case',
    unit: '件',
    kind: 'flow',
    on: 'receivedOn',
    where: { forwardedIn24Hours: { exists: true } },
  },
  'legal-aid.forwarded-in-time': {
    fact: 'legal-aid.case',
    unit: '件',
    kind: 'flow',
    on: 'receivedOn',
    where: { forwardedIn24Hours: true },
  },
  /** Aid given: by the day of the grant, or of the notice. */
  'legal-aid.cases-handled': {
    fact: 'legal-aid.case',
    unit: '件',
    kind: 'flow',
    on: 'handledOn',
    splits: ['nature', 'formRow', 'matter', 'stage'],
  },
  'legal-aid.recipients': {
    fact: 'legal-aid.recipient',
    unit: '人次',
    kind: 'flow',
    on: 'handledOn',
    splits: ['nature'],
  },
  'legal-aid.recipients-by-category': {
    fact: 'legal-aid.recipient-category',
    unit: '人次',
    kind: 'flow',
    on: 'handledOn',
    splits: ['category'],
  },
  'legal-aid.in-hand': {
    fact: 'legal-aid.open-case',
    unit: '件',
    kind: 'stock',
    from: 'openFrom',
    to: 'openTo',
    splits: ['nature'],
  },
  'legal-aid.imported': {
    fact: 'legal-aid.open-case',
    unit: '件',
    kind: 'flow',
    on: 'openFrom',
    where: { origin: 'imported' },
  },
  'legal-aid.reopened': {
    fact: 'legal-aid.open-case',
    unit: '件',
    kind: 'flow',
    on: 'openFrom',
    where: { origin: 'reopened' },
  },
  'legal-aid.concluded': { ...concluded, unit: '件', splits: ['nature', 'closingGroup', 'result'] },
  'legal-aid.terminated': {
    fact: 'legal-aid.termination',
    unit: '件',
    kind: 'flow',
    on: 'terminatedOn',
    splits: ['nature', 'closingGroup', 'reason'],
  },
  'legal-aid.amount-recovered': { ...concluded, unit: '元', sum: 'amountRecovered', splits: ['nature'] },
  'legal-aid.wages-recovered': { ...concluded, unit: '元', sum: 'amountWages' },
  'legal-aid.objections-raised': { fact: 'legal-aid.objection', unit: '件', kind: 'flow', on: 'raisedOn' },
  'legal-aid.objections-decided': {
    fact: 'legal-aid.objection',
    unit: '件',
    kind: 'flow',
    on: 'decidedOn',
    splits: ['outcome'],
  },
});
