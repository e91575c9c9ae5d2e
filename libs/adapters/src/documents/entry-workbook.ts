import ExcelJS from 'exceljs';
import { exampleOf, howToFill } from '#application/entry/column-words.js';
import type { EntryColumn, EntryForm } from '#application/entry/entry-form.js';
import { MOST_ROWS, letterOf } from '#application/entry/read-rows.js';
import { noteHeadings, sheetWords } from '#application/entry/terms.js';
import type { Uuid } from '#kernel/ids.js';
import { ENTRY_MARK } from './entry-sheet.js';
import { fonts } from './page-style.js';
import { type Imprint, packAlike } from './same-bytes.js';

/** Rows that are ready to be filled in, below the heading and the sample. */
const LAST = MOST_ROWS + 2;
const SAMPLE = 'FFD9D9D9';
const MANDATORY = 'FFFFF2CC';

const filled = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });

const isDate = ({ form }: EntryColumn): boolean => form.kind === 'plain' && form.field.kind === 'date' && !form.many;
const isNumber = ({ form }: EntryColumn): boolean =>
  form.kind === 'plain' && (form.field.kind === 'count' || form.field.kind === 'decimal') && !form.many;

/** Numbers and days are such; all else is text, so that 007 and 1.5.2 stay what they are. */
const formatOf = (column: EntryColumn): string => (isDate(column) ? 'yyyy-mm-dd' : isNumber(column) ? 'General' : '@');

const valueOf = (column: EntryColumn): ExcelJS.CellValue => {
  const example = exampleOf(column);
  if (example === '') return null;
  if (isDate(column)) return new Date(`${example}T00:00:00Z`);
  return isNumber(column) ? Number(example) : example;
};

const labelsOf = ({ form }: EntryColumn): readonly string[] =>
  form.kind === 'choice' && !form.many ? form.choices.map(({ label }) => label) : [];

/** The types leave out what a sheet can do. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

const writeRows = (sheet: ExcelJS.Worksheet, { columns }: EntryForm): void => {
  sheet.columns = columns.map((column) => ({
    width: Math.max(column.title.length * 2 + 4, 12),
    style: { numFmt: formatOf(column) },
  }));
  const header = sheet.addRow(columns.map(({ title }) => title));
  header.font = { name: fonts.heading, bold: true };
  columns.forEach(({ required }, at) => {
    if (required) header.getCell(at + 1).fill = filled(MANDATORY);
  });
  const sample = sheet.addRow(columns.map(valueOf));
  sample.eachCell((cell, at) => {
    cell.numFmt = formatOf(columns[at - 1] as EntryColumn);
    cell.fill = filled(SAMPLE);
  });
};

/**
 * Lists of codes on the hidden sheet, one column each below what the workbook says of itself. Cells choose from them by a name: a
 * reference to another sheet is stored by spreadsheets in a way that few programs read.
 */
const writeLists = (
  { definedNames }: ExcelJS.Workbook,
  rows: ExcelJS.Worksheet,
  lists: ExcelJS.Worksheet,
  { columns, command }: EntryForm,
  id: Uuid,
): void => {
  lists.addRow([ENTRY_MARK, id, command.type]);
  columns.forEach((column, at) => {
    const labels = labelsOf(column);
    if (labels.length === 0) return;
    const [letter, name] = [letterOf(at + 1), `codes_${at + 1}`];
    labels.forEach((label, nth) => (lists.getCell(nth + 2, at + 1).value = label));
    definedNames.add(`'${sheetWords.lists}'!$${letter}$2:$${letter}$${labels.length + 1}`, name);
    (rows as unknown as WithValidations).dataValidations.add(`${letter}2:${letter}${LAST}`, {
      type: 'list',
      allowBlank: true,
      formulae: [name],
      // What is pasted is checked by the system, with a reason.
      showErrorMessage: false,
    });
  });
};

const writeNotes = (sheet: ExcelJS.Worksheet, { columns }: EntryForm): void => {
  sheet.columns = [20, 40, 50, 10, 30].map((width) => ({
    width,
    style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  }));
  sheet.addRow([...noteHeadings]).font = { name: fonts.heading, bold: true };
  for (const column of columns)
    sheet.addRow([
      column.title,
      column.help ?? column.title,
      howToFill(column.form),
      column.required ? sheetWords.mandatory : sheetWords.optional,
      exampleOf(column),
    ]);
};

/** An empty workbook of a command: rows to fill in, notes, and the lists of codes out of sight. */
export const entryWorkbook = async (form: EntryForm, id: Uuid, imprint: Imprint): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  workbook.title = form.title;
  const rows = workbook.addWorksheet(sheetWords.rows, { views: [{ state: 'frozen', ySplit: 1 }] });
  writeRows(rows, form);
  writeNotes(workbook.addWorksheet(sheetWords.notes), form);
  writeLists(workbook, rows, workbook.addWorksheet(sheetWords.lists, { state: 'veryHidden' }), form, id);
  return packAlike(new Uint8Array(await workbook.xlsx.writeBuffer()), imprint);
};
