import {
  agentKind,
  channel,
  dutyPlace,
  matter,
  nature,
  recipientCategory,
  refusalReason,
  topicClass,
} from '../domain/enumerations.js';

/** Columns of the ministry's monthly form for cases handled (办理案件数). */
const formRow = [
  'criminal-applied',
  'criminal-notified',
  'criminal-requested',
  'criminal-compulsory-treatment',
  'civil-litigation',
  'administrative-litigation',
  'petition',
  'notarisation',
  'appraisal',
  'other-non-litigation',
] as const;

/** The values figures are split by in the ministry's forms; an indicator stands for each. */
export const splits = {
  formRow,
  nature: nature.values,
  matter: matter.values,
  criminalStage: [
    'investigation',
    'prosecution',
    'first-instance',
    'second-instance',
    'death-review',
    'retrial',
    'compulsory-treatment',
  ],
  category: recipientCategory.values,
  refusalReason: refusalReason.values,
  agentKind: agentKind.values,
  channel: channel.values,
  topicClass: topicClass.values,
  dutyPlace: dutyPlace.values,
  criminalResult: ['adopted', 'partly-adopted', 'not-adopted'],
  litigationResult: ['won', 'lost', 'mediated', 'withdrawn'],
  otherResult: ['mediated', 'settled', 'arbitrated'],
} as const;
