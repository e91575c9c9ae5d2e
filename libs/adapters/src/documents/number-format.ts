import { type Exact, exact, roundForPrint } from '#kernel/money.js';
import { printedNumber } from '#application/documents/printed-number.js';
import type { Cell } from '#application/documents/printed.js';

/** Number formats a workbook need not spell out. @source ECMA-376 Part 1, 18.8.30 numFmt */
export const BUILT_IN: Readonly<Record<string, string>> = {
  '0': 'General',
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
};

/** How a cell holds a number: a share is stored as a fraction, and shown in percent. */
export interface StoredNumber {
  readonly value: number;
  readonly format: string;
}

/**
 * The stored number that shows exactly the text of the cell, words before and behind it included, or undefined where the
 * cell holds words, or more than a format can say.
 */
export const storedNumber = ({ text, number }: Cell): StoredNumber | undefined => {
  const whole = text.map((run) => run.text).join('');
  const printed = printedNumber(whole);
  if (number === undefined || printed === undefined) return undefined;
  const { before, behind, decimals, grouped, percent } = printed;
  const literal = (words: string): string => (words === '' ? '' : `"${words}"`);
  const digits = `${grouped ? '#,##0' : '0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${percent ? '%' : ''}`;
  const format = `${literal(before)}${digits}${literal(behind)}`;
  const value = exact(number.value)
    .dividedBy(percent ? 100 : 1)
    .toNumber();
  return shownAs(value, format) === whole ? { value, format } : undefined;
};

const FORMAT = /^((?:"[^"]*"|\\.)*)(#,##0|0)(?:\.(0+))?(%)?((?:"[^"]*"|\\.)*)(?:;.*)?$/su;

const words = (literal: string): string => literal.replaceAll(/"([^"]*)"|\\(.)/gsu, '$1$2');

/** The number in the unit that is shown: percent points where the format is a percentage. */
export const numberShown = (value: number, format: string): Exact =>
  exact(value).times(FORMAT.exec(format)?.[4] === undefined ? 1 : 100);

/** What a spreadsheet shows for a number, or undefined where the format is none that figures are written with. */
export const shownAs = (value: number, format: string): string | undefined => {
  if (format === 'General') return exact(value).toFixed();
  const [, before = '', digits, decimals = '', percent = '', behind = ''] = FORMAT.exec(format) ?? [];
  if (digits === undefined) return undefined;
  const number = roundForPrint(numberShown(value, format), decimals.length);
  const [whole = '', rest] = number.abs().toFixed(decimals.length).split('.');
  const grouped = digits === '0' ? whole : whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const sign = number.isNegative() && !number.isZero() ? '-' : '';
  return `${sign}${words(before)}${grouped}${rest === undefined ? '' : `.${rest}`}${percent}${words(behind)}`;
};
