import type { ClientBase, Pool, PoolClient } from 'pg';
import type { PartitionStand } from '#application/ports/ledger.js';
import { LOG } from './checkpoint.js';

/** The live generation, held so that nothing is projected until the transaction ends. */
const heldGeneration = async (client: ClientBase): Promise<number> => {
  const { rows } = await client.query<{ generation: number }>('select generation from ledger.live for update');
  if (rows[0] === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
  return rows[0].generation;
};

/**
 * From now on a view is fed from partitions of topics. Where it was fed from the log, each begins where the view stands;
 * a partition that is new beside others begins with nothing.
 */
export const feedFromTopics = async (
  client: PoolClient,
  view: string,
  partitions: readonly string[],
): Promise<void> => {
  const generation = await heldGeneration(client);
  await client.query(
    `insert into ledger.checkpoint (view, generation, partition, position, next_offset, life, log_id)
     select $1, $2, p.name, coalesce(c.position, 0), 0, r.life, l.log_id
     from unnest($3::text[]) as p(name) cross join relay.progress r cross join es.log l
     left join ledger.checkpoint c on c.view = $1 and c.generation = $2 and c.partition = $4
     on conflict do nothing`,
    [view, generation, partitions, LOG],
  );
  await client.query('delete from ledger.checkpoint where view = $1 and generation = $2 and partition = $3', [
    view,
    generation,
    LOG,
  ]);
};

/** From now on a view is fed from the log, from where all its partitions stand. */
export const feedFromLog = async (client: PoolClient, view: string): Promise<void> => {
  const generation = await heldGeneration(client);
  await client.query(
    `insert into ledger.checkpoint (view, generation, partition, position, log_id)
     select $1, $2, $3, ledger.projected_to($2), log_id from es.log
     where exists (select from ledger.checkpoint where view = $1 and generation = $2)
     on conflict do nothing`,
    [view, generation, LOG],
  );
  await client.query('delete from ledger.checkpoint where view = $1 and generation = $2 and partition <> $3', [
    view,
    generation,
    LOG,
  ]);
};

/** Hands the partitions of one generation on to another, which has read the log itself up to where it stands. */
export const inheritPartitions = async (
  client: PoolClient,
  view: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> => {
  const { rowCount } = await client.query(
    `insert into ledger.checkpoint (view, generation, partition, position, next_offset, life, log_id)
     select c.view, $3, c.partition, n.position, c.next_offset, c.life, n.log_id
     from ledger.checkpoint c join ledger.checkpoint n on n.view = c.view and n.generation = $3 and n.partition = $4
     where c.view = $1 and c.generation = $2 and c.partition <> $4`,
    [view, from, to, LOG],
  );
  if (rowCount !== 0)
    await client.query('delete from ledger.checkpoint where view = $1 and generation = $2 and partition = $3', [
      view,
      to,
      LOG,
    ]);
};

export const lifeOfTopics = async (pool: Pool): Promise<number> => {
  const { rows } = await pool.query<{ life: number }>({ name: 'topics_life', text: 'select life from relay.progress' });
  if (rows[0] === undefined) throw new Error('relay.progress is empty: the database was not set up');
  return rows[0].life;
};

/** Asks the relay to publish everything again; without effect when the life is over already. */
export const askForNewLife = async (pool: Pool, life: number): Promise<void> => {
  await pool.query('update relay.progress set asked = $1 where life = $1 and asked <> $1', [life]);
};

/** Sets where a partition is read on; its checkpoint is held by the transaction. */
export const turnPartition = async (
  client: ClientBase,
  generation: number,
  view: string,
  partition: string,
  { nextOffset, life }: Omit<PartitionStand, 'position'>,
): Promise<void> => {
  await client.query(
    `update ledger.checkpoint set next_offset = $4, life = $5
     where view = $1 and generation = $2 and partition = $3`,
    [view, generation, partition, nextOffset, life],
  );
};
