import { Decimal } from 'decimal.js';

/** Exact decimals with room for sums of a province; never a binary float on the way to a figure. */
export const Exact = Decimal.clone({ precision: 40, rounding: Decimal.ROUND_HALF_UP });
export type Exact = Decimal;

export const exact = (value: Decimal.Value): Exact => new Exact(value);

/** Rounds half away from zero, the way the forms do, once, on the page. */
export const roundForPrint = (value: Decimal.Value, decimals: number): Exact =>
  exact(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_UP);

/** 元 to 万元 without rounding. */
export const toTenThousands = (yuan: Decimal.Value): Exact => exact(yuan).dividedBy(10_000);
