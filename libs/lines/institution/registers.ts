import { tables } from './views/kinds.js';

/** The clerks' lists (台账), one row per fact, newest first. */
export const registers = tables.registers({
  'institution.reviews': {
    fact: 'institution.review',
    columns: ['requestedOn', 'kind', 'agency', 'dueOn', 'completedOn', 'opinion', 'withdrawnOn'],
    filters: ['kind', 'opinion'],
    orderBy: 'requestedOn',
  },
  'institution.decisions': {
    fact: 'institution.decision',
    columns: ['decidedOn', 'kind', 'agency', 'decisionDocNo', 'reviewedOn'],
    filters: ['kind'],
    orderBy: 'decidedOn',
  },
  'institution.contacts-held': {
    fact: 'institution.contact',
    columns: ['heldOn', 'form', 'kind', 'subject', 'counterpart', 'attendance'],
    filters: ['form', 'kind'],
    orderBy: 'heldOn',
  },
  'institution.regulations': {
    fact: 'institution.regulation',
    columns: ['adoptedOn', 'kind', 'title', 'docNo', 'effectiveOn', 'amendedOn', 'repealedOn'],
    filters: ['kind'],
    orderBy: 'adoptedOn',
  },
  'institution.delegations': {
    fact: 'institution.delegation',
    columns: ['delegatedOn', 'itemCount', 'field', 'town', 'docNo'],
    filters: ['town'],
    orderBy: 'delegatedOn',
  },
  'institution.withdrawals': {
    fact: 'institution.withdrawal',
    columns: ['withdrawnOn', 'itemCount'],
    filters: [],
    orderBy: 'withdrawnOn',
  },
  'institution.honours': {
    fact: 'institution.honour',
    columns: ['awardedOn', 'kind', 'level', 'title', 'awardingBody', 'recipientUnit', 'docNo', 'revokedOn'],
    filters: ['kind', 'level'],
    orderBy: 'awardedOn',
  },
  'institution.disclosures': {
    fact: 'institution.disclosure',
    columns: ['arisenOn', 'kind', 'title', 'fiscalYear', 'dueOn', 'publishedOn', 'platform', 'waivedOn'],
    filters: ['kind', 'fiscalYear', 'platform'],
    orderBy: 'arisenOn',
  },
  'institution.assets': {
    fact: 'institution.asset',
    columns: ['movedOn', 'movement', 'kind', 'quantity', 'origin', 'place', 'reason'],
    filters: ['movement', 'kind', 'origin', 'reason'],
    orderBy: 'movedOn',
  },
  'institution.unit-list': {
    fact: 'institution.unit',
    columns: ['unitCode', 'unitName', 'kind', 'establishedOn', 'abolishedOn', 'successorCode'],
    filters: ['kind'],
    orderBy: 'establishedOn',
  },
  'institution.facilities': {
    fact: 'institution.facility',
    columns: ['openedOn', 'kind', 'title', 'place', 'area', 'closedOn'],
    filters: ['kind'],
    orderBy: 'openedOn',
  },
  'institution.manual-entries': {
    fact: 'institution.manual',
    columns: ['periodFrom', 'periodTo', 'item', 'itemName', 'value', 'unit', 'grade', 'basis', 'docNo', 'standsBeside'],
    filters: ['item', 'grade'],
    orderBy: 'periodTo',
  },
});

export type RegisterCode = keyof typeof registers;
