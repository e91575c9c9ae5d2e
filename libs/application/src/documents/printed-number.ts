import { type Exact, exact, roundForPrint } from '#kernel/money.js';

/** A number as it stands in a text: `before` 984.41 `behind`. */
export interface PrintedNumber {
  readonly before: string;
  readonly number: Exact;
  /** Decimals as printed. */
  readonly decimals: number;
  /** Whether thousands are set apart with commas. */
  readonly grouped: boolean;
  readonly percent: boolean;
  readonly behind: string;
}

const ONE_NUMBER = /^([^\d]*?)([-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?)(%|％)?([^\d]*)$/;

/** The one number of a text, or undefined where there is none or more than one. */
export const printedNumber = (text: string): PrintedNumber | undefined => {
  const [, before = '', digits, decimals = '', percent, behind = ''] = ONE_NUMBER.exec(text) ?? [];
  if (digits === undefined) return undefined;
  return {
    before,
    number: exact(digits.replaceAll(',', '').replace('−', '-')),
    decimals: decimals.length,
    grouped: digits.includes(','),
    percent: percent !== undefined,
    behind,
  };
};

/** Whether a printed number is an exact value, rounded once to the decimals that are printed. */
export const printsValue = ({ number, decimals }: PrintedNumber, value: string): boolean =>
  roundForPrint(value, decimals).equals(number);

/** Whether a printed number is a value rounded in whatever direction: less than one unit of the last place away. */
export const printsNearly = ({ number, decimals }: PrintedNumber, value: string): boolean =>
  number.minus(value).abs().lessThan(exact(10).pow(-decimals));
