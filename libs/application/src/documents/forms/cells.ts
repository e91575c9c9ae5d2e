import type { Cell, PrintedFigure, Run, Table } from '../printed.js';
import { printedNumber } from '../printed-number.js';

export type Span = Pick<Cell, 'down' | 'across'>;

/** A caption of the form. */
export const caption = (text: string, span: Span = {}): Cell => ({
  text: text === '' ? [] : [{ text }],
  caption: true,
  align: 'center',
  ...span,
});

/** Words filled in; an empty text leaves the cell empty. */
export const words = (text: string, span: Span = {}, align: Cell['align'] = 'left'): Cell => ({
  text: text === '' ? [] : [{ text }],
  align,
  ...span,
});

/** Cells of a form that a narrative fills, by their place. */
export type FormCells = ReadonlyMap<string, readonly Run[]>;

export const written = (text: readonly Run[] | undefined, span: Span = {}, align: Cell['align'] = 'left'): Cell => ({
  text: text ?? [],
  align,
  ...span,
});

export const empty = (span: Span = {}): Cell => ({ text: [], ...span });

export const runOf = ({ id, printed }: PrintedFigure): Run => ({ text: printed, figure: id });

/** The number of a figure as a workbook stores it; none where words stand, or a bound before the number. */
const numberOf = ({ printed, value }: Pick<PrintedFigure, 'printed' | 'value'>): Pick<Cell, 'number'> => {
  const number = value === null ? undefined : printedNumber(printed);
  if (value === null || number === undefined || number.before !== '') return {};
  return { number: { value, decimals: number.decimals, unit: number.percent ? '%' : '' } };
};

/** Words longer than this are read from the left. */
const SHORT = 12;

/** A figure in a cell of its own; nothing where there is none: empty is not zero. */
export const filled = (figure: PrintedFigure | undefined, span: Span = {}): Cell => {
  if (figure === undefined) return empty(span);
  const align = figure.printed.length > SHORT ? 'left' : 'center';
  return { text: [runOf(figure)], align, ...numberOf(figure), ...span };
};

/** A number that is no figure of the document, with its sign where it has one; words where no number stands behind. */
export const numbered = (printed: string, value: string | null, span: Span = {}): Cell => {
  const align = printed.length > SHORT ? 'left' : 'center';
  const text = printed === '' ? [] : [{ text: printed }];
  return { text, align, ...numberOf({ printed: printed.replace(/^\+/, ''), value }), ...span };
};

/** A caption and the figure behind it in one cell: `其中：基本支出：827.19`. */
export const labelled = (label: string, figure: PrintedFigure | undefined, span: Span = {}): Cell => ({
  text: figure === undefined ? [{ text: label }] : [{ text: label }, runOf(figure)],
  align: 'left',
  ...span,
});

/** Points of the form itself, as `10分` or `15`. */
export const points = (value: number | null, span: Span = {}, behind = ''): Cell =>
  value === null
    ? empty(span)
    : {
        text: [{ text: `${value}${behind}` }],
        align: 'center',
        number: { value: String(value), decimals: decimalsIn(value), unit: '' },
        ...span,
      };

const decimalsIn = (value: number): number => String(value).split('.')[1]?.length ?? 0;

/** Widths out of parts of any size. */
export const shares = (...parts: readonly number[]): readonly number[] => {
  const whole = parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part) => part / whole);
};

/** Neighbouring items of one key, in order: cells of a form merged over them. */
export const runsOfEqual = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] =>
  items.reduce<Item[][]>((groups, item) => {
    const last = groups.at(-1);
    if (last !== undefined && last[0] !== undefined && keyOf(last[0]) === keyOf(item)) last.push(item);
    else groups.push([item]);
    return groups;
  }, []);

/** A cell that stands only in the first of the rows it covers. */
export const once = (at: number, cell: Cell): readonly Cell[] => (at === 0 ? [cell] : []);

export const tableOf = (widths: Table['widths'], headerRows: number, rows: Table['rows']): Table => ({
  widths,
  headerRows,
  rows,
});
