import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';

/**
 * Makes a register long without a log that long: copies the one row it has, each a day older than the last where `days` allow,
 * under streams of their own. `column` tells them apart. The rows are in no log: nothing may be derived again.
 */
export const lengthen = async (pool: Pool, register: string, rows: number, column: string): Promise<void> => {
  const { rows: found } = await pool.query<{ name: string }>(
    `select format('ledger_g%s', generation) as name from ledger.live`,
  );
  const table = `${found[0]?.name ?? ''}.register_row`;
  await pool.query(
    `insert into ${table} (stream_id, person, position, ordered_by, register, bureau, office, fact_key, columns)
     select md5($2 || at)::uuid, null, position, ordered_by - at % 3000, register, bureau, office, fact_key,
            jsonb_set(columns::jsonb, array[$3], to_jsonb('第' || at || '行'))::json
     from ${table}, generate_series(1, $4::int - 1) as at where register = $1`,
    [register, randomUUID(), column, rows],
  );
  await pool.query(`analyze ${table}`);
};
