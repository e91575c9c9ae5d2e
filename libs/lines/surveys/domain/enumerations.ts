import { enumeration } from '#kernel/schema.js';

/** The code tables of the line. Identifiers are permanent; their Chinese stands in terms under `<name>.<value>`. */

/**
 * What a survey asks about: one topic each. `other` is open: its topics are named in the setting `otherTopics`. `legal-aid`
 * asks recipients and the public about legal aid itself, `legal-aid-publicity` those it was explained to,
 * `legal-aid-recipients` whether recipients' interests were protected; `mediation` asks about the work, `mediators` about
 * the people who do it.
 */
export const topic = enumeration('surveys.topic', [
  'legal-aid',
  'legal-aid-publicity',
  'legal-aid-recipients',
  'mediation',
  'mediators',
  'subjects',
  'publicity',
  'enforcement-training',
  'staff-heating',
  'service',
  'residents',
  'stability',
  'other',
]);
export const method = enumeration('surveys.method', ['questionnaire', 'telephone', 'online', 'window']);
export const level = enumeration('surveys.level', [
  'very-satisfied',
  'satisfied',
  'basically-satisfied',
  'dissatisfied',
  'very-dissatisfied',
]);
/** How answers are given: on levels, or as a test of what people know of the law (知晓率). */
export const scale = enumeration('surveys.scale', ['five-levels', 'three-levels', 'two-levels', 'test']);
