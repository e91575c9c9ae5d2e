import pg from 'pg';
import { ledgerSql } from '#adapters/postgres/ledger/ledger-sql.js';
import { sqlOf } from '#adapters/postgres/sql-folder.js';
import { freshDatabase } from './services.js';

export interface LedgerDatabase {
  readonly url: string;
  readonly pool: pg.Pool;
  /** Writes events past the append function, all in one stream of their own; gives the last position. */
  record(count: number): Promise<number>;
  close(): Promise<void>;
}

/** A database of its own with an empty log and an empty ledger. */
export const ledgerDatabase = async (): Promise<LedgerDatabase> => {
  const database = await freshDatabase();
  const pool = new pg.Pool({ connectionString: database.url, max: 12 });
  // A pool reports connections that break while idle; dropping the database breaks them all.
  pool.on('error', () => undefined);
  for (const sql of [...sqlOf('event-store'), ...ledgerSql(), ...sqlOf('topics'), ...sqlOf('definitions')])
    await pool.query(sql);
  return {
    url: database.url,
    pool,
    record: async (count) => {
      const { rows } = await pool.query<{ head: string }>(
        `with head as (select coalesce(max(position), 0) as position from es.event),
         added as (
           insert into es.event (position, recorded_at, stream_id, event_id, command_id, correlation_id, version,
             schema_version, occurred_on, stream_type, type, bureau, office, owner, recorded_by, source, data)
           select head.position + n, now(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 1,
             1, '2023-05-10', 'test.case', 'test.Happened', '430922', 'A', 'A', 'tester', 'MANUAL', '{}'
           from head, generate_series(1, $1::int) as n returning position)
         select max(position) as head from added`,
        [count],
      );
      return Number(rows[0]?.head);
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};
