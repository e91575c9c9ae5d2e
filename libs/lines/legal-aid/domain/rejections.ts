import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `legal-aid.${
  | 'agent-exists'
  | 'agent-too-junior'
  | 'already-approved'
  | 'already-paid'
  | 'basis-not-for-case'
  | 'case-exists'
  | 'case-number-taken'
  | 'dates-reversed'
  | 'dossier-accepted'
  | 'dossier-not-accepted'
  | 'dossier-under-review'
  | 'duplicate-acceptance'
  | 'form-not-for-nature'
  | 'forwarded-before-taken'
  | 'forwarder-missing'
  | 'ground-not-for-stage'
  | 'lawyer-required'
  | 'limitation-not-near'
  | 'matter-missing'
  | 'no-dossier-to-review'
  | 'no-objection'
  | 'not-approved'
  | 'not-concluded'
  | 'not-granted'
  | 'not-the-closing-day'
  | 'notice-exists'
  | 'objection-pending'
  | 'objection-settled'
  | 'offer-exists'
  | 'other-day'
  | 'paid-over-approved'
  | 'recipient-twice'
  | 'result-not-for-kind'
  | 'result-paper-missing'
  | 'same-agent'
  | 'shift-exists'
  | 'stage-missing'
  | 'stage-not-for-nature'
  | 'supplement-time-running'
  | 'wages-exceed-recovered'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `legal-aid.${'recovered-though-lost' | 'supplement-asked-again'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
