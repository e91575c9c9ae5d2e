import { exact } from '#kernel/money.js';
import { addDays } from '#kernel/dates.js';
import type { MergedCells, PaperCell, PaperGrid } from '#application/last-year/former-paper.js';
import { numberShown, shownAs } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { UnusableFile } from './unusable-file.js';
import { formatsOf, sharedStrings, sheetParts } from './workbook-parts.js';

/** Bounds of a workbook whose cells are all read: a form has a few hundred. */
export const gridLimits = { cells: 50_000, merges: 3_000, characters: 2_000_000 } as const;

/** What number formats are written with beside digits: colours, widths, fillings, and what holds for other signs. */
const plainFormat = (format: string): string =>
  (format.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]/g, '').replaceAll(/[_*]./gsu, '');
const unquoted = (format: string): string => format.replaceAll(/"[^"]*"|\\./gsu, '');
/** Built-in formats of days and times. @source ECMA-376 Part 1, 18.8.30 numFmt */
const isDate = (format: string): boolean => /[ymdhs]/i.test(unquoted(format)) && !/General/i.test(format);

/** Day 0 of the calendar that workbooks count in. */
const DAY_ZERO = '1899-12-30';
const LAST_DAY = 2_958_465;
/** Digits a spreadsheet keeps. */
const DIGITS = 15;

type Shown = Pick<PaperCell, 'text' | 'number'>;

/** A number as it is shown. One in a format nobody knows stands with all its digits, a share as one. */
const numberCell = (stored: string, format: string): Shown => {
  const value = Number(Number(stored).toPrecision(DIGITS));
  if (stored === '' || !Number.isFinite(value)) return { text: stored };
  const plain = plainFormat(format);
  if (isDate(plain) && value >= 1 && value <= LAST_DAY) return { text: addDays(DAY_ZERO, Math.floor(value)) };
  const text = shownAs(value, plain);
  if (text !== undefined) return { text, number: numberShown(value, plain).toFixed() };
  const share = unquoted(plain).includes('%');
  const number = exact(value)
    .times(share ? 100 : 1)
    .toFixed();
  return { text: `${number}${share ? '%' : ''}`, number };
};

interface Reading {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  cached: boolean;
  value: string;
  runs: string;
}

const REFERENCE = /^([A-Z]{1,3})(\d{1,7})$/;
const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, sign) => sum * 26 + sign.charCodeAt(0) - 64, 0);

const placeOf = (reference: string): { readonly row: number; readonly column: number } | undefined => {
  const [, letters = '', row] = REFERENCE.exec(reference) ?? [];
  return row === undefined ? undefined : { row: Number(row), column: columnNumber(letters) };
};

const mergeOf = (reference: string): readonly MergedCells[] => {
  const [first, last] = reference.split(':').map(placeOf);
  return first === undefined || last === undefined
    ? []
    : [{ top: first.row, left: first.column, bottom: last.row, right: last.column }];
};

/**
 * Every cell of a workbook that shows anything, as it is shown; of a formula the result it last had.
 * @throws UnusableFile `too-large` for more cells than a form could have, and what is wrong with a part
 */
export const gridsIn = (file: OfficePackage): readonly PaperGrid[] => {
  const [strings, formats] = [sharedStrings(file).map((runs) => runs.join('')), formatsOf(file)];
  const left: Record<keyof typeof gridLimits, number> = { ...gridLimits };
  const count = (what: keyof typeof left, many = 1): void => {
    left[what] -= many;
    if (left[what] < 0) throw new UnusableFile('too-large', `more than ${gridLimits[what]} ${what}`);
  };
  const shown = ({ type, style, value, runs }: Reading): Shown => {
    if (type === 's') return { text: strings[Number(value)] ?? '' };
    if (type === 'inlineStr') return { text: runs };
    // #DIV/0! is no result.
    if (type === 'e') return { text: '' };
    return type === 'n' ? numberCell(value, formats[style] ?? 'General') : { text: value };
  };
  return [...sheetParts(file)].flatMap(([name, part]) => {
    if (!file.has(part)) return [];
    const cells: PaperCell[] = [];
    const merges: MergedCells[] = [];
    let at = { row: 0, column: 0 };
    let cell: Reading | undefined;
    let inside = '';
    readXml(file.read(part), part, {
      open: (element, { r = '', t = 'n', s = '0', ref = '' }) => {
        inside = element;
        if (element === 'x:row') at = { row: Number(r === '' ? at.row + 1 : r), column: 0 };
        if (element === 'x:mergeCell') {
          count('merges');
          merges.push(...mergeOf(ref));
        }
        if (element === 'x:f' && cell !== undefined) cell.cached = true;
        if (element !== 'x:c') return;
        at = placeOf(r) ?? { row: at.row, column: at.column + 1 };
        cell = { ...at, type: t, style: Number(s), cached: false, value: '', runs: '' };
      },
      text: (text) => {
        if (cell === undefined) return;
        if (inside === 'x:v') cell.value += text;
        if (inside === 'x:t') cell.runs += text;
      },
      close: (element) => {
        inside = '';
        if (element !== 'x:c' || cell === undefined) return;
        const { row, column, cached } = cell;
        const what = shown(cell);
        cell = undefined;
        if (what.text.trim() === '') return;
        count('cells');
        count('characters', what.text.length);
        cells.push({ row, column, ...what, ...(cached && { cached }) });
      },
    });
    return [{ name, cells, merges }];
  });
};
