import type { Pool } from 'pg';

/** A record of looking as it is stored. */
export interface LookRow {
  readonly purpose: string;
  readonly name: string;
  readonly reason: string | null;
  readonly subjects: readonly string[];
  readonly minors: readonly string[];
}

/** The records of one request, in their order. */
export const lookRows = async (pool: Pool, requestId: string): Promise<readonly LookRow[]> => {
  const { rows } = await pool.query<LookRow>(
    'select *, subjects::text[] as subjects, minors::text[] as minors from looks.look where request_id = $1 order by position',
    [requestId],
  );
  return rows;
};
