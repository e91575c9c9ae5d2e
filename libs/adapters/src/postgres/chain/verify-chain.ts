import type { Pool, PoolClient } from 'pg';
import type { AnchorEntry } from '#application/chain/anchor.js';
import type { ChainBlock, ChainSegment } from '#application/chain/block.js';
import type { ChainRecord } from '#application/chain/record.js';
import { type ChainVerdict, ChainVerification, type Expired } from '#application/chain/verify.js';
import { openStorePool } from '../event-store/pool.js';
import { type ChainSource, copyRecords } from './chain-source.js';
import { BLOCK_COLUMNS, type BlockRow, SEGMENT_COLUMNS, type SegmentRow, blockOfRow, segmentOfRow } from './rows.js';

export interface ChainCheck extends ChainVerdict {
  /** Rows stored after the end of the chain: nothing vouches for them yet. */
  readonly unchained: number;
}

/** Role of the database a check reads as, where the login may. */
const VERIFIER = 'taizhang_verifier';
const BLOCKS_AT_ONCE = 50;
/** Below every position there could be, so that a row put in before the first is seen. */
const BELOW_ALL = Number.MIN_SAFE_INTEGER;
/** Records between two signs of life. */
const OFTEN = 20_000;

const BLOCKS_SQL = `select ${BLOCK_COLUMNS} from chain.block where chain = $1 and number > $2 and number <= $3
  order by number limit ${BLOCKS_AT_ONCE}`;

/**
 * Computes a chain again from the table it covers and compares it with what is kept, and with anchors from outside. Reads
 * only, a little at a time, and may run beside everything else.
 */
export const verifyChain = async (
  databaseUrl: string,
  source: ChainSource,
  entries: readonly AnchorEntry[] = [],
  onProgress: (position: number) => void = () => undefined,
): Promise<ChainCheck> => {
  const { pool } = await openStorePool(databaseUrl, 2, VERIFIER);
  try {
    return await new Check(pool, source, entries, onProgress, await expiredOf(pool, source)).run();
  } finally {
    await pool.end();
  }
};

/** What the chained records themselves say was dropped: a record that nothing vouches for yet says nothing. */
const expiredOf = async (pool: Pool, { chain, expired }: ChainSource): Promise<Expired | undefined> => {
  if (expired === undefined) return undefined;
  const end = await pool.query<{ last: string | null }>('select max(last) as last from chain.block where chain = $1', [
    chain,
  ]);
  const { rows } = await pool.query<{ through: string; before: string }>(expired, [end.rows[0]?.last ?? 0]);
  const [row] = rows;
  return row === undefined ? undefined : { through: Number(row.through), before: row.before };
};

class Check {
  private readonly verification: ChainVerification;
  private records: Records | undefined;

  constructor(
    private readonly pool: Pool,
    private readonly source: ChainSource,
    entries: readonly AnchorEntry[],
    private readonly onProgress: (position: number) => void,
    expired: Expired | undefined,
  ) {
    this.verification = new ChainVerification(source.chain, entries, expired);
  }

  async run(): Promise<ChainCheck> {
    const { verification } = this;
    const last = await this.lastNumber();
    const segments = await this.segments();
    const known = await this.knownColumns();
    let next = 0;
    try {
      for await (const block of this.blocks(last)) {
        const segment = segments[next];
        if (segment !== undefined && (next === 0 || block.segment === segment.number)) {
          verification.begin(segment);
          next += 1;
          await this.readFrom(next === 1 ? BELOW_ALL : verification.position, segment, known);
        }
        verification.block(block);
        await this.records?.upTo(block.positions.at(-1) ?? 0, (record) => verification.record(record));
      }
    } finally {
      this.records?.close();
    }
    const unchained = await this.count(verification.position);
    return { ...verification.verdict(), unchained };
  }

  /** Columns a segment covers go into SQL only where the table has them: they may have been put there by anybody. */
  private async readFrom(after: number, { columns }: ChainSegment, known: ReadonlySet<string>): Promise<void> {
    this.records?.close();
    const [position] = this.source.columns;
    const usable = columns[0] === position && columns.every((column) => known.has(column));
    this.records = await Records.open(this.pool, this.source, after, usable ? columns : undefined, this.onProgress);
  }

  private async segments(): Promise<readonly ChainSegment[]> {
    const { rows } = await this.pool.query<SegmentRow>(
      `select ${SEGMENT_COLUMNS} from chain.segment where chain = $1 order by number`,
      [this.source.chain],
    );
    return rows.map(segmentOfRow);
  }

  /** The end of the chain by now: the segments and records of it are seen by whoever reads them from now on. */
  private async lastNumber(): Promise<number> {
    const { rows } = await this.pool.query<{ last: string | null }>(
      'select max(number) as last from chain.block where chain = $1',
      [this.source.chain],
    );
    return Number(rows[0]?.last ?? 0);
  }

  private async *blocks(last: number): AsyncGenerator<ChainBlock> {
    for (let after = 0; ;) {
      const values = [this.source.chain, after, last];
      const { rows } = await this.pool.query<BlockRow>(BLOCKS_SQL, values);
      if (rows.length === 0) return;
      const blocks = rows.map(blockOfRow);
      yield* blocks;
      after = blocks.at(-1)?.number ?? after;
    }
  }

  private async knownColumns(): Promise<ReadonlySet<string>> {
    const { rows } = await this.pool.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped
        and attname ~ '^[a-z_]+$'`,
      [this.source.table],
    );
    return new Set(rows.map(({ name }) => name));
  }

  private async count(after: number): Promise<number> {
    const { table, columns } = this.source;
    const { rows } = await this.pool.query<{ count: string }>(
      `select count(*) as count from ${table} where ${columns[0]} > $1`,
      [after],
    );
    return Number(rows[0]?.count);
  }
}

/** The rows of the table as one COPY gives them, taken as far as a block reaches. */
class Records {
  private buffer: readonly ChainRecord[] = [];
  private at = 0;
  private ended = false;
  private since = 0;

  private constructor(
    private readonly client: PoolClient,
    private readonly source: AsyncGenerator<readonly ChainRecord[]>,
    private readonly onProgress: (position: number) => void,
  ) {}

  static async open(
    pool: Pool,
    source: ChainSource,
    after: number,
    columns: readonly string[] | undefined,
    onProgress: (position: number) => void,
  ): Promise<Records> {
    const client = await pool.connect();
    return new Records(client, copyRecords(client, source, { after }, columns), onProgress);
  }

  async upTo(position: number, take: (record: ChainRecord) => void): Promise<void> {
    while (!this.ended) {
      for (; this.at < this.buffer.length; this.at += 1) {
        const record = this.buffer[this.at];
        if (record === undefined || record.position > position) return;
        take(record);
        this.since += 1;
        if (this.since % OFTEN === 0) this.onProgress(record.position);
      }
      const { value, done } = await this.source.next();
      this.ended = done === true;
      this.buffer = value ?? [];
      this.at = 0;
    }
  }

  /** What was not read of it is thrown away with the connection. */
  close(): void {
    this.client.release(!this.ended);
  }
}
