import { enumeration } from '#kernel/schema.js';

/**
 * Kinds of disputes (纠纷类型) of the statistical form, at the level of its sub-kinds: wages of migrant workers and other
 * labour disputes are 劳动争议, tourism, electronic commerce and other purchases are 消费.
 * @source 人民调解案件统计表 [C]
 */
export const disputeKind = enumeration('mediation.dispute-kind', [
  'marriage-family',
  'neighbours',
  'housing',
  'contract',
  'production',
  'damages',
  'forest-land',
  'expropriation',
  'environment',
  'migrant-wages',
  'labour-other',
  'tourism',
  'e-commerce',
  'consumer-other',
  'medical',
  'traffic',
  'property-management',
  'other',
]);

/** Kinds some places count by themselves; the form has them under 其他. */
export const otherDisputeKind = enumeration('mediation.other-dispute-kind', [
  'village-affairs',
  'family-planning',
  'intellectual-property',
  'finance',
  'fire',
]);

/** Where a case comes from (案件来源): taken up unasked, applied for, or handed over by an organ. */
export const caseSource = enumeration('mediation.case-source', [
  'initiative',
  'application',
  'court',
  'procuratorate',
  'police',
  'petition-office',
  'other-organ',
]);

/** Kinds of people's mediation committees (调解主体). Rooms and studios count with the committee they belong to. */
export const committeeKind = enumeration('mediation.committee-kind', [
  'village',
  'community',
  'township',
  'subdistrict',
  'enterprise',
  'organisation',
]);
export const roomKind = enumeration('mediation.room-kind', ['stationed', 'personal-studio', 'comprehensive']);

export const severity = enumeration('mediation.severity', ['ordinary', 'escalating', 'urgent']);

/** Difficulty (难易等级), lowest first: it decides what a case earns its mediator. */
export const grade = enumeration('mediation.grade', ['simple', 'ordinary', 'difficult', 'major', 'extra-major']);

/** Who else has the matter in hand, or had. A referral by the same organ is no obstacle. */
export const proceedings = enumeration('mediation.proceedings', [
  'none',
  'court',
  'procuratorate',
  'police',
  'petition-office',
  'other-organ',
  'settled',
  'reserved-by-law',
]);

export const refusalGround = enumeration('mediation.refusal-ground', [
  'party-refused',
  'dealt-with-elsewhere',
  'reserved-by-law',
  'not-civil',
  'other',
]);

export const agreementForm = enumeration('mediation.agreement-form', ['oral', 'written']);
export const performanceDegree = enumeration('mediation.performance-degree', ['full', 'partial']);
export const failureReason = enumeration('mediation.failure-reason', [
  'no-agreement',
  'party-absent',
  'agreement-not-signed',
  'may-escalate',
  'other',
]);
export const withdrawalReason = enumeration('mediation.withdrawal-reason', [
  'applicant-withdrew',
  'party-refused',
  'settled-privately',
  'other',
]);

/** The ways the parties of a failed mediation are told of. @source 人民调解法 第二十六条 */
export const remedy = enumeration('mediation.remedy', ['arbitration', 'administrative', 'judicial']);
export const forum = enumeration('mediation.forum', [
  'court',
  'arbitration',
  'police',
  'administration',
  'petition-office',
  'other',
]);

/** What a success kept from happening (防止激化). */
export const preventedHarm = enumeration('mediation.prevented-harm', ['suicide', 'crime', 'mass-petition', 'brawl']);
export const confirmationOutcome = enumeration('mediation.confirmation-outcome', ['confirmed', 'dismissed']);
export const satisfaction = enumeration('mediation.satisfaction', [
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'no-answer',
]);
export const reviewResult = enumeration('mediation.review-result', ['passed', 'not-passed']);
export const fundLevel = enumeration('mediation.fund-level', ['county', 'province']);

export const screeningKind = enumeration('mediation.screening-kind', ['routine', 'special', 'key-period']);

export const employment = enumeration('mediation.employment', ['full-time', 'part-time']);
/** Where a mediator sits: with the committee, in one of its rooms, or at the county's centre. */
export const workplace = enumeration('mediation.workplace', ['committee', 'room', 'county-centre']);
export const dismissalReason = enumeration('mediation.dismissal-reason', [
  'misconduct',
  'resigned',
  'term-ended',
  'unable',
  'died',
  'other',
]);
