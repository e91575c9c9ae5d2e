import ExcelJS from 'exceljs';
import { describeWithOffice, printedPages } from '../../../../test/support/office.js';
import { partOf } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { excelDocument } from './excel-document.js';

let file: Buffer;
let report: ExcelJS.Worksheet;
let form: ExcelJS.Worksheet;
beforeAll(async () => {
  file = await excelDocument(sampleDocument());
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  [report, form] = workbook.worksheets as [ExcelJS.Worksheet, ExcelJS.Worksheet];
});

/** The cell of the form whose text is this. */
const cellWith = (text: string): ExcelJS.Cell => {
  const found: ExcelJS.Cell[] = [];
  form.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.master === cell && cell.value !== null && cell.text === text) found.push(cell);
    }),
  );
  expect(found).toHaveLength(1);
  return found[0] as ExcelJS.Cell;
};
const besides = (caption: string): ExcelJS.Cell => {
  const { row } = cellWith(caption);
  return form.getRow(Number(row)).getCell(6);
};

it('has a sheet for each section', () => {
  expect([report.name, form.name]).toEqual(['报告', '附件 自评表']);
});

it('stores numbers as numbers, shares as fractions, in the format that prints them', () => {
  const rate = besides('-按期复查率');
  expect([rate.value, rate.numFmt]).toEqual([0.8571428571428571, '0.00%']);
  const stored = ['1008.22', '5.1631'].map((text) => cellWith(text));
  expect(stored.map(({ value, numFmt }) => [value, numFmt])).toEqual([
    [1008.22, '#,##0.00'],
    [5.1631, '0.00'],
  ]);
  const points = cellWith('10');
  expect([points.value, points.numFmt]).toEqual([10, '0"分"']);
});

it.each(['=1+1 不是公式', '-按期复查率', '@无'])('keeps %s a text', async (text) => {
  const cell = cellWith(text);
  expect([cell.type, cell.numFmt]).toEqual([ExcelJS.ValueType.String, '@']);
  expect(await partOf(file, 'xl/worksheets/sheet2.xml')).not.toContain('<f>');
});

it('merges cells as the form does, each with its border', () => {
  const merged = (form.model as unknown as { merges: string[] }).merges;
  // Over the columns beside it; down over its rows; the blank over the last three.
  for (const range of ['B3:I3', 'A4:A5', 'A6:A9', 'B7:B9', 'C7:C8', 'G7:G8', 'G9:I9', 'A10:F10'])
    expect(merged).toContain(range);
  form.getRow(9).eachCell((cell) => expect(cell.border.bottom?.style).toBe('thin'));
});

it('locks the cells with figures and leaves the others open', () => {
  expect((form.model as unknown as { sheetProtection: { sheet: boolean } }).sheetProtection.sheet).toBe(true);
  // Locked is what Excel takes for granted, so the reader does not say it.
  expect(['1008.22', '≥270人', '5.1631'].map((text) => cellWith(text).protection?.locked)).not.toContain(false);
  expect(['社区矫正专项', '10', '总分'].map((text) => cellWith(text).protection.locked)).toEqual([false, false, false]);
});

it('prints on A4, as wide as the page, with the header row on each', () => {
  expect(form.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: '3:3',
  });
  expect(report.pageSetup).toMatchObject({ orientation: 'portrait' });
  expect(form.headerFooter.oddFooter).toContain('— &P —');
});

it('has the same bytes whenever it is written, and others when a figure is', async () => {
  await new Promise((resolve) => setTimeout(resolve, 1100));
  expect((await excelDocument(sampleDocument())).equals(file)).toBe(true);
  expect((await excelDocument(sampleDocument('a'.repeat(64)))).equals(file)).toBe(false);
});

describeWithOffice('calc', 'a workbook as LibreOffice prints it', () => {
  it('shows the same text as the Word file, and 「草稿」 on a draft alone', async () => {
    const [text = '', table = '', ...more] = await printedPages(file, 'xlsx');
    expect(more).toEqual([]);
    expect(text.replaceAll(/\s/g, '')).toContain('新接收社区矫正对象227人，按期复查率85.71%，自评等级为优。');
    for (const shown of ['1,008.22', '5.16', '≥270人', '85.71%', '10分', '=1+1 不是公式'])
      expect(table).toContain(shown);
    expect(table).not.toContain('5.1631');
    expect([text, table].map((page) => page.includes('草稿'))).toEqual([true, true]);
    const sealed = await printedPages(await excelDocument(sampleDocument('a'.repeat(64))), 'xlsx');
    expect(sealed.join('')).toContain('1,008.22');
    expect(sealed.join('')).not.toContain('草稿');
  });
});
