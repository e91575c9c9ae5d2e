import { tables } from '../views/kinds.js';

const session = { fact: 'publicity.session', kind: 'flow', on: 'heldOn', splits: ['theme', 'kind'] } as const;
const test = { fact: 'publicity.test', unit: '人次', kind: 'flow', on: 'testedOn', splits: ['theme'] } as const;
const printing = { fact: 'publicity.printing', unit: '册', sum: 'copies', splits: ['kind'] } as const;
const distribution = { fact: 'publicity.distribution', unit: '册', sum: 'copies', splits: ['kind'] } as const;
const release = { fact: 'publicity.release', kind: 'flow', on: 'publishedOn', splits: ['channel', 'theme'] } as const;
const place = { fact: 'publicity.culture-place', from: 'acceptedOn', to: 'closedOn' } as const;
const month = { fact: 'publicity.counsel-month', unit: '次', kind: 'flow', on: 'dueOn' } as const;

/** What was planned, held, printed, built and done; the office that recorded it. */
export const measures = tables.measures({
  'publicity.sessions-held': { ...session, unit: '场' },
  'publicity.attendance': { ...session, unit: '人次', sum: 'attendance' },
  'publicity.handed-out': { ...session, unit: '册', sum: 'materialsHandedOut' },
  /** Sessions planned, by the day the plan was issued, not before its year; a cancelled plan stays one. */
  'publicity.sessions-planned': {
    fact: 'publicity.plan',
    unit: '场',
    kind: 'flow',
    on: 'planOn',
    sum: 'quotaSessions',
    splits: ['theme', 'kind'],
  },
  /** Of the plans of a period: their sessions held by its end. */
  'publicity.planned-sessions-held': {
    fact: 'publicity.session',
    unit: '场',
    kind: 'cohort',
    cohort: 'planOn',
    from: 'heldOn',
    splits: ['theme', 'kind'],
  },
  'publicity.plans-cancelled': { fact: 'publicity.plan', unit: '次', kind: 'flow', on: 'cancelledOn' },
  /** Units reached, as often as they were; asked as distinct units. */
  'publicity.units-reached': {
    fact: 'publicity.coverage',
    unit: '个',
    kind: 'flow',
    on: 'heldOn',
    distinct: 'unit',
    splits: ['unitKind', 'theme'],
  },
  /** Villages, towns, schools and organisations there are. */
  'publicity.units': {
    fact: 'publicity.unit',
    unit: '个',
    kind: 'stock',
    from: 'listedOn',
    to: 'dissolvedOn',
    distinct: 'unit',
    splits: ['unitKind'],
  },
  'publicity.tested': { ...test, sum: 'tested' },
  'publicity.passed': { ...test, sum: 'passed' },
  'publicity.copies-printed': { ...printing, kind: 'flow', on: 'printedOn' },
  'publicity.copies-distributed': { ...distribution, kind: 'flow', on: 'distributedOn' },
  /** All copies ever printed, and ever handed out: what is between them is in store. */
  'publicity.copies-made': { ...printing, kind: 'stock', from: 'printedOn' },
  'publicity.copies-gone': { ...distribution, kind: 'stock', from: 'distributedOn' },
  'publicity.releases': { ...release, unit: '篇' },
  'publicity.reads': { ...release, unit: '人次', sum: 'readCount' },
  'publicity.places': { ...place, unit: '个', kind: 'stock' },
  'publicity.scenes': { ...place, unit: '处', kind: 'stock', sum: 'scenes' },
  'publicity.scenes-built': {
    fact: 'publicity.culture-place',
    unit: '处',
    kind: 'flow',
    on: 'acceptedOn',
    sum: 'scenes',
  },
  /** Titles held; a village may hold several and is asked as one. */
  'publicity.demo-titles': {
    fact: 'publicity.demo-title',
    unit: '个',
    kind: 'stock',
    from: 'awardedOn',
    to: 'endedOn',
    distinct: 'unit',
    splits: ['level'],
  },
  'publicity.titles-awarded': {
    fact: 'publicity.demo-title',
    unit: '个',
    kind: 'flow',
    on: 'awardedOn',
    splits: ['level'],
  },
  'publicity.counsels': {
    fact: 'publicity.counsel-term',
    unit: '个',
    kind: 'stock',
    from: 'appointedOn',
    to: 'endsOn',
  },
  'publicity.counsel-duties': {
    fact: 'publicity.counsel-duty',
    unit: '次',
    kind: 'flow',
    on: 'doneOn',
    splits: ['duty'],
  },
  /** Duties owed, and kinds of them done in their month, by the month's last day. */
  'publicity.duties-owed': { ...month, sum: 'owed' },
  'publicity.duties-fulfilled': { ...month, sum: 'fulfilled' },
});

export type MeasureCode = keyof typeof measures;
