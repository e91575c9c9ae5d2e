import { tables } from '../views/kinds.js';

const staff = { fact: 'funds.staff', unit: '人', splits: ['kind', 'orgUnit'] } as const;

/** Posts, people and their duties; publications; numbers of the premises. */
export const establishmentMeasures = tables.measures({
  'funds.posts': {
    fact: 'funds.posts',
    unit: '个',
    kind: 'stock',
    from: 'setOn',
    to: 'replacedOn',
    sum: 'posts',
    splits: ['kind'],
  },
  'funds.staff-in-post': { ...staff, kind: 'stock', from: 'inPostFrom', to: 'inPostTo' },
  'funds.staff-joined': { ...staff, kind: 'flow', on: 'joinedOn' },
  /** In a post when the records begin. */
  'funds.staff-imported': { ...staff, kind: 'flow', on: 'importedOn' },
  /** Left a post, other than by retiring. */
  'funds.staff-left': { ...staff, kind: 'flow', on: 'leftOn' },
  'funds.staff-retired': { ...staff, kind: 'flow', on: 'retiredOn' },
  'funds.retired': { ...staff, kind: 'stock', from: 'retiredFrom', to: 'retiredTo' },
  /** Persons of other bodies who serve here. */
  'funds.seconded': { ...staff, kind: 'stock', from: 'secondedFrom', to: 'secondedTo' },
  'funds.duties': {
    fact: 'funds.duty',
    unit: '人',
    kind: 'stock',
    from: 'assignedOn',
    to: 'endedOn',
    splits: ['duty', 'kind'],
  },
  'funds.disclosures-due': {
    fact: 'funds.disclosure',
    unit: '次',
    kind: 'flow',
    on: 'dueOn',
    splits: ['accountsKind', 'fiscalYear'],
  },
  'funds.disclosures-on-time': {
    fact: 'funds.disclosure',
    unit: '次',
    kind: 'flow',
    on: 'dueOn',
    where: { publishedOn: { notAfter: 'dueOn' } },
    splits: ['accountsKind', 'fiscalYear'],
  },
  /** Each number with its own unit, so it is read by one `facility` only. */
  'funds.facility-figures': {
    fact: 'funds.facility-figure',
    unit: '项',
    kind: 'stock',
    from: 'measuredOn',
    to: 'replacedOn',
    sum: 'quantity',
    splits: ['facility'],
  },
});
