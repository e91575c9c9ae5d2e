import type { LeafMeaning } from '#application/case-binding.js';
import type { DataOfEvent } from '../domain/events/index.js';
import type { IndicatorCode } from '../indicators/index.js';

type Outcome = Exclude<DataOfEvent<'reconsideration.ReconsiderationConcluded'>['outcome'], 'mediated' | 'terminated'>;

/** Outcomes of decisions, by the leaf that counts them. */
export const decisionLeaves = {
  upheld: 'upheld',
  modified: 'modified',
  revoked: 'revoked',
  partlyRevoked: 'partly-revoked',
  revokedRemade: 'revoked-remade',
  declaredUnlawful: 'declared-unlawful',
  orderedToPerform: 'ordered-to-perform',
  declaredVoid: 'declared-void',
  requestDismissed: 'request-dismissed',
  applicationDismissed: 'application-dismissed',
  agreementLiability: 'agreement-liability',
} as const satisfies Record<string, Outcome>;

/** Which figure each count of a published report is. */
export const leaves: Readonly<Record<string, LeafMeaning>> = {
  openingOpen: { indicator: 'AR-03-open', at: 'opening' },
  closingOpen: 'AR-03-open',
  received: 'AR-01',
  notAccepted: 'AR-01-not-accepted',
  referred: 'AR-01-referred',
  abandoned: 'AR-01-abandoned',
  settledBefore: 'AR-01-settled-before',
  pending: 'AR-01-pending',
  accepted: 'AR-02',
  acceptedSummary: 'AR-02-summary',
  concluded: 'AR-03',
  ...Object.fromEntries(Object.entries(decisionLeaves).map(([leaf, outcome]) => [leaf, `AR-03-${outcome}`])),
  mediated: 'AR-03-mediated',
  withdrawn: 'AR-03-withdrawn',
  ended: 'AR-03-ended',
  decisions: 'AR-03-decisions',
  decisionsLitigated: 'AR-07-litigated',
  contested: 'AR-08-contested',
  dueInPeriod: 'AR-04-due',
  concludedOnTime: 'AR-04-on-time',
  opinionLetters: 'AR-09-opinion',
  suggestions: 'AR-09-suggestion',
  lettersAnswered: 'AR-09-answered',
  suspended: null,
  extended: null,
  supplemented: null,
} satisfies Readonly<Record<string, IndicatorCode | { indicator: IndicatorCode; at: 'opening' } | null>>;
