/** Money in 元 as a person reads it at a glance: in 万元 from ten thousand on. */
export const moneyText = (yuan: string | null | undefined): string => {
  if (yuan === null || yuan === undefined || yuan === '') return '—';
  const amount = Number(yuan);
  const grouped = (value: number): string =>
    value.toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return Math.abs(amount) >= 10_000 ? `${grouped(amount / 10_000)} 万元` : `${grouped(amount)} 元`;
};

/** A printed number with its thousands apart, every digit as it was. */
export const groupedText = (printed: string): string =>
  printed.replace(/^-?\d{5,}(?=\.|$)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
