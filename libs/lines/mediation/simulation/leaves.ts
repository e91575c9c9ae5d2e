import type { LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';
import { columns, harms } from '../measures/columns.js';

type Meaning = IndicatorCode | { readonly indicator: IndicatorCode; readonly at: 'opening' } | null;
type Meanings = Readonly<Record<string, Meaning>>;

/** `migrant-wages` → `MigrantWages`. */
const pascal = (value: string): string =>
  value.replaceAll(/(?:^|-)(\w)/g, (_whole, letter: string) => letter.toUpperCase());

/** The leaf of a value of a column: `acceptedKindTraffic`, `acceptedSourceCourt`, `acceptedCommitteeVillage`. */
export const leafOf = (column: keyof typeof columns, value: string): string =>
  `accepted${pascal(column)}${pascal(value)}`;
/** The leaf of a harm prevented: `preventedMassPetition`, and of the people kept from it. */
export const harmLeaf = (harm: (typeof harms)[number]): string => `prevented${pascal(harm)}`;

const byColumn: Meanings = Object.fromEntries([
  ...columns.kind.map((value) => [leafOf('kind', value), `PM-02-kind-${value}` as const]),
  ...columns.source.map((value) => [leafOf('source', value), `PM-02-source-${value}` as const]),
  ...columns.committee.map((value) => [leafOf('committee', value), `PM-02-committee-${value}` as const]),
]);
const byHarm: Meanings = Object.fromEntries(
  harms.flatMap((harm) => [
    [harmLeaf(harm), `PM-13-${harm}` as const],
    [`${harmLeaf(harm)}People`, `PM-13-${harm}-people` as const],
  ]),
);

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  discovered: 'PM-01',
  openingOpen: { indicator: 'PM-02-open', at: 'opening' },
  accepted: 'PM-02',
  ...byColumn,
  notAccepted: 'PM-02-not-accepted',
  closingOpen: 'PM-02-open',
  closed: 'PM-03',
  failed: 'PM-03-failed',
  withdrawn: 'PM-03-withdrawn',
  transferred: 'PM-03-transferred',
  succeeded: 'PM-04',
  succeededOral: 'PM-04-oral',
  succeededWritten: 'PM-04-written',
  succeededSimple: 'PM-04-simple',
  succeededOrdinary: 'PM-04-ordinary',
  succeededDifficult: 'PM-06-difficult',
  succeededMajor: 'PM-06-major',
  succeededExtraMajor: 'PM-06-extra-major',
  agreementsPerformed: 'PM-04-performed',
  agreementsBreached: 'PM-04-breached',
  amountAgreed: 'PM-07-amount',
  peopleInvolved: 'PM-07',
  tariffSimple: null,
  tariffOrdinary: null,
  tariffDifficult: null,
  tariffMajor: null,
  tariffExtraMajor: null,
  subsidyApprovedAmount: 'PM-09-approved',
  subsidyPaidAmount: 'PM-09-paid',
  dossiersReviewed: 'PM-11-reviewed',
  dossiersPassed: 'PM-11-passed',
  confirmationsGranted: 'PM-12',
  confirmationsDismissed: 'PM-12-dismissed',
  ...byHarm,
  revisits: 'PM-14-visits',
  revisitsSatisfied: null,
  revisitsBasicallySatisfied: null,
  revisitsDissatisfied: null,
  screeningsPlanned: 'PM-15-planned',
  screeningsHeld: 'PM-15-held',
  committees: 'PM-16-committees',
  mediators: 'PM-16',
  mediatorsTrained: 'PM-16-trained',
  centreMediators: 'PM-16-centre',
  fullTimeMediatorsPerTownship: 'PM-16-per-township',
} satisfies Meanings;
