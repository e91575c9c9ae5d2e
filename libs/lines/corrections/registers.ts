import { tables } from './views/facts/kinds.js';

/** The clerks' lists (台账), one row per fact, newest first. */
const written = {
  'corrections.cases': {
    fact: 'corrections.case',
    columns: [
      'subjectNo',
      'status',
      'category',
      'level',
      'sex',
      'ageBand',
      'inRegisterFrom',
      'correctionFrom',
      'correctionTo',
      'groupFormedOn',
      'planAdoptedOn',
      'closedOn',
      'closing',
      'closingKind',
    ],
    filters: [
      'status',
      'origin',
      'category',
      'level',
      'sex',
      'ageBand',
      'minor',
      'offenceClass',
      'closing',
      'closingKind',
    ],
    orderBy: 'inRegisterFrom',
  },
  'corrections.assessments': {
    fact: 'corrections.assessment',
    columns: [
      'receivedOn',
      'orgKind',
      'subjectKind',
      'proposedCategory',
      'expedited',
      'assignedTo',
      'dueOn',
      'outcome',
      'endedOn',
    ],
    filters: ['outcome', 'orgKind', 'subjectKind', 'proposedCategory', 'expedited', 'assignedTo'],
    orderBy: 'receivedOn',
  },
  'corrections.leaves': {
    fact: 'corrections.leave',
    columns: [
      'status',
      'reason',
      'level',
      'approvedOn',
      'plannedFrom',
      'plannedTo',
      'days',
      'departedOn',
      'returnedOn',
      'late',
    ],
    filters: ['status', 'reason', 'level', 'late', 'assumed'],
    orderBy: 'plannedFrom',
  },
  'corrections.permits': {
    fact: 'corrections.permit',
    columns: ['grantedOn', 'validTo', 'placeCount', 'frequency'],
    filters: [],
    orderBy: 'grantedOn',
  },
  'corrections.place-changes': {
    fact: 'corrections.place-change',
    columns: [
      'requestedOn',
      'consultedOn',
      'repliedOn',
      'agreed',
      'decidedOn',
      'decision',
      'transferredOutOn',
      'docsHandedOverOn',
    ],
    filters: ['agreed', 'decision', 'dateBasis'],
    orderBy: 'requestedOn',
  },
  'corrections.violations': {
    fact: 'corrections.violation',
    columns: ['violatedOn', 'kind', 'source'],
    filters: ['kind', 'source'],
    orderBy: 'violatedOn',
  },
  'corrections.punishments': {
    fact: 'corrections.punishment',
    columns: ['decidedOn', 'kind', 'docNo', 'penalty', 'detentionDays'],
    filters: ['kind', 'penalty'],
    orderBy: 'decidedOn',
  },
  'corrections.commendations': {
    fact: 'corrections.commendation',
    columns: ['decidedOn', 'docNo'],
    filters: [],
    orderBy: 'decidedOn',
  },
  'corrections.revocations': {
    fact: 'corrections.revocation',
    columns: ['proposedOn', 'kind', 'docNo', 'arrestRequested', 'ruledOn', 'outcome', 'courtInitiated'],
    filters: ['kind', 'outcome', 'courtInitiated'],
    orderBy: 'proposedOn',
  },
  'corrections.lapses': {
    fact: 'corrections.lapse',
    columns: ['beganOn', 'kind', 'warnedOn', 'revocationProposedOn', 'endedOn'],
    filters: ['kind'],
    orderBy: 'beganOn',
  },
  'corrections.reoffences': {
    fact: 'corrections.reoffence',
    columns: ['convictionEffectiveOn', 'offenceCommittedOn', 'measureOn', 'offenceClass'],
    filters: ['offenceClass'],
    orderBy: 'convictionEffectiveOn',
  },
  'corrections.monitorings': {
    fact: 'corrections.monitoring',
    columns: ['appliedOn', 'ground', 'beganOn', 'endsOn', 'settledOn'],
    filters: ['ground'],
    orderBy: 'appliedOn',
  },
  'corrections.key-persons': {
    fact: 'corrections.key-person',
    columns: ['listedOn', 'reason', 'endedOn'],
    filters: ['reason'],
    orderBy: 'listedOn',
  },
  'corrections.visits': {
    fact: 'corrections.visit',
    columns: ['visitedOn', 'kind'],
    filters: ['kind'],
    orderBy: 'visitedOn',
  },
  'corrections.reports': {
    fact: 'corrections.report',
    columns: ['on', 'kind', 'made', 'ok', 'reportCount'],
    filters: ['kind', 'made', 'ok'],
    orderBy: 'on',
  },
  'corrections.trainings': {
    fact: 'corrections.skill-training',
    columns: ['startedOn', 'completedOn', 'courseName', 'result'],
    filters: ['result'],
    orderBy: 'completedOn',
  },
  'corrections.assistances': {
    fact: 'corrections.assistance',
    columns: ['givenOn', 'kind', 'beneficiaryCount', 'amount'],
    filters: ['kind'],
    orderBy: 'givenOn',
  },
  'corrections.condition-duties': {
    fact: 'corrections.condition-duty',
    columns: ['period', 'opensOn', 'dueOn', 'metOn'],
    filters: ['period'],
    orderBy: 'dueOn',
  },
  'corrections.evaluations': {
    fact: 'corrections.evaluation',
    columns: ['evaluatedOn', 'period', 'result'],
    filters: ['period', 'result'],
    orderBy: 'evaluatedOn',
  },
  'corrections.exit-reports': {
    fact: 'corrections.exit-report',
    columns: ['reportedOn', 'controlFrom', 'controlTo'],
    filters: [],
    orderBy: 'reportedOn',
  },
  'corrections.border-controls': {
    fact: 'corrections.border-control',
    columns: ['imposedOn', 'docNo', 'controlTo', 'liftedOn'],
    filters: [],
    orderBy: 'imposedOn',
  },
  'corrections.travel-documents': {
    fact: 'corrections.travel-document',
    columns: ['seizedOn', 'docKind', 'count', 'returnedCount', 'returnedOn'],
    filters: ['docKind'],
    orderBy: 'seizedOn',
  },
  'corrections.procuratorial-opinions': {
    fact: 'corrections.procuratorial-opinion',
    columns: ['receivedOn', 'kind', 'docNo', 'answeredOn'],
    filters: ['kind'],
    orderBy: 'receivedOn',
  },
  'corrections.screenings': {
    fact: 'corrections.screening',
    columns: ['heldOn', 'scope', 'screenedCount', 'keyPersonsFound'],
    filters: ['scope'],
    orderBy: 'heldOn',
  },
  'corrections.sessions': {
    fact: 'corrections.session',
    columns: ['heldOn', 'kind', 'place', 'hours', 'attendance'],
    filters: ['kind'],
    orderBy: 'heldOn',
  },
  'corrections.device-lots': {
    fact: 'corrections.device-lot',
    columns: ['purchasedOn', 'kind', 'quantity', 'endsOn'],
    filters: ['kind'],
    orderBy: 'purchasedOn',
  },
  'corrections.device-assignments': {
    fact: 'corrections.device-assignment',
    columns: ['assignedOn', 'kind', 'releasedOn'],
    filters: ['kind'],
    orderBy: 'assignedOn',
  },
} as const;

export type RegisterCode = keyof typeof written;

/** A column of a register, as terms name it: `<fact>.<field>`. */
export type Column = {
  [Code in RegisterCode]: `${(typeof written)[Code]['fact']}.${(typeof written)[Code]['columns'][number]}`;
}[RegisterCode];

/** Every register of the line, by code. */
export const registers = tables.registers(written);
