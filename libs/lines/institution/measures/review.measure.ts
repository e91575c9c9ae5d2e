import { tables } from '../views/kinds.js';

const decision = { fact: 'institution.decision', unit: '件', splits: ['kind'] } as const;
const review = { fact: 'institution.review', unit: '件', splits: ['kind'] } as const;

/** Major decisions and the reviews before them. A review on the day of the decision came before it. */
export const reviewMeasures = tables.measures({
  /** Decisions the agencies told of, dated by the decision. */
  'institution.decisions-taken': { ...decision, kind: 'flow', on: 'decidedOn' },
  'institution.decisions-reviewed': {
    ...decision,
    kind: 'flow',
    on: 'decidedOn',
    where: { reviewedOn: { notAfter: 'decidedOn' } },
  },
  /** Of the year's decisions, those reviewed only afterwards. */
  'institution.decisions-reviewed-late': {
    ...decision,
    kind: 'cohort',
    cohort: 'decidedOn',
    from: 'reviewedOn',
    where: { reviewedOn: { after: 'decidedOn' } },
  },
  /** Of the year's decisions, those nobody has reviewed yet. */
  'institution.decisions-unreviewed': {
    ...decision,
    kind: 'cohort',
    cohort: 'decidedOn',
    from: 'decidedOn',
    to: 'reviewedOn',
  },
  'institution.reviews-completed': { ...review, kind: 'flow', on: 'completedOn' },
  /** Reviews whose last day lies in the period. */
  'institution.reviews-due': { ...review, kind: 'flow', on: 'dueOn', where: { withdrawnOn: { exists: false } } },
  'institution.reviews-on-time': {
    ...review,
    kind: 'flow',
    on: 'dueOn',
    where: { completedOn: { notAfter: 'dueOn' } },
  },
});
