import type { Pool, PoolClient } from 'pg';
import type {
  GenerationStated,
  PublishedCell,
  RollUpBatch,
  RollUpStand,
  RollUpStore,
} from '#application/ports/balances.js';
import { StaleCheckpoint } from '#application/ports/ledger.js';
import { inTransaction } from '../ledger/transaction.js';

interface Stored {
  readonly next_offset: string;
  readonly lives: Readonly<Record<string, number>>;
}

const standOf = (row: Stored | undefined): RollUpStand => ({
  nextOffset: Number(row?.next_offset ?? 0),
  lives: new Map(Object.entries(row?.lives ?? {})),
});

/** Gathers the figures of many databases in schema `rollup`. */
export class PostgresRollUpStore implements RollUpStore {
  constructor(private readonly pool: Pool) {}

  async stand(partition: string): Promise<RollUpStand> {
    const { rows } = await this.pool.query<Stored>(
      'select next_offset, lives from rollup.checkpoint where partition = $1',
      [partition],
    );
    return standOf(rows[0]);
  }

  apply(batch: RollUpBatch): Promise<void> {
    return inTransaction(this.pool, async (client) => {
      await moveCheckpoint(client, batch);
      await meetSources(client, batch);
      if (batch.cells.length > 0) await putCells(client, batch.slot, batch.cells);
      for (const stated of batch.stated) if (stated.complete) await turnTo(client, batch.slot, stated);
    });
  }
}

/** @throws StaleCheckpoint */
const moveCheckpoint = async (client: PoolClient, { partition, from, to }: RollUpBatch): Promise<void> => {
  await client.query(`insert into rollup.checkpoint values ($1, 0, '{}') on conflict do nothing`, [partition]);
  const { rowCount } = await client.query(
    'update rollup.checkpoint set next_offset = $3, lives = $4 where partition = $1 and next_offset = $2',
    [partition, from.nextOffset, to.nextOffset, JSON.stringify(Object.fromEntries(to.lives))],
  );
  if (rowCount === 0) throw new StaleCheckpoint(`${partition} was read on from ${from.nextOffset} by somebody else`);
};

/** Notes the databases spoken of, and how far each is. */
const meetSources = async (client: PoolClient, { slot, cells, stated }: RollUpBatch): Promise<void> => {
  const positions = new Map<string, number>();
  for (const { source, position } of [...cells, ...stated])
    positions.set(source, Math.max(positions.get(source) ?? 0, position));
  if (positions.size === 0) return;
  await client.query(
    `insert into rollup.source as s (source, slot, position)
     select source, $1, position from unnest($2::uuid[], $3::bigint[]) as r(source, position) order by source
     on conflict (source, slot) do update set position = greatest(s.position, excluded.position)`,
    [slot, [...positions.keys()], [...positions.values()]],
  );
};

/** An amount of an older position, of an older generation, or of a database whose place another took, changes nothing. */
const putCells = async (client: PoolClient, slot: number, cells: readonly PublishedCell[]): Promise<void> => {
  await client.query(
    `insert into rollup.balance as b (source, position, generation, measure_version, month, cohort_month, slot, bureau,
       office, measure, splits, amount)
     select i.source, i.position, i.generation, i."measureVersion", (i.month || '-01')::date,
       (i."cohortMonth" || '-01')::date, $2, i.bureau, i.office, i.measure, i.splits, i.amount
     from json_to_recordset($1::json) as i(source uuid, position bigint, generation integer, "measureVersion" integer,
       month text, "cohortMonth" text, bureau text, office text, measure text, splits text, amount numeric)
     join rollup.source s on s.source = i.source and s.slot = $2
     where not s.replaced and i.generation >= coalesce(s.generation, 0)
     order by i.measure, i.month, i.source, i.bureau, i.office, i.generation, i."measureVersion", i."cohortMonth", i.splits
     on conflict (measure, month, source, bureau, office, generation, measure_version, cohort_month, splits)
       do update set amount = excluded.amount, position = excluded.position, slot = excluded.slot
       where excluded.position >= b.position`,
    [JSON.stringify(cells), slot],
  );
};

/** From now on this generation counts, and no older one, and nothing of the logs whose place it took. */
const turnTo = async (
  client: PoolClient,
  slot: number,
  { source, generation, formerly }: GenerationStated,
): Promise<void> => {
  await client.query('update rollup.source set generation = greatest(generation, $3) where source = $1 and slot = $2', [
    source,
    slot,
    generation,
  ]);
  await client.query('delete from rollup.balance where source = $1 and slot = $2 and generation < $3', [
    source,
    slot,
    generation,
  ]);
  if (formerly.length === 0) return;
  await client.query(
    `insert into rollup.source (source, slot, position, replaced) select former, $1, 0, true from unnest($2::uuid[]) as f(former)
     on conflict (source, slot) do update set replaced = true`,
    [slot, formerly],
  );
  await client.query('delete from rollup.balance where source = any($2) and slot = $1', [slot, formerly]);
};
