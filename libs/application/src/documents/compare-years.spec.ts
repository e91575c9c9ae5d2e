import { caseFile } from '../../../../test/support/played-case.js';
import { compareYears } from './compare-years.js';
import { layTable } from './lay-table.js';
import type { FigureSource, PrintedFigure } from './printed.js';

const counted = (indicator: string, definition: string, year: number): FigureSource => ({
  kind: 'indicator',
  indicator,
  definition,
  office: '430922',
  period: { scheme: 'FISCAL_YEAR', from: `${year}-01-01`, to: `${year}-12-31` },
  position: 1,
  evidence: '',
});
const figure = (
  id: string,
  printed: string,
  value: string | null,
  unit: string,
  source: FigureSource,
): PrintedFigure => ({
  id: `${id}.actual`,
  printed,
  value,
  unit,
  source,
});

const now = [
  figure('received', '227人', '227', '人', counted('CC-02', '2003-07-10', 2023)),
  figure('released', '239人', '239', '人', counted('CC-04', '2020-07-01', 2023)),
  figure('execution-rate', '100%', '100', '%', { kind: 'derived', rule: '', from: [] }),
  figure('register', '271人', '271', '人', counted('CC-07', '2003-07-10', 2023)),
];

const compared = async (figures: readonly PrintedFigure[]) => {
  const table = compareYears(await caseFile('taojiang-2023-corrections'), now, { year: 2022, figures });
  return layTable(table).map((row) => row.map(({ cell }) => cell.text.map(({ text }) => text).join('')));
};

it('puts last year beside each result, with the change and whether both were counted alike', async () =>
  expect(
    await compared([
      figure('received', '230人', '230', '人', counted('CC-02', '2003-07-10', 2022)),
      figure('left', '200人', '200', '人', counted('CC-04', '2003-07-10', 2022)),
      figure('execution-rate', '97.55%', '97.5512', '%', { kind: 'derived', rule: '', from: [] }),
    ]),
  ).toEqual([
    ['三级指标', '2022年', '2023年', '增减', '口径'],
    ['执行率', '97.55%', '100%', '+2.45', ''],
    ['新接收社区矫正对象', '230人', '227人', '-3', '口径一致'],
    ['解除社区矫正对象', '200人', '239人', '+39', '口径有调整'],
    ['目前我县在矫人数', '—', '271人', '—', ''],
  ]));

it('compares nothing with what it cannot be sure of: two rows of one indicator, another unit, no value', async () => {
  const rows = await compared([
    figure('a', '1人', '1', '人', counted('CC-02', '2003-07-10', 2022)),
    figure('b', '2人', '2', '人', counted('CC-02', '2003-07-10', 2022)),
    figure('released', '9人次', '9', '人次', counted('CC-04', '2020-07-01', 2022)),
    figure('register', '—', null, '人', counted('CC-07', '2003-07-10', 2022)),
  ]);
  expect(rows.slice(2)).toEqual([
    ['新接收社区矫正对象', '—', '227人', '—', ''],
    ['解除社区矫正对象', '9人次', '239人', '—', '口径有调整'],
    ['目前我县在矫人数', '—', '271人', '—', '口径一致'],
  ]);
});
