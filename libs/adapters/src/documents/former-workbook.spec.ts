import ExcelJS from 'exceljs';
import { withParts } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import type { PaperCell } from '#application/last-year/former-paper.js';
import { platformTerms } from '#application/terms.js';
import { excelDocument } from './excel-document.js';
import { formerPaper, paperLimits, readWorkbook } from './former-workbook.js';
import { fileFaults, fileFaultsOf } from './unusable-file.js';
import { gridLimits } from './workbook-grids.js';

const written = async (fill: (sheet: ExcelJS.Worksheet) => void): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  fill(workbook.addWorksheet('表'));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
const read = readWorkbook;
const faultsOf = (bytes: Buffer): unknown => {
  try {
    return formerPaper(bytes);
  } catch (error) {
    return fileFaultsOf(error);
  }
};
const cellOf = async (value: ExcelJS.CellValue, numFmt?: string): Promise<Partial<PaperCell>> => {
  const paper = read(
    await written((sheet) => {
      sheet.getCell('AB3').value = value;
      if (numFmt !== undefined) sheet.getCell('AB3').numFmt = numFmt;
    }),
  );
  const [{ row, column, ...shown }] = paper.grids[0]?.cells as [PaperCell];
  expect([row, column]).toEqual([3, 28]);
  return shown;
};

describe('a cell is what a reader sees', () => {
  it.each([
    [227, undefined, { text: '227', number: '227' }],
    [0.857142857, '0.00%', { text: '85.71%', number: '85.7142857' }],
    // As WPS writes it: room for a bracket behind, and another colour below 0.
    [0.80005, '0.00_ ;[Red]-0.00 ', { text: '0.80', number: '0.80005' }],
    [1008.22, '_(* #,##0.00_)', { text: '1,008.22', number: '1008.22' }],
    [0.5, '# ?/?%', { text: '50%', number: '50' }],
    [0.1 + 0.2, undefined, { text: '0.3', number: '0.3' }],
    [10, '0"分"', { text: '10分', number: '10' }],
    [45291, 'yyyy"年"m"月"d"日"', { text: '2023-12-31' }],
    ['≥227人', undefined, { text: '≥227人' }],
    [{ richText: [{ text: '22' }, { text: '7人' }] }, undefined, { text: '227人' }],
    [{ formula: 'A1*2', result: 4 }, undefined, { text: '4', number: '4', cached: true }],
    [{ formula: 'A1&"人"', result: '4人' }, undefined, { text: '4人', cached: true }],
  ] as const)('%j in %s', async (value, format, shown) =>
    expect(await cellOf(value as ExcelJS.CellValue, format)).toEqual(shown),
  );
  it.each([{ formula: 'B1' }, { formula: 'B1/0', result: { error: '#DIV/0!' } }])(
    'and nothing where there is no result: %j',
    async (value) =>
      expect(
        read(await written((sheet) => (sheet.getCell('A1').value = value as ExcelJS.CellValue))).grids[0]?.cells,
      ).toEqual([]),
  );
});

it('knows what is merged', async () => {
  const paper = read(await written((sheet) => sheet.mergeCells('B2:C5')));
  expect(paper.grids).toMatchObject([{ name: '表', merges: [{ top: 2, left: 2, bottom: 5, right: 3 }] }]);
});

it('gives the manifest of a workbook of ours, and none of another', async () => {
  expect(read(await excelDocument(sampleDocument())).evidence?.manifest.document).toContain('sample');
  expect(read(await written((sheet) => (sheet.getCell('A1').value = 1)))).not.toHaveProperty('evidence');
});

it('is refused beyond what a form has, and where the manifest is broken; every fault has words', async () => {
  const cells = await written((sheet) => {
    for (let row = 1; row <= gridLimits.cells / 10 + 1; row += 1) sheet.addRow(Array.from({ length: 10 }, () => 1));
  });
  expect(faultsOf(cells)).toEqual([{ code: 'too-large', at: 'file', what: 'more than 50000 cells' }]);
  const texts = await written((sheet) => {
    for (let row = 1; row <= 100; row += 1) sheet.addRow(['字'.repeat(32_000)]);
  });
  expect(faultsOf(texts)).toMatchObject([{ code: 'too-large', what: 'more than 2000000 characters' }]);
  const lines = await written((sheet) => {
    sheet.addRow(['一级指标', '三级指标', '实际完成值']);
    for (let row = 0; row <= paperLimits.lines; row += 1) sheet.addRow(['产出', `第${row}项`, row]);
  });
  expect(faultsOf(lines)).toMatchObject([{ code: 'too-large', what: 'more than 2000 lines' }]);
  const two = await withParts(await excelDocument(sampleDocument()), {
    'customXml/item2.xml': () => '<manifest xmlns="urn:taizhang:evidence-manifest:1"/>',
  });
  expect(faultsOf(two)).toMatchObject([{ code: 'broken-manifest' }]);
  for (const code of fileFaults) expect(platformTerms).toHaveProperty([code]);
});
