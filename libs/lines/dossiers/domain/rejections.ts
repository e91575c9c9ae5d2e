import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. */
export type RejectionCode = `dossiers.${'another-person' | 'merged-into-itself' | 'second-person-needed'}`;

export const { refuse } = answersOf<RejectionCode>();
