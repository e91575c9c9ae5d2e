import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { excelDocument } from '#adapters/documents/excel-document.js';
import { type RegisterValues, writeRegisterWorkbook } from '#adapters/documents/register-workbook.js';
import { sampleDocument } from '../support/sample-document.js';

/** How a cell begins that a spreadsheet would take for a formula, were it typed or read from a CSV. @source S-16a */
const LEADS = ['=', '+', '-', '@', '\t', '\r'];
const TEXTS = LEADS.flatMap((lead) => [
  `${lead}cmd|' /C calc'!A0`,
  `${lead}1+1`,
  `${lead}HYPERLINK("http://198.51.100.7")`,
]);

const register = async (): Promise<Buffer> => {
  const target = new PassThrough();
  const columns = (['text', 'number', 'date'] as const).map((kind) => ({ title: kind, kind }));
  const rows = async function* (): AsyncGenerator<RegisterValues> {
    for (const text of TEXTS) yield [text, text, text];
  };
  const sheet = { name: '台账', author: '甲县司法局', date: '2024-02-28', columns };
  const [bytes] = await Promise.all([buffer(target), writeRegisterWorkbook(target, sheet, rows())]);
  return bytes;
};

const document = (): Promise<Buffer> => {
  const rows = TEXTS.map((text) => [{ text: [{ text }] }]);
  const table = { widths: [1], headerRows: 0, rows };
  const section = { name: '表', orientation: 'portrait', blocks: [{ kind: 'table', table }] } as const;
  return excelDocument({ ...sampleDocument(), figures: [], sections: [section] });
};

/** Signs that end a line are one in a file. */
const asStored = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

describe.each([
  ['a register', register],
  ['a document', document],
])('%s', (_, make) => {
  it('holds what looks like a formula as the text it is, and keeps it one when it is typed again', async () => {
    const bytes = await make();
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
    const found = new Map<string, string | undefined>();
    for (const sheet of workbook.worksheets)
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).not.toBe(ExcelJS.ValueType.Formula);
          expect(cell.type).not.toBe(ExcelJS.ValueType.Hyperlink);
          if (cell.col === '1' || Number(cell.col) === 1) found.set(asStored(cell.text), cell.numFmt);
        }),
      );
    for (const text of TEXTS) expect([text, found.get(asStored(text))]).toEqual([text, '@']);
    const parts = await JSZip.loadAsync(bytes);
    for (const name of Object.keys(parts.files).filter((part) => part.startsWith('xl/worksheets/sheet')))
      expect(await parts.file(name)?.async('string')).not.toMatch(/<f[ >]|<hyperlink/);
  });
});
