import type { Block } from '#application/documents/printed.js';

/** Edges nearer than this share of the width are one. */
const SAME = 0.004;
/** Edges of a section without a table: a single column wider than the page is not made to fit by every program. */
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];

/** The columns of a sheet on which every table of a section finds its own: all their edges, each once. */
export interface SheetColumns {
  /** Share of the width of each column; they add up to 1. */
  readonly widths: readonly number[];
  /** First and last column, counted from 1, of columns `from` to `from + across` of a table with these widths. */
  readonly span: (widths: readonly number[], from: number, across: number) => readonly [number, number];
}

const edgesOf = (widths: readonly number[]): readonly number[] => {
  const edges = [0];
  for (const width of widths.slice(0, -1)) edges.push((edges.at(-1) ?? 0) + width);
  return [...edges, 1];
};

export const sheetColumns = (blocks: readonly Block[]): SheetColumns => {
  const wanted = blocks.flatMap((block) => (block.kind === 'table' ? edgesOf(block.table.widths) : []));
  const edges: number[] = [];
  for (const edge of (wanted.length > 2 ? wanted : QUARTERS).toSorted((a, b) => a - b))
    if (edge - (edges.at(-1) ?? -1) > SAME) edges.push(edge);
  const columnAt = (edge: number): number => edges.findIndex((known) => Math.abs(known - edge) <= SAME);
  return {
    widths: edges.slice(1).map((edge, at) => edge - (edges[at] ?? 0)),
    span: (widths, from, across) => {
      const own = edgesOf(widths);
      return [columnAt(own[from] ?? 0) + 1, columnAt(own[from + across] ?? 1)];
    },
  };
};
