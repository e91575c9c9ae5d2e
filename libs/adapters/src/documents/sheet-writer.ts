import type { Alignment, Font, Row, Style, Worksheet } from 'exceljs';
import { layTable } from '#application/documents/lay-table.js';
import type { Block, Cell, PrintedSection, Run, Table } from '#application/documents/printed.js';
import { storedNumber } from './number-format.js';
import { fonts, sizes, tableSize, typeWidth } from './page-style.js';
import { type SheetColumns, sheetColumns } from './sheet-columns.js';

/** Called for each cell with figures: notes where they stand and gives the name the cell is to bear. */
export type NameCell = (runs: readonly Run[]) => string;

/** Millimetres of one character of a column's width, at the size the program measures it with. */
const MILLIMETRES = 2;
/** Points of a row that holds nothing. */
const LOWEST = 15;

const thin = { style: 'thin' } as const;
const BORDER = { top: thin, left: thin, bottom: thin, right: thin } as const;

type TextBlock = Exclude<Block, { kind: 'table' }>;
type Look = { readonly font: string; readonly size: number; readonly align: Partial<Alignment>; readonly bold?: true };

const lookOf = (block: TextBlock): Look => {
  const size = sizes.table / 2;
  switch (block.kind) {
    case 'title':
      return { font: fonts.title, size: 18, align: { horizontal: 'center' } };
    case 'heading':
      if (block.level === 1) return { font: fonts.heading, size: 14, align: {} };
      if (block.level === 2) return { font: fonts.subheading, size: 14, align: {} };
      return { font: fonts.body, size, align: {}, bold: true };
    case 'paragraph':
    case 'note':
      return { font: fonts.body, size, align: {} };
    case 'signature':
      return { font: fonts.body, size, align: { horizontal: 'right' } };
  }
};

const fontOf = ({ font, size, bold }: Look): Partial<Font> => ({ name: font, size, ...(bold && { bold }) });
/** Black said in so many words, so that a program that tidies up does not join the run with its neighbours. */
const BLACK = { argb: 'FF000000' };

/** Width of a text in characters; those of Chinese are twice as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0);

/** Height of a text, in points: no program widens rows for cells that are merged. */
const heightOf = (text: string, size: number, width: number): number => {
  const room = Math.max(1, (width * 11) / size - 1);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / room)), 0);
  return lines * size * 1.35 + 4;
};

/** Writes the blocks of a section one below the other; merged cells as in the form, figures locked. */
export class SheetWriter {
  private row = 0;
  private readonly columns: SheetColumns;
  private readonly widths: readonly number[];

  constructor(
    private readonly sheet: Worksheet,
    { blocks, orientation }: PrintedSection,
    private readonly nameCell: NameCell,
  ) {
    this.columns = sheetColumns(blocks);
    const whole = typeWidth(orientation) / MILLIMETRES;
    this.widths = this.columns.widths.map((share) => Math.round(share * whole * 100) / 100);
    sheet.columns = this.widths.map((width) => ({ width }));
  }

  /** One line across the sheet; gives its number. */
  text(block: TextBlock): number {
    this.row += 1;
    const look = lookOf(block);
    const indented = block.kind === 'paragraph' || block.kind === 'heading';
    // Two characters, as in a paper; blanks, because a cell indents all its lines or none.
    const runs = indented ? [{ text: '　　' }, ...block.text] : block.text;
    this.put(this.row, 1, this.widths.length, 1, { text: runs }, look);
    this.raise(this.row, runs, look.size, this.widths.length);
    return this.row;
  }

  /** Gives the rows that are repeated on every page, first and last. */
  table(table: Table): readonly [number, number] {
    const top = this.row + 1;
    const size = tableSize(table.widths.length) / 2;
    const placed = layTable(table).flat();
    for (let row = 0; row < table.rows.length; row += 1) this.at(top + row).height = LOWEST;
    for (const { cell, row, column, down, across } of placed) {
      const [first, last] = this.columns.span(table.widths, column, across);
      const align = cell.align ?? (cell.caption === true ? 'center' : 'left');
      const font = cell.caption === true ? fonts.heading : fonts.body;
      const look: Look = { font, size, align: { horizontal: align } };
      this.put(top + row, first, last, down, cell, look, true);
      this.raise(top + row + down - 1, cell.text, size, last, first, down);
    }
    this.row += table.rows.length;
    return [top, top + table.headerRows - 1];
  }

  /** An empty row. */
  space(): void {
    this.row += 1;
    this.at(this.row).height = LOWEST / 2;
  }

  private at(row: number): Row {
    return this.sheet.getRow(row);
  }

  private put(row: number, first: number, last: number, down: number, cell: Cell, look: Look, bordered = false): void {
    const target = this.sheet.getCell(row, first);
    const bound = cell.text.some(({ figure }) => figure !== undefined);
    const whole = cell.text.map(({ text }) => text).join('');
    const stored = storedNumber(cell);
    const style: Partial<Style> = {
      font: fontOf(look),
      alignment: { ...look.align, vertical: 'middle', wrapText: true },
      protection: { locked: bound },
      ...(bordered && { border: BORDER }),
      // Written again by hand, a text that looks like a formula stays a text.
      ...(stored !== undefined ? { numFmt: stored.format } : /^[=+\-@\t\r]/.test(whole) && { numFmt: '@' }),
    };
    target.style = style;
    if (stored !== undefined) target.value = stored.value;
    else if (bound && cell.text.length > 1) target.value = { richText: cell.text.map((run) => richRun(run, look)) };
    else if (whole !== '') target.value = whole;
    if (bound) target.names = [this.nameCell(stored === undefined ? cell.text : [boundOnly(cell.text)])];
    if (last > first || down > 1) this.sheet.mergeCells(row, first, row + down - 1, last);
  }

  /** Makes the rows that end here high enough for a text. */
  private raise(row: number, text: readonly Run[], size: number, last: number, first = 1, down = 1): void {
    const width = this.widths.slice(first - 1, last).reduce((sum, each) => sum + each, 0);
    const wanted = heightOf(text.map((run) => run.text).join(''), size, width);
    const rows = Array.from({ length: down - 1 }, (_, back) => this.at(row - 1 - back).height);
    const left = wanted - rows.reduce((sum, height) => sum + height, 0);
    const lowest = this.at(row);
    lowest.height = Math.max(lowest.height ?? 0, left, LOWEST);
  }
}

/** A number has no stretches of text; its figure is the whole cell. */
const boundOnly = (runs: readonly Run[]): Run => runs.find(({ figure }) => figure !== undefined) ?? { text: '' };

const richRun = ({ text, figure }: Run, look: Look) => ({
  text,
  font: { ...fontOf(look), ...(figure !== undefined && { color: BLACK }) },
});
