import type { DataOfEvent } from './events.js';

export type Outcome = DataOfEvent<'litigation.JudgmentReceived'>['outcome'];
export type StandingOutcome = NonNullable<DataOfEvent<'litigation.JudgmentReceived'>['standingOutcome']>;
export type FinalOutcome = DataOfEvent<'litigation.JudgmentBecameFinal'>['finalOutcome'];

/**
 * What a final outcome means to the defendant: won without any losing element; lost, in whole or in part; or apart, where
 * the suit ended because the defendant changed its act, or by mediation.
 */
export const meaningOf: Readonly<Record<StandingOutcome, FinalOutcome>> = {
  'claim-dismissed': 'won',
  'suit-dismissed': 'won',
  withdrawn: 'won',
  discontinued: 'won',
  revoked: 'lost',
  modified: 'lost',
  'duty-ordered': 'lost',
  'payment-ordered': 'lost',
  'declared-unlawful': 'lost',
  'declared-void': 'lost',
  'agreement-performance': 'lost',
  'agreement-compensation': 'lost',
  'partly-revoked': 'partly-lost',
  'withdrawn-after-change': 'other',
  mediated: 'other',
};

/** How an outcome of a first instance may be appealed; rulings on a withdrawal and mediation cannot be. */
export const appealOf = (outcome: Outcome): 'judgment' | 'ruling' | 'none' => {
  if (outcome === 'suit-dismissed') return 'ruling';
  return ['withdrawn', 'withdrawn-after-change', 'discontinued', 'mediated', 'remanded', 'appeal-withdrawn'].includes(
    outcome,
  )
    ? 'none'
    : 'judgment';
};

/** Outcomes that only a court above another one has. */
export const OF_A_HIGHER_COURT: readonly Outcome[] = ['upheld', 'reversed', 'remanded', 'appeal-withdrawn'];
/** Outcomes that speak of how the suit ends, in any instance. */
export const OF_ANY_INSTANCE: readonly Outcome[] = ['withdrawn', 'withdrawn-after-change', 'discontinued', 'mediated'];
