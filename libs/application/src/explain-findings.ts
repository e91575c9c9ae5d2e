import type { Explanation } from '#kernel/seal.js';
import type { Finding } from './identity.js';
import { Rejected, reject } from './kernel.js';

/** An explanation given for every finding that has none of its own. */
export const EVERY_RULE = '*';

/** A finding that stops something until it is explained. */
export interface Explainable extends Finding {
  /** Where it stands, if not in a rule alone. */
  readonly at?: string;
  /** Given before. */
  readonly explained?: Explanation;
}

/**
 * One explanation for each finding; what is explained here by its rule is explained once, whatever many findings the rule has.
 * @param refusal code of the rejection
 * @rejects the refusal, naming every finding that has none
 */
export const explanationsOf = (
  findings: readonly Explainable[],
  given: readonly Explanation[],
  refusal: 'period-blocked' | 'evaluation-blocked',
): readonly Explanation[] => {
  const found = findings.map((item) => ({
    item,
    by: item.explained ?? given.find(({ rule }) => rule === item.rule) ?? given.find(({ rule }) => rule === EVERY_RULE),
  }));
  const open = found.filter(({ by }) => by === undefined);
  if (open.length > 0)
    throw new Rejected(
      reject(refusal, ...open.map(({ item: { at, rule, code, message } }) => ({ at: at ?? rule, code, message }))),
    );
  const each = found.map(({ item, by }): Explanation => ({ ...(by as Explanation), rule: item.rule }));
  const told = (explanation: Explanation): string => explanation.finding ?? explanation.rule;
  return each.filter((explanation, at) => each.findIndex((other) => told(other) === told(explanation)) === at);
};
