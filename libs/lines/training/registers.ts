import { tables } from './views/kinds.js';

/** Lists a clerk works with. */
export const registers = tables.registers({
  'training.plans': {
    fact: 'training.plan',
    columns: [
      'planYear',
      'subject',
      'targetGroup',
      'plannedSessions',
      'sessionsHeld',
      'plannedPersons',
      'plannedOn',
      'fulfilledOn',
      'status',
    ],
    filters: ['planYear', 'targetGroup', 'status'],
    orderBy: 'plannedOn',
  },
  'training.sessions': {
    fact: 'training.session',
    columns: ['heldOn', 'sessionNo', 'subject', 'targetGroup', 'form', 'mode', 'hours', 'traineeCount'],
    filters: ['form', 'targetGroup', 'mode'],
    orderBy: 'heldOn',
  },
  'training.officers': {
    fact: 'training.officer',
    columns: ['duty', 'postedOn', 'leftOn'],
    filters: ['duty'],
    orderBy: 'postedOn',
  },
  'training.exams': {
    fact: 'training.exam',
    columns: ['heldOn', 'kind', 'examinees', 'passed'],
    filters: ['kind'],
    orderBy: 'heldOn',
  },
  'training.appraisals': {
    fact: 'training.appraisal',
    columns: ['appraisalYear', 'appraisedOn', 'staffKind', 'grade'],
    filters: ['appraisalYear', 'staffKind', 'grade'],
    orderBy: 'appraisedOn',
  },
  'training.competitions': {
    fact: 'training.competition',
    columns: ['heldOn', 'title', 'subjectCount', 'participants'],
    filters: [],
    orderBy: 'heldOn',
  },
});

export type RegisterCode = keyof typeof registers;
