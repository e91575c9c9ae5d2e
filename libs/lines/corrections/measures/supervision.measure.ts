import { tables } from '../views/facts/kinds.js';

const leave = { fact: 'corrections.leave', unit: '例' } as const;

/** Leaves and permits, education and help, reviews and evaluations; the office in charge on the day. */
export const supervisionMeasures = tables.measures({
  /** Leaves taken, by the day of departure. */
  'corrections.leaves-taken': { ...leave, kind: 'flow', on: 'departedOn', splits: ['reason', 'level'] },
  /** Of the leaves begun in a period: within the leave granted. */
  'corrections.leaves-in-progress': {
    ...leave,
    kind: 'cohort',
    cohort: 'departedOn',
    from: 'departedOn',
    to: 'awayTo',
  },
  /** Of the leaves begun in a period: past the granted day and not back. */
  'corrections.leaves-overdue': {
    ...leave,
    kind: 'cohort',
    cohort: 'departedOn',
    from: 'overdueFrom',
    to: 'returnedOn',
  },
  /** Of the leaves begun in a period: back, in time or late. */
  'corrections.leaves-returned': { ...leave, kind: 'cohort', cohort: 'departedOn', from: 'returnedOn' },
  'corrections.leaves-returned-late': {
    ...leave,
    kind: 'cohort',
    cohort: 'departedOn',
    from: 'returnedOn',
    where: { late: true },
  },
  'corrections.permits-granted': { fact: 'corrections.permit', unit: '人次', kind: 'flow', on: 'grantedOn' },
  'corrections.sessions-held': {
    fact: 'corrections.session',
    unit: '场',
    kind: 'flow',
    on: 'heldOn',
    splits: ['kind'],
  },
  'corrections.attendances': {
    fact: 'corrections.attendance',
    unit: '人次',
    kind: 'flow',
    on: 'heldOn',
    splits: ['kind'],
  },
  'corrections.skill-trainings': {
    fact: 'corrections.skill-training',
    unit: '人次',
    kind: 'flow',
    on: 'completedOn',
    splits: ['result'],
  },
  'corrections.skill-training-qualified': {
    fact: 'corrections.skill-training',
    unit: '人',
    kind: 'flow',
    on: 'completedOn',
    where: { result: 'passed' },
  },
  /** Beneficiaries of help given; one act may reach several. */
  'corrections.assistance-given': {
    fact: 'corrections.assistance',
    unit: '人次',
    kind: 'flow',
    on: 'givenOn',
    sum: 'beneficiaryCount',
    splits: ['kind'],
  },
  /** Quarterly re-examinations owed by subjects outside prison, by the quarter's last day. */
  'corrections.condition-reviews-due': {
    fact: 'corrections.condition-duty',
    unit: '次',
    kind: 'flow',
    on: 'dueOn',
    where: { period: 'quarter' },
  },
  'corrections.condition-reviews-on-time': {
    fact: 'corrections.condition-duty',
    unit: '次',
    kind: 'flow',
    on: 'dueOn',
    where: { period: 'quarter', metOn: { notAfter: 'dueOn' } },
  },
  'corrections.evaluations-recorded': {
    fact: 'corrections.evaluation',
    unit: '人次',
    kind: 'flow',
    on: 'evaluatedOn',
    splits: ['result', 'period'],
  },
  /** On the list of key persons (重点对象) while in the register. */
  'corrections.key-persons-listed': {
    fact: 'corrections.key-person',
    unit: '人',
    kind: 'stock',
    from: 'listedOn',
    to: 'endedOn',
    splits: ['reason'],
  },
});
