import { withAnchor } from '#application/documents/anchored.js';
import type { PrintedFigure } from '#application/documents/printed.js';
import { type EvidenceSource, type HeldFigure, verifyPrinted } from '#application/documents/verify-printed.js';
import { once, partOf, withParts } from '../../../../test/support/office-parts.js';
import { sampleDocument } from '../../../../test/support/sample-document.js';
import { excelDocument } from './excel-document.js';
import { figuresOnPaper, readEvidence, readManifest } from './manifest.js';
import { manifestXml } from './manifest-xml.js';
import { wordDocument } from './word-document.js';

const SEAL = 'a'.repeat(64);
const { figures } = sampleDocument();
const held = new Map(figures.map((figure) => [figure.id, figure]));
const asHeld = ({ value, unit }: PrintedFigure): HeldFigure => ({ value, unit, definition: '2003-07-10' });

/** A log that holds the indicators as the sample prints them, and one seal that holds everything. */
const source: EvidenceSource = {
  sealed: async (seal, { id }) => {
    const figure = held.get(id);
    return seal !== SEAL ? 'no-such-seal' : figure === undefined ? undefined : asHeld(figure);
  },
  logged: async ({ indicator }) => {
    const figure = figures.find(({ source: from }) => from.kind === 'indicator' && from.indicator === indicator);
    return figure === undefined ? undefined : asHeld(figure);
  },
};
const verdictOn = async (bytes: Uint8Array) => verifyPrinted(readEvidence(bytes), source);
const refutedIn = async (bytes: Uint8Array) =>
  (await verdictOn(bytes)).refuted.map(({ code, figure, at, found, expected }) => [code, figure, at, found, expected]);

const MANIFEST = 'customXml/item1.xml';
/** Rewrites the manifest the way somebody would who knows how its digest is made. */
const forged = (bytes: Uint8Array, change: (figure: PrintedFigure) => PrintedFigure | undefined): Promise<Buffer> => {
  const manifest = readManifest(bytes);
  const changed = manifest.figures.flatMap((figure) => {
    const after = change(figure);
    return after === undefined ? [] : [{ ...figure, ...after }];
  });
  return withParts(bytes, { [MANIFEST]: () => manifestXml({ ...manifest, figures: changed }) });
};
const changing =
  (id: string, change: Partial<PrintedFigure>) =>
  (figure: PrintedFigure): PrintedFigure =>
    figure.id === id ? { ...figure, ...change } : figure;

let word: Buffer;
let excel: Buffer;
beforeAll(async () => {
  word = await wordDocument(sampleDocument());
  excel = await excelDocument(sampleDocument());
});
const files = () => ({ word, excel });
const both = ['word', 'excel'] as const;

describe.each(both)('the manifest of a file (%s)', (kind) => {
  it('lists every figure with its source and each place it stands at', () => {
    const { figures: listed, ...head } = readManifest(files()[kind]);
    expect(head).toEqual({
      document: 'sample-2023-project.self-evaluation',
      issuer: '甲县司法局',
      date: '2024-02-28',
      seal: null,
    });
    expect(listed.map(({ places: _, ...figure }) => figure)).toEqual(figures);
    expect(listed.map(({ id, places }) => [id, places.length])).toEqual([
      ['received', 2],
      ['review-rate', 2],
      ['income', 1],
      ['score', 1],
      ['target', 1],
      ['grade', 2],
    ]);
    expect(figuresOnPaper(files()[kind]).map(({ text }) => text)).toEqual([
      '227',
      '85.71%',
      '优',
      '1,008.22',
      '5.16',
      '270',
      '227',
      '85.71%',
      '优',
    ]);
  });

  it('is confirmed by the log as far as the log knows, and wholly by a seal', async () => {
    expect(await verdictOn(files()[kind])).toEqual({
      confirmed: ['received', 'review-rate', 'income'],
      unproven: ['score', 'target', 'grade'],
      refuted: [],
    });
    const write = kind === 'word' ? wordDocument : excelDocument;
    expect(await verdictOn(await write(sampleDocument(SEAL)))).toMatchObject({
      confirmed: figures.map(({ id }) => id),
      refuted: [],
    });
    expect(await refutedIn(await write(sampleDocument('b'.repeat(64))))).toEqual([
      ['seal-unknown', null, 'the manifest', 'b'.repeat(64), 'a seal'],
    ]);
  });

  it('carries the hash of the log, and is refuted where the log has another', async () => {
    const anchor = { logId: '6f1c1f0e-3f52-4f5c-9f0a-5a8a1d8a5a11', position: 41, hash: 'c'.repeat(64) };
    const write = kind === 'word' ? wordDocument : excelDocument;
    const bytes = await write(withAnchor(sampleDocument(), anchor));
    const { manifest, intact } = readEvidence(bytes);
    expect([manifest.anchor, intact]).toEqual([anchor, true]);
    const said = async (holds: boolean) =>
      (await verifyPrinted(readEvidence(bytes), { ...source, anchored: async () => holds })).refuted;
    expect(await said(true)).toEqual([]);
    expect(await said(false)).toMatchObject([{ code: 'anchor-differs', found: `${anchor.hash} at position 41` }]);
    const swapped = await withParts(bytes, { [MANIFEST]: once(anchor.hash, 'd'.repeat(64)) });
    expect((await refutedIn(swapped)).map(([code]) => code)).toEqual(['manifest-changed']);
  });

  it('is refuted where a line of it is gone, careless or careful', async () => {
    const line = /<figure id="income".*?<\/figure>/s.exec(await partOf(files()[kind], MANIFEST))?.[0] ?? '';
    const careless = await withParts(files()[kind], { [MANIFEST]: once(line, '') });
    const careful = await forged(files()[kind], (figure) => (figure.id === 'income' ? undefined : figure));
    const codes = async (bytes: Buffer) => (await verdictOn(bytes)).refuted.map(({ code, found }) => [code, found]);
    expect(await codes(careless)).toEqual([
      ['manifest-changed', 'its digest does not hold'],
      ['figure-unlisted', '1,008.22'],
    ]);
    expect(await codes(careful)).toEqual([['figure-unlisted', '1,008.22']]);
  });

  it.each([
    ['another value', { value: '1008.219' }, ['differs-from-log', '1008.219', '1008.22']],
    ['another print', { printed: '1,008.23' }, ['printed-changed', '1,008.22', '1,008.23']],
    ['no value', { value: null }, ['printed-contradicts-value', '1,008.22', '—']],
  ])('is refuted where somebody gives it %s and makes its digest anew', async (_, change, said) => {
    const [refuted, ...more] = (await verdictOn(await forged(files()[kind], changing('income', change)))).refuted;
    const changedCell = kind === 'excel' && said[0] === 'differs-from-log';
    expect([refuted?.code, refuted?.found, refuted?.expected]).toEqual(
      changedCell ? ['value-changed', '1008.22', '1008.219'] : said,
    );
    expect(more).toEqual([]);
  });

  it('is refuted where the address of the evidence leads nowhere, or elsewhere', async () => {
    const from = figures[0]?.source;
    if (from?.kind !== 'indicator') throw new Error('the sample begins with an indicator');
    for (const evidence of [
      '/v1/indicators/CC-99/evidence?bureau=430922&period=2023&asOf=12483',
      '/v1/indicators/CC-02/evidence?bureau=430922&period=2022&asOf=12483',
      'https://elsewhere.example/v1/indicators/CC-02/evidence?bureau=430922&period=2023&asOf=12483',
    ]) {
      const bytes = await forged(files()[kind], changing('received', { source: { ...from, evidence } }));
      expect((await refutedIn(bytes)).map(([code, id, , found]) => [code, id, found])).toEqual([
        ['evidence-unknown', 'received', evidence],
      ]);
    }
    const other = await forged(files()[kind], changing('received', { source: { ...from, definition: '2024-01-01' } }));
    expect((await refutedIn(other)).map(([code]) => code)).toEqual(['definition-differs']);
  });
});

describe('a Word file somebody typed into', () => {
  it('is refuted at exactly the digit that was changed', async () => {
    const bytes = await withParts(word, { 'word/document.xml': once('1,008.22</w:t>', '1,008.32</w:t>') });
    expect(await refutedIn(bytes)).toEqual([
      ['printed-changed', 'income', 'paragraph 21 of word/document.xml', '1,008.32', '1,008.22'],
    ]);
    expect((await verdictOn(bytes)).confirmed).toEqual(['received', 'review-rate']);
  });

  it('is refuted where the change is on paper and in the manifest', async () => {
    const typed = await withParts(word, { 'word/document.xml': once('1,008.22</w:t>', '1,008.32</w:t>') });
    const print = await forged(typed, changing('income', { printed: '1,008.32' }));
    expect((await refutedIn(print)).map(([code, id]) => [code, id])).toEqual([['printed-contradicts-value', 'income']]);
    const whole = await forged(typed, changing('income', { printed: '1,008.32', value: '1008.32' }));
    expect((await refutedIn(whole)).map(([code, , , ...sides]) => [code, ...sides])).toEqual([
      ['differs-from-log', '1008.32', '1008.22'],
    ]);
  });

  it('is refuted where the number was taken out of its control, or a control put in', async () => {
    const control = /<w:sdt>(?:(?!<w:sdt>).)*?"income".*?<\/w:sdt>/s;
    const bare = await withParts(word, {
      'word/document.xml': (xml) => xml.replace(control, '<w:r><w:t>9</w:t></w:r>'),
    });
    expect(await refutedIn(bare)).toEqual([['figure-missing', 'income', 'the paper', '0 of 1 places', '1,008.22']]);
    const twice = await withParts(word, { 'word/document.xml': (xml) => xml.replace(control, '$&$&') });
    expect((await refutedIn(twice)).map(([code, id]) => [code, id])).toEqual([['figure-unlisted', 'income']]);
  });

  it('is not led astray by text that is struck out', async () => {
    const struck = '<w:del w:id="1"><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></w:del>1,008.22';
    const bytes = await withParts(word, {
      'word/document.xml': (xml) =>
        xml.replace(/(<w:r>(?:(?!<w:r>).)*?)(<w:t [^>]*>)1,008\.22/s, `${struck.slice(0, -8)}$1$21,008.22`),
    });
    expect(await refutedIn(bytes)).toEqual([]);
  });
});

describe('a workbook somebody typed into', () => {
  const SHEET = 'xl/worksheets/sheet2.xml';
  const refuted = async (change: (xml: string) => string, part = SHEET) =>
    refutedIn(await withParts(excel, { [part]: change }));

  it('is refuted where a cell holds another number, even one that prints alike', async () => {
    expect(await refuted(once('<v>1008.22</v>', '<v>1008.32</v>'))).toEqual([
      ['printed-changed', 'income', '附件 自评表!D5', '1,008.32', '1,008.22'],
    ]);
    expect(await refuted(once('<v>1008.22</v>', '<v>1008.2201</v>'))).toEqual([
      ['value-changed', 'income', '附件 自评表!D5', '1008.2201', '1008.22'],
    ]);
  });

  it('is refuted where a cell became a formula, another format hides the value, or the cell is gone', async () => {
    expect((await refuted(once('<v>1008.22</v>', '<f>1008+0.22</f><v>1008.22</v>')))[0]?.[3]).toBe('=1008+0.22');
    expect((await refuted(once('<v>227</v>', ''))).map(([code, id]) => [code, id])).toEqual([
      ['printed-changed', 'received'],
    ]);
    expect(
      (await refuted((xml) => xml.replaceAll('numFmtId="10"', 'numFmtId="9"'), 'xl/styles.xml')).map((item) => item[3]),
    ).toEqual(['86%']);
  });

  it('is refuted where a sentence says another number', async () => {
    const [one, ...more] = await refuted(once('<t>227</t>', '<t>228</t>'), 'xl/sharedStrings.xml');
    expect([one, more]).toEqual([['printed-changed', 'received', '报告!A6', '228', '227'], []]);
  });

  it('follows its cells when rows are put in above them', async () => {
    const moved = (xml: string): string => {
      const cell = /<c r="D5"[^>]*>.*?<\/c>/s.exec(xml)?.[0] ?? '';
      const below = `<row r="15">${cell.replace('D5', 'D15')}</row></sheetData>`;
      return xml.replace(cell, '').replace('</sheetData>', below);
    };
    const named = (xml: string): string => xml.replace(/(figure_2">[^<]*\$D\$)5/, '$115');
    expect(await refutedIn(await withParts(excel, { [SHEET]: moved, 'xl/workbook.xml': named }))).toEqual([]);
    expect((await refuted(moved)).map(([code, id]) => [code, id])).toEqual([['printed-changed', 'income']]);
  });
});
