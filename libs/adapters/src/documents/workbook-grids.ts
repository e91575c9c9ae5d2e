import { exact } from '#kernel/money.js';
import { addDays } from '#kernel/dates.js';
import type { MergedCells, PaperCell, PaperGrid } from '#application/last-year/former-paper.js';
import { numberShown, shownAs } from './number-format.js';
import type { OfficePackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { UnusableFile } from './unusable-file.js';
import { formatsOf, sharedStrings, sheetParts } from './workbook-parts.js';

/** How much of a workbook is read. */
export type GridLimits = Readonly<Record<'cells' | 'merges' | 'characters', number>>;
/** Bounds of a workbook whose cells are all read: a form has a few hundred. */
export const gridLimits: GridLimits = { cells: 50_000, merges: 3_000, characters: 2_000_000 };

/** What number formats are written with beside digits: colours, widths, fillings, and what holds for other signs. */
export const plainFormat = (format: string): string =>
  (format.split(';')[0] ?? '').replaceAll(/\[[^\]]*\]/g, '').replaceAll(/[_*]./gsu, '');
const unquoted = (format: string): string => format.replaceAll(/"[^"]*"|\\./gsu, '');
/** Built-in formats of days and times. @source ECMA-376 Part 1, 18.8.30 numFmt */
export const isDate = (format: string): boolean => /[ymdhs]/i.test(unquoted(format)) && !/General/i.test(format);

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

/** What is stored in a cell: words, or a value and the format it is shown in. */
export type Stored =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'value' | 'flag'; readonly value: string; readonly format: string };

/** One sheet with what was made of its cells. */
export interface ReadGrid<Cell> {
  readonly name: string;
  readonly cells: readonly (Cell & { readonly row: number; readonly column: number })[];
  readonly merges: readonly MergedCells[];
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
 * Every cell of a workbook that holds words or a value, as `cellOf` makes it of what is stored; of a formula the result it last had.
 * @throws UnusableFile `too-large` beyond the limits, and what is wrong with a part
 */
export const readGrids = <Cell extends { readonly text: string }>(
  file: OfficePackage,
  limits: GridLimits,
  cellOf: (stored: Stored, cached: boolean) => Cell,
): readonly ReadGrid<Cell>[] => {
  const [strings, formats] = [sharedStrings(file).map((runs) => runs.join('')), formatsOf(file)];
  const left: Record<keyof GridLimits, number> = { ...limits };
  const count = (what: keyof GridLimits, many = 1): void => {
    left[what] -= many;
    if (left[what] < 0) throw new UnusableFile('too-large', `more than ${limits[what]} ${what}`);
  };
  const storedIn = ({ type, style, value, runs }: Reading): Stored => {
    if (type === 's') return { kind: 'words', text: strings[Number(value)] ?? '' };
    if (type === 'inlineStr') return { kind: 'words', text: runs };
    // #DIV/0! is no result.
    if (type === 'e') return { kind: 'words', text: '' };
    if (type === 'n' || type === 'b')
      return { kind: type === 'n' ? 'value' : 'flag', value, format: formats[style] ?? 'General' };
    return { kind: 'words', text: value };
  };
  return [...sheetParts(file)].flatMap(([name, part]) => {
    if (!file.has(part)) return [];
    const cells: ReadGrid<Cell>['cells'][number][] = [];
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
        const what = cellOf(storedIn(cell), cached);
        cell = undefined;
        if (what.text.trim() === '') return;
        count('cells');
        count('characters', what.text.length);
        cells.push({ row, column, ...what });
      },
    });
    return [{ name, cells, merges }];
  });
};

/** Every cell of a workbook that shows anything, as it is shown. @throws UnusableFile as `readGrids` */
export const gridsIn = (file: OfficePackage): readonly PaperGrid[] =>
  readGrids(file, gridLimits, (stored, cached) => ({
    ...(stored.kind === 'value' ? numberCell(stored.value, stored.format) : { text: wordsOf(stored) }),
    ...(cached && { cached }),
  }));

const wordsOf = (stored: Stored): string => (stored.kind === 'words' ? stored.text : stored.value);
