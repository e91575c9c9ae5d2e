import { Exact, exact } from '#kernel/money.js';
import { type Operator, satisfies } from '../operator.js';
import type { FrameRule, ScoringFrame } from './frame.js';

const RULE_OF: Readonly<Record<Operator, keyof ScoringFrame['rules']>> = {
  '≥': 'atLeast',
  '>': 'above',
  '=': 'equal',
  '≤': 'atMost',
  '<': 'below',
};

export const ruleOf = ({ rules }: ScoringFrame, operator: Operator): FrameRule => rules[RULE_OF[operator]];

const within = (share: Exact): Exact => Exact.max(0, Exact.min(1, share));

/** What a target above 0 that was not reached still earns. */
const fallen = (shortfall: FrameRule['shortfall'], target: Exact, actual: Exact): Exact => {
  switch (shortfall) {
    case 'proportion':
      return within(actual.dividedBy(target));
    case 'linear':
      return within(exact(2).minus(actual.dividedBy(target)));
    case 'ratio':
      return within(target.dividedBy(actual));
    case 'none':
      return exact(0);
  }
};

/**
 * Share of its points a measured row earns, 0 to 1, unrounded. A negative result counts as 0.
 * @param target 0 or more
 */
export const shareOf = (rule: FrameRule, operator: Operator, target: Exact, actual: Exact): Exact => {
  const counted = actual.isNegative() ? exact(0) : actual;
  if (target.isZero()) {
    const met = rule.zeroTarget === 'zero-only' ? counted.isZero() : satisfies(counted, operator, target);
    return exact(met ? 1 : 0);
  }
  return satisfies(counted, operator, target) ? exact(1) : fallen(rule.shortfall, target, counted);
};
