import { enumeration } from '#kernel/schema.js';

/** The code tables of the line. Identifiers are permanent; their Chinese stands in terms under `<name>.<value>`. */

/** Who sends people and asks for opinions. */
export const commissioningOrgKind = enumeration('corrections.commissioning-org-kind', [
  'court',
  'procuratorate',
  'public-security',
  'prison',
  'detention-centre',
]);
export const assessmentSubjectKind = enumeration('corrections.assessment-subject-kind', [
  'defendant',
  'convict',
  'other',
]);
export const assessmentOpinion = enumeration('corrections.assessment-opinion', ['suitable', 'cautious', 'unsuitable']);
export const assessmentReturnReason = enumeration('corrections.assessment-return-reason', [
  'not-resident',
  'materials-unusable',
  'other',
]);

/** Ways to serve in the community. `other` is for old records only. @source 社区矫正法 第二条 */
export const category = enumeration('corrections.category', [
  'public-surveillance',
  'probation',
  'parole',
  'outside-prison',
  'other',
]);
/** @source 刑事诉讼法 第二百六十五条 */
export const outsidePrisonGround = enumeration('corrections.outside-prison-ground', [
  'medical',
  'pregnancy-or-nursing',
  'unable-to-care-for-self',
]);
export const decidingOrgKind = enumeration('corrections.deciding-org-kind', [
  'court',
  'prison-administration',
  'public-security',
]);
export const offenceClass = enumeration('corrections.offence-class', [
  'state-security',
  'public-safety',
  'market-order',
  'personal-rights',
  'property',
  'social-order',
  'national-defence',
  'corruption',
  'dereliction',
  'other',
]);
export const mainPenalty = enumeration('corrections.main-penalty', [
  'death-suspended',
  'life',
  'fixed-term',
  'criminal-detention',
  'public-surveillance',
]);
export const additionalPenalty = enumeration('corrections.additional-penalty', [
  'fine',
  'deprivation-of-political-rights',
  'confiscation',
  'deportation',
  'none',
  'other',
]);
export const sex = enumeration('corrections.sex', ['male', 'female']);
/** Age at intake, in bands wide enough to identify nobody. */
export const ageBand = enumeration('corrections.age-band', ['under-18', '18-to-25', '26-to-45', '46-to-60', 'over-60']);
export const managementLevel = enumeration('corrections.management-level', ['strict', 'general', 'lenient']);

export const legalDocumentKind = enumeration('corrections.legal-document-kind', [
  'judgment',
  'ruling',
  'decision',
  'execution-notice',
  'commitment',
  'parole-certificate',
  'other',
]);
export const reportChannel = enumeration('corrections.report-channel', ['in-person', 'handed-over']);
export const groupRole = enumeration('corrections.group-role', [
  'justice-office',
  'village-committee',
  'guardian-or-family',
  'employer-or-school',
  'social-worker',
  'volunteer',
  'other',
]);
export const approver = enumeration('corrections.approver', ['justice-office-head', 'county-head']);
export const openingState = enumeration('corrections.opening-state', ['notified', 'reported', 'in-register']);

export const reportKind = enumeration('corrections.report-kind', [
  'check-in',
  'telephone',
  'written',
  'face-to-face',
  'medical-condition',
]);
export const visitKind = enumeration('corrections.visit-kind', ['field-visit', 'contact', 'online-check', 'talk']);
export const result = enumeration('corrections.result', ['passed', 'failed']);
export const assistanceKind = enumeration('corrections.assistance-kind', [
  'consolation-visit',
  'temporary-relief',
  'subsistence-allowance',
  'employment',
  'schooling',
  'minor-children',
  'counselling',
  'other',
]);
export const reviewPeriod = enumeration('corrections.review-period', ['quarter', 'year']);
export const evaluationPeriod = enumeration('corrections.evaluation-period', ['month', 'quarter', 'year', 'term-end']);
export const keyPersonReason = enumeration('corrections.key-person-reason', [
  'reoffence-risk',
  'supervision-breach',
  'dispute',
  'hardship',
  'other',
]);

/** @source 社区矫正法实施办法 第二十六条 (reasons), 第二十七条 (levels) */
export const leaveReason = enumeration('corrections.leave-reason', [
  'medical',
  'schooling',
  'litigation',
  'family',
  'work',
]);
export const leaveLevel = enumeration('corrections.leave-level', ['justice-office', 'county', 'city']);
export const decision = enumeration('corrections.decision', ['agreed', 'refused']);
/** What dates a transfer out: arrival at the new county, or the decision where arrival is unknown. */
export const transferDateBasis = enumeration('corrections.transfer-date-basis', ['arrival', 'decision']);

export const violationKind = enumeration('corrections.violation-kind', [
  'report-missed',
  'online-check-failed',
  'left-without-leave',
  'location-spoofed',
  'education-missed',
  'prohibition-broken',
  'other',
]);
export const violationSource = enumeration('corrections.violation-source', [
  'check',
  'visit',
  'information-system',
  'public-security',
  'procuratorate',
  'tip-off',
  'other',
]);
export const punishmentKind = enumeration('corrections.punishment-kind', ['admonition', 'warning']);
export const publicSecurityPenalty = enumeration('corrections.public-security-penalty', [
  'warning',
  'fine',
  'detention',
]);
export const revocationKind = enumeration('corrections.revocation-kind', [
  'probation-revoked',
  'parole-revoked',
  'taken-into-prison',
]);
export const rulingOutcome = enumeration('corrections.ruling-outcome', ['granted', 'denied']);
/** @source 社区矫正法 第二十九条第一款第一至五项, in this order */
export const monitoringGround = enumeration('corrections.monitoring-ground', [
  'prohibition-broken',
  'left-without-leave',
  'refused-to-report',
  'public-security-punishment',
  'revocation-intended',
]);
export const compulsoryMeasure = enumeration('corrections.compulsory-measure', [
  'criminal-detention',
  'arrest',
  'residential-surveillance',
  'bail',
]);
export const procuratorialOpinionKind = enumeration('corrections.procuratorial-opinion-kind', [
  'violation-notice',
  'proposal',
]);

export const travelDocumentKind = enumeration('corrections.travel-document-kind', [
  'passport',
  'hk-macao-permit',
  'taiwan-permit',
  'border-pass',
  'other',
]);
export const releaseKind = enumeration('corrections.release-kind', ['term-expired', 'pardoned']);
export const terminationKind = enumeration('corrections.termination-kind', [
  'probation-revoked',
  'parole-revoked',
  'taken-into-prison',
  'death',
  'other',
]);
export const deathKind = enumeration('corrections.death-kind', ['natural', 'unnatural']);

export const screeningScope = enumeration('corrections.screening-scope', ['corrections', 'aftercare', 'both']);
export const sessionKind = enumeration('corrections.session-kind', [
  'group-education',
  'public-welfare',
  'skill-training',
  'counselling',
]);
/** 在矫通 is carried by subjects, 矫务通 by staff. */
export const deviceKind = enumeration('corrections.device-kind', [
  'subject-app',
  'staff-app',
  'wristband',
  'phone-location',
]);
export const cumulativeIndicator = enumeration('corrections.cumulative-indicator', ['CC-09-received', 'CC-09-left']);
