import type { ClientBase, Pool } from 'pg';
import { type ParkedStream, type ProjectionBatch, StaleCheckpoint } from '#application/ports/ledger.js';
import type { Uuid } from '#kernel/ids.js';
import { LOG } from './checkpoint.js';

interface ParkedRow {
  readonly stream_id: string;
  readonly stream_type: string;
  readonly bureau: string;
  readonly position: string;
  readonly version: number;
  readonly type: string;
  readonly reason: string;
  readonly parked_at: string;
}

const LIVE = `coalesce($2, (select generation from ledger.live))`;

export const parkedAmong = async (
  pool: Pool,
  view: string,
  generation: number | undefined,
  streamIds: readonly Uuid[],
): Promise<ReadonlySet<Uuid>> => {
  const { rows } = await pool.query<{ stream_id: string }>(
    `select stream_id from ledger.parked where view = $1 and generation = ${LIVE} and stream_id = any($3::uuid[])`,
    [view, generation ?? null, streamIds],
  );
  return new Set(rows.map(({ stream_id }) => stream_id));
};

export const listParked = async (
  pool: Pool,
  view: string,
): Promise<readonly (ParkedStream & { readonly parkedAt: string })[]> => {
  const { rows } = await pool.query<ParkedRow>(
    `select stream_id, stream_type, bureau, position, version, type, reason,
            to_char(parked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as parked_at
     from ledger.parked where view = $1 and generation = ${LIVE} order by position`,
    [view, null],
  );
  return rows.map(({ stream_id, stream_type, parked_at, position, ...row }) => ({
    ...row,
    streamId: stream_id,
    streamType: stream_type,
    position: Number(position),
    parkedAt: parked_at,
  }));
};

/**
 * Sets streams aside, and holds those passed over so that nobody takes them up while the batch goes by.
 * @throws StaleCheckpoint when one was taken up meanwhile: its events of this batch must be folded after all
 */
export const parkStreams = async (
  client: ClientBase,
  generation: number,
  {
    view,
    partition,
    parked = [],
    passedOver = [],
  }: Pick<ProjectionBatch, 'view' | 'partition' | 'parked' | 'passedOver'>,
): Promise<void> => {
  if (passedOver.length > 0) {
    const { rowCount } = await client.query(
      `select from ledger.parked where view = $1 and generation = $2 and stream_id = any($3::uuid[]) for share`,
      [view, generation, passedOver],
    );
    if (rowCount !== passedOver.length) throw new StaleCheckpoint('a stream that was set aside was taken up again');
  }
  for (const { streamId, position, version, streamType, type, bureau, reason } of parked)
    await client.query(
      `insert into ledger.parked (view, generation, stream_id, partition, position, version, stream_type, type, bureau, reason)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [view, generation, streamId, partition?.name ?? LOG, position, version, streamType, type, bureau, reason],
    );
};

/**
 * Takes a stream off the list, and gives how far its partition has been delivered; undefined when it is not on the list.
 * Until the transaction ends, no batch passes the stream over.
 */
export const unpark = async (
  client: ClientBase,
  generation: number,
  view: string,
  streamId: Uuid,
): Promise<number | undefined> => {
  const { rows } = await client.query<{ partition: string }>(
    'delete from ledger.parked where view = $1 and generation = $2 and stream_id = $3 returning partition',
    [view, generation, streamId],
  );
  if (rows[0] === undefined) return undefined;
  // Where the view has changed drivers since, the log or the partition it was parked under is gone: all is delivered that
  // every figure includes.
  const delivered = await client.query<{ position: string }>(
    `select coalesce((select position from ledger.checkpoint where view = $1 and generation = $2 and partition = $3),
                     ledger.projected_to($2)) as position`,
    [view, generation, rows[0].partition],
  );
  return Number(delivered.rows[0]?.position);
};
