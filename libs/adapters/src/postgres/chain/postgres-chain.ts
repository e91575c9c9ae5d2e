import type { Pool, PoolClient } from 'pg';
import type { Anchor } from '#application/chain/anchor.js';
import {
  BLOCK_RECORDS,
  type ChainAlgorithm,
  type ChainBlock,
  type ChainSegment,
  blockOf,
  genesisOf,
} from '#application/chain/block.js';
import type { ChainRecord } from '#application/chain/record.js';
import type { Chain, ChainLag } from '#application/ports/chain.js';
import type { Clock } from '#application/ports/clock.js';
import { type ChainSource, copyRecords } from './chain-source.js';
import { SEGMENT_COLUMNS, type SegmentRow, segmentOfRow } from './rows.js';

export interface PostgresChainOptions {
  readonly source: ChainSource;
  /** Of blocks made from now on. */
  readonly algorithm: ChainAlgorithm;
  readonly clock: Clock;
  /** Records of a block at most. */
  readonly blockRecords?: number;
}

/** First half of the advisory lock of whoever makes blocks; the second is the chain's name. */
const CHAINING = 7_305_812;

const END_SQL = `select number, segment, last, substring(hashes from octet_length(hashes) - 31) as hash
  from chain.block where chain = $1 order by number desc limit 1`;
const SEGMENT_SQL = `select ${SEGMENT_COLUMNS} from chain.segment where chain = $1 order by number desc limit 1`;

/** The last record up to a position, in the block it lies in or in the one before. */
const AT_SQL = `select s.log_id, p.position, substring(b.hashes from 32 * p.place::int - 31 for 32) as hash
  from (
    select * from (select * from chain.block where chain = $1 and last >= $2 order by last limit 1) as around
      where first <= $2
    union all
    (select * from chain.block where chain = $1 and last < $2 order by last desc limit 1)
  ) as b
  join chain.segment s on s.chain = b.chain and s.number = b.segment
  cross join lateral (
    select u.position, u.place from unnest(b.positions) with ordinality as u(position, place)
      where u.position <= $2 order by u.place desc limit 1
  ) as p
  order by b.number desc limit 1`;

interface End {
  readonly number: number;
  readonly segment: number;
  readonly last: number;
  readonly hash: Buffer | null;
}

const BEGINNING: End = { number: 0, segment: 0, last: 0, hash: null };

/** A chain beside its table. The pool is one of the event store: its sessions write instants and dates as the hashes need them. */
export class PostgresChain implements Chain {
  private readonly limit: number;

  constructor(
    private readonly pool: Pool,
    private readonly options: PostgresChainOptions,
  ) {
    this.limit = options.blockRecords ?? BLOCK_RECORDS;
  }

  step(): Promise<number | undefined> {
    return this.chain('select pg_try_advisory_xact_lock($1, hashtext($2)) as mine');
  }

  async anchorAt(position?: number): Promise<Anchor | undefined> {
    const { chain, table, columns } = this.options.source;
    const [column] = columns;
    const upTo = position ?? Number.MAX_SAFE_INTEGER;
    const { rows } = await this.pool.query<{ last: string | null }>(
      `select max(${column}) as last from ${table} where ${column} <= $1`,
      [upTo],
    );
    const last = rows[0]?.last ?? null;
    if (last === null) return undefined;
    while ((await this.end(this.pool)).last < Number(last))
      await this.chain('select true as mine from (select pg_advisory_xact_lock($1, hashtext($2))) as waited');
    const found = await this.at(Number(last));
    return found === undefined ? undefined : { chain, ...found };
  }

  async holds({ chain, logId, position, hash }: Anchor): Promise<boolean> {
    if (chain !== this.options.source.chain) return false;
    const found = await this.at(position);
    return found?.position === position && found.hash === hash && found.logId === logId;
  }

  async lag(): Promise<ChainLag> {
    const { table, columns, recordedAt } = this.options.source;
    const [column] = columns;
    const { last } = await this.end(this.pool);
    const { rows } = await this.pool.query<{ head: string | null; since: string | null }>(
      `select (select max(${column}) from ${table}) as head,
        (select to_char(${recordedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') from ${table}
          where ${column} > $1 order by ${column} limit 1) as since`,
      [last],
    );
    return { position: last, head: Number(rows[0]?.head ?? 0), behindSince: rows[0]?.since ?? null };
  }

  /** One block in one transaction, under the lock; `lock` says whether it is waited for. */
  private async chain(lock: string): Promise<number | undefined> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<{ mine: boolean }>(lock, [CHAINING, this.options.source.chain]);
      const done = rows[0]?.mine === true ? await this.addBlock(client) : undefined;
      await client.query('commit');
      client.release();
      return done;
    } catch (error) {
      client.release(true);
      throw error;
    }
  }

  private async addBlock(client: PoolClient): Promise<number> {
    const { source, algorithm, clock } = this.options;
    const end = await this.end(client);
    const records: ChainRecord[] = [];
    for await (const rows of copyRecords(client, source, { after: end.last, limit: this.limit })) records.push(...rows);
    if (records.length === 0) return 0;
    const segment = await this.segmentFor(client, end);
    const head = {
      ...{ chain: source.chain, number: end.number + 1, segment: segment.number, algorithm },
      previous: end.segment === segment.number && end.hash !== null ? end.hash : segment.genesis,
      chainedAt: clock.now().now,
    };
    await addBlock(client, blockOf(head, records));
    return records.length;
  }

  /** The segment at hand, or where the log was replaced or has other columns than before, the next. */
  private async segmentFor(client: PoolClient, end: End): Promise<ChainSegment> {
    const { source, algorithm } = this.options;
    const { chain, columns } = source;
    const { rows } = await client.query<SegmentRow>({ name: 'chain_segment', text: SEGMENT_SQL, values: [chain] });
    const last = rows[0] === undefined ? undefined : segmentOfRow(rows[0]);
    const log = await client.query<{ log_id: string }>('select log_id from es.log');
    const logId = log.rows[0]?.log_id;
    if (logId === undefined) throw new Error('es.log is empty: the event store was not set up');
    if (last?.logId === logId && last.columns.join() === columns.join()) return last;
    const begun = {
      ...{ chain, number: (last?.number ?? 0) + 1, logId, columns, algorithm },
      ...{ after: end.last, previous: end.hash },
    };
    const segment = { ...begun, genesis: genesisOf(begun) };
    await addSegment(client, segment);
    return segment;
  }

  private async end(client: Pool | PoolClient): Promise<End> {
    const { rows } = await client.query<{ number: string; segment: number; last: string; hash: Buffer }>({
      name: 'chain_end',
      text: END_SQL,
      values: [this.options.source.chain],
    });
    const [row] = rows;
    return row === undefined
      ? BEGINNING
      : { number: Number(row.number), segment: row.segment, last: Number(row.last), hash: row.hash };
  }

  private async at(position: number): Promise<Omit<Anchor, 'chain'> | undefined> {
    const { rows } = await this.pool.query<{ log_id: string; position: string; hash: Buffer }>({
      name: 'chain_at',
      text: AT_SQL,
      values: [this.options.source.chain, position],
    });
    const [row] = rows;
    return row === undefined
      ? undefined
      : { logId: row.log_id, position: Number(row.position), hash: row.hash.toString('hex') };
  }
}

const addSegment = async (client: PoolClient, segment: ChainSegment): Promise<void> => {
  const { chain, number, logId, columns, algorithm, after, previous, genesis } = segment;
  await client.query('select chain.add_segment($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[chain, number, logId, columns, algorithm, after, previous, genesis],
  ]);
};

const addBlock = async (client: PoolClient, block: ChainBlock): Promise<void> => {
  const { chain, number, segment, algorithm, previous, positions, hashes, chainedAt, digest } = block;
  await client.query({
    name: 'chain_add_block',
    text: 'select chain.add_block($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    values: [chain, number, segment, algorithm, previous, positions, hashes, chainedAt, digest],
  });
};
