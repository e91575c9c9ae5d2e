import fc from 'fast-check';
import { exact } from '#kernel/money.js';
import { type Operator, operators } from '../operator.js';
import type { ScoringFrame } from './frame.js';
import { national2020 } from './frames/national-2020.frame.js';
import { ruleOf, shareOf } from './share.js';

const ratio: ScoringFrame = {
  ...national2020,
  rules: { ...national2020.rules, atMost: { shortfall: 'ratio', zeroTarget: 'zero-only' } },
};
const points = (operator: Operator, target: number, actual: number, frame = national2020): string =>
  shareOf(ruleOf(frame, operator), operator, exact(target), exact(actual)).times(10).toFixed(2);

it.each<[Operator, number, number, string]>([
  ['≥', 50, 50, '10.00'],
  ['≥', 50, 60, '10.00'],
  ['≥', 500, 425, '8.50'],
  ['>', 50, 50, '10.00'],
  ['=', 164, 164, '10.00'],
  ['=', 164, 82, '5.00'],
  ['=', 164, 200, '10.00'],
  ['≤', 38, 19.62, '10.00'],
  ['≤', 1, 1, '10.00'],
  ['≤', 1, 2, '0.00'],
  ['≤', 1, 8.71, '0.00'],
  ['<', 1, 1.25, '7.50'],
])('%s %d, done %d: %s of 10', (operator, target, actual, expected) =>
  expect(points(operator, target, actual)).toBe(expected),
);

it('half as much again as allowed earns 5.00 in a straight line, 6.67 by the ratio', () => {
  expect(points('≤', 10, 15)).toBe('5.00');
  expect(points('≤', 10, 15, ratio)).toBe('6.67');
});

it.each<[Operator, number, string]>([
  ['≥', 0, '10.00'],
  ['>', 0, '0.00'],
  ['>', 1, '10.00'],
  ['=', 0, '10.00'],
  ['=', 1, '0.00'],
  ['≤', 0, '10.00'],
  ['≤', 0.01, '0.00'],
  ['<', 0, '10.00'],
])('a target of 0, %s, done %d: %s', (operator, actual, expected) =>
  expect(points(operator, 0, actual)).toBe(expected),
);

it('a negative result counts as 0', () => {
  expect(points('≥', 50, -5)).toBe('0.00');
  expect(points('=', 0, -5)).toBe('10.00');
  expect(points('≤', 1, -5)).toBe('10.00');
});

const amount = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => exact(cents).dividedBy(100));
const frameOf = fc.constantFrom(national2020, ratio);

it('is never below nothing nor above all of it', () =>
  fc.assert(
    fc.property(frameOf, fc.constantFrom(...operators), amount, amount, (frame, operator, target, actual) => {
      const share = shareOf(ruleOf(frame, operator), operator, target, actual);
      return share.greaterThanOrEqualTo(0) && share.lessThanOrEqualTo(1);
    }),
  ));

it('never falls as a result gets better', () =>
  fc.assert(
    fc.property(
      frameOf,
      fc.constantFrom(...operators),
      amount.filter((target) => !target.isZero()),
      amount,
      amount,
      (frame, operator, target, one, other) => {
        const [less, more] = one.lessThan(other) ? [one, other] : [other, one];
        const share = (actual: typeof one) => shareOf(ruleOf(frame, operator), operator, target, actual);
        const inverse = operator === '≤' || operator === '<';
        return inverse ? share(less).greaterThanOrEqualTo(share(more)) : share(less).lessThanOrEqualTo(share(more));
      },
    ),
  ));
