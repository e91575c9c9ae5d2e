import pg from 'pg';
import type { Anchor } from '#application/chain/anchor.js';
import type { ChainAlgorithm } from '#application/chain/block.js';
import { openEventStore, openStorePool } from '#adapters/postgres/event-store/index.js';
import { eventLog } from '#adapters/postgres/chain/chain-source.js';
import { PostgresChain } from '#adapters/postgres/chain/postgres-chain.js';
import { migrate } from '#adapters/postgres/migrate.js';
import { systemClock } from '#adapters/system/clock.js';
import { entry, item, newEvent, someId } from '../contracts/append-items.js';
import { freshDatabase } from './services.js';

/** A log with a chain over it, and an owner who has switched its guards off. */
export interface ChainedLog {
  readonly url: string;
  readonly owner: pg.Client;
  chain(algorithm?: ChainAlgorithm, blockRecords?: number): PostgresChain;
  /** Appends so many events; a third of them have evidence, a third a cause, a third a second person. */
  append(events: number): Promise<void>;
  /** Chains all there is; gives the anchor of the end. */
  chainAll(algorithm?: ChainAlgorithm, blockRecords?: number): Promise<Anchor>;
  /** Keeps everything as it is now, for `restore`. */
  keep(): Promise<void>;
  /** Puts back what was kept. */
  restore(): Promise<void>;
  positions(): Promise<readonly number[]>;
  drop(): Promise<void>;
}

const BLOCK = 'chain, number, segment, algorithm, previous, positions, hashes, chained_at, digest';
const TABLES = [
  { table: 'es.event', kept: 'kept.event', columns: eventLog.columns.join(', ') },
  { table: 'chain.segment', kept: 'kept.segment', columns: '*' },
  { table: 'chain.block', kept: 'kept.block', columns: BLOCK },
] as const;

export const chainedLog = async (): Promise<ChainedLog> => {
  const database = await freshDatabase();
  await migrate(database.url);
  const owner = new pg.Client({ connectionString: database.url });
  await owner.connect();
  for (const { table } of TABLES) await owner.query(`alter table ${table} disable trigger append_only`);
  await owner.query('alter table chain.block drop constraint block_chain_segment_fkey');
  const { store, close } = await openEventStore(database.url, 4);
  const { pool } = await openStorePool(database.url, 4);
  const chain: ChainedLog['chain'] = (algorithm = 'sha256', blockRecords = 20) =>
    new PostgresChain(pool, { source: eventLog, algorithm, clock: systemClock, blockRecords });
  const eventOf = (at: number) =>
    newEvent({
      ...(at % 3 === 0 && { evidence: [{ hash: 'a'.repeat(64), name: `附件${at}\t"\\".pdf\n` }] as never }),
      ...(at % 3 === 1 && { causationId: someId() }),
      ...(at % 3 === 2 && { approvedBy: '所长' }),
    });
  return {
    ...{ url: database.url, owner, chain },
    append: async (events) => {
      for (let at = 0; at < events; at += 1) {
        // Positions of appends that were rolled back stay empty.
        if (at % 7 === 6) await owner.query(`select nextval('es.position')`);
        expect(await store.append(item({ entries: [entry({ events: [eventOf(at)] })] }))).toMatchObject({
          outcome: 'appended',
        });
      }
    },
    chainAll: async (algorithm, blockRecords) => {
      const anchor = await chain(algorithm, blockRecords).anchorAt();
      if (anchor === undefined) throw new Error('there is nothing to chain');
      return anchor;
    },
    keep: async () => {
      await owner.query('drop schema if exists kept cascade');
      await owner.query('create schema kept');
      for (const { table, kept } of TABLES) await owner.query(`create table ${kept} as table ${table}`);
    },
    restore: async () => {
      await owner.query('begin');
      for (const { table, kept, columns } of TABLES) {
        await owner.query(`delete from ${table}`);
        const named = columns === '*' ? '' : `(${columns})`;
        await owner.query(`insert into ${table} ${named} select ${columns} from ${kept}`);
      }
      await owner.query('commit');
    },
    positions: async () => {
      const { rows } = await owner.query<{ position: string }>('select position from es.event order by position');
      return rows.map(({ position }) => Number(position));
    },
    drop: async () => {
      await close();
      await pool.end();
      await owner.end();
      await database.drop();
    },
  };
};
