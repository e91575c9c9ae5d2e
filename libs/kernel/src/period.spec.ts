import { parsePeriod } from './period.js';

describe('reporting periods', () => {
  it.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023S', '2022-12-01', '2023-11-30'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024Q1', '2024-01-01', '2024-03-31'],
    ['2023H1', '2022-12-01', '2023-05-31'],
    ['2023H2', '2023-06-01', '2023-11-30'],
    ['2023-01-01..2023-12-06', '2023-01-01', '2023-12-06'],
  ])('%s runs from %s to %s', (text, from, to) => expect(parsePeriod(text)).toMatchObject({ from, to }));

  it.each(['', 'abc', '2023Q5', '2023-13', '2023-02-01..2023-01-01', '2023-02-30..2023-03-01', '2023H3'])(
    'refuses %s',
    (text) => expect(parsePeriod(text)).toBeUndefined(),
  );
});
