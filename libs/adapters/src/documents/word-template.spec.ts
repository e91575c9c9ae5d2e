import {
  Document,
  Footer,
  Header,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import type { PrintedFigure } from '#application/documents/printed.js';
import { type TemplateValues, UnusableTemplate, vocabularyOf } from '#application/documents/template.js';
import { verifyPrinted } from '#application/documents/verify-printed.js';
import { describeWithOffice, printedPages } from '../../../../test/support/office.js';
import { once, partOf, withParts } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { readEvidence } from './manifest.js';
import { UnusableFile } from './unusable-file.js';
import { wordDocument } from './word-document.js';
import { checkTemplate, fillTemplate } from './word-template.js';

const figure = (id: string, printed: string): PrintedFigure => ({
  ...{ id, printed, value: printed, unit: '人' },
  source: {
    kind: 'indicator',
    indicator: id.toUpperCase(),
    definition: '2003-07-10',
    office: '430922',
    period: { scheme: 'FISCAL_YEAR', from: '2023-01-01', to: '2023-12-31' },
    position: 7,
    evidence: `/v1/indicators/${id.toUpperCase()}/evidence?bureau=430922&period=2023&asOf=7`,
  },
});

const VALUES: TemplateValues = {
  names: { year: '2023', bureau: '甲县司法局 <甲> & {year}', 'CC-02': figure('cc-02', '227') },
  lists: {
    rows: [
      { name: '接收', value: figure('cc-03', '239') },
      { name: '解除', value: figure('cc-04', '14') },
    ],
  },
};
const HEAD = { document: 'own-form', issuer: '甲县司法局', date: '2024-02-28', seal: null };

const text = (...runs: readonly (string | ParagraphChild)[]): Paragraph =>
  new Paragraph({ children: runs.map((run) => (typeof run === 'string' ? new TextRun(run) : run)) });
const cell = (value: string): TableCell => new TableCell({ children: [text(value)] });

/** A bureau's form: a placeholder spread over runs of unlike looks, two in one run, rows of a table, header and footer. */
const form = async (body: readonly Paragraph[] = []): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      sections: [
        {
          headers: { default: new Header({ children: [text('{bureau}')] }) },
          footers: { default: new Footer({ children: [text('共{CC-02}人')] }) },
          children: [
            text('{ye', new TextRun({ text: 'ar}', bold: true }), '年度报告'),
            text(new TextRun({ text: '接收{CC-02}人，又{CC-02}人。', bold: true })),
            new Table({
              columnWidths: [4000, 4000],
              rows: [
                new TableRow({ children: [cell('事项'), cell('人数')] }),
                new TableRow({ children: [cell('{#rows}{name}'), cell('{value}{/rows}')] }),
              ],
            }),
            ...body,
          ],
        },
      ],
    }),
  );

const DOCUMENT = 'word/document.xml';
const faultOf = (bytes: Buffer): string => {
  try {
    checkTemplate(bytes, vocabularyOf(VALUES));
  } catch (error) {
    if (error instanceof UnusableFile || error instanceof UnusableTemplate) return error.message;
    throw error;
  }
  return 'taken';
};

describe('a form that a bureau made itself', () => {
  let template: Buffer;
  let filled: Buffer;
  beforeAll(async () => {
    template = await form();
    filled = await fillTemplate(template, VALUES, HEAD);
  });
  const plain = async (part: string): Promise<string> =>
    (await partOf(filled, part)).replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');

  it('is taken, and filled wherever its placeholders stand', async () => {
    expect(faultOf(template)).toBe('taken');
    expect((await plain(DOCUMENT)).trim().split(/\n+/)).toEqual([
      '草稿',
      '2023年度报告',
      '接收227人，又227人。',
      '事项',
      '人数',
      '接收',
      '239',
      '解除',
      '14',
    ]);
    expect((await plain('word/header1.xml')).trim()).toBe('甲县司法局 &lt;甲&gt; &amp; {year}');
  });

  it('binds its numbers, in the look of the form, and lists them', async () => {
    const { manifest, intact, paper } = readEvidence(filled);
    expect([intact, manifest.document, manifest.figures.map(({ id, places }) => [id, places.length])]).toEqual([
      true,
      'own-form',
      [
        ['cc-02', 3],
        ['cc-03', 1],
        ['cc-04', 1],
      ],
    ]);
    expect(paper.map(({ id, text: shown }) => [id, shown])).toEqual([
      ['cc-02', '227'],
      ['cc-02', '227'],
      ['cc-03', '239'],
      ['cc-04', '14'],
      ['cc-02', '227'],
    ]);
    const controls = (await partOf(filled, DOCUMENT)).match(/<w:sdt>.*?<\/w:sdt>/gs) ?? [];
    expect(controls.map((control) => control.includes('<w:b/>'))).toEqual([true, true, false, false]);
    expect(controls.every((control) => control.includes('<w:lock w:val="sdtContentLocked"/>'))).toBe(true);
    const ids = (await partOf(filled, DOCUMENT)).match(/<w:id w:val="\d+"/g) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is held against the log like any report', async () => {
    const logged = async ({ indicator }: { indicator: string }) => ({
      value: { 'CC-02': '227', 'CC-03': '239', 'CC-04': '14' }[indicator] ?? null,
      unit: '人',
    });
    const source = { logged, sealed: async () => 'no-such-seal' as const };
    expect(await verifyPrinted(readEvidence(filled), source)).toMatchObject({
      confirmed: ['cc-02', 'cc-03', 'cc-04'],
      refuted: [],
    });
    const typed = await withParts(filled, { [DOCUMENT]: once('>239<', '>240<') });
    const { refuted } = await verifyPrinted(readEvidence(typed), source);
    expect(refuted.map(({ code, figure: id, found }) => [code, id, found])).toEqual([
      ['printed-changed', 'cc-03', '240'],
    ]);
  });

  it('has the same bytes whenever it is filled', async () => {
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect((await fillTemplate(template, VALUES, HEAD)).equals(filled)).toBe(true);
  });

  it('is no form any more once it is filled', async () => {
    expect(faultOf(filled)).toContain('not-a-template: it is filled: 227');
    expect(faultOf(await wordDocument(sampleDocument()))).toContain('not-a-template');
  });

  it('is not filled where a value is missing', async () => {
    const { year: _, ...names } = VALUES.names;
    await expect(fillTemplate(template, { ...VALUES, names }, HEAD)).rejects.toThrow(
      'unknown-placeholder: {year} in paragraph 1 of word/document.xml',
    );
  });

  it('has no rows where there are none, and no two figures of one id', async () => {
    const none = await fillTemplate(template, { ...VALUES, lists: { rows: [] } }, HEAD);
    expect(readEvidence(none).manifest.figures.map(({ id }) => id)).toEqual(['cc-02']);
    const rows = [{ name: '接收', value: figure('cc-02', '9') }];
    await expect(fillTemplate(template, { ...VALUES, lists: { rows } }, HEAD)).rejects.toThrow('two figures are cc-02');
  });

  describeWithOffice('writer', 'as LibreOffice prints it', () => {
    it('has its rows, header and footer', async () => {
      const [page = '', ...more] = await printedPages(filled, 'docx');
      expect(more).toEqual([]);
      for (const shown of ['草稿', '2023', '接收227人，又227人。', '239', '解除', '14', '甲县司法局', '共227人'])
        expect(page.replaceAll(/\s/g, '')).toContain(shown);
    });
  });
});

describe('a form that is refused', () => {
  it('has an unknown placeholder: it is named with its part and paragraph, wherever it stands', async () => {
    expect(faultOf(await form([text('{CC-', new TextRun({ text: '9', bold: true }), '9}人')]))).toBe(
      'unknown-placeholder: {CC-99} in paragraph 7 of word/document.xml',
    );
    for (const part of ['word/header1.xml', 'word/footer1.xml'])
      expect(faultOf(await withParts(await form(), { [part]: (xml) => xml.replace(/\{[^}]*\}/, '{CC-99}') }))).toBe(
        `unknown-placeholder: {CC-99} in paragraph 1 of ${part}`,
      );
  });

  it('runs something, or asks for it where nothing is filled', async () => {
    expect(faultOf(await form([text('{process.exit(1)}')]))).toContain('script: {process.exit(1)}');
    const notes = `<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{year}</w:t></w:r></w:p></w:footnotes>`;
    expect(faultOf(await withParts(await form(), { 'word/footnotes.xml': () => notes }))).toBe(
      'not-filled-here: {year} in paragraph 1 of word/footnotes.xml',
    );
    const control =
      '<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent><w:r><w:t>{year}</w:t></w:r></w:sdtContent></w:sdt>';
    const plain = await withParts(await form(), { [DOCUMENT]: (xml) => xml.replace('</w:p>', `${control}</w:p>`) });
    expect(faultOf(plain)).toBe('not-filled-here: {year} in paragraph 1 of word/document.xml');
  });

  it.each([
    ['DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"', true],
    ['INCLUDETEXT "https://elsewhere.example/a.docx"', true],
    [' HYPERLINK "https://elsewhere.example" ', true],
    [' HYPERLINK \\l "part2" ', false],
    [' PAGE ', false],
  ])('has the field %s', async (code, refused) => {
    const instruction = code.replaceAll('"', '&quot;');
    const field = (...parts: readonly string[]): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${parts
        .map((part) => `<w:r><w:instrText>${part}</w:instrText></w:r>`)
        .join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const cut = instruction.indexOf('E') + 1;
    const whole = `<w:fldSimple w:instr="${instruction}"/>`;
    for (const xml of [whole, field(instruction.slice(0, cut), instruction.slice(cut))]) {
      const bytes = await withParts(await form(), { [DOCUMENT]: (text_) => text_.replace('</w:p>', `${xml}</w:p>`) });
      expect(faultOf(bytes)).toMatch(refused ? /^field-code: word\/document\.xml, paragraph 1: / : /^taken$/);
    }
  });

  it('is harmful or broken', async () => {
    const relations = 'word/_rels/document.xml.rels';
    const linked = '<Relationship Id="x" Type="image" TargetMode="External" Target="https://elsewhere.example/p.png"/>';
    const imported =
      '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="a.html"/>';
    const base = await form();
    const added = (relation: string) => ({ [relations]: once('</Relationships>', `${relation}</Relationships>`) });
    expect(faultOf(await withParts(base, { 'word/vbaProject.bin': () => 'x' }))).toBe('macro: word/vbaProject.bin');
    expect(faultOf(await withParts(base, added(linked)))).toContain('external-link');
    expect(faultOf(await withParts(base, added(imported)))).toContain('embedded-object');
    expect(faultOf(await withParts(base, { [DOCUMENT]: (xml) => `<!DOCTYPE a [<!ENTITY b "c">]>${xml}` }))).toContain(
      'broken-xml',
    );
    expect(faultOf(Buffer.from('PK'))).toContain('not-a-zip');
    const other = await withParts(base, { [DOCUMENT]: () => null });
    expect(faultOf(other)).toBe('not-a-document: it is no Word file');
  });
});
