import { addDays } from '#kernel/dates.js';
import { isUuid } from '#kernel/ids.js';
import { exact } from '#kernel/money.js';
import { sheetWords } from '#application/entry/terms.js';
import type { EntryCell, FilledWorkbook, WorkbookMark } from '#application/entry/workbooks.js';
import { mainParts } from './attach-manifest.js';
import { type OfficePackage, openPackage } from './office-package.js';
import { readXml } from './read-xml.js';
import { refuseActive } from './refuse-active.js';
import { UnusableFile } from './unusable-file.js';
import { type GridLimits, type ReadGrid, type Stored, isDate, plainFormat, readGrids } from './workbook-grids.js';

/** Bounds of a workbook with records, its lists of codes included. */
const entryLimits: GridLimits = { cells: 150_000, merges: 3_000, characters: 8_000_000 };

/** What stands in the first cell of the hidden sheet of a workbook of ours; the number rises when its form changes. */
export const ENTRY_MARK = 'taizhang-entry-1';

const DAY_ZERO = '1899-12-30';
const LAST_DAY = 2_958_465;
/** Digits a spreadsheet keeps. */
const DIGITS = 15;
const MINUTES = 1_440;

type Read = Pick<EntryCell, 'text' | 'kind'>;

const dayOf = (value: number): string => {
  const minutes = Math.round((value % 1) * MINUTES) % MINUTES;
  const day = addDays(DAY_ZERO, Math.floor(value));
  const two = (number: number): string => String(number).padStart(2, '0');
  return minutes === 0 ? day : `${day} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** A cell as it is stored: with all its digits, whatever of them is shown. */
const cellOf = (stored: Stored): Read => {
  if (stored.kind === 'words') return { kind: 'text', text: stored.text };
  if (stored.kind === 'flag') return { kind: 'text', text: stored.value === '1' ? sheetWords.yes : sheetWords.no };
  const value = Number(Number(stored.value).toPrecision(DIGITS));
  if (stored.value === '' || !Number.isFinite(value)) return { kind: 'text', text: stored.value };
  if (isDate(plainFormat(stored.format)) && value >= 1 && value <= LAST_DAY)
    return { kind: 'date', text: dayOf(value) };
  return { kind: 'number', text: exact(value).toFixed() };
};

const datesFrom1904 = (file: OfficePackage): boolean => {
  const { part } = mainParts.excel;
  let found = false;
  readXml(file.read(part), part, {
    open: (element, { date1904 = '0' }) => {
      if (element === 'x:workbookPr') found ||= date1904 === '1' || date1904 === 'true';
    },
  });
  return found;
};

type Grid = ReadGrid<Read>;

/** What the hidden sheet says; undefined where it is gone, or somebody else's. */
const markIn = (grids: readonly Grid[]): WorkbookMark | undefined => {
  const cells = grids.find(({ name }) => name === sheetWords.lists)?.cells ?? [];
  const at = (column: number): string => cells.find((cell) => cell.row === 1 && cell.column === column)?.text ?? '';
  const workbook = at(2);
  return at(1) === ENTRY_MARK && isUuid(workbook) ? { workbook, command: at(3) } : undefined;
};

/** A package that may be looked into as a workbook. @throws UnusableFile */
export const openWorkbook = (bytes: Uint8Array): OfficePackage => {
  const file = openPackage(bytes);
  refuseActive(file);
  if (!file.has(mainParts.excel.part)) throw new UnusableFile('not-a-workbook', 'it is no workbook');
  return file;
};

/** The sheet of a workbook that is filled in: the one of its name, else the first. */
export const filledSheet = <Sheet extends { readonly name: string }>(sheets: readonly Sheet[]): Sheet | undefined =>
  sheets.find(({ name }) => name === sheetWords.rows) ?? sheets[0];

/** What a filled workbook holds. @throws UnusableFile */
export const entrySheet = (bytes: Uint8Array): FilledWorkbook => {
  const file = openWorkbook(bytes);
  const grids = readGrids(file, entryLimits, cellOf);
  const mark = markIn(grids);
  return {
    cells: filledSheet(grids)?.cells ?? [],
    ...(mark === undefined ? {} : { mark }),
    datesFrom1904: datesFrom1904(file),
  };
};
