import type { SeededRandom } from '#application/case-binding.js';

/** Money of a leaf in 分, so that it divides without rest. */
export const inCents = (yuan: number): number => Math.round(yuan * 100);

/** 分 as exact 元. */
export const inYuan = (cents: number): string => (cents / 100).toFixed(2);

/** Divides a whole into equal shares, the first ones a cent larger where it does not come out even. */
export const evenShares = (whole: number, count: number): readonly number[] => {
  const share = Math.floor(whole / count);
  return Array.from({ length: count }, (_, at) => share + (at < whole - share * count ? 1 : 0));
};

/** Divides a whole into shares of believable differences. */
export const unevenShares = (whole: number, count: number, random: SeededRandom): readonly number[] => {
  const weights = Array.from({ length: count }, () => random.between(20, 100));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => Math.floor((whole / total) * weight));
  const rest = whole - shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share, at) => (at === 0 ? share + rest : share));
};

/** Takes from each, in order, until the whole is reached. */
export const takenInOrder = (whole: number, each: readonly number[]): readonly number[] => {
  let left = whole;
  return each.map((most) => {
    const taken = Math.min(left, most);
    left -= taken;
    return taken;
  });
};
