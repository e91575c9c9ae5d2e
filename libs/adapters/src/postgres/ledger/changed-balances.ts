import type { Pool } from 'pg';
import type { BalanceChange } from '#application/ports/ledger.js';
import { readSnapshot } from './snapshot.js';

/**
 * Balances that postings of positions after one and up to another have moved, as they stand now: what the process that
 * projects would have been told. Measures, offices and months once each, over all splits.
 */
export const changedBalances = (pool: Pool, after: number, upTo: number): Promise<readonly BalanceChange[]> =>
  readSnapshot(pool, async ({ schema, rows }) => {
    const changed = await rows<Omit<BalanceChange, 'position'> & Record<string, unknown>>(
      `with cell as materialized (
         select distinct p.measure_id, p.bureau, p.office, date_trunc('month', p.on_date)::date as month
         from ${schema}.entry p where p.position > $1 and p.position <= $2
       )
       select m.code as measure, c.bureau, c.office, to_char(c.month, 'YYYY-MM') as month,
              trim_scale(sum(b.amount))::text as amount
       from cell c join ledger.measure m on m.id = c.measure_id
       join ${schema}.balance b
         on b.bureau = c.bureau and b.measure_id = c.measure_id and b.month = c.month and b.office = c.office
       group by m.code, c.bureau, c.office, c.month order by m.code, c.bureau, c.office, c.month`,
      [after, upTo],
    );
    return changed.map((change) => ({ position: upTo, ...change }));
  });
