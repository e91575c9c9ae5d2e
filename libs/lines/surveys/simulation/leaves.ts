import type { LeafMeaning } from '#application/case-binding.js';
import type { Topic } from '../domain/levels.js';
import type { IndicatorCode } from '../indicators/index.js';

/** A survey of a published report: the beginning of its leaves, what its favourable answers are called, its topic. */
export interface Asked {
  readonly valid: string;
  readonly favourable: string;
  readonly topic: Topic;
  /** A test of what people know of the law; the other surveys ask on levels. */
  readonly isTest: boolean;
}

const asked = (begins: string, favourable: string, topic: Topic, isTest = false): Asked => ({
  valid: `${begins}Valid`,
  favourable: `${begins}${favourable}`,
  topic,
  isTest,
});

export const surveysAsked: readonly Asked[] = [
  asked('legalAid', 'Satisfied', 'legal-aid'),
  asked('legalAidPublicity', 'Satisfied', 'legal-aid-publicity'),
  asked('recipients', 'Protected', 'legal-aid-recipients'),
  asked('mediation', 'Satisfied', 'mediation'),
  asked('mediators', 'Satisfied', 'mediators'),
  asked('subjects', 'Satisfied', 'subjects'),
  asked('publicity', 'Satisfied', 'publicity'),
  asked('enforcementTraining', 'Satisfied', 'enforcement-training'),
  asked('staffHeating', 'Satisfied', 'staff-heating'),
  asked('service', 'Satisfied', 'service'),
  asked('residents', 'Satisfied', 'residents'),
  asked('stability', 'Agreed', 'stability'),
  asked('awareness', 'Passed', 'publicity', true),
];

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  ...Object.fromEntries(
    surveysAsked.flatMap(({ valid, favourable, topic, isTest }): [string, IndicatorCode][] => [
      [valid, isTest ? 'SV-05' : `SV-02-${topic}`],
      [favourable, isTest ? 'SV-06' : `SV-03-${topic}`],
    ]),
  ),
  issued: 'SV-07-issued' satisfies IndicatorCode,
};
