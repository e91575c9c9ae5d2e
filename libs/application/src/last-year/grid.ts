import type { MergedCells, PaperCell, PaperGrid } from './former-paper.js';

const columnName = (column: number): string =>
  column > 26
    ? `${columnName(Math.floor((column - 1) / 26))}${columnName(((column - 1) % 26) + 1)}`
    : String.fromCharCode(64 + column);

/** A sheet one can look up: a merged cell shows what its first one does. Only rows that hold something are there. */
export class Grid {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, PaperCell>>;
  private readonly merged = new Map<number, readonly MergedCells[]>();

  constructor(private readonly paper: PaperGrid) {
    this.rows = new Map(
      [...Map.groupBy(paper.cells, ({ row }) => row)]
        .sort(([a], [b]) => a - b)
        .map(([row, cells]) => [row, new Map(cells.map((cell) => [cell.column, cell]))]),
    );
    const [numbers, merges] = [[...this.rows.keys()], paper.merges.toSorted((a, b) => a.top - b.top)];
    let next = 0;
    let open: readonly MergedCells[] = [];
    for (const row of numbers) {
      const begin = next;
      while ((merges[next]?.top ?? Infinity) <= row) next += 1;
      // One list for all rows that the same cells cover: a sheet may have very many of both.
      if (next > begin || open.some(({ bottom }) => bottom < row))
        open = [...open, ...merges.slice(begin, next)].filter(({ bottom }) => bottom >= row);
      this.merged.set(row, open);
    }
  }

  get name(): string {
    return this.paper.name;
  }

  /** Where what is shown at a place really stands. */
  masterOf(row: number, column: number): { readonly row: number; readonly column: number } {
    const over = this.merged.get(row)?.find(({ left, right }) => left <= column && column <= right);
    return over === undefined ? { row, column } : { row: over.top, column: over.left };
  }

  at(row: number, column: number): PaperCell | undefined {
    const master = this.masterOf(row, column);
    return this.rows.get(master.row)?.get(master.column);
  }

  /** `自评表!F11`. */
  address({ row, column }: { readonly row: number; readonly column: number }): string {
    return `${this.paper.name}!${columnName(column)}${row}`;
  }
}
