import type { Pool } from 'pg';
import { generationSchema } from './ledger-sql.js';
import { monthly } from './projection-sql.js';
import { readSnapshot } from './snapshot.js';
import { inTransaction } from './transaction.js';

/** One sum by month that differs; amounts are exact decimals, null where there is no row. */
export interface BalanceDifference {
  readonly bureau: string;
  readonly office: string;
  readonly measure: string;
  readonly measureVersion: number;
  /** YYYY-MM of the effective date. */
  readonly month: string;
  /** YYYY-MM of the class date, of a cohort measure. */
  readonly cohortMonth: string | null;
  readonly splits: string;
  readonly expected: string | null;
  readonly found: string | null;
}

/** Compares two sets of cells row by row; a cell that is missing counts as 0. */
export const differencesSql = (expected: string, found: string): string => {
  const cell = 'measure_id, month, cohort_month, bureau, office, splits';
  return `
  select bureau, office, m.code as measure, m.version as "measureVersion", to_char(month, 'YYYY-MM') as month,
    to_char(cohort_month, 'YYYY-MM') as "cohortMonth", splits,
    trim_scale(expected)::text as expected, trim_scale(found)::text as found
  from (
    select ${cell}, sum(expected) as expected, sum(found) as found
    from (select ${cell}, amount as expected, null::numeric as found from ${expected} as e
          union all select ${cell}, null, amount from ${found} as f) as both_sides
    group by ${cell} having coalesce(sum(expected), 0) <> coalesce(sum(found), 0)
  ) as differing join ledger.measure m on m.id = measure_id
  order by bureau, office, m.code, m.version, differing.month, cohort_month nulls first, splits`;
};

const againstPostings = (schema: string): string => differencesSql(`(${monthly(schema)})`, `${schema}.balance`);

/** What the postings of a generation added up to when it had come to a position. */
export const monthlyUpTo = (schema: string, position: number): string =>
  monthly(schema, `(select * from ${schema}.posting where position <= ${Number(position)})`);

/** Fills an empty table of balances with what the postings add up to. */
export const fillBalances = (schema: string): string => `
  insert into ${schema}.balance (measure_id, month, cohort_month, bureau, office, splits, amount) ${monthly(schema)}`;

/**
 * Adds all postings up again and compares the sums (`expected`) with the balances (`found`), row by row. Slow, and by none
 * of the code that keeps balances.
 */
export const verifyBalances = async (pool: Pool): Promise<readonly BalanceDifference[]> =>
  readSnapshot(pool, ({ schema, rows }) => rows<BalanceDifference & Record<string, unknown>>(againstPostings(schema)));

/** Puts the sums of the postings in place of the balances; readers see the old ones until it is done. Gives what was wrong. */
export const repairBalances = async (pool: Pool): Promise<readonly BalanceDifference[]> =>
  inTransaction(pool, async (client) => {
    const live = await client.query<{ generation: number }>('select generation from ledger.live for update');
    const schema = generationSchema(live.rows[0]?.generation ?? 0);
    const { rows } = await client.query<BalanceDifference>(againstPostings(schema));
    if (rows.length === 0) return rows;
    await client.query(`delete from ${schema}.balance`);
    await client.query(fillBalances(schema));
    return rows;
  });
