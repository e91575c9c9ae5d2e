/** A cell of a workbook as a reader sees it. Rows and columns are counted from 1. */
export interface PaperCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  /** Exact, in the unit that is shown; absent where the cell holds words or a date. */
  readonly number?: string;
  /** What is shown is the last result of a formula. */
  readonly cached?: true;
}

/** Cells that are one; what it shows stands in the first. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One sheet of a workbook: its cells that hold anything, row by row. */
export interface PaperGrid {
  readonly name: string;
  readonly cells: readonly PaperCell[];
  readonly merges: readonly MergedCells[];
}
