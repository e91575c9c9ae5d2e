import { type Expression, defineIndicator } from './indicator.js';
import { movedBy } from './moved-by.js';
import type { Registry } from './registry.js';

const from = '2020-01-01';
const of = (code: string, ...formulas: readonly Expression[]) =>
  defineIndicator({
    code,
    kind: 'FLOW_COUNT',
    unit: '件',
    versions: formulas.map((value, at) => ({ from: `202${at}-01-01`, value })),
  });
const registry = {
  indicators: new Map(
    [
      of('X-01', { sum: [{ flow: 'a' }, { opening: 'b' }, { less: [{ closing: 'c' }, { cohort: 'd' }] }] }),
      of('X-02', { persons: 'e', of: 'closing', alsoIn: 'f' }),
      of('X-03', { cumulative: ['g', 'h'], baseline: 'i' }),
      of('X-04', { flow: 'j' }, { sum: [{ indicator: 'X-01' }, { indicator: 'X-02' }] }),
      of('X-05', { indicator: 'X-06' }),
      of('X-06', { sum: [{ indicator: 'X-05' }, { flow: 'k' }] }),
      defineIndicator({
        code: 'X-07',
        kind: 'RATIO',
        unit: '%',
        versions: [{ from, numerator: { flow: 'l' }, denominator: { indicator: 'X-03' } }],
      }),
    ].map((one) => [one.code, one]),
  ),
} as unknown as Registry;

it.each([
  ['X-01', 'a b c d'],
  ['X-02', 'e f'],
  ['X-03', 'g h i'],
  ['X-04', 'a b c d e f j'],
  ['X-05', 'k'],
  ['X-07', 'g h i l'],
  ['X-99', ''],
])('%s moves with %s', (code, measures) => {
  expect([...movedBy(registry, code)].sort().join(' ')).toBe(measures);
});

it('moves with what it is made of once other definitions stand', () => {
  expect([...movedBy(registry, 'X-05')]).toEqual(['k']);
  registry.indicators = new Map([...registry.indicators, ['X-06', of('X-06', { flow: 'm' })]]);
  expect([...movedBy(registry, 'X-05')]).toEqual(['m']);
});
