import { tables } from '../views/kinds.js';

const dispute = { fact: 'mediation.dispute', unit: '件' } as const;
const agreement = { fact: 'mediation.agreement', unit: '件' } as const;
/** How the form breaks cases down. */
const columns = ['kind', 'source', 'committeeKind'] as const;
const discovered = { ...dispute, kind: 'cohort', cohort: 'discoveredOn' } as const;
const agreed = { ...agreement, kind: 'cohort', cohort: 'effectiveOn' } as const;

/** Disputes and agreements; unit 件 unless said, the office that recorded the event. */
export const disputeMeasures = tables.measures({
  'mediation.discovered': {
    ...dispute,
    kind: 'flow',
    on: 'discoveredOn',
    splits: ['kind', 'severity', 'groupEvent'],
  },
  /** Of those discovered in a period: taken on, refused, neither yet. */
  'mediation.discovered-accepted': { ...discovered, from: 'acceptedOn' },
  'mediation.discovered-refused': { ...discovered, from: 'notAcceptedOn' },
  'mediation.discovered-undecided': { ...discovered, from: 'discoveredOn', to: 'undecidedTo' },
  'mediation.not-accepted': { ...dispute, kind: 'flow', on: 'notAcceptedOn' },
  'mediation.accepted': { ...dispute, kind: 'flow', on: 'acceptedOn', splits: [...columns] },
  'mediation.imported': { ...dispute, kind: 'flow', on: 'importedOn' },
  'mediation.open': { ...dispute, kind: 'stock', from: 'openFrom', to: 'closedOn', splits: [...columns] },
  'mediation.closed': { ...dispute, kind: 'flow', on: 'closedOn', splits: [...columns, 'outcome'] },
  /** Concluded by the day due (PM-D01). */
  'mediation.closed-in-time': { ...dispute, kind: 'flow', on: 'closedOn', where: { closedOn: { notAfter: 'dueOn' } } },
  'mediation.succeeded': {
    ...dispute,
    kind: 'flow',
    on: 'succeededOn',
    splits: [...columns, 'form', 'grade'],
  },
  /** 人次: a person in two disputes is counted twice. */
  'mediation.people-in-closed': { ...dispute, unit: '人次', kind: 'flow', on: 'closedOn', sum: 'peopleInvolved' },
  'mediation.people-in-succeeded': { ...dispute, unit: '人次', kind: 'flow', on: 'succeededOn', sum: 'peopleInvolved' },
  'mediation.amount-agreed': { ...dispute, unit: '元', kind: 'flow', on: 'succeededOn', sum: 'amountAgreed' },
  'mediation.amount-performed': {
    fact: 'mediation.performance',
    unit: '元',
    kind: 'flow',
    on: 'performedOn',
    sum: 'amountPerformed',
  },
  /** Of the agreements of a period: not yet due, unperformed, performed in part, in full. */
  'mediation.agreed-not-due': { ...agreed, from: 'effectiveOn', to: 'notDueTo' },
  'mediation.agreed-unperformed': { ...agreed, from: 'unperformedFrom', to: 'unperformedTo' },
  'mediation.agreed-part-performed': { ...agreed, from: 'partFrom', to: 'fullOn' },
  'mediation.agreed-performed': { ...agreed, from: 'fullOn' },
  'mediation.performance-due': { ...agreement, kind: 'flow', on: 'dueOn' },
  /** Of the agreements due in a period, those performed in full. */
  'mediation.due-performed': { ...agreement, kind: 'cohort', cohort: 'dueOn', from: 'fullOn' },
  /** Due ever, and of them performed in full. */
  'mediation.ever-due': { ...agreement, kind: 'stock', from: 'dueOn' },
  'mediation.ever-performed': { ...agreement, kind: 'stock', from: 'fulfilledOn' },
  'mediation.breached': { ...agreement, kind: 'flow', on: 'breachedOn' },
  'mediation.confirmation-applied': { ...agreement, kind: 'flow', on: 'appliedOn' },
  'mediation.confirmation-ruled': { ...agreement, kind: 'flow', on: 'ruledOn', splits: ['confirmation'] },
  'mediation.prevented': {
    fact: 'mediation.prevention',
    unit: '件',
    kind: 'flow',
    on: 'preventedOn',
    splits: ['harm'],
  },
  'mediation.people-protected': {
    fact: 'mediation.prevention',
    unit: '人次',
    kind: 'flow',
    on: 'preventedOn',
    sum: 'peopleCount',
    splits: ['harm'],
  },
  'mediation.revisits': {
    fact: 'mediation.revisit',
    unit: '次',
    kind: 'flow',
    on: 'revisitedOn',
    splits: ['satisfaction'],
  },
});
