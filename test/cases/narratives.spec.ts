import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseFile } from '#application/case-file.js';
import { caseFile } from '../support/played-case.js';
import * as rules from './narrative-rules.js';
import { linesOf, rowsOfLine } from './narrative-lines.js';

const CASES = join(__dirname, '../../cases');
const narrative = (name: string): Promise<string> => readFile(join(CASES, 'narratives', `${name}.txt`), 'utf8');

const NAMES = [
  'dawukou-2020-transfer',
  'funing-2020-targets',
  'taojiang-2023-corrections',
  'ziyang-2022-corrections',
  'ziyang-2022-department',
];

it('every report has its running text', async () => {
  const stems = async (folder: string, end: string) =>
    (await readdir(folder)).filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length)).sort();
  expect((await stems(CASES, '.json')).filter((name) => name !== 'schema')).toEqual(NAMES);
  expect(await stems(join(CASES, 'narratives'), '.txt')).toEqual(NAMES);
});

describe.each(NAMES)('%s', (name) => {
  let text: string;
  let file: CaseFile;
  beforeAll(async () => {
    [text, file] = await Promise.all([narrative(name), caseFile(name)]);
  });

  it.each(Object.entries(rules))('%s', (_, rule) => expect(rule(text, file)).toEqual([]));
});

/** Rows each table prints; all others stand in a sentence. */
it.each([
  [
    'dawukou-2020-transfer',
    {
      'results 二、(二)1.产出指标完成情况分析 / (1) 数量指标': 7,
      'results 二、(二)1. / (4)成本指标': 4,
      'results 二、(二)2.效益指标完成情况分析 / (1)经济效益': 2,
      'results 二、(二)2. / (2)社会效益': 5,
      'results 二、(二)2. / (4)可持续影响': 4,
    },
  ],
  [
    'funing-2020-targets',
    {
      'targets legal-aid': 9,
      'targets heating': 9,
      'targets publicity': 8,
      'targets mediation': 8,
      'targets corrections': 7,
      'targets corrections-grant-15': 8,
      'targets provincial-grant-13': 8,
      'targets central-grant-12': 7,
      'targets reconsideration': 8,
    },
  ],
  ['taojiang-2023-corrections', {}],
  ['ziyang-2022-corrections', { 'self-evaluation project': 27 }],
  ['ziyang-2022-department', { 'base-data': 25, 'self-evaluation department': 31 }],
])('%s: its tables', async (name, expected) => {
  const [text, file] = await Promise.all([narrative(name), caseFile(name)]);
  const tables = linesOf(text).filter(({ mark }) => mark === '@@');
  expect(Object.fromEntries(tables.map((line) => [line.text, rowsOfLine(file, line).length]))).toEqual(expected);
});

it('what a form computes is bound on both sides: in the sentence and in the table', async () => {
  const text = await narrative('dawukou-2020-transfer');
  expect(text).toContain('案件{goal-07-free-legal-aid-cases.target}；');
  expect(text).toContain('案件{fund-use-legal-aid-cases}；');
  expect(await narrative('ziyang-2022-corrections')).toContain('年度资金预算执行率{execution-rate-narrative}；');
});

/** A fault put into a sound narrative: where, what was there, what is there now, and how the rule names it. */
const PLANTED: readonly (readonly [rule: keyof typeof rules, name: string, was: string, is: string, fault: string])[] = [
  ['linesAreKnown', 'taojiang-2023-corrections', '#### 3. ', '##### 3. ', '##### is no mark'],
  ['linesAreKnown', 'taojiang-2023-corrections', '{self-grade}', '{self-grade', 'a brace without its pair'],
  ['linesAreKnown', 'dawukou-2020-transfer', '(4)成本指标\n', '(4)成本\n', 'no rows for results 二、(二)1. / (4)成本'],
  ['linesAreKnown', 'ziyang-2022-department', '@@ base-data', '@@base-data', 'a mark without a blank behind it'],
  ['linesAreKnown', 'ziyang-2022-department', '## 一、', '# 一、', 'not exactly one title'],
  ['placeholdersAreKnown', 'taojiang-2023-corrections', '{register}', '{registered}', '{registered} is not known'],
  ['placeholdersAreKnown', 'taojiang-2023-corrections', '{register}', '{register.target}', '{register.target} is not'],
  ['placeholdersAreKnown', 'ziyang-2022-corrections', '结余{balance}', '结余{date}', '{date} is not known'],
  ['rowsAreCovered', 'taojiang-2023-corrections', '{transferred-in}', '几人', 'transferred-in stands nowhere'],
  ['rowsAreCovered', 'ziyang-2022-corrections', '{total.score}', '若干', 'self-score stands nowhere'],
  ['rowsAreCovered', 'ziyang-2022-department', '@@ base-data', '', 'annex1-posts stands nowhere'],
  ['projectsHaveTables', 'funing-2020-targets', '@@ targets heating', '', 'tables of legal-aid publicity'],
  ['sectionsAreInOrder', 'taojiang-2023-corrections', '{sections}', '{self-grade}', '五、绩效评价工作开展情况 begins'],
  ['headingsCountUp', 'dawukou-2020-transfer', '## 三、', '## 四、', 'is not number 3'],
  ['headingsCountUp', 'dawukou-2020-transfer', '#### 2. 效益', '#### 3. 效益', '3. 效益指标完成情况分析 is not number 2'],
  ['rowsStandInTheirChapter', 'taojiang-2023-corrections', '四、项目绩效', '项目绩效', 'register belongs to 四、项目绩效情况分析'],
  ['nothingIsTypedOver', 'taojiang-2023-corrections', '{register}', '271人', '271 is typed'],
  ['nothingIsTypedOver', 'taojiang-2023-corrections', '{case-review-years}', '近三年', '近三年 is typed'],
  ['nothingIsTypedOver', 'ziyang-2022-corrections', '{execution-rate-narrative}', '100％', '100 is typed'],
  ['nothingIsTypedOver', 'ziyang-2022-corrections', '@= achieved ', '@= achieved 164名，', '164 is typed'],
  ['nothingIsTypedOver', 'dawukou-2020-transfer', '转移支付{year}', '转移支付2020', '2020 is typed'],
  ['sheetsAreLegal', 'ziyang-2022-department', '附件1 基础数据表\n', '附件1/基础数据表\n', '附件1/基础数据表 is no name'],
  ['sheetsAreLegal', 'ziyang-2022-department', '附件1 基础', `附件1 ${'表'.repeat(30)}`, 'is too long for a sheet'],
  ['sheetsAreLegal', 'funing-2020-targets', '表3 普法宣传\n', '表2 公用取暖费\n', '表2 公用取暖费 names two sheets'],
  ['sheetsAreLegal', 'funing-2020-targets', '--- landscape 表3', '--- across 表3', 'across 表3 普法宣传 is no section'],
  ['nobodyIsNamed', 'ziyang-2022-department', '联系电话：', '联系电话：0737', '电话：0'],
  ['nobodyIsNamed', 'ziyang-2022-department', '无其他需要', `${'1'.padEnd(11, '39')}无其他需要`, '13939393939'],
  ['nobodyIsNamed', 'ziyang-2022-department', '填表人：', '填表人：张', '填表人：张'],
];

it('every rule has a planted fault', () =>
  expect(Object.keys(rules).filter((rule) => !PLANTED.some(([planted]) => planted === rule))).toEqual([]));

it.each(PLANTED)('%s catches %s: %s as %s', async (rule, name, was, is, fault) => {
  const [text, file] = await Promise.all([narrative(name), caseFile(name)]);
  const faulty = text.replace(was, is);
  expect(faulty).not.toBe(text);
  expect(rules[rule](faulty, file)).toContainEqual(expect.stringContaining(fault));
});
