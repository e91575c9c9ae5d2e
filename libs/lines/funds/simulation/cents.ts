import { exact } from '#kernel/money.js';

/**
 * Whole 分, so that money is cut up without a rest.
 * @throws RangeError for an amount that is negative or finer than a 分
 */
export const centsOf = (name: string, yuan: string): number => {
  const cents = exact(yuan).times(100);
  if (!cents.isInteger() || cents.isNegative()) throw new RangeError(`${name}: ${yuan} 元 is no amount of money`);
  return cents.toNumber();
};

export const yuanOf = (cents: number): string => exact(cents).dividedBy(100).toFixed(2);

/** Shares of a whole in proportion to weights; every 分 is given to somebody. */
export const spread = (total: number, weights: readonly number[]): readonly number[] => {
  const sum = weights.reduce((all, weight) => all.plus(weight), exact(0));
  const ideal = weights.map((weight) => exact(total).times(weight).dividedBy(sum));
  const shares = ideal.map((share) => share.floor().toNumber());
  const rest = total - shares.reduce((all, share) => all + share, 0);
  const order = ideal
    .map((share, at) => ({ at, left: share.minus(share.floor()) }))
    .sort((a, b) => b.left.comparedTo(a.left) || a.at - b.at);
  for (const { at } of order.slice(0, rest)) shares[at] = (shares[at] ?? 0) + 1;
  return shares;
};
