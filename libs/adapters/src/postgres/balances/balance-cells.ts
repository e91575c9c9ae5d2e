import type { Pool } from 'pg';
import type { AsAt, BalanceCell, BalanceCells, FiguresStand, ParkedMark } from '#application/ports/balances.js';
import { type Snapshot, readSnapshot } from '../ledger/snapshot.js';
import { projectedTo } from '../ledger/watermark.js';

/** What postings after the position have added to cells since. */
const since = (schema: string, position: string): string => `
  select measure_id, date_trunc('month', on_date::timestamp)::date as month,
    date_trunc('month', cohort_on::timestamp)::date as cohort_month, bureau, office, splits, sum(amount) as amount
  from ${schema}.entry where position > ${position} group by 1, 2, 3, 4, 5, 6`;

const sameCell = (a: string, b: string): string => `
  ${a}.bureau = ${b}.bureau and ${a}.measure_id = ${b}.measure_id and ${a}.month = ${b}.month and ${a}.office = ${b}.office
  and ${a}.cohort_month is not distinct from ${b}.cohort_month and ${a}.splits = ${b}.splits`;

/** Columns of a cell `b`, its amount without what was added `later`. */
const COLUMNS = `
  b.bureau, b.office, m.code as measure, m.version as "measureVersion", m.unit, to_char(b.month, 'YYYY-MM') as month,
  to_char(b.cohort_month, 'YYYY-MM') as "cohortMonth", b.splits,
  trim_scale(b.amount - coalesce(l.amount, 0))::text as amount`;

const ORDER = `b.bureau, b.measure_id, b.month, b.office, coalesce(b.cohort_month, '-infinity'), b.splits`;

type Row = BalanceCell & Record<string, unknown>;

/** Reads the balances of the live generation. A cell is told as it was at the position asked for, to the last posting. */
export class PostgresBalanceCells implements BalanceCells {
  constructor(private readonly pool: Pool) {}

  stand(): Promise<FiguresStand | undefined> {
    return readSnapshot(this.pool, async (snapshot) => {
      const [log] = await snapshot.rows<{ log_id: string; same: boolean }>(
        `select l.log_id, not exists (
           select from ledger.checkpoint c where c.generation = $1 and c.log_id <> l.log_id) as same
         from es.log l`,
        [snapshot.generation],
      );
      if (log?.same !== true) return undefined;
      const position = await projectedTo(snapshot);
      return { source: log.log_id, generation: snapshot.generation, position, parked: await parkedIn(snapshot) };
    });
  }

  changed({ generation, position }: AsAt, after: number, streams: readonly string[]): Promise<readonly BalanceCell[]> {
    return readSnapshot(
      this.pool,
      ({ schema, rows }) =>
        rows<Row>(
          `with touched as materialized (
             select distinct measure_id, date_trunc('month', on_date::timestamp)::date as month,
               date_trunc('month', cohort_on::timestamp)::date as cohort_month, bureau, office, splits
             from ${schema}.entry where (position > $1 and position <= $2) or stream_id = any($3::uuid[])
           ), later as materialized (${since(schema, '$2')})
           select ${COLUMNS}
           from touched t join ${schema}.balance b on ${sameCell('t', 'b')}
           join ledger.measure m on m.id = b.measure_id
           left join later l on ${sameCell('l', 'b')}
           order by ${ORDER}`,
          [after, position, streams],
        ),
      generation,
    );
  }

  page({ generation, position }: AsAt, after: BalanceCell | undefined, limit: number): Promise<readonly BalanceCell[]> {
    // The first comparison is one the key's index can answer; the second one takes off what it has too many.
    const from =
      after === undefined
        ? ''
        : `cross join (select id from ledger.measure where code = $4 and version = $5) as a
           where (b.bureau, b.measure_id, b.month, b.office) >= ($3, a.id, $6::date, $7)
             and (${ORDER}) > ($3, a.id, $6::date, $7, $8::date, $9)`;
    const values =
      after === undefined
        ? []
        : [
            after.bureau,
            after.measure,
            after.measureVersion,
            `${after.month}-01`,
            after.office,
            after.cohortMonth === null ? '-infinity' : `${after.cohortMonth}-01`,
            after.splits,
          ];
    return readSnapshot(
      this.pool,
      ({ schema, rows }) =>
        rows<Row>(
          `with later as materialized (${since(schema, '$1')}),
           b as (select b.* from ${schema}.balance b ${from} order by ${ORDER} limit $2)
           select ${COLUMNS}
           from b join ledger.measure m on m.id = b.measure_id
           left join later l on ${sameCell('l', 'b')}
           order by ${ORDER}`,
          [position, limit, ...values],
        ),
      generation,
    );
  }
}

const parkedIn = async ({ generation, rows }: Snapshot): Promise<readonly ParkedMark[]> => {
  const parked = await rows<{ stream_id: string; position: string }>(
    'select stream_id, position from ledger.parked where generation = $1 order by position',
    [generation],
  );
  return parked.map(({ stream_id, position }) => ({ streamId: stream_id, position: Number(position) }));
};
