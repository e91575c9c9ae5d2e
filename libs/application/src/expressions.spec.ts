import { exact } from '#kernel/money.js';
import { type Names, UnreadableFormula, evaluateFormula, parseFormula, pathsIn } from './expressions.js';

const names: Names = {
  name: (path) => ({ 'a.b': exact(7), one: exact(1), three: exact(3) })[path] ?? null,
  call: (name, args) => (name === 'row' && args[0] === 'x-1' ? exact('19.62') : null),
};
const value = (expression: string): string | null =>
  evaluateFormula(parseFormula(expression), names)?.toFixed() ?? null;

it.each([
  ['1 + 2 * 3', '7'],
  ['(1 + 2) * 3', '9'],
  ['10 - 4 - 3', '3'],
  ['12 / 4 / 3', '1'],
  ['-2 * -(3 - 5)', '-4'],
  ["round(100 * row('x-1') / 38, 2)", '51.63'],
  ['a.b + one', '8'],
  ['round(2.5, 0)', '3'],
  ['round(-2.5, 0)', '-3'],
  ['round(1.005, 2)', '1.01'],
  ['0.1 + 0.2', '0.3'],
])('%s is %s', (expression, expected) => expect(value(expression)).toBe(expected));

it('multiplies back a third without a trace of binary arithmetic', () =>
  expect(value('round(one / three * three, 20)')).toBe('1'));

it.each(['missing + 1', "row('none') * 2", '1 / (one - one)', 'round(missing, 2)'])('%s has no value', (expression) =>
  expect(value(expression)).toBeNull(),
);

it.each([
  ['1 +', 'a number or a name expected at character 4'],
  ['(1 + 2', '")" expected'],
  ['1 2', 'nothing more expected'],
  ['a..b', 'unknown sign'],
  ['row(x)', 'a quoted text expected'],
  ['round(1, one)', 'a number of decimals expected'],
  ['1 ; 2', 'unknown sign'],
  ['process.exit()', 'a quoted text expected'],
])('%s is refused: %s', (expression, message) => {
  expect(() => parseFormula(expression)).toThrow(UnreadableFormula);
  expect(() => parseFormula(expression)).toThrow(message);
});

it('names every path once', () =>
  expect(pathsIn(parseFormula('round(a.b + (one - a.b) / -two, 2)'))).toEqual(['a.b', 'one', 'two']));
