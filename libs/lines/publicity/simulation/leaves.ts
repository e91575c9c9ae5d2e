import type { LeafMeaning } from '#application/case-binding.js';
import type { ValueOf } from '#kernel/schema.js';
import type { theme } from '../domain/enumerations.js';
import type { IndicatorCode } from '../indicators/index.js';

export type Theme = ValueOf<typeof theme>;

/** Themes a report may count apart, by the beginning of their leaves: `legalAidSessionsHeld`, `legalAidAttendance`. */
export const countedThemes = [
  ['constitution', 'constitution'],
  ['civilCode', 'civil-code'],
  ['legalAid', 'legal-aid'],
  ['antiFraud', 'anti-fraud'],
  ['corrections', 'corrections'],
  ['mediation', 'mediation'],
  ['minors', 'minors'],
] as const satisfies readonly (readonly [string, Theme])[];

const plainLeaves = {
  sessionsHeld: 'PL-01',
  activitiesHeld: 'PL-01',
  sessionsPlanned: 'PL-01-planned',
  attendance: 'PL-02',
  villages: 'PL-03-villages',
  villagesCovered: 'PL-03-covered',
  copiesPrinted: 'PL-04',
  copiesDistributed: 'PL-04-distributed',
  copiesHandedOut: 'PL-04-handed-out',
  awarenessTested: 'PL-05-tested',
  awarenessPassed: 'PL-05-passed',
  villageCounsels: 'PL-07-counsels',
  counselDuties: 'PL-07-done',
  demoVillagesAwarded: 'PL-08-awarded',
  cultureScenes: 'PL-09',
  culturePlaces: 'PL-09-places',
  mediaPublished: 'PL-10',
  mediaReads: 'PL-10-reads',
} satisfies Readonly<Record<string, IndicatorCode>>;

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  ...plainLeaves,
  ...Object.fromEntries(
    countedThemes.flatMap(([begins, theme]): [string, IndicatorCode][] => [
      [`${begins}SessionsHeld`, `PL-01-${theme}`],
      [`${begins}Attendance`, `PL-02-${theme}`],
    ]),
  ),
};
