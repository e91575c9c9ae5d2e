import { tables } from '../views/facts/kinds.js';

const fact = 'corrections.assessment';

/** Pre-sentence assessments; unit 例, the office that took the commission. */
export const assessmentMeasures = tables.measures({
  /** Commissions received, by the day letter and attachments had arrived. */
  'corrections.assessments-received': {
    fact,
    unit: '例',
    kind: 'flow',
    on: 'receivedOn',
    splits: ['orgKind', 'expedited'],
  },
  /** Opinions given, by the day of the opinion. */
  'corrections.assessments-concluded': { fact, unit: '例', kind: 'flow', on: 'concludedOn', splits: ['outcome'] },
  /** Of those received in a period, the ones with an opinion. */
  'corrections.assessments-answered': {
    fact,
    unit: '例',
    kind: 'cohort',
    cohort: 'receivedOn',
    from: 'concludedOn',
    splits: ['outcome'],
  },
  /** Of those received in a period, the ones still under way. */
  'corrections.assessments-pending': {
    fact,
    unit: '例',
    kind: 'cohort',
    cohort: 'receivedOn',
    from: 'receivedOn',
    to: 'endedOn',
  },
  /** Of those received in a period, the ones sent back or withdrawn. */
  'corrections.assessments-lapsed': {
    fact,
    unit: '例',
    kind: 'cohort',
    cohort: 'receivedOn',
    from: 'lapsedOn',
    splits: ['outcome'],
  },
  /** Opinions due, by the due day (CC-D01); none is due on a commission sent back or withdrawn. */
  'corrections.assessments-due': { fact, unit: '例', kind: 'flow', on: 'dueOn' },
  'corrections.assessments-on-time': {
    fact,
    unit: '例',
    kind: 'flow',
    on: 'dueOn',
    where: { concludedOn: { notAfter: 'dueOn' } },
  },
});
