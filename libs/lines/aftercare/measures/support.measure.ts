import { tables } from '../views/kinds.js';
import { counted, fact, flow, prisoner } from './conditions.js';

/** Released, and not proven to be nobody who lives here. */
const expected = { ...prisoner, resident: true } as const;
const due = { fact, unit: '人', kind: 'cohort', where: expected, splits: ['keyAtRelease'] } as const;
const key = { ...expected, keyAtRelease: true } as const;

/** What the rates of the work are made of. */
export const supportMeasures = tables.measures({
  /** Of the prisoners released in a period, those whose last day to report has come. */
  'aftercare.link-due': { ...due, cohort: 'releasedOn', from: 'linkDueOn' },
  'aftercare.link-done': { ...due, cohort: 'releasedOn', from: 'linkedDueOn' },
  /** The same, classed by the last day to report itself. */
  'aftercare.link-due-by-day': { ...due, cohort: 'linkDueOn', from: 'linkDueOn' },
  'aftercare.link-done-by-day': { ...due, cohort: 'linkDueOn', from: 'linkedDueOn' },
  'aftercare.link-failed': {
    fact: 'aftercare.link-failure',
    unit: '人',
    kind: 'flow',
    on: 'recordedFor',
    where: counted,
  },
  /** Key persons released, who have to be collected, and those who were; both by the day of release. */
  'aftercare.key-released': { ...flow, on: 'releasedOn', where: key },
  'aftercare.key-collected': { ...flow, on: 'releasedOn', where: { ...key, linkMode: 'collected' } },
  'aftercare.contacts': { fact: 'aftercare.contact', unit: '人次', kind: 'flow', on: 'contactOn', where: counted },
  'aftercare.persons-contacted': {
    fact: 'aftercare.contact',
    unit: '人',
    kind: 'flow',
    on: 'contactOn',
    where: counted,
  },
  'aftercare.reoffenders': {
    fact: 'aftercare.reoffence',
    unit: '人',
    kind: 'flow',
    on: 'convictionEffectiveOn',
    where: counted,
  },
  /** Prisoners whose fifth year after release ends, and those of them who offended again within it. */
  'aftercare.cohort-complete': { ...flow, on: 'fifthYearOn', where: prisoner },
  'aftercare.cohort-reoffended': { ...flow, on: 'fifthYearOn', where: { ...prisoner, reoffendedWithin: true } },
  'aftercare.aid-given': {
    fact: 'aftercare.aid',
    unit: '人次',
    kind: 'flow',
    on: 'givenOn',
    where: counted,
    sum: 'beneficiaryCount',
    splits: ['kind'],
  },
  'aftercare.aid-paid': {
    fact: 'aftercare.aid',
    unit: '元',
    kind: 'flow',
    on: 'givenOn',
    where: counted,
    sum: 'amount',
    splits: ['kind'],
  },
});
