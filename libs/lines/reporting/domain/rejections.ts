import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. */
export type RejectionCode = `reporting.${'month-not-over' | 'nil-declared-already'}`;

export const { refuse } = answersOf<RejectionCode>();
