import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `surveys.${
  | 'answer-outside-scale'
  | 'dates-reversed'
  | 'more-correct-than-asked'
  | 'more-valid-than-issued'
  | 'responses-recorded'
  | 'summary-exists'
  | 'unknown-topic'
  | 'valid-differs'}`;

export const { refuse } = answersOf<RejectionCode>();
