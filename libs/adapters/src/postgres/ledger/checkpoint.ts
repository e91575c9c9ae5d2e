import type { ClientBase, Pool } from 'pg';
import {
  DrivenByTopics,
  LogReplaced,
  type PartitionStand,
  type ProjectionBatch,
  StaleCheckpoint,
} from '#application/ports/ledger.js';

/** The partition of a view that reads the log itself. */
export const LOG = '';

interface Stored {
  readonly partition: string;
  readonly position: string;
  readonly next_offset: string | null;
  readonly life: number | null;
  readonly same_log: boolean;
  readonly head: string;
}

const STORED = `
  select c.partition, c.position, c.next_offset, c.life, c.log_id = l.log_id as same_log,
         (select coalesce(max(position), 0) from es.event) as head
  from ledger.checkpoint c cross join es.log l
  where c.view = $1 and c.generation = coalesce($2, (select generation from ledger.live))`;

const checked = (view: string, stored: Stored): Stored => {
  if (!stored.same_log || Number(stored.head) < Number(stored.position))
    throw new LogReplaced(
      `${view} was projected to ${stored.position} from another log or a later state of this one; rebuild it`,
    );
  return stored;
};

/**
 * Where a view of the live generation, or of the one given, stands that reads the log; 0 before its first batch.
 * @throws LogReplaced when the log went back behind it; DrivenByTopics
 */
export const readCheckpoint = async (pool: Pool, view: string, generation?: number): Promise<number> => {
  const { rows } = await pool.query<Stored>(`${STORED} order by c.partition limit 1`, [view, generation ?? null]);
  if (rows[0] === undefined) return 0;
  if (rows[0].partition !== LOG) throw new DrivenByTopics(`${view} is fed from topics`);
  return Number(checked(view, rows[0]).position);
};

/** Where a view stands in a partition; undefined when it is not fed from it. @throws LogReplaced */
export const readStand = async (
  pool: Pool,
  view: string,
  partition: string,
  generation?: number,
): Promise<PartitionStand | undefined> => {
  const { rows } = await pool.query<Stored>(`${STORED} and c.partition = $3`, [view, generation ?? null, partition]);
  return rows[0] === undefined ? undefined : standOf(checked(view, rows[0]));
};

/** Where a view stands in every partition it is fed from, by name; none where it reads the log itself. */
export const readStands = async (
  pool: Pool,
  view: string,
  generation?: number,
): Promise<readonly (PartitionStand & { readonly partition: string })[]> => {
  const { rows } = await pool.query<Stored>(`${STORED} and c.partition <> $3 order by c.partition collate "C"`, [
    view,
    generation ?? null,
    LOG,
  ]);
  return rows.map((row) => ({ partition: row.partition, ...standOf(row) }));
};

const standOf = ({ position, next_offset, life }: Stored): PartitionStand => ({
  position: Number(position),
  nextOffset: Number(next_offset),
  life: life ?? 0,
});

type Target = Pick<ProjectionBatch, 'view' | 'partition' | 'after'> & { readonly generation: number };

/**
 * Holds the checkpoint of a view, or of a view in a partition, until the transaction ends, so that one batch at a time
 * rests on it.
 * @throws StaleCheckpoint when it is not where the batch begins; DrivenByTopics; LogReplaced
 */
export const lockCheckpoint = async (
  client: ClientBase,
  { view, generation, partition, after }: Target,
): Promise<void> => {
  const name = partition?.name ?? LOG;
  const locked = async (): Promise<Stored | undefined> =>
    (await client.query<Stored>(`${STORED} and c.partition = $3 for update of c`, [view, generation, name])).rows[0];
  let stored = await locked();
  if (stored === undefined && partition === undefined) {
    await client.query(
      `insert into ledger.checkpoint (view, generation, position, log_id) select $1, $2, 0, log_id from es.log
       where not exists (select from ledger.checkpoint where view = $1 and generation = $2)
       on conflict do nothing`,
      [view, generation],
    );
    stored = await locked();
  }
  if (stored === undefined) throw new DrivenByTopics(`${view} is not fed from ${name === LOG ? 'the log' : name}`);
  const stand = standOf(checked(view, stored));
  const from = partition?.from;
  if (stand.position !== after || (from !== undefined && !same(from, stand)))
    throw new StaleCheckpoint(`${view} stands at ${stand.position}, the batch begins after ${after}`);
};

const same = (a: PartitionStand, b: PartitionStand): boolean =>
  a.position === b.position && a.nextOffset === b.nextOffset && a.life === b.life;

export const moveCheckpoint = async (
  client: ClientBase,
  generation: number,
  { view, partition, position }: ProjectionBatch,
): Promise<void> => {
  await client.query(
    `update ledger.checkpoint set position = $4, next_offset = $5
     where view = $1 and generation = $2 and partition = $3`,
    [view, generation, partition?.name ?? LOG, position, partition?.nextOffset ?? null],
  );
};
