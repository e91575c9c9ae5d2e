import type { PaperCell, PaperGrid } from './former-paper.js';
import { Grid } from './grid.js';
import { formHeadings, subjectCaptions, sumCaptions, yearTitles } from './terms.js';

/** A line of a form: one 三级指标 and what stands beside it. */
export interface FormLine {
  readonly level1?: string;
  readonly level2?: string;
  readonly level3: string;
  readonly target?: PaperCell;
  readonly unit?: PaperCell;
  readonly actual?: PaperCell;
  /** Where the result stands, or would: `自评表!F11`. */
  readonly cell: string;
}

/** A sheet of the file that holds a form. */
export interface ReadForm {
  readonly sheet: string;
  /** Whose it says it is. */
  readonly subject?: string;
  /** Years its titles name. */
  readonly years: readonly number[];
  readonly lines: readonly FormLine[];
}

type Columns = { readonly [Heading in keyof typeof formHeadings]?: number };

/** Full-width signs as plain ones, and no spaces. */
export const plainText = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
const caption = (text: string): string => plainText(text).replaceAll(/\([^()]*\)$/g, '');

/** The columns of a row that is the head of a form; undefined where it is none. */
const columnsIn = (cells: ReadonlyMap<number, PaperCell>): Columns | undefined => {
  const captions = [...cells.values()].map(({ column, text }) => ({ column, text: caption(text) }));
  const columnOf = (words: readonly string[]): number | undefined =>
    captions.find(({ text }) => words.includes(text))?.column;
  const columns = Object.fromEntries(
    Object.entries(formHeadings).flatMap(([name, words]) => {
      const column = columnOf(words);
      return column === undefined ? [] : [[name, column]];
    }),
  ) as Columns;
  const whole = columns.level3 !== undefined && columns.actual !== undefined;
  return whole && (columns.level1 ?? columns.level2) !== undefined ? columns : undefined;
};

const yearsIn = (cells: Iterable<PaperCell>): readonly number[] =>
  [...cells].flatMap(({ text }) => {
    const named = yearTitles.map((title) => title.exec(plainText(text))?.[1]).find((year) => year !== undefined);
    return named === undefined ? [] : [Number(named)];
  });

/** The first words right of a caption that says whose form it is. */
const subjectIn = (grid: Grid, row: number, cells: ReadonlyMap<number, PaperCell>): string | undefined => {
  const at = [...cells.values()].find(({ text }) =>
    [plainText(text), caption(text)].some((words) => subjectCaptions.includes(words)),
  );
  if (at === undefined) return undefined;
  const behind = [...cells.values()].find(({ column, text }) => column > at.column && text !== '');
  return behind === undefined || grid.masterOf(row, behind.column).column <= at.column ? undefined : behind.text;
};

const lineIn = (grid: Grid, row: number, columns: Columns): FormLine | undefined => {
  const { level3: name = 0, actual: result = 0 } = columns;
  const master = grid.masterOf(row, name);
  const text = grid.at(row, name)?.text ?? '';
  // A cell that begins left of the column is a caption that runs across: the total, a note.
  if (master.column !== name || plainText(text) === '' || sumCaptions.includes(caption(text))) return undefined;
  const cellAt = (column: number | undefined): PaperCell | undefined =>
    column === undefined ? undefined : grid.at(row, column);
  const textAt = (column: number | undefined): string | undefined => cellAt(column)?.text;
  const [level1, level2] = [textAt(columns.level1), textAt(columns.level2)];
  const [target, unit, actual] = [cellAt(columns.target), cellAt(columns.unit), cellAt(result)];
  return {
    ...(level1 !== undefined && { level1 }),
    ...(level2 !== undefined && { level2 }),
    level3: text,
    ...(target !== undefined && { target }),
    ...(unit !== undefined && { unit }),
    ...(actual !== undefined && { actual }),
    cell: grid.address(grid.masterOf(row, result)),
  };
};

type Headings = Pick<FormLine, 'level1' | 'level2'>;

/** A line whose headings are left empty stands under those of the line above. */
const below = (over: Headings, line: FormLine): FormLine => {
  const { level1 = over.level1, level2 = line.level1 === undefined ? over.level2 : undefined } = line;
  return { ...line, ...(level1 !== undefined && { level1 }), ...(level2 !== undefined && { level2 }) };
};

/** The form on a sheet; undefined where none is. A line that runs over several rows is one, unless it has several results. */
const formOn = (paper: PaperGrid): ReadForm | undefined => {
  const grid = new Grid(paper);
  const above: PaperCell[] = [];
  const lines = new Map<string, FormLine>();
  let over: Headings = {};
  let [columns, subject]: [Columns | undefined, string | undefined] = [undefined, undefined];
  for (const [row, cells] of grid.rows) {
    const head = columnsIn(cells);
    if (columns === undefined && head === undefined) {
      above.push(...cells.values());
      subject ??= subjectIn(grid, row, cells);
    }
    columns = head ?? columns;
    if (head !== undefined) over = {};
    const found = head !== undefined || columns === undefined ? undefined : lineIn(grid, row, columns);
    if (found === undefined) continue;
    const line = below(over, found);
    over = line;
    const name = grid.address(grid.masterOf(row, columns?.level3 ?? 0));
    lines.set(`${name} ${line.cell}`, line);
  }
  if (columns === undefined) return undefined;
  return {
    ...{ sheet: paper.name, years: yearsIn(above), lines: [...lines.values()] },
    ...(subject !== undefined && { subject }),
  };
};

/** Every form in a workbook, as bureaus type them: 一级 to 三级指标, target, result, in whatever order, cells merged. */
export const formsIn = (grids: readonly PaperGrid[]): readonly ReadForm[] =>
  grids.flatMap((grid) => formOn(grid) ?? []);
