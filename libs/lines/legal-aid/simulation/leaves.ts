import type { LeafMeaning } from '#application/case-binding.js';
import type { IndicatorCode } from '../indicators/index.js';

type Meaning = IndicatorCode | { readonly indicator: IndicatorCode; readonly at: 'opening' | 'year-end' } | null;

/** Tariffs in 元 whose cases a report may count: `concludedTariff400`. */
export const tariffs = Array.from({ length: 40 }, (_, at) => 100 * (at + 1));

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  ...Object.fromEntries(tariffs.map((tariff) => [`concludedTariff${tariff}`, null])),
  applications: 'LA-01',
  notified: 'LA-01-notified',
  deemedWithdrawn: 'LA-01-withdrawn',
  pending: 'LA-01-pending',
  refused: 'LA-14-refused',
  refusedOutOfScope: 'LA-14-refused-out-of-scope',
  refusedNotInHardship: 'LA-14-refused-not-in-hardship',
  refusedOther: 'LA-14-refused-other',
  objections: 'LA-14-objections',
  granted: 'LA-02',
  grantedCriminal: 'LA-02-criminal',
  grantedCivil: 'LA-02-civil',
  grantedAdministrative: 'LA-02-administrative',
  recipients: 'LA-07',
  decisions: 'LA-09-decisions',
  decisionsOnTime: 'LA-09-on-time',
  openingOpen: { indicator: 'LA-04', at: 'opening' },
  concluded: 'LA-03',
  terminated: 'LA-03-terminated',
  closingOpen: 'LA-04',
  amountRecovered: 'LA-08',
  amountWages: 'LA-08-wages',
  subsidyApprovedCases: 'LA-10-approved-cases',
  subsidyApprovedAmount: 'LA-10-approved',
  subsidyPaidAmount: 'LA-10-paid',
  casesAssessed: 'LA-11-assessed',
  casesAssessedPassed: 'LA-11-passed',
  revisits: 'LA-12-answered',
  revisitsSatisfied: 'LA-12-satisfied',
  complaints: 'LA-12-complaints',
  complaintsHandled: 'LA-12-complaints-handled',
  complaintsUpheld: 'LA-12-complaints-upheld',
  consultations: 'LA-06',
  documentsDrafted: 'LA-06-papers',
  dutyShiftsDue: 'LA-15-due',
  dutyShiftsPaid: 'LA-15-paid',
  dutyHelpGiven: 'LA-15-help',
  offers: 'LA-14-offered',
  offersTaken: 'LA-14-offers-taken',
} satisfies Readonly<Record<string, Meaning>>;
