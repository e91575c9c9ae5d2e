import type { Pool, PoolClient } from 'pg';
import { generationSchema, generationTables } from './ledger-sql.js';
import { inTransaction } from './transaction.js';

const REBUILD_LOCK = `hashtextextended('taizhang.ledger.rebuild', 0)`;

/** Another rebuild of this ledger is under way. */
export class RebuildUnderWay extends Error {}

/** Runs work while nobody else rebuilds. The lock goes with its connection, so a crash leaves none behind. */
export const aloneRebuilding = async <Answer>(pool: Pool, work: () => Promise<Answer>): Promise<Answer> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const { rows } = await client.query<{ held: boolean }>(`select pg_try_advisory_lock(${REBUILD_LOCK}) as held`);
    if (rows[0]?.held !== true) throw new RebuildUnderWay('a rebuild of the ledger is under way');
    return await work().finally(() => client.query(`select pg_advisory_unlock(${REBUILD_LOCK})`));
  } catch (error) {
    if (!(error instanceof RebuildUnderWay)) broken = error as Error;
    throw error;
  } finally {
    client.release(broken);
  }
};

export const liveGeneration = async (client: Pool | PoolClient, lock = ''): Promise<number> => {
  const { rows } = await client.query<{ generation: number }>(`select generation from ledger.live ${lock}`);
  if (rows[0] === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
  return rows[0].generation;
};

/** Opens a new generation with bare tables and gives its number. */
export const openGeneration = (pool: Pool): Promise<number> =>
  inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ next: string }>(`select nextval('ledger.next_generation') as next`);
    const generation = Number(rows[0]?.next);
    for (const sql of generationTables(generation)) await client.query(sql);
    return generation;
  });

const BUSY = '55P03';
const TRIES = 50;

/**
 * Drops a generation that is not live. A reader still at work there is let finish: the drop waits for a moment at a time and
 * lets go between, so that no reader ever waits for it. After 50 tries it is left for the next rebuild to drop.
 */
export const dropGeneration = async (pool: Pool, generation: number): Promise<boolean> => {
  for (let tried = 0; tried < TRIES; tried += 1) {
    try {
      await inTransaction(pool, async (client) => {
        await client.query(`set local lock_timeout = '100ms'`);
        await client.query(`drop schema if exists ${generationSchema(generation)} cascade`);
        await client.query('delete from ledger.checkpoint where generation = $1', [generation]);
        await client.query('delete from ledger.parked where generation = $1', [generation]);
      });
      return true;
    } catch (error) {
      if ((error as { code?: string }).code !== BUSY) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return false;
};

/** Drops what rebuilds that were cut off, or readers that stayed long, left behind. Call it alone. */
export const dropLeftovers = async (pool: Pool): Promise<void> => {
  const live = await liveGeneration(pool);
  const { rows } = await pool.query<{ generation: number }>(
    `select substring(nspname from '^ledger_g([0-9]+)$')::int as generation
     from pg_namespace where nspname ~ '^ledger_g[0-9]+$'`,
  );
  for (const { generation } of rows) if (generation !== live) await dropGeneration(pool, generation);
};
