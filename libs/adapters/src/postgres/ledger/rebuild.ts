import type { Pool, PoolClient } from 'pg';
import type { MeasureDefinition } from '#application/measure.js';
import type { ProjectionStore } from '#application/ports/ledger.js';
import { LEDGER_VIEW } from '#application/run-view.js';
import { inheritPartitions } from './drivers.js';
import { aloneRebuilding, dropGeneration, dropLeftovers, liveGeneration, openGeneration } from './generation.js';
import { generationSchema } from './ledger-sql.js';
import { type Loaded, type MakeFold, finishLoad, loadLog } from './load-generation.js';
import { parkStreams } from './parked.js';
import { MeasureNumbers, declareMeasures } from './measures.js';
import { PostgresProjectionStore } from './projection-store.js';
import { readSnapshot } from './snapshot.js';
import { inTransaction } from './transaction.js';
import { type BalanceDifference, differencesSql, monthlyUpTo } from './verify-balances.js';

export interface Rebuild {
  /** Measures in force; every posting is of one of them. */
  readonly measures: readonly MeasureDefinition[];
  readonly fold: MakeFold;
  /** Id of the newest definition of a bureau whose measure is among them; 0 where there is none. */
  readonly definitions?: number;
  /** Projects what the log holds beyond the rows of a store, as a projector does. */
  readonly catchUp: (projections: ProjectionStore) => Promise<void>;
  /** Told how many events are folded, now and then. */
  readonly onProgress?: (events: number) => void;
}

export interface RebuildReport extends Loaded {
  readonly generation: number;
  readonly position: number;
  /**
   * Balances that the new rows (`expected`) give other than the old ones (`found`) at the position of the old: none where
   * the definitions are the same.
   */
  readonly differences: readonly BalanceDifference[];
  readonly seconds: { readonly load: number; readonly index: number; readonly catchUp: number };
}

/** The new generation does not hold what was put into it, or cannot reach where the old one stands; the old one stays. */
export class RebuildUnsound extends Error {}

/**
 * Folds the whole log again beside the rows that are read, then puts the new rows in their place in one transaction.
 * Readers read on throughout, the old rows or the new, never both; projecting waits for the moment of the swap only.
 * Needs the rights of the ledger's owner and a pool of at least 8 connections.
 * @throws RebuildUnderWay, MeasureChanged, UnfoldableEvent, RebuildUnsound — the old rows stay, untouched
 */
export const rebuild = (pool: Pool, task: Rebuild): Promise<RebuildReport> =>
  aloneRebuilding(pool, async () => {
    await declareMeasures(pool, task.measures);
    await dropLeftovers(pool);
    const generation = await openGeneration(pool);
    try {
      const report = await fill(pool, task, generation);
      const replaced = await swap(pool, generation, task.definitions ?? 0, () =>
        task.catchUp(new PostgresProjectionStore(pool, generation)),
      );
      await dropGeneration(pool, replaced);
      return report;
    } catch (error) {
      await dropGeneration(pool, generation);
      throw error;
    }
  });

const fill = async (pool: Pool, task: Rebuild, generation: number): Promise<RebuildReport> => {
  const began = performance.now();
  const numbers = new MeasureNumbers(pool);
  await numbers.learn(task.measures.map(({ code, version }) => ({ measure: code, measureVersion: version })));
  const { rows } = await pool.query<{ head: string }>('select coalesce(max(position), 0) as head from es.event');
  const upTo = Number(rows[0]?.head);
  const onProgress = task.onProgress ?? (() => undefined);
  const loaded = await loadLog(pool, { generation, upTo, fold: task.fold, numbers, onProgress });
  const read = performance.now();
  await finishLoad(pool, generation);
  await checkLoad(pool, generation, loaded);
  await pool.query(
    'insert into ledger.checkpoint (view, generation, position, log_id) select $1, $2, $3, log_id from es.log',
    [LEDGER_VIEW, generation, upTo],
  );
  await inTransaction(pool, (client) => parkStreams(client, generation, { view: LEDGER_VIEW, parked: loaded.parked }));
  const indexed = performance.now();
  await task.catchUp(new PostgresProjectionStore(pool, generation));
  const { position, differences } = await compare(pool, generation);
  const seconds = {
    load: (read - began) / 1000,
    index: (indexed - read) / 1000,
    catchUp: (performance.now() - indexed) / 1000,
  };
  return { generation, position, ...loaded, differences, seconds };
};

/** Counts what the tables hold against what was put into them, and balances against postings. */
const checkLoad = async (pool: Pool, generation: number, loaded: Loaded): Promise<void> => {
  const schema = generationSchema(generation);
  const { rows } = await pool.query<{ postings: string; streams: string; posted: string; kept: string }>(
    `select (select count(*) from ${schema}.folded_stream) as streams,
            (select trim_scale(coalesce(sum(amount), 0)) from ${schema}.balance) as kept,
            p.postings, p.posted
     from (select count(*) as postings, trim_scale(coalesce(sum(amount), 0)) as posted from ${schema}.posting) as p`,
  );
  const found = rows[0];
  if (
    Number(found?.postings) !== loaded.postings ||
    Number(found?.streams) !== loaded.streams ||
    found?.posted !== found?.kept
  )
    throw new RebuildUnsound(
      `put ${loaded.postings} postings of ${loaded.streams} streams, found ${found?.postings} of ${found?.streams}; ` +
        `postings add up to ${found?.posted}, balances to ${found?.kept}`,
    );
};

/** Compares the new rows with the live ones, at the position of the live ones. */
const compare = (pool: Pool, generation: number): Promise<Pick<RebuildReport, 'position' | 'differences'>> =>
  readSnapshot(pool, async (snapshot) => {
    const [stand] = await snapshot.rows<{ position: string; live: string; furthest: string | null }>(
      `select ledger.projected_to($1) as position, ledger.projected_to($2) as live,
              (select max(position) from ledger.checkpoint where generation = $2) as furthest`,
      [generation, snapshot.generation],
    );
    const position = Number(stand?.position);
    const live = Number(stand?.live);
    // The balances say the same as the postings, and quicker; but only about the newest position.
    const upToLive = (schema: string, newest: number): string =>
      newest <= live ? `${schema}.balance` : `(${monthlyUpTo(schema, live)})`;
    const expected = upToLive(generationSchema(generation), position);
    const found = upToLive(snapshot.schema, Number(stand?.furthest ?? 0));
    const differences = await snapshot.rows<BalanceDifference & Record<string, unknown>>(
      differencesSql(expected, found),
    );
    return { position, differences };
  });

/** Holds projecting back, catches up the last of it, and moves the pointer. Gives the generation that was replaced. */
const swap = (pool: Pool, generation: number, definitions: number, catchUp: () => Promise<void>): Promise<number> =>
  inTransaction(pool, async (client: PoolClient) => {
    const replaced = await liveGeneration(client, 'for update');
    await catchUp();
    const { rows } = await client.query<{ behind: boolean | null }>(
      `select bool_or(old.position > new.position) as behind
       from ledger.checkpoint new
       join es.log using (log_id)
       join ledger.checkpoint old on old.view = new.view and old.log_id = new.log_id
       where new.view = $1 and new.generation = $2 and old.generation = $3`,
      [LEDGER_VIEW, generation, replaced],
    );
    if (rows[0]?.behind === true) throw new RebuildUnsound('the new rows do not reach as far as the old ones');
    await inheritPartitions(client, LEDGER_VIEW, { from: replaced, to: generation });
    await client.query('update ledger.live set generation = $1, definitions = $2', [generation, definitions]);
    return replaced;
  });
