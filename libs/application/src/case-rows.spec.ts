import { exact } from '#kernel/money.js';
import type { CaseRow } from './case-file.js';
import { matchOf } from './case-rows.js';

const row = (more: Partial<CaseRow>): CaseRow => ({
  ...{ id: 'row', section: '', level1: null, level2: null, level3: '', printedTarget: null, target: null },
  ...{ printedActual: null, actual: null, kind: 'event', indicator: null, unitOfCount: '件', derivations: [] },
  ...more,
});

describe('a figure printed as about so much', () => {
  const printed = (number: number, approximate: 'above' | 'below') => (value: number) =>
    matchOf(row({ actual: { number, unit: '件', approximate } }), exact(value));

  it('with 余 is that much, or less than one more of its last figure', () => {
    const values = [19, 20, 29, 30].map(printed(20, 'above'));
    expect(values).toEqual(['contradicts', 'approximate', 'approximate', 'contradicts']);
  });
  it('with 余 after a figure exact to the unit is that figure', () => {
    const values = [1630, 1631, 1632].map(printed(1631, 'above'));
    expect(values).toEqual(['contradicts', 'approximate', 'contradicts']);
  });
  it('with 近 is that much, or less than one less of its last figure', () => {
    const values = [500, 501, 600, 601].map(printed(600, 'below'));
    expect(values).toEqual(['contradicts', 'approximate', 'approximate', 'contradicts']);
  });
});
