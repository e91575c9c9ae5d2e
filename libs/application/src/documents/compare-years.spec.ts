import type { ComparisonRow, FormerFigure } from '../last-year/comparison.js';
import { compareYears } from './compare-years.js';
import { layTable } from './lay-table.js';
import type { Block, PrintedFigure } from './printed.js';

const HASH = '0123456789abcdef'.repeat(4);
const before = (more: Partial<FormerFigure> = {}): FormerFigure => ({
  ...{ printed: '230人', value: '230', unit: '人', from: 'sealed', seal: { hash: HASH, position: 7 } },
  ...more,
});
const row = (id: string, more: Partial<ComparisonRow> = {}): ComparisonRow => ({
  ...{ row: id, level1: '产出指标', level2: '数量指标', level3: id, now: { printed: '227人', value: '227' } },
  ...{ former: before(), change: '-3', definition: 'same' },
  ...more,
});
const figure: PrintedFigure = {
  ...{ id: 'x.actual', printed: '227人', value: '227', unit: '人' },
  source: { kind: 'manual', event: null },
};
const printed = (...rows: readonly ComparisonRow[]): readonly Block[] =>
  compareYears({ year: 2022, rows }, () => figure);
const table = (...rows: readonly ComparisonRow[]) => {
  const block = printed(...rows).find(({ kind }) => kind === 'table');
  if (block?.kind !== 'table') throw new Error('no table');
  return layTable(block.table).map((cells) => cells.map(({ cell }) => cell));
};
const textOf = (...rows: readonly ComparisonRow[]) =>
  table(...rows).map((cells) => cells.map(({ text }) => text.map((run) => run.text).join('')));

it('puts last year beside each result, with the change, the mark of the definition and where the figure comes from', () =>
  expect(
    textOf(
      row('received'),
      row('released', { definition: 'changed', change: '39', former: before({ from: 'evaluated', seal: null }) }),
      row('checked', {
        ...{ definition: 'unknown', change: '2.4488', contradicted: '9人' },
        former: before({ printed: '97.55%', value: '97.5512', from: 'imported', seal: null, cached: true }),
      }),
      row('proven', { definition: null, former: before({ from: 'imported' }) }),
      row('new', { former: null, change: null, definition: null }),
    ),
  ).toEqual([
    ['三级指标', '2022年', '2023年', '增减', '口径', '上年数来源'],
    ['received', '230人', '227人', '-3', '口径一致', '上年封存，指纹0123456789ab'],
    ['released', '230人', '227人', '+39', '口径有调整', '上年自评，未封存'],
    ['checked', '97.55%', '227人', '+2.45', '口径不详', '导入，未经核实，公式缓存值，导入表为9人'],
    ['proven', '230人', '227人', '-3', '', '导入，经封存核实，指纹0123456789ab'],
    ['new', '—', '227人', '—', '', ''],
  ]));

it('binds this year’s numbers, stores the others as numbers, and keeps a dash where there is no change', () => {
  const [, [, former, now, change] = []] = table(row('received', { change: '12' }));
  expect(now?.text).toEqual([{ text: '227人', figure: 'x.actual' }]);
  expect(former?.text[0]).not.toHaveProperty('figure');
  expect([former?.number?.value, change?.number?.value]).toEqual(['230', '12']);
  expect(textOf(row('received', { change: null }))[1]?.[3]).toBe('—');
  expect(textOf(row('received', { change: '0.000' }))[1]?.[3]).toBe('0');
});

it('is not there where nothing is known of the year before', () =>
  expect(printed(row('received', { former: null, change: null }))).toEqual([]));
