import type { Pool } from 'pg';

/**
 * Drops the records of months that ended longer ago than they are kept for, as the owner of the tables, and puts that on record.
 * Gives the last position that is gone; undefined where nothing was old enough.
 * @throws an error of the database for fewer than 180 days
 */
export const expireLooks = async (
  pool: Pool,
  { days, who, address }: { readonly days: number; readonly who: string; readonly address: string },
): Promise<number | undefined> => {
  const { rows } = await pool.query<{ gone: string | null }>('select looks.expire($1, $2, $3) as gone', [
    ...[days, who, address],
  ]);
  const gone = rows[0]?.gone ?? null;
  return gone === null ? undefined : Number(gone);
};
