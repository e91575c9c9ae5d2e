import type { Posting, Reading, SumTerm } from '#application/ports/ledger.js';

/** Hundredths, so that sums need no decimals library: an oracle shares no code with what it judges. */
const hundredths = (amount: string): bigint => {
  const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
  const value = BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
  return amount.startsWith('-') ? -value : value;
};

const written = (value: bigint): string => {
  const size = value < 0n ? -value : value;
  const text = `${size / 100n}.${String(size % 100n).padStart(2, '0')}`.replace(/\.?0+$/, (zeros) =>
    zeros.startsWith('.') ? '' : zeros.replace(/0+$/, ''),
  );
  return value < 0n ? `-${text}` : text;
};

export const addAmounts = (amounts: readonly string[]): string =>
  written(amounts.reduce((sum, amount) => sum + hundredths(amount), 0n));

/** What a sum must be, said as plainly as can be. */
export const plainSum = (postings: readonly Posting[], reading: Reading, term: SumTerm): string => {
  const chosen = postings.filter((posting) => {
    if (posting.measure !== term.measure || posting.bureau !== reading.bureau) return false;
    if (!reading.offices.includes(posting.office) || posting.position > (reading.asOf ?? Infinity)) return false;
    const splits = JSON.parse(posting.splits) as Record<string, string>;
    if (Object.entries(term.where ?? {}).some(([name, value]) => splits[name] !== value)) return false;
    const from = term.from ?? '0000-00-00';
    switch (term.mode) {
      case 'flow':
      case 'persons-flow':
        return from <= posting.on && posting.on <= term.to;
      case 'stock':
      case 'persons-stock':
        return posting.on <= term.to;
      case 'cohort':
        return posting.cohort !== null && posting.on <= term.to && from <= posting.cohort && posting.cohort <= term.to;
    }
  });
  if (!term.mode.startsWith('persons')) return addAmounts(chosen.map(({ amount }) => amount));
  const countOf = (who: string, among: readonly Posting[]): bigint =>
    among.reduce((sum, posting) => (posting.person === who ? sum + hundredths(posting.amount) : sum), 0n);
  const standing = postings.filter(
    ({ measure, bureau, on, position }) =>
      measure === term.alsoIn && bureau === reading.bureau && on <= term.to && position <= (reading.asOf ?? Infinity),
  );
  const people = new Set(chosen.map((posting) => posting.person).filter((who) => who !== null));
  return String(
    [...people].filter((who) => countOf(who, chosen) > 0n && (term.alsoIn === undefined || countOf(who, standing) > 0n))
      .length,
  );
};
