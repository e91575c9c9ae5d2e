import { tables } from './views/kinds.js';

/** Every register of the line, by code. */
export const registers = tables.registers({
  'reconsideration.cases': {
    fact: 'reconsideration.case',
    columns: [
      'receivedOn',
      'acceptanceNo',
      'status',
      'channel',
      'respondentKind',
      'actKind',
      'field',
      'actDocNo',
      'procedure',
      'acceptedOn',
      'dueOn',
      'clock',
      'concludedOn',
      'outcome',
      'docNo',
      'servedOn',
      'performBy',
      'performedOn',
      'litigatedOn',
      'petitionedOn',
    ],
    filters: ['status', 'channel', 'respondentKind', 'actKind', 'field', 'procedure', 'clock', 'outcome'],
    orderBy: 'receivedOn',
  },
  'reconsideration.hearings': {
    fact: 'reconsideration.hearing',
    columns: ['heldOn', 'noticedOn', 'respondentHeadPresent'],
    filters: ['respondentHeadPresent'],
    orderBy: 'heldOn',
  },
  'reconsideration.norm-reviews': {
    fact: 'reconsideration.norm-review',
    columns: ['openedOn', 'normDocNo', 'normTrigger', 'competence', 'referredOn', 'normAnsweredOn', 'handledOn'],
    filters: ['normTrigger', 'competence'],
    orderBy: 'openedOn',
  },
  'reconsideration.letters': {
    fact: 'reconsideration.letter',
    columns: ['issuedOn', 'kind', 'docNo', 'toOrgan', 'dueGiven', 'replyOn'],
    filters: ['kind'],
    orderBy: 'issuedOn',
  },
});

export type RegisterCode = keyof typeof registers;
