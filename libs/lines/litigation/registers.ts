import { tables } from './views/kinds.js';

/** Every register of the line, by code. */
export const registers = tables.registers({
  'litigation.suits': {
    fact: 'litigation.suit',
    columns: [
      'openFrom',
      'status',
      'suitNo',
      'courtName',
      'subject',
      'afterReconsideration',
      'finalOn',
      'finalOutcome',
      'performBy',
      'performedOn',
    ],
    filters: ['status', 'afterReconsideration', 'finalOutcome'],
    orderBy: 'openFrom',
  },
  'litigation.instances': {
    fact: 'litigation.instance',
    columns: ['noticedOn', 'courtCaseNo', 'instance', 'answerDueOn', 'submittedOn', 'judgedOn', 'outcome', 'filedOn'],
    filters: ['instance', 'outcome'],
    orderBy: 'noticedOn',
  },
  'litigation.hearings': {
    fact: 'litigation.hearing',
    columns: ['heldOn', 'instance', 'headRequired', 'headPresent'],
    filters: ['headRequired', 'headPresent'],
    orderBy: 'heldOn',
  },
  'litigation.advices': {
    fact: 'litigation.advice',
    columns: ['receivedOn', 'docNo', 'courtName', 'dueGiven', 'answeredOn'],
    filters: [],
    orderBy: 'receivedOn',
  },
});

export type RegisterCode = keyof typeof registers;
