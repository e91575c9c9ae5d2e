import type { PostedLater, Reading, SumTerm } from '#application/ports/ledger.js';
import { splitsOf } from '#application/narrowing.js';
import { wholeSlice } from './slices.js';
import type { Snapshot } from './snapshot.js';

interface Row {
  readonly stream_id: string;
  readonly fact_key: string;
  readonly office: string;
  readonly on_date: string;
  readonly amount: string;
  readonly person: string | null;
  readonly splits: string;
  readonly position: string;
}

/** Postings of a term that were recorded after a position and up to the reading's cut-off, oldest first. */
export const postingsAfter = async (
  snapshot: Snapshot,
  reading: Reading,
  term: SumTerm,
  after: number,
): Promise<readonly PostedLater[]> => {
  const { low, high, cohortLow, cohortHigh } = wholeSlice(term);
  const rows = await snapshot.rows<Row>(
    `select p.stream_id, p.fact_key, p.office, p.on_date::text, trim_scale(p.amount)::text as amount, p.person, p.splits, p.position
     from ledger.measure m join ${snapshot.schema}.entry p on p.measure_id = m.id
     where m.code = $3 and p.bureau = $1 and p.office = any($2) and p.on_date >= $4 and p.on_date <= $5
       and ($6::date is null or p.cohort_on between $6 and $7) and p.position > $8 and p.position <= $9
       and ($10::jsonb is null or p.splits::jsonb @> $10)
     order by p.position, p.stream_id, p.fact_key, p.on_date, p.amount, p.office`,
    [
      reading.bureau,
      reading.offices,
      term.measure,
      low ?? '-infinity',
      high,
      cohortLow,
      cohortHigh,
      after,
      reading.asOf ?? Number.MAX_SAFE_INTEGER,
      term.where === undefined ? null : JSON.stringify(term.where),
    ],
  );
  return rows.map((row) => ({
    streamId: row.stream_id,
    factKey: row.fact_key,
    office: row.office,
    on: row.on_date,
    amount: row.amount,
    person: row.person,
    splits: splitsOf(row.splits),
    position: Number(row.position),
  }));
};
