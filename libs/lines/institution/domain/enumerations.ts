import { enumeration } from '#kernel/schema.js';

/** What an agency decides only after a legal review. @source 国办发〔2018〕118号; 国办发〔2018〕115号 */
export const decisionKind = enumeration('institution.decision-kind', [
  'major-enforcement',
  'major-administrative',
  'normative-document',
  'contract',
]);
export const reviewOpinion = enumeration('institution.review-opinion', [
  'approved',
  'to-be-revised',
  'refused',
  'beyond-competence',
]);

export const meetingKind = enumeration('institution.meeting-kind', ['symposium', 'joint-conference', 'dossier-review']);
export const visitKind = enumeration('institution.visit-kind', ['call', 'inspection', 'study']);

export const regulationKind = enumeration('institution.regulation-kind', [
  'enforcement-rule',
  'normative-document',
  'internal-rule',
]);

export const honourKind = enumeration('institution.honour-kind', [
  'collective',
  'organisation',
  'commendation',
  'individual',
  'demonstration-village',
]);
export const honourLevel = enumeration('institution.honour-level', ['national', 'provincial', 'city', 'county']);

/** What is to be made public; its kind decides the term. */
export const disclosureKind = enumeration('institution.disclosure-kind', [
  'budget',
  'final-accounts',
  'three-public',
  'annual-report',
  'enforcement-decision',
  'penalty-or-licence',
  'proactive',
  'on-request',
]);
export const disclosurePlatform = enumeration('institution.disclosure-platform', [
  'government-portal',
  'own-website',
  'new-media',
  'notice-board',
  'press',
  'to-applicant',
]);
/** Why something is not made public after all. @source 政府信息公开条例 第十四至十六条、第三十六条 */
export const waiverGround = enumeration('institution.waiver-ground', [
  'state-secret',
  'public-safety',
  'privacy-or-trade-secret',
  'internal-matter',
  'application-withdrawn',
]);

export const assetKind = enumeration('institution.asset-kind', ['camera', 'pickup', 'terminal', 'recorder', 'other']);
export const retirementReason = enumeration('institution.retirement-reason', [
  'worn-out',
  'replaced',
  'lost',
  'handed-over',
]);

export const unitKind = enumeration('institution.unit-kind', [
  'section',
  'justice-office',
  'public-institution',
  'legal-aid-centre',
  'forensic-institution',
  'law-firm',
  'legal-service-office',
]);
export const facilityKind = enumeration('institution.facility-kind', [
  'function-room',
  'mediation-room',
  'correction-centre',
  'service-station',
  'office-space',
]);

/** Figures a person types or grades because no record yields them; `other-number` and `goal` go by a name of their own. */
export const manualItem = enumeration('institution.manual-item', [
  'lawful-rights-rate',
  'crime-reduction-rate',
  'energy-saving-rate',
  'participation-rate',
  'acceptance-rate',
  'schedule-rate',
  'within-estimate-rate',
  'heating-months',
  'office-temperature',
  'heated-area',
  'other-number',
  'goal',
]);
/** Grades of a qualitative goal. @source 财预〔2020〕10号 */
export const goalGrade = enumeration('institution.goal-grade', ['achieved', 'partly-achieved', 'missed']);
