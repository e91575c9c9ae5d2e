import { enumeration } from '#kernel/schema.js';

/** The code tables of the line. Identifiers are permanent; their Chinese stands in terms under `<name>.<value>`. */

/** Whom a training is for; and, but for the last, the duty an officer is entered under. */
export const targetGroup = enumeration('training.target-group', [
  'office-head',
  'office-staff',
  'enforcement-officer',
  'mediator',
  'legal-aid-staff',
  'corrections-staff',
  'all-staff',
]);
export const sessionForm = enumeration('training.session-form', ['course', 'lecture', 'meeting']);
export const mode = enumeration('training.mode', ['offline', 'online']);
export const result = enumeration('training.result', ['qualified', 'unqualified']);
/** @source 公务员法 第三十八条 */
export const grade = enumeration('training.grade', ['excellent', 'competent', 'basically-competent', 'incompetent']);
export const staffKind = enumeration('training.staff-kind', ['office', 'bureau']);
export const examKind = enumeration('training.exam-kind', ['licence', 'annual-check']);
