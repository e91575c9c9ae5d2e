import { caseFile } from '../../../../test/support/played-case.js';
import { bindRuns, monthsIn, parseNarrative, textsIn } from './narrative.js';
import type { PrintedFigure } from './printed.js';
import { TypedFigure, refuseTypedFigures } from './typed-figures.js';

it('reads every kind of block, and begins pages where it says so', () => {
  const { sections } = parseNarrative(
    [
      '# 题',
      '',
      '## 一、甲',
      '### （一）乙',
      '#### 1. 丙',
      '正文{a}',
      '> 注',
      '= 局',
      '--- landscape 附件1 表',
      '@@ base-data',
    ].join('\n'),
  );
  expect(sections.map(({ name, orientation }) => `${orientation} ${name}`)).toEqual([
    'portrait 正文',
    'landscape 附件1 表',
  ]);
  expect(sections[0]?.blocks).toMatchObject([
    { as: 'title', text: '题', line: 1 },
    { as: 'heading', level: 1, line: 3 },
    { as: 'heading', level: 2 },
    { as: 'heading', level: 3, text: '1. 丙' },
    { as: 'paragraph', text: '正文{a}', line: 6 },
    { as: 'note' },
    { as: 'signature' },
  ]);
  expect(sections[1]?.blocks).toEqual([{ kind: 'table', request: { form: 'base-data' }, cells: [], line: 10 }]);
});

it('takes texts for cells of the table above them', () => {
  const narrative = parseNarrative(
    '@@ self-evaluation project\n@= achieved 接收{received}\n@= reason:cost-1 未搬迁\n@@ monitoring 07',
  );
  expect(textsIn(narrative).map(({ text, line }) => [line, text])).toEqual([
    [2, '接收{received}'],
    [3, '未搬迁'],
  ]);
  expect(monthsIn(narrative)).toEqual([7]);
});

it.each([
  ['#无空格', 'line 1: "#无空格" is no heading'],
  ['甲\n--- across 表', 'line 2: "--- across 表" begins no pages'],
  ['--- portrait 表\n--- landscape 表', 'line 2: pages are named 表 already'],
  ['--- portrait a/b', 'begins no pages'],
  ['@@ sums', 'line 1: "@@ sums" asks for no table there is'],
  ['@@ monitoring 13', 'asks for no table'],
  ['甲\n@= achieved 乙', 'line 2: "@= achieved 乙" names no cell of the table above'],
  ['@@ base-data\n@= achieved 乙', 'names no cell'],
  ['甲{b', 'line 1: a brace stands alone'],
])('refuses %j and names the line', (text, said) => expect(() => parseNarrative(text)).toThrow(said));

it('binds a figure to a run of its own, and names what nothing stands behind with its line', () => {
  const named = (name: string) =>
    name === 'a' ? { text: '64.22万元', figure: 'a.actual' } : name === 'year' ? { text: '2020' } : undefined;
  expect(bindRuns('{year}年共{a}。', 7, named)).toEqual([
    { text: '2020年共' },
    { text: '64.22万元', figure: 'a.actual' },
    { text: '。' },
  ]);
  expect(() => bindRuns('{a}，{b}', 7, named)).toThrow('line 7: nothing stands behind {b}');
});

describe('numbers typed over figures', () => {
  const figures: ReadonlyMap<string, PrintedFigure> = new Map([
    [
      'received.actual',
      { id: 'received.actual', printed: '228人', value: '228', unit: '人', source: { kind: 'manual', event: null } },
    ],
  ]);
  const check = async (text: string) =>
    refuseTypedFigures(parseNarrative(text), await caseFile('taojiang-2023-corrections'), figures);

  it.each([
    ['甲\n新接收社区矫正对象227人', 'line 2: 227 is typed, it is {received}'],
    ['新接收228', '228 is typed, it is {received}'],
    ['执行率100％', 'it is {execution-rate}'],
    ['下设16个司法所', '16 is typed, it is {justice-offices}'],
    ['@@ self-evaluation project\n@= achieved 接收227人', 'line 2: 227'],
  ])('refuses %j', async (text, said) => {
    await expect(check(text)).rejects.toThrow(TypedFigure);
    await expect(check(text)).rejects.toThrow(said);
  });

  it.each([
    ['a placeholder', '接收{received}'],
    ['a date', '截至2023年12月6日，6月30日前'],
    ['a number of a document', '湘财行〔2013〕72号、(2020)16号'],
    ['a title', '《16个司法所建设规划》'],
    ['an ordinal', '（5）其他；2、其他'],
    ['another number', '新接收229人、每周5次、9日内'],
    ['a small number without its unit', '第16届'],
  ])('lets %s be', async (_, text) => {
    await check(text);
  });
});
