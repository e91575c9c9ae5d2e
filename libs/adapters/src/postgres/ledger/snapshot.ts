import type { Pool, PoolClient, QueryResult, QueryResultRow } from 'pg';
import { generationSchema } from './ledger-sql.js';

/** One state of the ledger: however many statements a reading takes, none of them sees a later write or another generation. */
export interface Snapshot {
  readonly generation: number;
  /** Schema of the generation read. */
  readonly schema: string;
  rows<Row extends QueryResultRow>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Two readings of the one state: side by side where a connection is free, else one after the other. */
  both<One, Other>(one: Reads<One>, other: Reads<Other>): Promise<readonly [One, Other]>;
}
type Reads<Answer> = (snapshot: Snapshot) => Promise<Answer>;

const BEGIN = 'begin isolation level repeatable read read only';
const MODE = "set local datestyle = 'ISO'; set local timezone = 'UTC'; set local jit = off";

/** Tables of a generation are gone: another one took its place between our look at the pointer and our first row. */
const isGone = (error: unknown): boolean => ['42P01', '3F000'].includes((error as { code?: string }).code ?? '');
const TRIES = 3;

/** Reads in a transaction that `begin` opens, and ends it. */
const inReading = async <Begun, Answer>(
  pool: Pool,
  begin: (client: PoolClient) => Promise<Begun>,
  read: (client: PoolClient, begun: Begun) => Promise<Answer>,
): Promise<Answer> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    const answer = await read(client, await begin(client));
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch((cause: Error) => (broken = cause));
    throw error;
  } finally {
    client.release(broken);
  }
};

const snapshotOn = (pool: Pool, client: PoolClient, generation: number): Snapshot => {
  const snapshot: Snapshot = {
    generation,
    schema: generationSchema(generation),
    rows: async <Row extends QueryResultRow>(sql: string, values: readonly unknown[] = []) =>
      (await client.query<Row>(sql, [...values])).rows,
    both: async (one, other) => {
      // Whoever gets the last free connection needs no more, so nobody waits for somebody who waits.
      if (pool.idleCount === 0) return [await one(snapshot), await other(snapshot)];
      const [exported] = await snapshot.rows<{ id: string }>('select pg_export_snapshot() as id');
      const beside = inReading(
        pool,
        (second) => second.query(`${BEGIN}; set transaction snapshot '${exported?.id}'; ${MODE}`),
        (second) => other(snapshotOn(pool, second, generation)),
      );
      // Neither is left under way when the other fails: its connection is given back.
      const [first, second] = await Promise.allSettled([one(snapshot), beside]);
      if (first.status === 'rejected') throw first.reason;
      if (second.status === 'rejected') throw second.reason;
      return [first.value, second.value];
    },
  };
  return snapshot;
};

/** The generation that is read: several statements in one text give several results. */
const openLive = async (client: PoolClient): Promise<number | undefined> => {
  const opened = (await client.query(
    `${BEGIN}; ${MODE}; select generation from ledger.live`,
  )) as unknown as QueryResult<{ generation: number }>[];
  return opened.at(-1)?.rows[0]?.generation;
};

const readOnce = <Answer>(pool: Pool, read: Reads<Answer>, chosen: number | undefined): Promise<Answer> =>
  inReading(pool, openLive, (client, live) => {
    const generation = chosen ?? live;
    if (generation === undefined) throw new Error('ledger.live is empty: the ledger was not set up');
    return read(snapshotOn(pool, client, generation));
  });

/**
 * Reads in one read-only snapshot of the live generation, or of the one given. When another generation takes the place of
 * the live one meanwhile, the reading is done again on that; no reading sees two.
 */
export const readSnapshot = async <Answer>(pool: Pool, read: Reads<Answer>, generation?: number): Promise<Answer> => {
  for (let tried = 1; ; tried += 1) {
    try {
      return await readOnce(pool, read, generation);
    } catch (error) {
      if (!isGone(error) || tried === TRIES) throw error;
    }
  }
};
