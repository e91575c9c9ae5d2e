import type { EvidenceRow, Reading, SumTerm } from '#application/ports/ledger.js';
import { readCursor, writeCursor } from '../../cursor.js';
import { splitsOf } from '#application/narrowing.js';
import type { BureauPersons } from './bureau-persons.js';
import { wholeSlice } from './slices.js';
import type { Snapshot } from './snapshot.js';
import { projectedTo } from './watermark.js';

interface Row {
  readonly stream_id: string;
  readonly fact_key: string;
  readonly office: string;
  readonly on_date: string;
  readonly amount: string;
  readonly person: string | null;
  readonly splits: string;
  readonly positions: string[];
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Facts whose postings add up to a term, oldest first. A fact shows the office, date and splits under which it counts now:
 * of its postings that nothing has cancelled, the newest with the sign of its amount. Where persons are counted a row is a
 * fact and a person, and only persons who count are shown.
 *
 * The first page fixes the position up to which all pages read, and the cursor carries it: rows added meanwhile neither
 * shift a page nor change what the pages add up to.
 */
export const evidence = async (
  snapshot: Snapshot,
  reading: Reading,
  term: SumTerm,
  page: { readonly after?: string; readonly limit: number },
  bureau: BureauPersons,
): Promise<{ rows: readonly EvidenceRow[]; next?: string }> => {
  const cursor = page.after === undefined ? undefined : readCursor(page.after, [0, '', '', '', '']);
  const asOf = cursor?.[0] ?? reading.asOf ?? (await projectedTo(snapshot));
  const persons = term.mode === 'persons-flow' || term.mode === 'persons-stock';
  const slice = wholeSlice(term);
  const known = { ...reading, asOf };
  const same = persons ? await bureau.standIns(known) : { persons: [], stand: [] };
  const also = term.alsoIn === undefined ? undefined : { measure: term.alsoIn, to: slice.high };
  const [among = null] = await bureau.standing(known, also === undefined ? [] : [also], same);
  const rows = await snapshot.rows<Row>(sqlOf(snapshot.schema, persons), [
    reading.bureau,
    reading.offices,
    term.measure,
    slice.low ?? '-infinity',
    slice.high,
    slice.cohortLow,
    slice.cohortHigh,
    asOf,
    term.where === undefined ? null : JSON.stringify(term.where),
    ...(cursor?.slice(1) ?? ['-infinity', NOBODY, '', NOBODY]),
    page.limit + 1,
    among,
    same.persons,
    same.stand,
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    rows: shown.map((row) => ({
      streamId: row.stream_id,
      factKey: row.fact_key,
      office: row.office,
      on: row.on_date,
      amount: row.amount,
      person: row.person,
      splits: splitsOf(row.splits),
      positions: row.positions.map(Number),
    })),
    ...(rows.length > page.limit && last !== undefined
      ? { next: writeCursor(asOf, last.on_date, last.stream_id, last.fact_key, last.person ?? NOBODY) }
      : {}),
  };
};

const sqlOf = (schema: string, persons: boolean): string => `
  with same as (
    select * from unnest($16::uuid[], $17::uuid[]) as same(record, person)
  ), selected as (
    select p.stream_id, p.fact_key, coalesce(same.person, p.person) as person, p.office, p.on_date, p.splits, p.amount, p.position
    from ledger.measure m join ${schema}.entry p on p.measure_id = m.id left join same on same.record = p.person
    where m.code = $3 and p.bureau = $1 and p.office = any($2) and p.on_date >= $4 and p.on_date <= $5
      and ($6::date is null or p.cohort_on between $6 and $7) and p.position <= $8
      and ($9::jsonb is null or p.splits::jsonb @> $9) ${persons ? 'and p.person is not null' : ''}
      and ($15::uuid[] is null or coalesce(same.person, p.person) in (select unnest($15::uuid[])))
  ), cell as (
    select stream_id, fact_key, person, office, on_date, splits, sum(amount) as amount, max(position) as position
    from selected group by stream_id, fact_key, person, office, on_date, splits having sum(amount) <> 0
  ), fact as (
    select stream_id, fact_key ${persons ? ', person, sum(sum(amount)) over (partition by person) as of_person' : ''},
      trim_scale(sum(amount)) as amount, array_agg(distinct position order by position) as positions
    from selected group by stream_id, fact_key ${persons ? ', person' : ''}
  ), shown as (
    select distinct on (f.stream_id, f.fact_key ${persons ? ', f.person' : ''})
      f.stream_id, f.fact_key, c.person, c.office, c.on_date, c.splits, f.amount, f.positions
    from fact f join cell c using (stream_id, fact_key ${persons ? ', person' : ''})
    where f.amount <> 0 and sign(c.amount) = sign(f.amount) ${persons ? 'and f.of_person > 0' : ''}
    order by f.stream_id, f.fact_key ${persons ? ', f.person' : ''}, c.on_date desc, c.position desc, c.office, c.splits, c.person
  )
  select stream_id, fact_key, person, office, on_date::text, splits, amount::text, positions from shown
  where (on_date, stream_id, fact_key, coalesce(person, '${NOBODY}')) > ($10::date, $11::uuid, $12::text, $13::uuid)
  order by shown.on_date, stream_id, fact_key, coalesce(person, '${NOBODY}') limit $14`;
