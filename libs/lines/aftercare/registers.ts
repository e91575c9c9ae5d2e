import { tables } from './views/kinds.js';

/** The clerks' lists (台账), one row per fact, newest first. */
export const registers = tables.registers({
  'aftercare.persons': {
    fact: 'aftercare.case',
    columns: [
      'status',
      'sourceKind',
      'riskClass',
      'keyClass',
      'releasedOn',
      'linkDueOn',
      'linkedOn',
      'linkMode',
      'supportedFrom',
      'groupFormedOn',
      'settlement',
      'settlementNeed',
      'whereabouts',
      'dualListed',
      'supportUntil',
      'supportedTo',
      'endKind',
    ],
    filters: [
      'status',
      'origin',
      'sourceKind',
      'riskClass',
      'keyClass',
      'keyAtRelease',
      'verification',
      'settlement',
      'settlementNeed',
      'whereabouts',
      'dualListed',
      'counted',
      'endKind',
    ],
    orderBy: 'releaseOn',
  },
  'aftercare.contacts-made': {
    fact: 'aftercare.contact',
    columns: ['contactOn', 'kind', 'situation', 'outcome'],
    filters: ['kind', 'situation', 'outcome'],
    orderBy: 'contactOn',
  },
  'aftercare.aids': {
    fact: 'aftercare.aid',
    columns: ['givenOn', 'kind', 'beneficiaryCount', 'amount'],
    filters: ['kind'],
    orderBy: 'givenOn',
  },
  'aftercare.link-failures': {
    fact: 'aftercare.link-failure',
    columns: ['recordedFor', 'reason'],
    filters: ['reason'],
    orderBy: 'recordedFor',
  },
  'aftercare.reoffences': {
    fact: 'aftercare.reoffence',
    columns: ['convictionEffectiveOn', 'offenceCommittedOn', 'offenceClass'],
    filters: ['offenceClass'],
    orderBy: 'convictionEffectiveOn',
  },
});

export type RegisterCode = keyof typeof registers;
