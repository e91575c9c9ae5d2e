import { tables } from '../views/kinds.js';

const regulation = { fact: 'institution.regulation', unit: '项', splits: ['kind'] } as const;
const delegated = { fact: 'institution.delegation', unit: '项', sum: 'itemCount' } as const;
const withdrawn = { fact: 'institution.withdrawal', unit: '项', sum: 'itemCount' } as const;

/** Meetings and visits, rules, powers and honours; the office that recorded them. */
export const practiceMeasures = tables.measures({
  'institution.contacts': { fact: 'institution.contact', unit: '次', kind: 'flow', on: 'heldOn', splits: ['form'] },
  'institution.regulations-adopted': { ...regulation, kind: 'flow', on: 'adoptedOn' },
  'institution.regulations-in-force': { ...regulation, kind: 'stock', from: 'effectiveOn', to: 'repealedOn' },
  /** Items of power, not documents. */
  'institution.powers-delegated': { ...delegated, kind: 'flow', on: 'delegatedOn' },
  'institution.powers-withdrawn': { ...withdrawn, kind: 'flow', on: 'withdrawnOn' },
  'institution.powers-ever-delegated': { ...delegated, kind: 'stock', from: 'delegatedOn' },
  'institution.powers-ever-withdrawn': { ...withdrawn, kind: 'stock', from: 'withdrawnOn' },
  /** Honours of the bureau and its offices; one taken back later stays in the year it was given. */
  'institution.honours-of-units': {
    fact: 'institution.honour',
    unit: '项',
    kind: 'flow',
    on: 'awardedOn',
    where: { kind: { oneOf: ['collective', 'organisation', 'commendation'] } },
    splits: ['level'],
  },
  'institution.honours-of-persons': {
    fact: 'institution.honour',
    unit: '项',
    kind: 'flow',
    on: 'awardedOn',
    where: { kind: 'individual' },
  },
  'institution.villages-titled': {
    fact: 'institution.honour',
    unit: '个',
    kind: 'flow',
    on: 'awardedOn',
    where: { kind: 'demonstration-village' },
    splits: ['level'],
  },
});
