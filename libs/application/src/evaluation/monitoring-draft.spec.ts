import { national2020 } from '../scoring/frames/national-2020.frame.js';
import { levels } from '../scoring/terms.js';
import type { Actuals, RowActual } from './actuals.js';
import { monitoringOf } from './monitoring-draft.js';
import type { PerformanceRow, PerformanceSheet } from './performance-sheet.js';

const row = (id: string, target: PerformanceRow['target'], indicator?: string): PerformanceRow => ({
  ...{ id, level1: levels.output.zh, level2: levels.quantity.zh, level3: id, target },
  ...(indicator !== undefined && { indicator }),
});
const rows = [
  row('cases', { operator: '≥', number: '120', unit: '件' }, 'X-01'),
  row('rate', { operator: '≥', number: '90', unit: '%' }, 'X-02'),
  row('complaints', { operator: '≤', number: '6', unit: '件' }, 'X-03'),
  row('order', { text: '提升' }),
];
const sheet: PerformanceSheet = {
  ...{ fiscalYear: 2023, subject: 'project', subjectCode: 'p', subjectName: '项目', frame: 'national-2020' },
  ...{ form: 'project', budget: '2070900.00', targetSetOn: '2023-01-12', status: 'set', rows },
  narrative: [],
  monitorings: [
    { monthEnd: '2023-06-30', monitoredOn: '2023-07-04', executed: '1.00', forecastExecuted: '2.00', rows: [] },
  ],
};
const actual = (at: string, indicator: string, unit: string, value: string, grows = true): RowActual => ({
  ...{ row: at, indicator, unit, value, printed: `${value}${unit}`, missing: 0, grows },
});
const actuals = (to: string, cases: string, executed: string): Actuals => ({
  period: { scheme: 'CUSTOM', from: '2023-01-01', to },
  rows: [
    actual('cases', 'X-01', '件', cases),
    actual('rate', 'X-02', '%', '89', false),
    actual('complaints', 'X-03', '件', '4'),
  ],
  money: { initial: '2070900', adjusted: '2070900', executed },
});
/** Two projects whose plans differ, of 1,070,900 and 1,000,000 元. */
const plan = (june: string) => [
  { monthEnd: '2023-03-31', percent: '10' },
  { monthEnd: '2023-06-30', percent: june },
  { monthEnd: '2023-12-31', percent: '100' },
];
const projects = [
  { budget: '1070900', plan: plan('50') },
  { budget: '1000000', plan: plan('20') },
];
const at = (monthEnd: string, cases = '60', executed = '700000', planned = projects) =>
  monitoringOf(national2020, { sheet }, actuals(monthEnd, cases, executed), planned, monthEnd);
const rowAt = (id: string, ...asked: Parameters<typeof at>) => at(...asked).rows.find((item) => item.id === id);

it('holds what grows against the share of the year gone by', () => {
  expect(at('2023-06-30').elapsed).toBe('50.00');
  const onCourse = { completion: '50.00', gap: '0.00', forecast: '120.00', behind: false, light: 'green' };
  expect(rowAt('cases', '2023-06-30')).toMatchObject(onCourse);
  // 59 of 120 is 49.1666… %
  expect(rowAt('cases', '2023-06-30', '59')).toMatchObject({ completion: '49.17', gap: '-0.83', behind: true });
  expect(rowAt('cases', '2023-07-31')).toMatchObject({ gap: '-8.33', forecast: '102.86', light: 'yellow' });
});

it('takes a rate as it stands, and a bound by what the year will come to', () => {
  expect(rowAt('rate', '2023-06-30')).toMatchObject({ completion: '98.89', forecast: '89.00' });
  expect(rowAt('complaints', '2023-06-30')).toMatchObject({ forecast: '8.00', behind: true });
  expect(rowAt('complaints', '2023-12-31')).toMatchObject({ forecast: '4.00', behind: false, light: 'green' });
});

it('says nothing of a row that only a person can judge', () =>
  expect(rowAt('order', '2023-06-30')).toMatchObject({ completion: null, forecast: null, behind: null, light: null }));

it('holds money against the plans of all projects together', () => {
  // 1,070,900 × 50 % + 1,000,000 × 20 % = 735,450
  expect(at('2023-06-30').money).toEqual({
    ...{ budget: '2070900', executed: '700000', planned: '735450.00' },
    ...{ rate: '33.80', gap: '-1.71', behind: true },
  });
  expect(at('2023-02-28').money).toMatchObject({ planned: '0.00', behind: false });
  expect(at('2023-12-31', '60', '2070900').money).toMatchObject({ planned: '2070900.00', gap: '0.00', behind: false });
});

it('knows no plan where none is recorded, and no money where none is', () => {
  expect(at('2023-06-30', '60', '700000', []).money).toMatchObject({ rate: '33.80', planned: null, behind: null });
  const { money: _none, ...rest } = actuals('2023-06-30', '60', '0');
  expect(monitoringOf(national2020, { sheet }, rest, projects, '2023-06-30').money).toBeNull();
});

it('stands beside what was recorded for the month end', () => {
  expect(at('2023-06-30').recorded).toMatchObject({ executed: '1.00' });
  expect(at('2023-07-31').recorded).toBeNull();
});
