import { enumeration } from '#kernel/schema.js';

export const channel = enumeration('reconsideration.channel', ['in-person', 'post', 'online', 'through-agency']);
export const applicantKind = enumeration('reconsideration.applicantKind', ['citizen', 'legal-person', 'organisation']);
export const respondentKind = enumeration('reconsideration.respondentKind', [
  'township',
  'county-department',
  'outpost',
  'empowered-organisation',
]);
export const actKind = enumeration('reconsideration.actKind', [
  'penalty',
  'compulsory-measure',
  'licence',
  'expropriation',
  'resource-title',
  'state-compensation',
  'work-injury',
  'open-information',
  'complaint-handling',
  'failure-to-act',
  'agreement',
  'other',
]);
export const field = enumeration('reconsideration.managementField', [
  'police',
  'market',
  'natural-resources',
  'labour',
  'construction',
  'urban-management',
  'agriculture',
  'transport',
  'civil-affairs',
  'taxation',
  'township',
  'other',
]);
export const procedure = enumeration('reconsideration.procedure', ['ordinary', 'summary']);
export const settlementMode = enumeration('reconsideration.settlementMode', [
  'mediated',
  'reconciled',
  'respondent-corrected',
  'withdrawn',
]);
export const notAcceptedReason = enumeration('reconsideration.notAcceptedReason', [
  'parties',
  'no-interest',
  'no-request',
  'out-of-time',
  'out-of-scope',
  'no-jurisdiction',
  'repeated',
]);
export const referralMode = enumeration('reconsideration.referralMode', ['informed', 'forwarded']);
export const hearingMode = enumeration('reconsideration.hearingMode', [
  'in-person',
  'online',
  'telephone',
  'impossible',
]);
export const mediationResult = enumeration('reconsideration.mediationResult', ['agreement', 'continued', 'failed']);
export const suspensionGround = enumeration('reconsideration.suspensionGround', [
  'applicant-died',
  'capacity-lost',
  'applicant-missing',
  'organisation-ended',
  'force-majeure',
  'mediation',
  'legal-question',
  'other-case',
  'norm-review',
  'other',
]);
export const approver = enumeration('reconsideration.approver', ['agency-head', 'authority-head']);
export const normTrigger = enumeration('reconsideration.normTrigger', ['applicant', 'own-motion']);
export const normCompetence = enumeration('reconsideration.normCompetence', ['own', 'referred']);
export const normStep = enumeration('reconsideration.normStep', [
  'maker-notified',
  'maker-replied',
  'referred',
  'answered',
  'handled',
]);
export const outcome = enumeration('reconsideration.outcome', [
  'upheld',
  'modified',
  'revoked',
  'partly-revoked',
  'revoked-remade',
  'declared-unlawful',
  'ordered-to-perform',
  'declared-void',
  'request-dismissed',
  'application-dismissed',
  'agreement-liability',
  'mediated',
  'terminated',
]);
export const terminationGround = enumeration('reconsideration.terminationGround', [
  'withdrawn',
  'applicant-died',
  'organisation-ended',
  'criminal-proceedings',
  'suspension-unresolved',
]);
export const serviceMode = enumeration('reconsideration.serviceMode', [
  'direct',
  'post',
  'electronic',
  'left',
  'announcement',
]);
export const defendantMode = enumeration('reconsideration.defendantMode', ['alone', 'joint']);
export const openingState = enumeration('reconsideration.openingState', ['received', 'in-review', 'suspended']);
