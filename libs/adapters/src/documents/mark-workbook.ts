import ExcelJS from 'exceljs';
import { sheetWords } from '#application/entry/terms.js';
import type { Marks } from '#application/entry/workbooks.js';
import { filledSheet, openWorkbook } from './entry-sheet.js';
import { UnusableFile } from './unusable-file.js';

/** Light red, by which marks of ours are known again. */
export const FAULTY = 'FFFFC7CE';

const paint: ExcelJS.Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: FAULTY } };
const isPainted = ({ fill }: ExcelJS.Cell): boolean =>
  fill?.type === 'pattern' && fill.pattern === 'solid' && fill.fgColor?.argb === FAULTY;

/** A style of its own: cells of a file that was read share theirs. */
const restyle = (cell: ExcelJS.Cell, fill: ExcelJS.Fill): void => {
  cell.style = { ...cell.style, fill };
};

/** Takes off what an earlier check put on. */
const clean = (sheet: ExcelJS.Worksheet, problems: number): void =>
  sheet.eachRow((row, number) => {
    row.eachCell((cell) => {
      if (isPainted(cell)) restyle(cell, { type: 'pattern', pattern: 'none' });
    });
    if (number > 1) row.getCell(problems).value = null;
  });

/** The column of reasons: the one of an earlier check, else behind the last heading. */
const problemColumn = (sheet: ExcelJS.Worksheet): number => {
  let last = 0;
  let found: number | undefined;
  sheet.getRow(1).eachCell((cell, column) => {
    last = column;
    if (cell.text.trim() === sheetWords.problems) found = column;
  });
  return found ?? last + 1;
};

const WIDTH = 60;

/**
 * The same workbook with its faulty cells coloured and what is wrong with each row in a last column; marks of an earlier check are
 * gone. The file has been read by `entrySheet`, so that its size and parts are bounded.
 * @throws UnusableFile
 */
export const markedWorkbook = async (bytes: Uint8Array, { cells, rows }: Marks): Promise<Uint8Array> => {
  openWorkbook(bytes);
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Buffer.from(bytes) as never);
  } catch (error) {
    throw new UnusableFile('not-a-workbook', error instanceof Error ? error.message : 'it cannot be read');
  }
  const sheet = filledSheet(workbook.worksheets);
  if (sheet === undefined) throw new UnusableFile('not-a-workbook', 'it has no sheet');
  const problems = problemColumn(sheet);
  clean(sheet, problems);
  for (const { row, column } of cells) restyle(sheet.getCell(row, column), paint);
  sheet.getCell(1, problems).value = sheetWords.problems;
  sheet.getCell(1, problems).font = { bold: true };
  sheet.getColumn(problems).width = WIDTH;
  for (const { row, reasons } of rows) {
    const cell = sheet.getCell(row, problems);
    cell.value = reasons;
    cell.style = { alignment: { wrapText: true, vertical: 'top' } };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
};
