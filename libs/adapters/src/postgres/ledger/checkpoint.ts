import type { ClientBase, Pool } from 'pg';
import { LogReplaced, StaleCheckpoint } from '#application/ports/ledger.js';

interface Stored {
  readonly position: string;
  readonly same_log: boolean;
  readonly head: string;
}

const STORED = `
  select c.position, c.log_id = l.log_id as same_log, (select coalesce(max(position), 0) from es.event) as head
  from ledger.checkpoint c cross join es.log l
  where c.view = $1 and c.generation = coalesce($2, (select generation from ledger.live))`;

const checked = (view: string, stored: Stored): number => {
  const position = Number(stored.position);
  if (!stored.same_log || Number(stored.head) < position)
    throw new LogReplaced(
      `${view} was projected to ${position} from another log or a later state of this one; rebuild it`,
    );
  return position;
};

/**
 * Where a view of the live generation, or of the one given, stands; 0 before its first batch.
 * @throws LogReplaced when the log went back behind it
 */
export const readCheckpoint = async (pool: Pool, view: string, generation?: number): Promise<number> => {
  const { rows } = await pool.query<Stored>(STORED, [view, generation ?? null]);
  return rows[0] === undefined ? 0 : checked(view, rows[0]);
};

/**
 * Holds the checkpoint of a view until the transaction ends, so that one batch at a time rests on it.
 * @throws StaleCheckpoint when it is not where the batch begins
 */
export const lockCheckpoint = async (
  client: ClientBase,
  view: string,
  generation: number,
  after: number,
): Promise<void> => {
  const locked = async (): Promise<Stored | undefined> =>
    (await client.query<Stored>(`${STORED} for update of c`, [view, generation])).rows[0];
  let stored = await locked();
  if (stored === undefined) {
    await client.query(
      `insert into ledger.checkpoint (view, generation, position, log_id) select $1, $2, 0, log_id from es.log
       on conflict do nothing`,
      [view, generation],
    );
    stored = await locked();
  }
  if (stored === undefined) throw new LogReplaced('es.log is empty: there is no log to project');
  const position = checked(view, stored);
  if (position !== after) throw new StaleCheckpoint(`${view} stands at ${position}, the batch begins after ${after}`);
};

export const moveCheckpoint = async (
  client: ClientBase,
  view: string,
  generation: number,
  position: number,
): Promise<void> => {
  await client.query('update ledger.checkpoint set position = $3 where view = $1 and generation = $2', [
    view,
    generation,
    position,
  ]);
};
