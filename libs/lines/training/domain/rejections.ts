import { answersOf } from '#kernel/reject.js';

/** Every way a rule of this line says no. The part after the dot is permanent; clients match on it. */
export type RejectionCode = `training.${
  | 'already-assessed'
  | 'appraisal-exists'
  | 'assessed-one-by-one'
  | 'more-assessed-than-trained'
  | 'more-named-than-trained'
  | 'more-passed-than-examined'
  | 'more-qualified-than-assessed'
  | 'no-such-session'
  | 'not-a-duty'
  | 'not-enrolled'
  | 'officer-exists'
  | 'plan-exists'
  | 'plan-year-over'
  | 'session-exists'
  | 'subject-twice'
  | 'year-not-begun'}`;

/** Every soft rule: what it names may be done when a second person approves. */
export type ConfirmationCode = `training.${'held-early' | 'more-than-planned' | 'sessions-missing'}`;

export const { refuse, acceptUnless } = answersOf<RejectionCode, ConfirmationCode>();
