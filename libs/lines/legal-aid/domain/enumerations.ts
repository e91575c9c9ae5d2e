import { enumeration } from '#kernel/schema.js';

/** Kind of case (案件类别); state compensation stands under the administrative ones, as in the ministry's form. */
export const nature = enumeration('legal-aid.nature', ['criminal', 'civil', 'administrative']);

/** Forms of aid that make a case; consultation, drafting and duty help are recorded and counted by themselves. */
export const aidForm = enumeration('legal-aid.form', [
  'criminal-defence-agency',
  'litigation',
  'petition',
  'labour-arbitration',
  'notarisation',
  'appraisal',
  'other-non-litigation',
]);

/** How an application comes in; a notice of the organs is an event of its own. */
export const entry = enumeration('legal-aid.entry', ['direct', 'forwarded', 'requested']);

export const stage = enumeration('legal-aid.stage', [
  'investigation',
  'prosecution',
  'first-instance',
  'second-instance',
  'death-review',
  'retrial',
  'compulsory-treatment',
  'arbitration',
  'enforcement',
]);

/** Place of the recipient in criminal proceedings. */
export const role = enumeration('legal-aid.role', [
  'suspect',
  'defendant',
  'victim',
  'private-prosecutor',
  'civil-claimant',
]);

export const organ = enumeration('legal-aid.organ', ['court', 'procuratorate', 'public-security']);

/** Who forwards an application, or asks for aid. */
export const forwarder = enumeration('legal-aid.forwarder', [
  'court',
  'procuratorate',
  'public-security',
  'custody-place',
  'duty-lawyer',
]);

export const noticeGround = enumeration('legal-aid.notice-ground', [
  'minor',
  'impaired-sight-hearing-speech',
  'limited-capacity',
  'life-or-death',
  'death-review',
  'in-absentia',
  'compulsory-treatment',
  'full-coverage',
  'other',
]);

/** Matter of a civil or administrative case: the law's list, then the rows the ministry's form adds. */
export const matter = enumeration('legal-aid.matter', [
  'state-compensation',
  'social-security',
  'survivor-pension',
  'support',
  'labour-relation-and-pay',
  'civil-capacity',
  'personal-injury',
  'environment',
  'heroes',
  'acting-bravely',
  'retrial-acquittal',
  'abuse-or-violence',
  'marriage-and-family',
  'product-quality',
  'other-labour',
  'other-injury',
  'other',
]);

/** Why the means of an applicant are not examined. */
export const meansExemption = enumeration('legal-aid.means-exemption', [
  'without-livelihood',
  'on-relief',
  'migrant-wages-or-injury',
  'heroes',
  'acting-bravely',
  'retrial-acquittal',
  'abuse-or-violence',
  'other',
]);

/** Categories of recipients; a person may be of several, so they add up to no total. */
export const recipientCategory = enumeration('legal-aid.recipient-category', [
  'female',
  'disabled',
  'farmer',
  'migrant-worker',
  'minor',
  'elderly',
  'minority',
  'military',
  'foreign',
  'veteran',
]);

export const agentKind = enumeration('legal-aid.agent-kind', [
  'centre-lawyer',
  'private-lawyer',
  'legal-worker',
  'social-organisation',
  'volunteer',
]);

export const refusalReason = enumeration('legal-aid.refusal-reason', ['out-of-scope', 'not-in-hardship', 'other']);

export const emergencyGround = enumeration('legal-aid.emergency-ground', [
  'limitation-near',
  'urgent-preservation',
  'other',
]);

export const replacementReason = enumeration('legal-aid.replacement-reason', [
  'recipient-request',
  'agent-unable',
  'conflict-of-interest',
  'neglect',
  'other',
]);

/** What fixes the closing day (结案日): the paper the agent receives, or what both sides did without one. */
export const closingBasis = enumeration('legal-aid.closing-basis', [
  'judgment',
  'transfer-opinion',
  'prosecution-decision',
  'award',
  'settlement',
  'performance',
]);

export const result = enumeration('legal-aid.result', [
  'adopted',
  'partly-adopted',
  'not-adopted',
  'won',
  'lost',
  'withdrawn',
  'mediated',
  'settled',
  'arbitrated',
]);

export const terminationReason = enumeration('legal-aid.termination-reason', [
  'obtained-by-deceit',
  'evidence-concealed',
  'used-unlawfully',
  'means-improved',
  'proceedings-ended',
  'own-lawyer',
  'asked-to-end',
  'other',
]);

export const objectionOutcome = enumeration('legal-aid.objection-outcome', ['maintained', 'ordered-to-correct']);
export const dossierOutcome = enumeration('legal-aid.dossier-outcome', ['accepted', 'returned']);

export const qualityGrade = enumeration('legal-aid.quality-grade', ['excellent', 'good', 'passed', 'failed']);
export const qualityMethod = enumeration('legal-aid.quality-method', [
  'peer-review',
  'file-review',
  'hearing-attended',
]);

export const satisfaction = enumeration('legal-aid.satisfaction', [
  'very-satisfied',
  'satisfied',
  'fairly-satisfied',
  'dissatisfied',
  'very-dissatisfied',
  'not-answered',
]);

export const channel = enumeration('legal-aid.channel', [
  'visit',
  'telephone',
  'hotline-12348',
  'online',
  'letter',
  'other',
]);
export const topicClass = enumeration('legal-aid.topic-class', ['criminal', 'civil', 'administrative', 'economic']);
export const paperKind = enumeration('legal-aid.paper-kind', ['claim', 'defence', 'appeal', 'application', 'other']);

export const dutyPlace = enumeration('legal-aid.duty-place', ['court', 'procuratorate', 'detention-centre', 'other']);
export const halfDay = enumeration('legal-aid.half-day', ['morning', 'afternoon', 'by-appointment']);
export const helpKind = enumeration('legal-aid.help-kind', [
  'advice',
  'choice-of-procedure',
  'change-of-measure',
  'plea-witnessed',
  'opinion-on-case',
  'other',
]);

export const complaintAgainst = enumeration('legal-aid.complaint-against', ['agent', 'centre', 'decision']);
export const complaintOutcome = enumeration('legal-aid.complaint-outcome', [
  'upheld',
  'partly-upheld',
  'unfounded',
  'withdrawn',
]);

export const offerAnswer = enumeration('legal-aid.offer-answer', ['applies', 'declines', 'no-reply']);

/** How far a case had come that was open when the system began. */
export const openingState = enumeration('legal-aid.opening-state', ['granted', 'assigned']);
