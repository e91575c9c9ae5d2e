import { excelDocument } from '#adapters/documents/excel-document.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { wordDocument } from '#adapters/documents/word-document.js';
import { lines } from '#lines/index.js';
import { closing, sealPorts } from '../../../../test/support/sealing-world.js';
import { caseFile } from '../../../../test/support/played-case.js';
import { BUREAU, OFFICES, World } from '../../../../test/support/world.js';
import { runsOf } from '../documents/check-printed.js';
import type { PrintedDocument } from '../documents/printed.js';
import { sealOfDocument } from '../documents/sealed-figures.js';
import { type FoundSheet, readSheets } from '../evaluation/read-sheets.js';
import { EVERY_OFFICE } from '../office-scope.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { closePeriod } from '../sealing/seal-period.js';
import { commandsOf, play, withoutRegistering } from '../simulate.js';
import { sealsOfSheet } from './seals-of-sheet.js';
import { volumeOfYear } from './volume.js';

const world = new World(lines);
const ports = { ...sealPorts(world), store: world.store };
let sheets: readonly FoundSheet[];
const sheetOf = (subject: 'department' | 'project'): FoundSheet =>
  sheets.find(({ sheet }) => sheet.subject === subject) as FoundSheet;

beforeAll(async () => {
  const files = [await caseFile('ziyang-2022-department'), await caseFile('ziyang-2022-corrections')];
  const stage = { bureau: BUREAU, offices: OFFICES, seed: '1' };
  await play(await commandsOf(files, world.registry, withoutRegistering, stage, { partial: true }), world.handler);
  await world.projector.catchUp();
  world.now = new Date('2023-02-01T08:00:00+08:00');
  sheets = await readSheets(ports, { bureau: BUREAU, offices: officesOf(world.offices, BUREAU) }, 2022);
}, 180_000);

const volume = async (found: FoundSheet, sealed = false): Promise<PrintedDocument> => {
  const { position } = await world.ledger.watermark();
  return volumeOfYear(ports, { found, position, today: '2023-02-01', sealed });
};
const wordsOf = ({ sections }: PrintedDocument, name: string): readonly string[] =>
  (sections.find((section) => section.name === name)?.blocks ?? []).map((block) =>
    runsOf(block)
      .map(({ text }) => text)
      .join(''),
  );

describe('the year of a bureau in one volume', () => {
  let bound: PrintedDocument;
  beforeAll(async () => {
    bound = await volume(sheetOf('department'));
  }, 60_000);

  it('has a cover, the list of its reports, and each of them with its forms', () => {
    expect(wordsOf(bound, '封面').join('')).toContain('2022年度部门整体支出绩效自评报告（附项目支出绩效自评报告）');
    expect(wordsOf(bound, '目录')).toEqual([
      '目录',
      expect.stringMatching(/^主报告：.+部门整体支出绩效自评报告$/),
      '附件1：社区矫正项目资金项目支出绩效自评报告',
    ]);
    expect(bound.sections.map(({ name }) => name)).toEqual([
      ...[
        '封面',
        '目录',
        '主报告 正文',
        '主报告 部门整体支出绩效评价基础数据表',
        '主报告 部门整体支出绩效自评表',
        '主报告 核对情况',
      ],
      ...['附件1 正文', '附件1 项目支出绩效自评表', '附件1 核对情况'],
    ]);
  });

  it('tells the figures of its reports apart, in Word and in a workbook', async () => {
    for (const bytes of [await wordDocument(bound), await excelDocument(bound)]) {
      const { manifest, intact } = readEvidence(bytes);
      expect(intact).toBe(true);
      const printed = (id: string) => manifest.figures.find((figure) => figure.id === id)?.printed;
      expect([printed('0/sheet:money.number'), printed('1/sheet:money.number')]).toEqual(['1008.22', '19.62']);
      expect(printed('1/quantity-1-received.actual')).toBe('164人');
      const rate = manifest.figures.find(({ id }) => id === '1/execution.rate');
      expect(rate?.source).toMatchObject({ from: ['1/sheet:money.adjustedBudget', '1/sheet:money.number'] });
    }
  }, 60_000);

  it('is asked of the department, not of a project', async () => {
    await expect(volume(sheetOf('project'))).rejects.toThrow('not-found');
  });

  it('rests on the seals of all its sheets, and on none while books are open', async () => {
    await expect(volume(sheetOf('department'), true)).rejects.toThrow('books-open');
    const principal = { name: 'operator', roles: ['operator'], offices: [EVERY_OFFICE] };
    for (const { code: line, indicators } of lines)
      if (indicators.length > 0) await closePeriod(ports, closing({ bureau: BUREAU, line, principal }));
    const sealed = await volume(sheetOf('department'), true);
    const hashes = new Set(
      (await Promise.all(sheets.map((found) => sealsOfSheet(ports, found)))).flat().map(({ hash }) => hash),
    );
    expect(sealed.seals).toEqual([...hashes].sort());
    expect(sealed.seal).toBe(sealOfDocument([...hashes]));
    expect(await volume(sheetOf('department'), true)).toEqual(sealed);
  }, 120_000);
});
