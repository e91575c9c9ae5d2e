import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `litigation.${
  | 'absence-unexplained'
  | 'advice-answered'
  | 'advice-exists'
  | 'already-answered'
  | 'appeal-term-open'
  | 'court-number-taken'
  | 'dates-reversed'
  | 'instance-misplaced'
  | 'no-further-appeal'
  | 'no-such-advice'
  | 'nobody-attended'
  | 'nothing-to-perform'
  | 'opening-incomplete'
  | 'other-instance'
  | 'outcome-differs'
  | 'outcome-not-of-instance'
  | 'performance-misplaced'
  | 'plaintiff-unnamed'
  | 'standing-outcome-missing'}`;

export const { refuse } = answersOf<RejectionCode>();
