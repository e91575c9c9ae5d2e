import type { Ledger, Reading } from '#application/ports/ledger.js';
import { lastOfMonth } from '#kernel/dates.js';
import type { Snapshot } from './snapshot.js';

/** Months with postings of the measures; from the balances, or as of a position from the postings. */
export const monthsLogged = (
  snapshot: Snapshot,
  { bureau, offices, asOf }: Reading,
  measures: readonly string[],
  from: string,
  to: string,
): ReturnType<Ledger['monthsLogged']> => {
  const [table, month, known] =
    asOf === undefined
      ? ['balance', 'r.month', '$6::bigint is null']
      : ['entry', `date_trunc('month', r.on_date)`, 'r.position <= $6'];
  return snapshot.rows(
    `select distinct m.code as measure, r.office, to_char(${month}, 'YYYY-MM') as month
     from ledger.measure m
     join ${snapshot.schema}.${table} r on r.measure_id = m.id
     where m.code = any($2) and r.bureau = $1 and r.office = any($3) and ${known}
       and r.${table === 'balance' ? 'month' : 'on_date'} between $4::date and $5::date`,
    [bureau, measures, offices, `${from}-01`, lastOfMonth(`${to}-01`), asOf ?? null],
  );
};
