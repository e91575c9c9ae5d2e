import { tables } from '../views/facts/kinds.js';

/** Breaches, punishments, losses and exit control; the office in charge on the day. 人次 counts acts, 人 persons. */
export const sanctionMeasures = tables.measures({
  'corrections.violations-detected': {
    fact: 'corrections.violation',
    unit: '次',
    kind: 'flow',
    on: 'violatedOn',
    splits: ['kind'],
  },
  'corrections.punishments-imposed': {
    fact: 'corrections.punishment',
    unit: '人次',
    kind: 'flow',
    on: 'decidedOn',
    splits: ['kind'],
  },
  'corrections.punished-persons': {
    fact: 'corrections.punishment',
    unit: '人',
    kind: 'flow',
    on: 'decidedOn',
    splits: ['kind'],
  },
  'corrections.revocations-proposed': {
    fact: 'corrections.revocation',
    unit: '件',
    kind: 'flow',
    on: 'proposedOn',
    splits: ['kind'],
  },
  /** Re-offenders, by the day the conviction took effect. */
  'corrections.reoffenders': { fact: 'corrections.reoffence', unit: '人', kind: 'flow', on: 'convictionEffectiveOn' },
  /** Re-offenders, by the day of the compulsory measure. */
  'corrections.reoffenders-by-measure': { fact: 'corrections.reoffence', unit: '人', kind: 'flow', on: 'measureOn' },
  /** Out of supervision: contact lost, or never reported, by its first day. */
  'corrections.persons-lapsed': {
    fact: 'corrections.lapse',
    unit: '人',
    kind: 'flow',
    on: 'beganOn',
    splits: ['kind'],
  },
  'corrections.exit-reported': { fact: 'corrections.exit-report', unit: '人', kind: 'flow', on: 'reportedOn' },
  'corrections.border-controlled': { fact: 'corrections.border-control', unit: '人', kind: 'flow', on: 'imposedOn' },
  /** Persons whose papers were taken into custody. */
  'corrections.document-holders': { fact: 'corrections.travel-document', unit: '人', kind: 'flow', on: 'seizedOn' },
  'corrections.documents-seized': {
    fact: 'corrections.travel-document',
    unit: '本',
    kind: 'flow',
    on: 'seizedOn',
    sum: 'count',
    splits: ['docKind'],
  },
});
