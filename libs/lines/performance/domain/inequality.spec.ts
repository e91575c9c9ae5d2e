import { isInequality } from './inequality.js';

it.each([
  '≥1631件',
  '≥ 98.71%',
  '≤0.2%',
  '>=50件',
  '＞3',
  '95%以上',
  '300 件以上',
  '不低于98%',
  '至少30人',
  '20天以内',
])('%s is a bound, not a result', (text) => expect(isInequality(text)).toBe(true));

it.each(['1631件', '98.71%', '达标', '按上级以上要求完成', '-3', '2020-12-31完成', '第1至5项'])('%s is none', (text) =>
  expect(isInequality(text)).toBe(false),
);
