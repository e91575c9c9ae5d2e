import { tables } from './views/facts/kinds.js';

/** The clerks' lists (台账), one row per fact, newest first. */
export const registers = tables.registers({
  'legal-aid.cases': {
    fact: 'legal-aid.case',
    columns: [
      'caseNo',
      'status',
      'nature',
      'form',
      'matter',
      'stage',
      'entry',
      'recipients',
      'receivedOn',
      'handledOn',
      'emergency',
      'assignedOn',
      'agentKind',
      'concludedOn',
      'basis',
      'result',
      'amountRecovered',
      'amountWages',
      'endedOn',
    ],
    filters: ['status', 'nature', 'form', 'matter', 'stage', 'entry', 'agentKind', 'result'],
    orderBy: 'receivedOn',
  },
  'legal-aid.examinations': {
    fact: 'legal-aid.examination',
    columns: ['receivedOn', 'decidedOn', 'decision', 'refusalReason', 'decisionDueOn', 'assignedOn', 'assignDueOn'],
    filters: ['decision', 'refusalReason'],
    orderBy: 'receivedOn',
  },
  'legal-aid.objections': {
    fact: 'legal-aid.objection',
    columns: ['raisedOn', 'against', 'decidedOn', 'outcome'],
    filters: ['against', 'outcome'],
    orderBy: 'raisedOn',
  },
  'legal-aid.dossiers': {
    fact: 'legal-aid.dossier',
    columns: ['closedOn', 'submittedOn', 'complete', 'reviewedOn', 'outcome', 'archiveNo'],
    filters: ['outcome'],
    orderBy: 'closedOn',
  },
  'legal-aid.subsidies': {
    fact: 'legal-aid.subsidy',
    columns: ['approvedOn', 'nature', 'agentKind', 'amountApproved', 'paidOn', 'amountPaid'],
    filters: ['nature', 'agentKind'],
    orderBy: 'approvedOn',
  },
  'legal-aid.assessments': {
    fact: 'legal-aid.assessment',
    columns: ['assessedOn', 'nature', 'grade', 'method'],
    filters: ['grade', 'method'],
    orderBy: 'assessedOn',
  },
  'legal-aid.revisits': {
    fact: 'legal-aid.revisit',
    columns: ['visitedOn', 'satisfaction'],
    filters: ['satisfaction'],
    orderBy: 'visitedOn',
  },
  'legal-aid.consultation-list': {
    fact: 'legal-aid.consultation',
    columns: ['answeredOn', 'channel', 'topicClass', 'topic'],
    filters: ['channel', 'topicClass', 'topic'],
    orderBy: 'answeredOn',
  },
  'legal-aid.papers': {
    fact: 'legal-aid.drafting',
    columns: ['draftedOn', 'paperKind'],
    filters: ['paperKind'],
    orderBy: 'draftedOn',
  },
  'legal-aid.duty-shifts': {
    fact: 'legal-aid.duty-shift',
    columns: ['servedOn', 'half', 'place', 'agentKind', 'paidOn', 'amountPaid'],
    filters: ['place', 'half'],
    orderBy: 'servedOn',
  },
  'legal-aid.complaints': {
    fact: 'legal-aid.complaint',
    columns: ['receivedOn', 'against', 'handledOn', 'outcome'],
    filters: ['against', 'outcome'],
    orderBy: 'receivedOn',
  },
  'legal-aid.offers': {
    fact: 'legal-aid.offer',
    columns: ['offeredOn', 'recipients', 'answeredOn', 'answer'],
    filters: ['answer'],
    orderBy: 'offeredOn',
  },
  'legal-aid.agents': {
    fact: 'legal-aid.agent',
    columns: ['registeredOn', 'status', 'agentKind', 'firmName', 'practisingSince', 'suspendedOn'],
    filters: ['status', 'agentKind'],
    orderBy: 'registeredOn',
  },
});

export type RegisterCode = keyof typeof registers;
