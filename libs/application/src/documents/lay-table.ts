import type { Cell, Table } from './printed.js';

/** A cell and where it lies: `row`, `column` of its upper left corner, counted from 0, and what it covers. */
export interface PlacedCell {
  readonly cell: Cell;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
}

/**
 * Where the cells of each row lie once those that reach down from above have taken their room.
 * @throws RangeError naming the row that has too many cells or too few, or where a cell sticks out of the table
 */
export const layTable = ({ rows, widths }: Table): readonly (readonly PlacedCell[])[] => {
  // Rows that each column is still covered for, from above.
  const covered = widths.map(() => 0);
  return rows.map((cells, row) => {
    const wrong = (what: string): RangeError => new RangeError(`row ${row + 1}: ${what}`);
    const waiting = [...cells];
    const placed: PlacedCell[] = [];
    for (let column = 0; column < widths.length;) {
      if ((covered[column] ?? 0) > 0) {
        column += 1;
        continue;
      }
      const cell = waiting.shift();
      if (cell === undefined) throw wrong(`no cell for column ${column + 1}`);
      const { down = 1, across = 1 } = cell;
      if (down < 1 || across < 1) throw wrong('a cell covers nothing');
      if (row + down > rows.length) throw wrong('a cell reaches below the table');
      if (column + across > widths.length) throw wrong('a cell reaches beyond the last column');
      if (covered.slice(column, column + across).some((left) => left > 0)) throw wrong('two cells cover one place');
      covered.fill(down, column, column + across);
      placed.push({ cell, row, column, down, across });
      column += across;
    }
    if (waiting.length > 0) throw wrong(`${waiting.length} cells too many`);
    covered.forEach((left, column) => (covered[column] = left - 1));
    return placed;
  });
};
