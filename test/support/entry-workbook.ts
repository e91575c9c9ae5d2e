import ExcelJS from 'exceljs';

/** A workbook as somebody opens it. */
export const opened = async (bytes: Uint8Array): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as never);
  return workbook;
};

export const sheetOf = (workbook: ExcelJS.Workbook): ExcelJS.Worksheet => {
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error('a workbook without sheets');
  return sheet;
};

/** Places of the columns by their titles. */
export const placesIn = (sheet: ExcelJS.Worksheet): ReadonlyMap<string, number> => {
  const places = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => places.set(cell.text, column));
  return places;
};

/** A workbook with rows filled in below the sample, by the titles of the columns. */
export const filledIn = async (
  template: Uint8Array,
  rows: readonly Readonly<Record<string, ExcelJS.CellValue>>[],
): Promise<Buffer> => {
  const workbook = await opened(template);
  const sheet = sheetOf(workbook);
  const places = placesIn(sheet);
  rows.forEach((row, nth) => {
    for (const [title, value] of Object.entries(row)) {
      const place = places.get(title);
      if (place === undefined) throw new Error(`no column ${title}`);
      sheet.getCell(nth + 3, place).value = value;
    }
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
};

/** Cells that are coloured as faulty, `C7`, and what the last column says of each row. */
export const marksIn = async (
  bytes: Uint8Array,
): Promise<{ readonly cells: readonly string[]; readonly reasons: ReadonlyMap<number, string> }> => {
  const sheet = sheetOf(await opened(bytes));
  const problems = placesIn(sheet).get('问题');
  if (problems === undefined) throw new Error('no column of reasons');
  const cells: string[] = [];
  const reasons = new Map<number, string>();
  sheet.eachRow((row, number) => {
    // A cell that lacks its value is marked, too.
    row.eachCell({ includeEmpty: true }, (cell) => {
      if (cell.fill?.type === 'pattern' && cell.fill.fgColor?.argb === 'FFFFC7CE') cells.push(cell.address);
    });
    const said = row.getCell(problems).text;
    if (number > 1 && said !== '') reasons.set(number, said);
  });
  return { cells, reasons };
};
