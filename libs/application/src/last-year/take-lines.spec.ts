import type { PerformanceRow } from '../evaluation/performance-sheet.js';
import type { MergedCells, PaperCell, PaperGrid } from './former-paper.js';
import { formsIn } from './read-form.js';
import { formsOfSubject, takeTyped } from './take-lines.js';

const HEAD = ['绩效指标', '一级指标', '二级指标', '三级 指标', '年度指标值（A）', '实际完成值（B）', '分值', '得分'];
type Written = string | Omit<PaperCell, 'row' | 'column'> | undefined;

/** A sheet from rows of cells; merges as [top, left, bottom, right]. */
const grid = (
  rows: readonly (readonly Written[])[],
  merges: readonly (readonly [number, number, number, number])[] = [],
  name = '自评表',
): PaperGrid => ({
  name,
  cells: rows.flatMap((row, at) =>
    row.flatMap((cell, column): PaperCell[] =>
      cell === undefined
        ? []
        : [{ row: at + 1, column: column + 1, ...(typeof cell === 'string' ? { text: cell } : cell) }],
    ),
  ),
  merges: merges.map(([top, left, bottom, right]): MergedCells => ({ top, left, bottom, right })),
});
const row = (id: string, level3: string, more: Partial<PerformanceRow> = {}): PerformanceRow => ({
  ...{ id, level1: '产出指标', level2: '数量指标', level3, target: {} },
  ...more,
});
const sheet = [
  row('received', '接收社区矫正对象'),
  row('rate', '按期复查率', { level2: '质量指标' }),
  row('order', '社会治安', { level1: '效益指标', level2: '社会效益' }),
];
const take = (paper: PaperGrid, rows: readonly PerformanceRow[] = sheet) => takeTyped(rows, formsIn([paper]));

const whole = grid(
  [
    ['2022年度项目支出绩效自评表'],
    ['项目名称', '社区矫正专项'],
    HEAD,
    [undefined, '产出指标(50分)', '数量指标', '1.接收社区矫正对象', '≥150人', '158', '10', '10'],
    [undefined, undefined, undefined, '走访次数', '20次', '≥20次', '10', '10'],
    [undefined, undefined, '质量指标', '-按期复查率', '100%', { text: '85.71%', number: '85.714285714', cached: true }],
    [undefined, '效益指标', '社会效益', '社会治安', '提升', '达成', '30', '27'],
    ['总分', undefined, undefined, undefined, undefined, undefined, '100', '97'],
  ],
  [
    [3, 1, 7, 1],
    [4, 2, 6, 2],
    [4, 3, 5, 3],
    [8, 1, 8, 6],
  ],
);

it('reads each result by its name: number, unit and bound apart, with the cell it stands in', () =>
  expect(take(whole)).toEqual({
    rows: [
      { row: 'received', cell: '自评表!F4', printed: '158', value: '158', unit: '人' },
      { row: 'rate', cell: '自评表!F6', printed: '85.71%', value: '85.714285714', unit: '%', cached: true },
      { row: 'order', cell: '自评表!F7', printed: '达成' },
    ],
    unmatched: [{ cell: '自评表!F5', label: '走访次数', why: 'no-such-row' }],
  }));

it('keeps a result that was written as a bound or about, and says so', () => {
  const lines = [['≥158人'], ['近600平方米'], ['1,008.22万元']].map(([text], at) => [
    ...[undefined, '产出指标', '数量指标'],
    ...[sheet[at]?.level3, undefined, text],
  ]);
  expect(take(grid([HEAD, ...lines])).rows).toMatchObject([
    { value: '158', operator: '≥', unit: '人' },
    { value: '600', approximate: true, unit: '平方米' },
    { value: '1008.22', unit: '万元' },
  ]);
});

it('says which name is there twice, which line has no result, and guesses neither', () => {
  const line = (name: string, actual?: string) => [undefined, '产出指标', '数量指标', name, undefined, actual];
  const twice = take(grid([HEAD, line('接收社区矫正对象', '1'), line('接收社区矫正对象', '2'), line('按期复查率')]));
  expect(twice.rows).toEqual([]);
  expect(twice.unmatched.map(({ cell, why }) => `${cell} ${why}`)).toEqual([
    '自评表!F2 several',
    '自评表!F3 several',
    '自评表!F4 empty',
  ]);
  const alike = [row('a', '宣传'), row('b', '宣传', { level2: '质量指标' })];
  const heading = (level2: string, actual: string) => [undefined, '产出指标', level2, '宣传', undefined, actual];
  const told = take(grid([HEAD, heading('质量指标', '5场'), heading('数量指标', '6场')]), alike);
  expect(told.rows.map((found) => [found.row, found.value])).toEqual([
    ['a', '6'],
    ['b', '5'],
  ]);
  expect(take(grid([HEAD, heading('时效指标', '5场')]), alike).unmatched).toMatchObject([{ why: 'several' }]);
});

it('reads a line over several rows once, and each of its results where it has several', () => {
  const rows = [HEAD, [undefined, '产出指标', '数量指标', '接收社区矫正对象', '150', '158'], [undefined]];
  expect(
    take(
      grid(rows, [
        [2, 4, 3, 4],
        [2, 6, 3, 6],
      ]),
    ).rows,
  ).toMatchObject([{ value: '158' }]);
  const two = [...rows.slice(0, 2), [undefined, undefined, undefined, undefined, undefined, '9']];
  expect(take(grid(two, [[2, 4, 3, 4]])).unmatched).toMatchObject([{ why: 'several' }, { why: 'several' }]);
});

it('knows the year in a title, and whose form it is', () => {
  const other = grid([['部门名称', '乙县司法局'], HEAD], [], '部门');
  const register = grid(
    [
      ['三级指标', '实际完成值'],
      ['接收社区矫正对象', '1'],
    ],
    [],
    '台账',
  );
  const forms = formsIn([whole, other, register]);
  expect(forms.map(({ sheet: name, subject, years }) => ({ name, subject, years }))).toEqual([
    { name: '自评表', subject: '社区矫正专项', years: [2022] },
    { name: '部门', subject: '乙县司法局', years: [] },
  ]);
  expect(formsOfSubject(forms, '社区矫正 专项').map((form) => form.sheet)).toEqual(['自评表']);
  expect(formsOfSubject(forms, '另一项目')).toHaveLength(2);
  for (const [title, years] of [
    ['（2022年度）', [2022]],
    ['2021年以来绩效提升', []],
    ['附件3甲县司法局2021年度部门整体支出绩效自评表', [2021]],
    ['成立于1998年', []],
  ] as const)
    expect(formsIn([grid([[title], HEAD])])[0]?.years).toEqual(years);
});
