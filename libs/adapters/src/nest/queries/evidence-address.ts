import type { Narrowing } from '#application/indicator.js';
import type { Period } from '#kernel/period.js';

/** Where the records behind a figure are listed, as it stood at a position. */
export const evidenceAddress = (
  bureau: string,
  { indicator, where = {} }: { readonly indicator: string; readonly where?: Narrowing },
  { from, to }: Pick<Period, 'from' | 'to'>,
  position: number,
): string => {
  const scope = new URLSearchParams({ bureau, period: `${from}..${to}`, asOf: String(position) });
  for (const [split, value] of Object.entries(where)) scope.set('where', `${split}:${value}`);
  return `/v1/indicators/${encodeURIComponent(indicator)}/evidence?${scope.toString()}`;
};
