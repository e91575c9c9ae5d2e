import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lines } from '#lines/index.js';
import { caseFile, playCase, wholeBureau } from '../../../../test/support/played-case.js';
import type { World } from '../../../../test/support/world.js';
import { type CaseFile, withVariant } from '../case-file.js';
import { type CaseReport, reportOnCase, rowHolds } from '../case-report.js';
import { documentOfCase } from './case-document.js';
import { readMaterial } from './case-material.js';
import { checkPrinted, runsOf } from './check-printed.js';
import { type PlacedCell, layTable } from './lay-table.js';
import { parseNarrative } from './narrative.js';
import { plainNarrative } from './plain-narrative.js';
import { printedNumber } from './printed-number.js';
import type { PrintedDocument, PrintedFigure, Table } from './printed.js';

const CASES = [
  'dawukou-2020-transfer',
  'funing-2020-targets',
  'taojiang-2023-corrections',
  'ziyang-2022-corrections',
  'ziyang-2022-department',
] as const;
type Name = (typeof CASES)[number];

interface Played {
  readonly file: CaseFile;
  readonly world: World;
  readonly report: CaseReport;
}

const play = async (file: CaseFile): Promise<Played> => {
  const { world } = await playCase(file, lines);
  return { file, world, report: await reportOnCase(file, world.registry, world.ledger, wholeBureau) };
};
const documentOf = async ({ world, report }: Played, template: string): Promise<PrintedDocument> => {
  const narrative = parseNarrative(template);
  const material = await readMaterial(report, narrative, world.registry, world.ledger, wholeBureau);
  return documentOfCase(material, narrative);
};
const narrativeOf = (name: Name): Promise<string> =>
  readFile(join(__dirname, '../../../../cases/narratives', `${name}.txt`), 'utf8');

const tablesOf = ({ sections }: PrintedDocument): readonly Table[] =>
  sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
const wordsOf = ({ cell }: PlacedCell): string => cell.text.map(({ text }) => text).join('');
const gridOf = (table: Table): readonly (readonly string[])[] => layTable(table).map((row) => row.map(wordsOf));
/** The grid whose text has a word in it, as rows of texts. */
const gridWith = (document: PrintedDocument, word: string): readonly (readonly string[])[] =>
  tablesOf(document)
    .map(gridOf)
    .find((rows) => rows.some((row) => row.includes(word))) ?? [];
const textOf = ({ sections }: PrintedDocument): string =>
  sections
    .flatMap(({ blocks }) =>
      blocks.map((block) =>
        runsOf(block)
          .map(({ text }) => text)
          .join(''),
      ),
    )
    .join('\n');
const figureOf = ({ figures }: PrintedDocument, id: string): PrintedFigure | undefined =>
  figures.find((figure) => figure.id === id);

const played = new Map<Name, Played>();
const documents = new Map<Name, PrintedDocument>();
beforeAll(async () => {
  for (const name of CASES) {
    const one = await play(await caseFile(name));
    played.set(name, one);
    documents.set(name, await documentOf(one, await narrativeOf(name)));
  }
}, 300_000);
const playedOf = (name: Name): Played => played.get(name) as Played;
const documentIn = (name: Name): PrintedDocument => documents.get(name) as PrintedDocument;

/** Rows the log contradicts differ from what was printed, and a finding says so. */
const agrees = (report: CaseReport, id: string): boolean => {
  const figure = report.figures.find(({ row }) => row.id === id);
  return figure !== undefined && figure.match !== 'contradicts' && rowHolds(report, figure);
};

/** Rows with a printed number whose figure the document does not give as the log does. */
const missingIn = ({ report }: Played, { figures }: PrintedDocument): readonly string[] => {
  const printed = new Map(figures.map((figure) => [figure.id, figure]));
  return report.figures.flatMap(({ row, value, match }) => {
    if (row.actual === null) return [];
    const figure = printed.get(`${row.id}.actual`) ?? printed.get(`${row.id}.number`);
    if (match === 'awaiting-line' || figure === undefined) return [`${row.id} stands nowhere`];
    if (value?.value != null && figure.value !== value.value) return [`${row.id} is not ${value.value}`];
    if (figure.printed === row.printedActual?.replaceAll(/\s/g, '')) return [];
    const same = printedNumber(figure.printed)?.number.equals(row.actual.number) === true;
    const rounded = row.actual.approximate !== undefined;
    return same || rounded || !agrees(report, row.id) ? [] : [`${row.id}: ${figure.printed}, not ${row.printedActual}`];
  });
};

describe.each(CASES)('%s', (name) => {
  it('can be printed: every figure is listed and stands as listed, every grid is whole', () => {
    checkPrinted(documentIn(name));
    expect(tablesOf(documentIn(name)).length).toBeGreaterThan(0);
  });

  it('prints the figure of every row as the log gives it', () =>
    expect(missingIn(playedOf(name), documentIn(name))).toEqual([]));

  it('prints every target as it was set', () => {
    const { file } = playedOf(name);
    const targets = file.rows.filter(({ printedTarget }) => printedTarget !== null);
    for (const { id, printedTarget } of targets)
      expect(figureOf(documentIn(name), `${id}.target`)).toMatchObject({
        printed: printedTarget?.replaceAll(/\s/g, ''),
        source: { kind: 'manual' },
      });
  });

  it('is the same document whenever it is made, and can be made without a narrative', async () => {
    const one = playedOf(name);
    expect(await documentOf(one, await narrativeOf(name))).toEqual(documentIn(name));
    const plain = await documentOf(
      one,
      plainNarrative(
        one.file,
        lines.flatMap(({ reports = [] }) => reports),
      ),
    );
    checkPrinted(plain);
    expect(missingIn(one, plain)).toEqual([]);
  });

  it('says where each figure comes from, by an address that says the same as the figure', () => {
    for (const { source } of documentIn(name).figures) {
      if (source.kind !== 'indicator') continue;
      const { indicator, office, period, position, evidence } = source;
      expect(evidence).toBe(
        `/v1/indicators/${indicator}/evidence?bureau=${office}&period=${period.from}..${period.to}&asOf=${position}`,
      );
    }
    expect(new Set(documentIn(name).figures.map(({ source }) => source.kind)).size).toBeGreaterThan(1);
  });
});

it('misses a row whose figure is gone', () => {
  const whole = documentIn('taojiang-2023-corrections');
  const short = { ...whole, figures: whole.figures.filter(({ id }) => !id.startsWith('received.')) };
  expect(missingIn(playedOf('taojiang-2023-corrections'), short)).toEqual(['received stands nowhere']);
});

it('changes a sentence with its value', async () => {
  const one = await play(withVariant(await caseFile('ziyang-2022-corrections'), 'without-transfers-in'));
  const said = async (of: Played) =>
    textOf(await documentOf(of, '从{register-2021}到今年的{register-2022}。')).split('\n')[0];
  expect(await said(playedOf('ziyang-2022-corrections'))).toBe('从238人到今年的201人。');
  expect(await said(one)).toBe('从238人到今年的188人。');
});

it('says in the sentences of a line what the log says, where a case brings no narrative', async () => {
  const one = playedOf('taojiang-2023-corrections');
  const said = textOf(
    await documentOf(
      one,
      plainNarrative(
        one.file,
        lines.flatMap(({ reports = [] }) => reports),
      ),
    ),
  );
  for (const sentence of [
    '2023年我县共受理调查评估268例，建议适用社区矫正248例，慎用社区矫正10例，不适用社区矫正9例，在办1例，退回、撤回0例',
    '新接收社区矫正对象227人，解除社区矫正对象239人，终止社区矫正0人',
    '办理跨市县审批12人次，办理居住地变更13例，转出7人，转入6人',
    '按期复查率100.00%',
    '截至2023年12月6日，我县在矫人数271人，其中管制0人、缓刑265人、假释3人、暂予监外执行3人',
  ])
    expect(said).toContain(sentence);
});

describe('what a narrative may not say', () => {
  const attempt = (template: string) => documentOf(playedOf('taojiang-2023-corrections'), template);
  it.each([
    ['甲\n共{assessments-received}，{CC-99}', 'line 2: nothing stands behind {CC-99}'],
    ['在矫271人', 'line 1: 271 is typed, it is {register}'],
    ['@@ results 五、', 'line 1: the case has nothing for 五、'],
    ['@@ targets heating', 'line 1: the case has nothing for heating'],
    ['@@ self-evaluation project', 'the case has nothing for self-evaluation'],
  ])('%j', async (template, said) => {
    await expect(attempt(template)).rejects.toThrow(said);
  });
});

describe('大武口', () => {
  it('keeps 300, 500 and 425 in sight: both targets in one finding, the result in another', () => {
    const said = textOf(documentIn('dawukou-2020-transfer')).split('\n');
    const found = said.filter((line) => line.startsWith('【须更正】'));
    expect(found.find((line) => line.includes('两个指标值'))).toMatch(/300件以上；500件以上/);
    expect(found.find((line) => line.includes('425件'))).toBeDefined();
  });

  it('prints results in two columns, as the log has them', () => {
    const grid = gridWith(documentIn('dawukou-2020-transfer'), '593件');
    expect(grid[0]).toEqual(['三级指标', '全年完成值']);
    expect(grid.map((row) => row.at(-1))).toEqual([
      '全年完成值',
      '593件',
      '425件',
      '98%',
      '827人',
      '95%',
      '141人',
      '0%',
    ]);
  });
});

describe('资阳, the department', () => {
  const document = (): PrintedDocument => documentIn('ziyang-2022-department');

  it('prints 48 of 56 as 85.71%, and says what the report printed', () => {
    const grid = gridWith(document(), '经费控制情况（万元）');
    expect(grid[1]).toEqual(['56', '48', '85.71%']);
    expect(textOf(document())).toMatch(/比率与其分子、分母不符（控制率 100%/);
  });

  it('leaves empty what is empty: nothing is not zero', () => {
    const grid = gridWith(document(), '经费控制情况（万元）');
    expect(grid).toContainEqual(['　7、其他司法支出', '3.97', '', '']);
    expect(grid).toContainEqual(['政府采购金额', '——', '', '162.20']);
    expect(grid).toContainEqual(['　其中：1、运行维护经费', '', '10', '44.16']);
  });

  it('merges weight and score over each 二级, with the weight in the cell of the 一级', () => {
    const table = tablesOf(document()).find((item) =>
      gridOf(item).some((row) => row.includes('产出指标(50分)')),
    ) as Table;
    const cells = layTable(table).flat();
    const cell = (text: string) => cells.find((item) => wordsOf(item) === text);
    expect(cell('产出指标(50分)')).toMatchObject({ down: 10, column: 1 });
    expect(cell('绩效指标')).toMatchObject({ down: 20, column: 0 });
    expect(cells.filter(({ column, down }) => column === 7 && down === 4).map(wordsOf)).toEqual(['15']);
    expect(gridOf(table).at(-1)).toEqual(['总分', '100分', '100', '']);
    expect(gridOf(table)).toContainEqual(['其中：一般公共预算：984.41', '其中：基本支出：827.19']);
    expect(gridOf(table)).toContainEqual(['年度资金总额', '969.65', '1008.22', '1008.22', '10分', '100%', '10']);
  });

  it('gives a workbook numbers, and words where the report has words', () => {
    const cells = tablesOf(document()).flatMap((table) => table.rows.flat());
    const cell = (text: string) => cells.find((item) => item.text.map((run) => run.text).join('') === text);
    expect(cell('1008.22')?.number).toEqual({ value: '1008.22', decimals: 2, unit: '' });
    expect(cell('85.71%')?.number).toMatchObject({ decimals: 2, unit: '%' });
    expect(cell('达标')?.number).toBeUndefined();
    expect(cell('≥1600件')?.number).toBeUndefined();
  });
});

describe('资阳, the corrections project', () => {
  const document = (): PrintedDocument => documentIn('ziyang-2022-corrections');

  it('comes to 99 with 9 typed for execution and for cost, and says what the rules give', () => {
    expect(figureOf(document(), 'total.score')).toMatchObject({ printed: '99', source: { kind: 'derived' } });
    expect(figureOf(document(), 'execution.score')).toMatchObject({ printed: '9', source: { kind: 'manual' } });
    expect(figureOf(document(), 'group.quantity.score')).toMatchObject({ printed: '15', source: { kind: 'derived' } });
    const note = textOf(document())
      .split('\n')
      .find((line) => line.startsWith('注：'));
    expect(note).toContain('执行率得分9分由人工填写，按规则计算为5.16分');
    expect(note).toContain('成本指标得分9分由人工填写，按规则计算为10分');
  });

  it('has its result and the reason for what was lost in the cells of the form, figures bound', () => {
    const cells = tablesOf(document()).flatMap((table) => table.rows.flat());
    const achieved = cells.find(({ text }) => text.some(({ figure }) => figure === 'assessments-narrative.actual'));
    expect(achieved?.text.map(({ text }) => text).join('')).toContain('接收164名社区矫正对象，解除社区矫正对象202人');
    const grid = gridWith(document(), '1.社区矫正经费');
    expect(grid.find((row) => row.includes('1.社区矫正经费'))?.at(-1)).toMatch(
      /^智慧矫正建设因新办公地点未按期搬迁腾空/,
    );
  });

  it('derives the execution rate from what stands beside it', () =>
    expect(figureOf(document(), 'execution.rate')).toMatchObject({
      printed: '51.63%',
      source: { kind: 'derived', from: expect.arrayContaining(['execution.adjustedBudget', 'execution.number']) },
    }));

  it('is monitored at the end of any month with what was known of it', async () => {
    const one = await documentOf(
      playedOf('ziyang-2022-corrections'),
      '@@ monitoring 07\n--- landscape 12月\n@@ monitoring 12',
    );
    checkPrinted(one);
    const [july, december] = tablesOf(one).map(gridOf);
    const resultOf = (grid: typeof july, name: string) => grid?.find((row) => row.includes(name))?.at(-12);
    expect(resultOf(december, '2.解除社区矫正对象')).toBe('202人');
    expect(Number.parseInt(resultOf(july, '2.解除社区矫正对象') ?? '', 10)).toBeLessThan(202);
    expect(december?.find((row) => row.includes('年度资金总额'))).toEqual([
      '年度资金总额',
      '38',
      '19.62',
      '51.63%',
      '',
    ]);
    expect(july?.some((row) => row.includes('1-7月执行情况'))).toBe(true);
  });
});

describe('抚宁', () => {
  it('has nine tables of targets with money, plan and targets as set', () => {
    const { file } = playedOf('funing-2020-targets');
    const grids = tablesOf(documentIn('funing-2020-targets'))
      .map(gridOf)
      .filter((rows) => rows[0]?.[0] === '项目编码');
    expect(grids.map((rows) => rows[0]?.[3])).toEqual(file.funds.lines.map(({ name }) => name));
    const [legalAid = [], heating = []] = grids;
    expect(legalAid[1]).toEqual(['预算规模及资金用途', '预算数', '16.00', '其中：财政资金', '16.00', '其他资金', '']);
    expect(legalAid[3]).toEqual(['资金支出计划（%）', '3月底', '6月底', '10月底', '12月底']);
    expect(legalAid[4]).toEqual(['20.00', '40.00', '60.00', '100.00']);
    expect(heating[4]).toEqual(['0.00', '0.00', '0.00', '100.00']);
    expect(legalAid).toContainEqual([
      '产出指标',
      '数量指标',
      '法律援助咨询、案件受理数',
      '咨询受理案件数量',
      '≥260件',
      '受理案件数量',
    ]);
    // A target that is missing stays empty.
    expect(legalAid.find((row) => row.includes('组织主题宣传活动场次'))?.at(-2)).toBe('');
  });
});
