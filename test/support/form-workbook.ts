import ExcelJS from 'exceljs';

/** A line of a self-evaluation form as somebody types it; a number is a number, `formula` one with its last result. */
export interface TypedLine {
  readonly level1?: string;
  readonly level2?: string;
  readonly level3: string;
  readonly target?: string;
  readonly actual?: string | number | { readonly formula: string; readonly result?: number };
  /** Number format of the result. */
  readonly format?: string;
}

const HEAD = ['绩效指标', '一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'];

/** A 自评表 as bureaus type it: a title, whose it is, the head, the lines with their headings merged, the total. */
export const typedForm = async (title: string, subject: string, lines: readonly TypedLine[]): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('自评表');
  sheet.addRow([title]);
  sheet.mergeCells('A1:I1');
  sheet.addRow(['项目名称', subject]);
  sheet.mergeCells('B2:I2');
  sheet.addRow(HEAD);
  for (const { level1, level2, level3, target, actual, format } of lines) {
    const row = sheet.addRow([undefined, level1, level2, level3, target, undefined, 10, 10]);
    const cell = row.getCell(6);
    if (actual !== undefined) cell.value = actual as ExcelJS.CellValue;
    if (format !== undefined) cell.numFmt = format;
  }
  const last = 3 + lines.length;
  sheet.mergeCells(3, 1, last, 1);
  for (const [column, of] of [
    [2, 'level1'],
    [3, 'level2'],
  ] as const) {
    const starts = lines.flatMap((line, at) => (line[of] === undefined ? [] : [at]));
    for (const [nth, at] of starts.entries()) {
      const end = (starts[nth + 1] ?? lines.length) - 1;
      if (end > at) sheet.mergeCells(4 + at, column, 4 + end, column);
    }
  }
  sheet.addRow(['总分']);
  sheet.mergeCells(last + 1, 1, last + 1, 6);
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
