import type { Posting, Reading, SumTerm } from '#application/ports/ledger.js';
import type { Uuid } from '#kernel/ids.js';
import { wholeSlice } from './slices.js';
import type { Snapshot } from './snapshot.js';

/** Everything one event posted. */
export const postedAt = async (
  { rows, schema }: Snapshot,
  bureau: string,
  position: number,
): Promise<readonly Posting[]> => {
  const found = await rows<Omit<Posting, 'position'>>(
    `select m.code as measure, m.version as "measureVersion", p.bureau, p.office, p.on_date::text as "on",
            p.cohort_on::text as cohort, p.splits, trim_scale(p.amount)::text as amount, p.person,
            p.stream_id as "streamId", p.fact_key as "factKey"
     from ${schema}.entry p join ledger.measure m on m.id = p.measure_id
     where p.position = $2 and p.bureau = $1
     order by m.code, p.on_date, p.office, p.fact_key, p.amount`,
    [bureau, position],
  );
  return found.map((row) => ({ ...row, position }));
};

/** What each of the persons comes to in each term, in one statement; always from postings. */
export const sumsByPerson = async (
  { rows, schema }: Snapshot,
  reading: Reading,
  terms: readonly SumTerm[],
  persons: readonly Uuid[],
): Promise<readonly ReadonlyMap<Uuid, string>[]> => {
  const found = terms.map(() => new Map<Uuid, string>());
  if (terms.length === 0 || persons.length === 0) return found;
  const slices = terms.map(wholeSlice);
  const sums = await rows<{ term: number; person: string; amount: string }>(
    `select s.term, p.person, trim_scale(sum(p.amount))::text as amount
     from unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::date[], $8::date[], $9::jsonb[])
            as s(term, code, low, high, cohort_low, cohort_high, narrowed)
     join ledger.measure m on m.code = s.code
     join ${schema}.entry p
       on p.bureau = $1 and p.measure_id = m.id and p.on_date >= s.low and p.on_date <= s.high and p.office = any($2)
      and p.position <= $10 and p.person = any($11) and (s.narrowed is null or p.splits::jsonb @> s.narrowed)
      and (s.cohort_low is null or p.cohort_on between s.cohort_low and s.cohort_high)
     group by s.term, p.person`,
    [
      reading.bureau,
      reading.offices,
      terms.map((_, at) => at),
      slices.map(({ measure }) => measure),
      slices.map(({ low }) => low ?? '-infinity'),
      slices.map(({ high }) => high),
      slices.map(({ cohortLow }) => cohortLow),
      slices.map(({ cohortHigh }) => cohortHigh),
      terms.map(({ where }) => (where === undefined ? null : JSON.stringify(where))),
      reading.asOf ?? Number.MAX_SAFE_INTEGER,
      persons,
    ],
  );
  for (const { term, person, amount } of sums) found[term]?.set(person, amount);
  return found;
};
