import { lines } from '#lines/index.js';
import { caseFile, playCase } from '../../../../test/support/played-case.js';
import type { Block, PrintedDocument } from '../documents/printed.js';
import { type FoundSheet, readSheets } from '../evaluation/read-sheets.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { type SheetDocument, documentsOf } from './sheet-case.js';
import { documentOfSheet } from './sheet-document.js';

const textOf = (block: Block): string =>
  (block.kind === 'table' ? block.table.rows.flat().flatMap(({ text }) => text) : block.text)
    .map(({ text }) => text)
    .join(' ');
const wordsOf = ({ sections }: PrintedDocument): string =>
  sections.flatMap(({ blocks }) => blocks.map(textOf)).join('\n');

/** A published year played into a log, and the sheets it leaves. */
const playedSheets = async (name: string, year: number) => {
  const { world } = await playCase(await caseFile(name), lines);
  const bureau = world.offices.all().find(({ kind }) => kind === 'bureau')?.code ?? '';
  const reading = { bureau, offices: officesOf(world.offices, bureau) };
  const sheets = await readSheets({ ...world, calendar: world.calendar }, reading, year);
  const print = async (found: FoundSheet, document: SheetDocument): Promise<PrintedDocument> =>
    documentOfSheet(world, {
      found,
      document,
      position: (await world.ledger.watermark()).position,
      today: `${year + 1}-01-01`,
    });
  return { world, sheets, print };
};

describe('documents of a project played from 资阳 2022', () => {
  let played: Awaited<ReturnType<typeof playedSheets>>;
  let found: FoundSheet;
  let printed: Readonly<Record<SheetDocument, PrintedDocument>>;
  beforeAll(async () => {
    played = await playedSheets('ziyang-2022-corrections', 2022);
    [found] = played.sheets as [FoundSheet];
    printed = Object.fromEntries(
      await Promise.all(
        documentsOf(found.sheet).map(async (document) => [document, await played.print(found, document)] as const),
      ),
    ) as typeof printed;
  }, 120_000);

  it('print results and money from the log, and the score that the money earns', () => {
    const words = wordsOf(printed['self-evaluation']);
    for (const said of ['2022年度项目支出绩效自评表', '164人', '202人', '1351人', '19.62万元', '51.63%', '5.16'])
      expect(words).toContain(said);
  });

  it('print the form of targets without results, and the form of monitoring with them', () => {
    const targets = printed.targets.sections[0]?.blocks.find(({ kind }) => kind === 'table') as Block;
    expect(textOf(targets)).toContain('接收社区矫正对象 164人');
    expect(textOf(targets)).not.toContain('278例');
    expect(wordsOf(printed.monitoring)).toContain('278例');
  });

  it('name every figure with its indicator, its position and where its records are listed', () => {
    const figure = printed['self-evaluation'].figures.find(({ id }) => id === 'quantity-1-received.actual');
    expect(figure).toMatchObject({
      printed: '164人',
      value: '164',
      source: {
        kind: 'indicator',
        indicator: 'CC-02',
        evidence: expect.stringMatching(/^\/v1\/indicators\/CC-02\/evidence/),
      },
    });
  });

  it('say of money of the project alone which project it is', () => {
    const executed = printed['self-evaluation'].figures.find(({ id }) => id === 'cost-1-corrections-money.actual');
    expect(executed?.source).toMatchObject({ kind: 'derived', rule: expect.stringMatching(/^BF-03.*\[project=/) });
  });

  it('say once what is wrong with a row', () => {
    const lines = printed['self-evaluation'].sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.kind === 'paragraph' ? [textOf(block)] : []))
      .filter((line) => line.includes('没有 ≥'));
    expect(lines).toHaveLength(1);
  });

  it('are the same for the same position, whatever is recorded later', async () => {
    expect(await played.print(found, 'self-evaluation')).toEqual(printed['self-evaluation']);
  });

  it('print what persons said at the last month end that was monitored', async () => {
    const said = { row: 'quantity-1-received', forecast: '170', likelihood: 'possible', causes: ['staff'] } as const;
    const monitorings = [
      {
        monthEnd: '2022-07-31',
        monitoredOn: '2022-08-05',
        executed: '0',
        forecastExecuted: '0',
        rows: [{ ...said, explanation: '人手不足' }],
      },
      { monthEnd: '2022-03-31', monitoredOn: '2022-04-05', executed: '0', forecastExecuted: '0', rows: [] },
    ];
    const words = wordsOf(await played.print({ ...found, sheet: { ...found.sheet, monitorings } }, 'monitoring'));
    expect(words).toContain('1-7月执行情况');
    expect(words).toMatch(/接收社区矫正对象 164人 \d+人 170 +√ +人手不足 +√/);
  });

  it('are no base data: those are of a department', async () => {
    expect(Object.keys(printed)).not.toContain('base-data');
    await expect(played.print(found, 'base-data')).rejects.toThrow('not-found');
  });

  it('are not made for a frame that nobody knows', async () => {
    const strange = { ...found, sheet: { ...found.sheet, frame: 'moon-2020' } };
    await expect(played.print(strange, 'targets')).rejects.toThrow('no scoring frame moon-2020');
  });
});

it('a plan to spend the money stands in the form of targets, where there is one', async () => {
  const { sheets, print } = await playedSheets('funing-2020-targets', 2020);
  expect(sheets).toHaveLength(9);
  const heating = sheets.find(({ sheet }) => sheet.subjectName.includes('取暖')) as FoundSheet;
  const table = (await print(heating, 'targets')).sections[0]?.blocks.find(({ kind }) => kind === 'table') as Block;
  expect(textOf(table)).toMatch(/3月底 6月底 10月底 12月底 0(\.00)? 0(\.00)? 0(\.00)? 100(\.00)?/);
  expect(textOf(table)).toContain('4.64');
}, 120_000);
