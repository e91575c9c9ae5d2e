import type { Principal } from '#kernel/command.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Explanation } from '#kernel/seal.js';
import { mayDo } from './permissions.js';

/** The role in which somebody may explain findings; undefined where none of his may. */
export const explainingRole = ({ roles }: Principal): string | undefined =>
  roles.find((held) => mayDo([held], 'findings:explain'));

/**
 * Explanations of findings with the role that gives them.
 * @rejects not-permitted explanations of somebody who may give none
 */
export const explainedBy = (
  principal: Principal,
  explanations: readonly Omit<Explanation, 'role'>[],
): readonly Explanation[] => {
  const role = explainingRole(principal);
  if (role === undefined && explanations.length > 0) throw new Rejected(reject('not-permitted'));
  return explanations.map(({ rule, reason }) => ({ rule, reason, role: role ?? '' }));
};
