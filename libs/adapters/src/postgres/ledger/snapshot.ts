import type { Pool, QueryResult, QueryResultRow } from 'pg';
import { generationSchema } from './ledger-sql.js';

/** One state of the ledger: however many statements a reading takes, none of them sees a later write or another generation. */
export interface Snapshot {
  readonly generation: number;
  /** Schema of the generation read. */
  readonly schema: string;
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

const OPEN = `begin isolation level repeatable read read only;
  set local datestyle = 'ISO'; set local timezone = 'UTC'; set local jit = off;
  select generation from ledger.live`;

/** Tables of a generation are gone: another one took its place between our look at the pointer and our first row. */
const isGone = (error: unknown): boolean => ['42P01', '3F000'].includes((error as { code?: string }).code ?? '');
const TRIES = 3;

const readOnce = async <Answer>(
  pool: Pool,
  read: (snapshot: Snapshot) => Promise<Answer>,
  chosen: number | undefined,
): Promise<Answer> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    // Several statements in one text give several results.
    const opened = (await client.query(OPEN)) as unknown as QueryResult<{ generation: number }>[];
    const generation = chosen ?? opened.at(-1)?.rows[0]?.generation;
    if (generation === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
    const answer = await read({
      generation,
      schema: generationSchema(generation),
      rows: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
        (await client.query<Row>(sql, [...values])).rows,
    });
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
};

/**
 * Reads in one read-only snapshot of the live generation, or of the one given. When another generation takes the place of
 * the live one meanwhile, the reading is done again on that; no reading sees two.
 */
export const readSnapshot = async <Answer>(
  pool: Pool,
  read: (snapshot: Snapshot) => Promise<Answer>,
  generation?: number,
): Promise<Answer> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await readOnce(pool, read, generation);
    } catch (error) {
      if (!isGone(error) || tried === TRIES) throw error;
    }
  }
};
