import { type ZipPart, zipOf } from './zip.js';

const SHEET = /^xl\/worksheets\/sheet1\.xml$/;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const sheetOf = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${inside}</worksheet>`;
const withSheet = (parts: readonly ZipPart[], inside: string): Buffer =>
  zipOf(parts.map((part) => (SHEET.test(part.name) ? { ...part, bytes: Buffer.from(sheetOf(inside)) } : part)));
const withText = (parts: readonly ZipPart[], name: string, xml: string): Buffer =>
  zipOf([...parts.filter((part) => part.name !== name), { name, bytes: Buffer.from(xml) }]);
const rows = (many: number, row: (at: number) => string): string =>
  `<sheetData>${Array.from({ length: many }, (_, at) => row(at + 1)).join('')}</sheetData>`;
const strings = (text: string, times: number): string =>
  `<?xml version="1.0"?><sst xmlns="${MAIN}">${text.repeat(times)}</sst>`;

/** Workbooks that are small where they are packed, and large or long where they are read. */
export const largeWorkbooks: Readonly<Record<string, (parts: readonly ZipPart[]) => Buffer>> = {
  'a dimension of the whole sheet': (parts) =>
    withSheet(
      parts,
      `<dimension ref="A1:XFD1048576"/>${rows(1, () => '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')}`,
    ),
  '1,048,576 rows of nothing': (parts) =>
    withSheet(
      parts,
      rows(1_048_576, (row) => `<row r="${row}"/>`),
    ),
  '1,048,576 rows of one cell': (parts) =>
    withSheet(
      parts,
      rows(1_048_576, (row) => `<row><c><v>${row}</v></c></row>`),
    ),
  'a row of 16,384 cells, 20 times': (parts) =>
    withSheet(
      parts,
      rows(20, () => `<row>${'<c><v>1</v></c>'.repeat(16_384)}</row>`),
    ),
  'cells that lie on each other': (parts) =>
    withSheet(
      parts,
      rows(40_000, () => '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'),
    ),
  'a long text, pointed at by every cell': (parts) =>
    withText(
      parts.map((part) =>
        SHEET.test(part.name)
          ? { ...part, bytes: Buffer.from(sheetOf(rows(40_000, () => '<row><c t="s"><v>0</v></c></row>'))) }
          : part,
      ),
      'xl/sharedStrings.xml',
      strings(`<si><t>${'字'.repeat(32_000)}</t></si>`, 1),
    ),
  'texts without number': (parts) => withText(parts, 'xl/sharedStrings.xml', strings('<si><t>a</t></si>', 2_000_000)),
  'a text without end': (parts) =>
    withText(parts, 'xl/sharedStrings.xml', strings(`<si><t>${'a'.repeat(40_000_000)}</t></si>`, 1)),
  'styles without number': (parts) =>
    withText(
      parts,
      'xl/styles.xml',
      `<?xml version="1.0"?><styleSheet xmlns="${MAIN}"><cellXfs>${'<xf numFmtId="9"/>'.repeat(1_000_000)}</cellXfs></styleSheet>`,
    ),
  'everything merged with everything': (parts) =>
    withSheet(
      parts,
      `${rows(300, (row) => `<row r="${row}"><c t="inlineStr"><is><t>三级指标</t></is></c></row>`)}<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(2_900)}</mergeCells>`,
    ),
  'merges without number': (parts) =>
    withSheet(parts, `<sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(500_000)}</mergeCells>`),
  'lines without number': (parts) =>
    withSheet(
      parts,
      `${rows(15_000, (row) => `<row>${(row === 1 ? ['一级指标', '三级指标', '实际完成值'] : ['产出', `第${row}项`, '1']).map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`)}`,
    ),
  'attributes without number': (parts) =>
    withSheet(parts, `<sheetData ${Array.from({ length: 100_000 }, (_, at) => `a${at}="1"`).join(' ')}/>`),
  zeros: (parts) => zipOf([...parts, { name: 'xl/media/zeros.bin', bytes: Buffer.alloc(100 << 20) }]),
  'zeros that say they are none': (parts) =>
    zipOf([
      ...parts.filter(({ name }) => !SHEET.test(name)),
      { name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(100 << 20), declares: 100 },
    ]),
  'ninety megabytes of blanks': (parts) => withSheet(parts, ' '.repeat(90 << 20)),
  'ninety megabytes in thirty parts': (parts) =>
    zipOf([
      ...parts,
      ...Array.from({ length: 30 }, (_, at) => ({
        name: `customXml/item${at}.xml`,
        bytes: Buffer.alloc(3 << 20, ' '),
      })),
    ]),
};

/** The same for forms of Word. */
export const largeForms: Readonly<Record<string, (parts: readonly ZipPart[]) => Buffer>> = Object.fromEntries(
  (
    [
      [
        'paragraphs without number',
        (xml: string) => xml.replace('<w:body>', `<w:body>${'<w:p><w:r><w:t>{year}</w:t></w:r></w:p>'.repeat(60_000)}`),
      ],
      [
        'runs without number',
        (xml: string) => xml.replace('<w:body>', `<w:body><w:p>${'<w:r><w:t>{</w:t></w:r>'.repeat(200_000)}</w:p>`),
      ],
      [
        'a text without end',
        (xml: string) =>
          xml.replace('<w:body>', `<w:body><w:p><w:r><w:t>${'{year}'.repeat(2_000_000)}</w:t></w:r></w:p>`),
      ],
      [
        'tables in tables',
        (xml: string) =>
          xml.replace(
            '<w:body>',
            `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(60)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(60)}`,
          ),
      ],
      ['blanks', (xml: string) => xml.replace('<w:body>', `<w:body>${' '.repeat(80 << 20)}`)],
    ] as const
  ).map(([name, change]) => [
    name,
    (parts: readonly ZipPart[]) =>
      zipOf(
        parts.map((part) =>
          part.name === 'word/document.xml' ? { ...part, bytes: Buffer.from(change(part.bytes.toString())) } : part,
        ),
      ),
  ]),
);
