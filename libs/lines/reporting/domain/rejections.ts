import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. */
export type RejectionCode = `reporting.${
  | 'month-not-over'
  | 'nil-declared-already'
  | 'another-finding'
  | 'another-period'
  | 'no-such-period'
  | 'period-closed-elsewhere'
  | 'period-not-over'
  | 'seal-broken'
  | 'seal-out-of-turn'
  | 'sealed-by-same-person'}`;

export const { refuse } = answersOf<RejectionCode>();
