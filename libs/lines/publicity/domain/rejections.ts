import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `publicity.${
  | 'activity-exists'
  | 'already-awarded'
  | 'copies-not-there'
  | 'counsel-exists'
  | 'dates-reversed'
  | 'more-passed-than-tested'
  | 'more-tested-than-attended'
  | 'not-a-village'
  | 'not-awarded'
  | 'other-material'
  | 'plan-year-over'
  | 'term-over'
  | 'term-too-long'
  | 'unit-exists'
  | 'unit-twice'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `publicity.${'other-than-planned'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
