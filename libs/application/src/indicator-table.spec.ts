import { figuresSince, indicatorTable } from './indicator-table.js';

const { typed, graded } = figuresSince('2020-01-01');
const flow = (code: string) => ({ flow: code });

describe('figures a person gives', () => {
  const table = indicatorTable({
    'X-1': typed('%', flow('x.values'), flow('x.bases')),
    'X-2': typed('度', flow('x.values'), flow('x.bases')),
    'X-3': graded('项', flow('x.goals')),
  });
  it('are marked as typed, or as graded', () =>
    expect(Object.values(table).map(({ kind }) => kind)).toEqual(['MANUAL_NUMBER', 'MANUAL_NUMBER', 'QUALITATIVE']));
  it('have no value where none was typed: a base stands below every value', () =>
    expect(table['X-2'].versions).toEqual([
      { from: '2020-01-01', numerator: flow('x.values'), denominator: flow('x.bases') },
    ]));
  it('are printed with two decimals where typed, as a count where graded', () =>
    expect(Object.values(table).map(({ unit, decimals }) => [unit, decimals])).toEqual([
      ['%', 2],
      ['度', 2],
      ['项', 0],
    ]));
});
