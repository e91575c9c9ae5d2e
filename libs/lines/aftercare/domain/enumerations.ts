import { type ValueOf, enumeration } from '#kernel/schema.js';

/** From where somebody was released. The last but one came out of community correction, not out of a prison. */
export const sourceKind = enumeration('aftercare.source-kind', [
  'prison',
  'detention-house',
  'correction-released',
  'other',
]);
/** How dangerous the prison holds the prisoner to be. */
export const riskClass = enumeration('aftercare.risk-class', ['key', 'general']);
export const offenceClass = enumeration('aftercare.offence-class', [
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
/** What the justice office found the pre-release information to be worth. */
export const verification = enumeration('aftercare.verification', ['confirmed', 'wrong', 'no-such-person']);
export const linkMode = enumeration('aftercare.link-mode', [
  'collected',
  'reported',
  'fetched-by-family',
  'handed-over',
]);
export const linkFailure = enumeration('aftercare.link-failure-reason', [
  'whereabouts-unknown',
  'refused',
  'left-the-area',
  'wrong-information',
  'other',
]);
export const groupRole = enumeration('aftercare.group-role', [
  'justice-office',
  'police-station',
  'village-committee',
  'family',
  'employer',
  'volunteer',
  'other',
]);
export const contactKind = enumeration('aftercare.contact-kind', ['visit', 'phone', 'video', 'came-in']);
export const situation = enumeration('aftercare.situation', ['stable', 'wavering', 'at-risk']);
export const contactOutcome = enumeration('aftercare.contact-outcome', [
  'nothing-further',
  'help-arranged',
  'police-informed',
]);
export const settlementMode = enumeration('aftercare.settlement-mode', [
  'farmland',
  'public-welfare-post',
  'own-enterprise',
  'self-employed',
  'hired',
  'other',
]);
/** Whether somebody has to be settled, or why not. */
export const settlementNeed = enumeration('aftercare.settlement-need', [
  'needed',
  'incapacitated',
  'studying',
  'unwilling',
]);
export const aidKind = enumeration('aftercare.aid-kind', [
  'skill-training',
  'temporary-lodging',
  'temporary-relief',
  'subsistence-allowance',
  'low-rent-housing',
  'childrens-schooling',
  'job-referral',
]);
/** Classes of key persons. Which seven are meant by 七类 is provincial: the setting `keyClasses` says. */
export const keyClass = enumeration('aftercare.key-class', [
  'state-security-or-cult',
  'gang',
  'drugs',
  'violence',
  'mental-disorder',
  'nothing-to-return-to',
  'false-identity',
  'other',
]);
/** Which of the two bureaus of somebody who lives away from the registered home we are. */
export const dualPlace = enumeration('aftercare.dual-place', ['domicile', 'residence']);
export const endKind = enumeration('aftercare.end-kind', ['term-over', 'death', 'reimprisoned', 'written-off']);
export const openingState = enumeration('aftercare.opening-state', ['released', 'in-support']);
export const coverage = enumeration('aftercare.coverage', ['half-year', 'year']);

export type AidKind = ValueOf<typeof aidKind>;
export type EndKind = ValueOf<typeof endKind>;
export type KeyClass = ValueOf<typeof keyClass>;
export type SettlementMode = ValueOf<typeof settlementMode>;
export type SettlementNeed = ValueOf<typeof settlementNeed>;
