import type { LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';
import { categorySuffixes } from './counts.js';

type Meaning = IndicatorCode | { readonly indicator: IndicatorCode; readonly at: 'opening' | 'year-end' } | null;
type Meanings = Readonly<Record<string, Meaning>>;

/** Counts that say how the year is to be played, and are no figure of their own. */
const steering = (...names: readonly string[]): Meanings => Object.fromEntries(names.map((name) => [name, null]));

/** A flow whose categories are counted, but no figure is printed of them. */
const flow = (name: string, indicator: IndicatorCode): Meanings => ({
  [name]: indicator,
  ...steering(...categorySuffixes.map((suffix) => `${name}${suffix}`)),
});

const register: readonly (readonly [suffix: string, indicator: IndicatorCode])[] = [
  ['', 'CC-07'],
  ['PublicSurveillance', 'CC-07-public-surveillance'],
  ['Probation', 'CC-07-probation'],
  ['Parole', 'CC-07-parole'],
  ['OutsidePrison', 'CC-07-outside-prison'],
];

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  ...Object.fromEntries(
    register.map(([suffix, indicator]) => [`opening${suffix}`, { indicator, at: 'opening' as const }]),
  ),
  ...Object.fromEntries(register.map(([suffix, indicator]) => [`closing${suffix}`, indicator])),
  'registerAtEndOf*': { indicator: 'CC-07', at: 'year-end' },
  ...flow('received', 'CC-02'),
  ...flow('transferredIn', 'CC-03'),
  ...flow('released', 'CC-04'),
  ...flow('transferredOut', 'CC-06'),
  terminated: 'CC-05',
  terminatedProbationRevoked: 'CC-05-probation-revoked',
  terminatedParoleRevoked: 'CC-05-parole-revoked',
  terminatedTakenIntoCustody: 'CC-05-taken-into-prison',
  terminatedDeath: 'CC-05-death',
  terminatedOther: 'CC-05-other',
  baselineReceived: { indicator: 'CC-09-received', at: 'opening' },
  baselineLeft: { indicator: 'CC-09-left', at: 'opening' },
  assessmentsReceived: 'CC-01',
  assessmentsSuitable: 'CC-01a',
  assessmentsCautious: 'CC-01b',
  assessmentsUnsuitable: 'CC-01c',
  assessmentsPending: 'CC-01d',
  leavesDeparted: 'CC-10',
  leavesInProgress: 'CC-10-in-progress',
  leavesReturned: 'CC-10-returned',
  leavesOverdue: 'CC-10-overdue',
  leavesReturnedLate: 'CC-10-late',
  crossCountyPermits: 'CC-11',
  violationsDetected: 'CC-27',
  warnings: 'CC-13-warning',
  admonitions: 'CC-13-admonition',
  publicSecurityPunishments: 'CC-13-public-security',
  punishedPersons: 'CC-13p',
  reoffencePersons: 'CC-15-persons',
  revocationsProposed: 'CC-14',
  exitReports: 'CC-24-exit',
  borderControls: 'CC-24-border',
  documentHolders: 'CC-24-documents',
  documentsSeized: 'CC-24-papers',
  screenings: 'CC-25-screenings',
  keySubjects: 'CC-25-key',
  licencesSubjects: 'CC-29-subjects',
  licencesStaff: 'CC-29-staff',
  skillTrainingQualified: 'CC-21',
  assistanceBeneficiaries: 'CC-23',
  sessionsHeld: 'CC-22',
  trainingSessionsHeld: 'CC-22-training',
  ...steering('assessmentsReturned', 'assessmentsWithdrawn', 'contactLostPersons', 'nonReportPersons'),
  ...steering('quarterlyReviewsDue', 'quarterlyReviewsOnTime', 'annualDiagnosesDue', 'annualDiagnosesOnTime'),
  ...steering('casesDueForPlan', 'casesWithGroupAndPlan', 'reported', 'withDevice', 'evaluations', 'evaluationsPassed'),
} satisfies Meanings;
