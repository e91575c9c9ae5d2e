import { tables } from '../views/kinds.js';

const disclosure = { fact: 'institution.disclosure', unit: '次', splits: ['kind'] } as const;
const kept = { waivedOn: { exists: false } } as const;
const manual = { fact: 'institution.manual', kind: 'flow', on: 'periodTo' } as const;

/** Disclosures by the day they are due, which a published one does not change; values typed by a person. */
export const disclosureMeasures = tables.measures({
  'institution.disclosures-due': { ...disclosure, kind: 'flow', on: 'dueOn', where: kept },
  'institution.disclosures-on-time': {
    ...disclosure,
    kind: 'flow',
    on: 'dueOn',
    where: { publishedOn: { notAfter: 'dueOn' } },
  },
  /** Of those due in the period, published after their day. */
  'institution.disclosures-late': {
    ...disclosure,
    kind: 'cohort',
    cohort: 'dueOn',
    from: 'publishedOn',
    where: { publishedOn: { after: 'dueOn' } },
  },
  /** Of those due in the period, still unpublished at its end. */
  'institution.disclosures-open': {
    ...disclosure,
    kind: 'cohort',
    cohort: 'dueOn',
    from: 'dueOn',
    to: 'publishedOn',
    where: kept,
  },
  'institution.manual-values': { ...manual, unit: '值', sum: 'value', splits: ['item'] },
  'institution.manual-bases': { ...manual, unit: '值', sum: 'base', splits: ['item'] },
  'institution.goals-graded': { ...manual, unit: '项', where: { item: 'goal' }, splits: ['grade'] },
});
