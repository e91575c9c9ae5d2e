import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Explanation } from '#kernel/seal.js';
import { mayDo } from './permissions.js';

/**
 * Explanations of findings with the role that gives them.
 * @rejects not-permitted explanations of somebody who may give none
 */
export const explainedBy = (
  { roles }: Principal,
  explanations: readonly Omit<Explanation, 'role'>[],
): readonly Explanation[] => {
  const role = roles.find((held) => mayDo([held], 'findings:explain'));
  if (role === undefined && explanations.length > 0) throw new Rejected(reject('not-permitted'));
  return explanations.map(({ rule, reason }) => ({ rule, reason, role: role ?? '' }));
};
