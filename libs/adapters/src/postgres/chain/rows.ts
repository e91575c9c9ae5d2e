import { type ChainAlgorithm, type ChainBlock, type ChainSegment } from '#application/chain/block.js';

const INSTANT = `to_char(chained_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const BLOCK_COLUMNS = `chain, number, segment, algorithm, previous, positions::text[], hashes, ${INSTANT} as chained_at, digest`;
export const SEGMENT_COLUMNS = 'chain, number, log_id, columns, algorithm, after, previous, genesis';

/** As the database gives them; an owner who drops constraints can leave anything null. */
export interface BlockRow {
  readonly chain: string;
  readonly number: string;
  readonly segment: number;
  readonly algorithm: ChainAlgorithm;
  readonly previous: Buffer | null;
  readonly positions: readonly (string | null)[] | null;
  readonly hashes: Buffer | null;
  readonly chained_at: string;
  readonly digest: Buffer | null;
}

export interface SegmentRow {
  readonly chain: string;
  readonly number: number;
  readonly log_id: string;
  readonly columns: readonly string[];
  readonly algorithm: ChainAlgorithm;
  readonly after: string;
  readonly previous: Buffer | null;
  readonly genesis: Buffer;
}

const NONE = new Uint8Array();
/** A place no record stands at, for what is no number that could be one. */
const NOWHERE = -1;

const positionOf = (text: string | null): number => {
  const position = Number(text ?? NOWHERE);
  return Number.isSafeInteger(position) ? position : NOWHERE;
};

export const blockOfRow = (row: BlockRow): ChainBlock => ({
  chain: row.chain,
  number: Number(row.number),
  segment: row.segment,
  algorithm: row.algorithm,
  previous: row.previous ?? NONE,
  positions: (row.positions ?? []).map(positionOf),
  hashes: row.hashes ?? NONE,
  // Milliseconds is what is written; anything finer was put in by hand and has to show.
  chainedAt: row.chained_at.replace(/000Z$/, 'Z'),
  digest: row.digest ?? NONE,
});

export const segmentOfRow = (row: SegmentRow): ChainSegment => ({
  chain: row.chain,
  number: row.number,
  logId: row.log_id,
  columns: row.columns,
  algorithm: row.algorithm,
  after: Number(row.after),
  previous: row.previous,
  genesis: row.genesis,
});
