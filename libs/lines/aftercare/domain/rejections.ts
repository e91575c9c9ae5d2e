import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `aftercare.${
  | 'already-in-support'
  | 'already-missing'
  | 'dates-reversed'
  | 'hand-over-exists'
  | 'key-class-not-in-use'
  | 'not-dual-listed'
  | 'not-key'
  | 'not-missing'
  | 'not-settled'
  | 'notice-exists'
  | 'offence-before-release'
  | 'other-person'
  | 'release-exists'
  | 'released-before-sentence'
  | 'statistics-elsewhere'
  | 'statistics-submitted'
  | 'support-over'
  | 'term-not-over'}`;

export const { refuse } = answersOf<RejectionCode>();
