import { join } from 'node:path';
import mammoth from 'mammoth';
import { readNarrative } from '#adapters/cases/read-narrative.js';
import { excelDocument } from '#adapters/documents/excel-document.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { wordDocument } from '#adapters/documents/word-document.js';
import type { CaseFile } from '#application/case-file.js';
import { reportOnCase } from '#application/case-report.js';
import { documentOfCase } from '#application/documents/case-document.js';
import { readMaterial } from '#application/documents/case-material.js';
import { runsOf } from '#application/documents/check-printed.js';
import { redactDocument } from '#application/documents/redact.js';
import type { PrintedDocument } from '#application/documents/printed.js';
import { lines } from '#lines/index.js';
import { describeWithOffice, printedPages } from '../support/office.js';
import { withParts } from '../support/office-parts.js';
import { caseFile, playCase, wholeBureau } from '../support/played-case.js';
import { type Paper, resultsIn, wrongOnPaper } from './expected-figures.js';

const CASES = [
  'dawukou-2020-transfer',
  'funing-2020-targets',
  'taojiang-2023-corrections',
  'ziyang-2022-corrections',
  'ziyang-2022-department',
] as const;
type Name = (typeof CASES)[number];

interface Rebuilt {
  readonly file: CaseFile;
  readonly document: PrintedDocument;
  readonly docx: Buffer;
  readonly xlsx: Buffer;
}

/** A published report made again of the simulated year of its bureau, as the files a bureau gets. */
const rebuild = async (name: Name): Promise<Rebuilt> => {
  const file = await caseFile(name);
  const { world } = await playCase(file, lines);
  const { registry, ledger } = world;
  const report = await reportOnCase(file, registry, ledger, wholeBureau);
  const narrative = await readNarrative(join(__dirname, '../../cases', `${name}.json`), file, registry);
  const document = documentOfCase(await readMaterial(report, narrative, registry, ledger, wholeBureau), narrative);
  const [docx, xlsx] = await Promise.all([wordDocument(document), excelDocument(document)]);
  return { file, document, docx, xlsx };
};

const rebuilt = new Map<Name, Rebuilt>();
beforeAll(async () => {
  for (const name of CASES) rebuilt.set(name, await rebuild(name));
}, 400_000);
const of = (name: Name): Rebuilt => rebuilt.get(name) as Rebuilt;

/** What stands in the controls of a Word file or the cells of a workbook, by the id of the figure. */
const paperOf = (bytes: Uint8Array): Paper => {
  const { manifest, paper } = readEvidence(bytes);
  const listed = new Map(manifest.figures.flatMap(({ id, places }) => places.map((place) => [place, id] as const)));
  const texts = paper.map(({ id, place, text }) => ({ id: id ?? listed.get(place) ?? place, text }));
  return new Map([...Map.groupBy(texts, ({ id }) => id)].map(([id, all]) => [id, all.map(({ text }) => text)]));
};

const plain = (text: string): string => text.replaceAll(/\s/g, '');
/** The words of a document in reading order. */
const wordsOf = ({ sections }: PrintedDocument): string =>
  plain(
    sections
      .flatMap(({ blocks }) => blocks.flatMap(runsOf))
      .map(({ text }) => text)
      .join(''),
  );
/** The same of a Word file, read by a program that knows nothing of us. */
const wordsInWord = async (buffer: Buffer): Promise<string> => plain((await mammoth.extractRawText({ buffer })).value);

/** How often each number stands in a text. */
const numbersIn = (text: string): ReadonlyMap<string, number> =>
  new Map(
    [...Map.groupBy(text.match(/\d+(?:\.\d+)?/g) ?? [], (number) => number)].map(([key, all]) => [key, all.length]),
  );
/** Numbers of a document, of figures and of all else, that a text has fewer times than they stand in it. */
const missingIn = (text: string, { sections }: PrintedDocument): readonly string[] => {
  const found = numbersIn(text);
  const cells = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' ? block.table.rows.flat() : [block]))
    .map((cell) => cell.text.map((run) => run.text).join(''));
  return [...numbersIn(cells.join('\n'))]
    .filter(([number, times]) => (found.get(number) ?? 0) < times)
    .map(([number, times]) => `${number} stands ${found.get(number) ?? 0} times, not ${times}`);
};

describe.each(CASES)('%s, rebuilt', (name) => {
  it('says of every row what the report printed, or the log where the report is wrong', () => {
    const { file, docx, xlsx } = of(name);
    expect(resultsIn(file).length).toBeGreaterThan(25);
    expect(wrongOnPaper(file, paperOf(docx))).toEqual([]);
    expect(wrongOnPaper(file, paperOf(xlsx))).toEqual([]);
  });

  it('keeps every figure when it is drawn up for the public, and names nobody planted in it', async () => {
    const { file, document } = of(name);
    const text = '填表人：张伟，由李娜审核，联系电话：0737-4220000、13900000000';
    const sections = document.sections.map((section) => ({
      ...section,
      blocks: [...section.blocks, { kind: 'paragraph', text: [{ text }] } as const],
    }));
    const docx = await wordDocument(redactDocument({ ...document, sections }));
    expect(wrongOnPaper(file, paperOf(docx))).toEqual([]);
    const words = await wordsInWord(docx);
    for (const person of ['张伟', '李娜', '4220000', '13900000000']) expect(words).not.toContain(person);
  });

  it('reads in Word, word for word, as it was composed', async () => {
    const { document, docx } = of(name);
    expect(await wordsInWord(docx)).toBe(wordsOf(document));
  });
});

describe('what the published reports are known by', () => {
  it('资阳: the totals are 100 and 99, what was spent is 51.63 %, and 48 of 56 are 85.71 %', () => {
    const department = paperOf(of('ziyang-2022-department').docx);
    const corrections = paperOf(of('ziyang-2022-corrections').docx);
    expect([department.get('total.score'), corrections.get('total.score')]).toEqual([['100'], ['99', '99']]);
    expect(new Set(corrections.get('execution-rate-narrative.actual'))).toEqual(new Set(['51.63%']));
    expect(corrections.get('execution.rate')).toEqual(['51.63%']);
    expect(department.get('annex1-control-rate.number')).toEqual(['85.71%']);
  });

  it('大武口: 300, 500 and 425 stand in findings that must be put right', async () => {
    const { value } = await mammoth.extractRawText({ buffer: of('dawukou-2020-transfer').docx });
    const blocking = value.split('\n').filter((line) => line.startsWith('【须更正】'));
    expect(blocking.find((line) => line.includes('两个指标值'))).toMatch(/300件以上；500件以上/);
    expect(blocking.find((line) => line.includes('425件'))).toBeDefined();
  });

  it('抚宁: nine tables, each with its plan to spend the money', async () => {
    const { file, docx, xlsx } = of('funing-2020-targets');
    const { value } = await mammoth.convertToHtml({ buffer: docx });
    const tables = [...value.matchAll(/<table>.*?<\/table>/gs)].filter(([table]) => table.includes('项目编码'));
    expect(tables).toHaveLength(9);
    const plans = file.rows.filter(({ id }) => id.endsWith('-spending-plan'));
    expect(plans).toHaveLength(9);
    for (const paper of [docx, xlsx].map(paperOf))
      for (const { id, columns } of plans)
        for (const [by, percent] of Object.entries(columns ?? {}))
          expect(paper.get(`${id}.${by}`)?.map(Number)).toEqual([percent]);
  });

  it('抚宁: what is planned by the four dates comes of the log, and so does every percent', () => {
    const { document, docx, xlsx } = of('funing-2020-targets');
    for (const paper of [docx, xlsx].map(paperOf))
      expect(['03-31', '06-30', '10-31', '12-31'].map((by) => paper.get(`planned.${by}`))).toEqual([
        ...[['31.345'], ['73.735'], ['136.4925'], ['207.09']],
      ]);
    const sourcesOf = (wanted: RegExp) =>
      document.figures.filter(({ id }) => wanted.test(id)).map(({ source }) => source.kind);
    expect(sourcesOf(/^planned\./)).toEqual(Array(4).fill('indicator'));
    expect(sourcesOf(/^t\d-spending-plan\./)).toEqual(Array(36).fill('derived'));
  });

  it('桃江: 271 on the register on 6 December 2023', async () => {
    const { document, docx, xlsx } = of('taojiang-2023-corrections');
    for (const bytes of [docx, xlsx])
      expect(new Set(paperOf(bytes).get('register.actual'))).toEqual(new Set(['271人']));
    expect(document.figures.find(({ id }) => id === 'register.actual')?.source).toMatchObject({
      kind: 'indicator',
      indicator: 'CC-07',
      period: { to: '2023-12-06' },
    });
    expect(await wordsInWord(docx)).toMatch(/目前我县在矫人数271人.*截止至2023年12月6日/);
  });
});

describe('a wrong digit', () => {
  const name = 'taojiang-2023-corrections';
  const planted = (bytes: Buffer, part: string, from: string, to: string) =>
    withParts(bytes, { [part]: (xml) => xml.replace(from, to) });

  it('in Word is found by its row, and by a reader that knows no rows', async () => {
    const { file, document, docx } = of(name);
    const wrong = await planted(docx, 'word/document.xml', '>271人<', '>277人<');
    expect(wrongOnPaper(file, paperOf(wrong))).toEqual(['register.actual: 277人, not 271']);
    expect(await wordsInWord(wrong)).not.toBe(wordsOf(document));
    const { value } = await mammoth.extractRawText({ buffer: wrong });
    expect(missingIn(value, document)).toEqual([expect.stringMatching(/^271 stands/)]);
  });

  it('in a workbook is found by its row', async () => {
    const { file, xlsx } = of(name);
    const wrong = await planted(xlsx, 'xl/sharedStrings.xml', '>271人<', '>277人<');
    expect(wrongOnPaper(file, paperOf(wrong))).toEqual(['register.actual: 277人, not 271']);
  });
});

describeWithOffice('writer', 'rebuilt reports as LibreOffice prints them', () => {
  it.each(CASES)('%s: every number on paper, as often as it was written', async (name) => {
    const { document, docx } = of(name);
    const pages = await printedPages(docx, 'docx');
    expect(missingIn(pages.join('\n'), document)).toEqual([]);
    // More than 「草稿」 and its number stands on each.
    expect(pages.filter((page) => plain(page).length < 10)).toEqual([]);
    expect(pages.map((page) => Number(/—\s*(\d+)\s*—\s*$/.exec(page)?.[1]))).toEqual(pages.map((_, at) => at + 1));
  });
});

describeWithOffice('calc', 'rebuilt workbooks as LibreOffice prints them', () => {
  it.each(CASES)('%s: every number on paper, as often as it was written', async (name) => {
    const { document, xlsx } = of(name);
    expect(missingIn((await printedPages(xlsx, 'xlsx')).join('\n'), document)).toEqual([]);
  });
});
