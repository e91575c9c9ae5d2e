import { wordDocument } from '#adapters/documents/word-document.js';
import { lines } from '#lines/index.js';
import { closing, sealPorts } from '../../../../test/support/sealing-world.js';
import { caseFile, playCase } from '../../../../test/support/played-case.js';
import { EVERY_OFFICE } from '../office-scope.js';
import { runsOf } from '../documents/check-printed.js';
import type { PrintedDocument, PrintedFigure } from '../documents/printed.js';
import type { PerformanceSheet } from '../evaluation/performance-sheet.js';
import { type FoundSheet, readSheets } from '../evaluation/read-sheets.js';
import type { RecordedSeal } from '../sealing/books.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { closePeriod } from '../sealing/seal-period.js';
import { Registry } from '../registry.js';
import { sealsOfSheet } from './seals-of-sheet.js';
import type { SheetDocument } from './sheet-case.js';
import { documentOfSheet } from './sheet-document.js';

type Played = Awaited<ReturnType<typeof playCase>>;
let world: Played['world'];
let department: FoundSheet;

beforeAll(async () => {
  ({ world } = await playCase(await caseFile('ziyang-2022-department'), lines));
  const bureau = world.offices.all().find(({ kind }) => kind === 'bureau')?.code ?? '';
  const reading = { bureau, offices: officesOf(world.offices, bureau) };
  [department] = (await readSheets({ ...world, calendar: world.calendar }, reading, 2022)) as [FoundSheet];
}, 120_000);

const print = async (
  document: SheetDocument,
  changes: Partial<PerformanceSheet> = {},
  seals?: readonly RecordedSeal[],
): Promise<PrintedDocument> =>
  documentOfSheet(world, {
    ...{ found: { ...department, sheet: { ...department.sheet, ...changes } }, document, today: '2023-01-01' },
    position: (await world.ledger.watermark()).position,
    ...(seals !== undefined && { seals }),
  });
const figureOf = ({ figures }: PrintedDocument, id: string): PrintedFigure | undefined =>
  figures.find((figure) => figure.id === id);
const printedIn = (document: PrintedDocument, id: string): string | undefined => figureOf(document, id)?.printed;
const wordsOf = ({ sections }: PrintedDocument): string =>
  sections
    .flatMap(({ blocks }) =>
      blocks.map((block) =>
        runsOf(block)
          .map(({ text }) => text)
          .join(''),
      ),
    )
    .join('\n');

describe('the base data of a live department', () => {
  let table: PrintedDocument;
  beforeAll(async () => {
    table = await print('base-data');
  });

  it('are those 资阳 printed, save its rate of 100 %', () => {
    const ids = [
      'posts',
      'staff',
      'rate',
      'total',
      'basic',
      'operating',
      'projects',
      'vehicles',
      'reception',
      'procurement',
    ];
    expect(ids.map((id) => printedIn(table, `base:${id}.number`))).toEqual([
      ...['56', '48', '85.71%'],
      ...['1008.22', '827.19', '47.83', '181.03', '1.43', '1.55', '162.2'],
    ]);
    const budgets = ['total', 'basic', 'operating', 'projects'].map((id) =>
      printedIn(table, `base:${id}.initialBudget`),
    );
    expect(budgets).toEqual(['969.65', '793.65', '82.18', '176']);
  });

  it('have a line for each project, whose sum is that of the projects', () => {
    const projects = table.figures.filter(({ id }) => /^base:project-\d+\.number$/.test(id));
    expect(projects).toHaveLength(8);
    const sum = projects.reduce((all, { value }) => all + Number(value), 0);
    expect(sum).toBeCloseTo(Number(figureOf(table, 'base:projects.number')?.value), 6);
    expect(wordsOf(table)).toMatch(/其中：1、.+2、.+8、/s);
  });

  it('name of every figure its indicator and its records', () => {
    expect(figureOf(table, 'base:operating.number')).toMatchObject({
      value: '47.83',
      source: { kind: 'indicator', indicator: 'BF-06-operating', period: { from: '2022-01-01', to: '2022-12-31' } },
    });
    expect(figureOf(table, 'base:project-1.number')?.source).toMatchObject({
      rule: expect.stringMatching(/^BF-06-project\[project=/),
    });
  });

  it('print what the log does not hold as missing, not as 0, and say so below', () => {
    expect(figureOf(table, 'base:total.priorYearFinal')).toMatchObject({ printed: '—', value: null });
    expect(figureOf(table, 'base:threePublic.initialBudget')).toMatchObject({ printed: '—', value: null });
    expect(printedIn(table, 'base:vehiclePurchase.number')).toBe('0');
    const note = wordsOf(table)
      .split('\n')
      .find((line) => line.startsWith('注：'));
    expect(note).toContain('2021年决算数；2022年预算数（三公经费、');
    expect(note).toContain('厉行节约保障措施');
    expect(note).not.toContain('编制数');
    expect(note).not.toContain('2022年决算数');
  });

  it("print last year's money beside this year's where the log holds it", async () => {
    const next = await print('base-data', { fiscalYear: 2023 });
    expect(printedIn(next, 'base:total.priorYearFinal')).toBe('1008.22');
    expect(figureOf(next, 'base:total.priorYearFinal')?.source).toMatchObject({ period: { from: '2022-01-01' } });
    expect(figureOf(next, 'base:total.number')).toMatchObject({ printed: '—', value: null });
    expect(printedIn(next, 'base:staff.number')).toBe('48');
    expect(wordsOf(next)).not.toContain('2022年决算数；');
  });

  it('are all missing where no line keeps them', async () => {
    const registry = new Registry(lines.map(({ baseData: _none, ...line }) => line));
    const found = { found: department, document: 'base-data', today: '2023-01-01', position: 1 } as const;
    const bare = await documentOfSheet({ ...world, calendar: world.calendar, registry }, found);
    expect(bare.figures).toEqual([]);
    expect(wordsOf(bare)).toContain('表中以“—”表示：财政供养人员情况（人）；经费控制情况（万元）');
  });
});

describe('the report of a live department, written by nobody', () => {
  const headings = [
    '一、部门概况',
    '二、预算执行情况',
    '三、绩效目标完成情况',
    '四、存在的问题',
    '五、改进措施',
    '六、自评结果应用',
  ];

  it('has the sections of such a report, and both forms behind it', async () => {
    const report = await print('report');
    const said = report.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'heading' && block.level === 1 ? [runsOf(block)[0]?.text] : [])),
    );
    expect(said.slice(0, 6)).toEqual(headings);
    expect(report.sections.map(({ name }) => name)).toEqual([
      ...['正文', '部门整体支出绩效评价基础数据表', '部门整体支出绩效自评表', '核对情况'],
    ]);
  });

  it('says every number as a figure, as its forms do', async () => {
    const report = await print('report');
    const words = wordsOf(report);
    expect(words).toContain('核定编制56个，实有在职人员48人，人员控制率85.71%');
    expect(words).toContain('年初预算969.65万元，全年预算1008.22万元，全年执行1008.22万元。预算执行率为100%');
    expect(words).toContain('全年排查出矛盾纠纷：年度指标值≥1600件，实际完成1631件。');
    const typed = report.sections[0]?.blocks.flatMap((block) =>
      block.kind === 'paragraph'
        ? runsOf(block).filter(({ figure, text }) => figure === undefined && /\d/.test(text))
        : [],
    );
    // What persons and the check say has numbers of its own.
    expect(
      typed?.map(({ text }) => text).filter((text) => !/^(截至)?2022年|^(年度指标值|实际|全年预算数与)/.test(text)),
    ).toEqual([]);
  });

  it('says what is missing, and the reason a person gave for points that were lost', async () => {
    expect(wordsOf(await print('report'))).toContain('（未填写年度绩效目标）');
    const { evaluation } = department.sheet;
    if (evaluation === undefined) throw new Error('nobody evaluated it');
    const groups = evaluation.groups.map((group, at) => ({
      ...group,
      ...(at === 0 && { score: '1', overrideReason: '人工评定', deviationReason: '新办公地点{未}按期腾空' }),
    }));
    const report = await print('report', { goal: '完成全年任务。', evaluation: { ...evaluation, groups } });
    const words = wordsOf(report);
    expect(words).toContain('年度绩效目标：完成全年任务。');
    const { level2 = '', weight = '' } = evaluation.groups[0] ?? {};
    expect(words).toContain(`${level2}分值${weight}分，得1分，未得满分。`);
    expect(words).toContain(`五、改进措施\n${level2}：新办公地点{未}按期腾空`);
    await expect(wordDocument(report)).rejects.toThrow('nothing stands behind {未}');
  });
});

it('base data and report rest on the seals of the year, figure by figure', async () => {
  world.now = new Date('2023-02-01T08:00:00+08:00');
  const ports = sealPorts(world);
  const operator = { name: 'operator', roles: ['operator'], offices: [EVERY_OFFICE] };
  const open = (await sealsOfSheet(ports, department).catch((error: unknown) => error)) as {
    rejection: { details: { at: string }[] };
  };
  for (const { at: line } of open.rejection.details)
    await closePeriod(ports, closing({ bureau: department.bureau, line, principal: operator }));
  const seals = await sealsOfSheet(ports, department);
  const sealed = await print('base-data', {}, seals);
  const ofMoney = seals.find(({ businessLine }) => businessLine === 'funds');
  expect(sealed.seals).toHaveLength(seals.length);
  expect(figureOf(sealed, 'base:basic.number')).toMatchObject({
    value: '827.19',
    source: { position: ofMoney?.position },
  });
  const other = seals.map((seal) => ({
    ...seal,
    figures: seal.figures.map((figure) =>
      figure.indicator !== 'BF-06-basic'
        ? figure
        : { ...figure, values: figure.values.map((value) => ({ ...value, value: '8000000', printed: '8000000.00' })) },
    ),
  }));
  expect(printedIn(await print('base-data', {}, other), 'base:basic.number')).toBe('800');
  expect(wordsOf(await print('report', {}, other))).toContain('基本支出800万元');
}, 120_000);
