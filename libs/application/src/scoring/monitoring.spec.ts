import { row } from '../../../../test/support/scoring-sheets.js';
import { national2020 } from './frames/national-2020.frame.js';
import { againstTime, trafficLight } from './monitoring.js';
import type { SheetRow } from './sheet.js';

it.each([
  [58.34, 7, '0.01'],
  [51.63, 12, '-48.37'],
  [100, 12, '0.00'],
  [0, 0, '0.00'],
  [50, 3, '25.00'],
])('%d %% done after %d months is %s points against time', (percent, months, expected) =>
  expect(againstTime(percent, months).toFixed(2)).toBe(expected),
);

const light = (months: number, more: Partial<SheetRow>) => trafficLight(national2020, row('a', '50', more), months);
const done = (number: string): Partial<SheetRow> => ({
  target: { operator: '≥', number: '120', unit: '件' },
  actual: { number },
});
const bound = (number: string): Partial<SheetRow> => ({
  target: { operator: '≤', number: '0.2', unit: '%' },
  actual: { number },
});

it.each([
  ['70', 'green'],
  ['69', 'yellow'],
  ['58', 'yellow'],
  ['57', 'red'],
] as const)('%s of 120 at the end of July is %s', (number, expected) => expect(light(7, done(number))).toBe(expected));

it('a bound from above is kept or not, whatever the month', () => {
  expect(light(1, bound('0.2'))).toBe('green');
  expect(light(1, bound('0.21'))).toBe('red');
});
it('a target of 0 is kept or not', () => {
  const zero = (number: string): Partial<SheetRow> => ({
    target: { operator: '=', number: '0', unit: '人' },
    actual: { number },
  });
  expect([light(6, zero('0')), light(6, zero('1'))]).toEqual(['green', 'red']);
});
it.each([
  ['achieved', 'green'],
  ['partly', 'yellow'],
  ['missed', 'red'],
] as const)('a qualitative row that is %s is %s', (band, expected) =>
  expect(
    light(7, {
      target: { text: '提升' },
      actual: { text: '提升' },
      qualitative: { band, score: '40', by: 'section-head', on: '2023-07-31' },
    }),
  ).toBe(expected),
);
it('a row without numbers or grade has no light', () => {
  expect(light(7, { target: { text: '提升' }, actual: {} })).toBeNull();
  expect(light(7, { actual: {} })).toBeNull();
});
