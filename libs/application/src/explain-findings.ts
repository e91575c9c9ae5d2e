import type { Explanation } from '#kernel/seal.js';
import type { Finding } from './identity.js';
import { Rejected, reject } from './kernel.js';

/** An explanation given for every finding that has none of its own. */
export const EVERY_RULE = '*';

/**
 * One explanation for each finding.
 * @param refusal code of the rejection
 * @rejects the refusal, naming every finding that has none
 */
export const explanationsOf = (
  findings: readonly Finding[],
  given: readonly Explanation[],
  refusal: 'period-blocked' | 'evaluation-blocked',
): readonly Explanation[] => {
  const found = findings.map((item) => ({
    item,
    by: given.find(({ rule }) => rule === item.rule) ?? given.find(({ rule }) => rule === EVERY_RULE),
  }));
  const open = found.filter(({ by }) => by === undefined);
  if (open.length > 0)
    throw new Rejected(
      reject(refusal, ...open.map(({ item: { rule, code, message } }) => ({ at: rule, code, message }))),
    );
  return found.map(({ item, by }) => ({ ...(by as Explanation), rule: item.rule }));
};
