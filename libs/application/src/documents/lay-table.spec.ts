import { layTable } from './lay-table.js';
import type { Cell, Table } from './printed.js';

const cell = (text: string, rest: Partial<Cell> = {}): Cell => ({ text: [{ text }], ...rest });
const table = (...rows: Cell[][]): Table => ({ widths: [0.4, 0.3, 0.3], headerRows: 0, rows });
const corners = (made: Table) =>
  layTable(made).map((row) => row.map(({ cell: { text }, column }) => `${text[0]?.text}${column}`));

it('puts cells beside those that reach down from above', () => {
  const made = table(
    [cell('a', { down: 3 }), cell('b', { across: 2 })],
    [cell('c', { down: 2 }), cell('d')],
    [cell('e')],
    [cell('f', { across: 3 })],
  );
  expect(corners(made)).toEqual([['a0', 'b1'], ['c1', 'd2'], ['e2'], ['f0']]);
});

it.each([
  ['too few cells', table([cell('a'), cell('b')]), 'row 1: no cell for column 3'],
  ['too many', table([cell('a', { across: 3 }), cell('b')]), 'row 1: 1 cells too many'],
  ['a row that is covered already', table([cell('a', { across: 3, down: 2 })], [cell('b')]), 'row 2: 1 cells too many'],
  ['a cell beyond the last row', table([cell('a', { across: 3, down: 2 })]), 'row 1: a cell reaches below the table'],
  ['a cell beyond the last column', table([cell('a'), cell('b', { across: 3 })]), 'beyond the last column'],
  [
    'cells over each other',
    table([cell('a'), cell('b', { down: 2 }), cell('c')], [cell('d', { across: 2 }), cell('e')]),
    'row 2: two cells cover one place',
  ],
])('refuses %s', (_, made, said) => {
  expect(() => layTable(made)).toThrow(said);
});
