import type { Reading, SumTerm } from '#application/ports/ledger.js';
import type { OfficeCode } from '#kernel/event.js';
import { type Exact, exact } from '#kernel/money.js';
import { isWithin } from '#application/narrowing.js';
import { type BureauOf, type StandingIn, personOf } from './bureau-persons.js';
import { type Slice, slicesOf, wholeSlice } from './slices.js';
import type { Snapshot } from './snapshot.js';

interface Part {
  readonly office: OfficeCode;
  readonly splits: string;
  readonly amount: Exact;
}

interface Row {
  readonly slice: number;
  readonly office: OfficeCode;
  readonly splits: string;
  readonly amount: string;
}

const TOGETHER = '';
/** What sums are told of: each office, or all offices of a reading together, as if they were one. */
type Told = 'each' | typeof TOGETHER;
const officeIn = (told: Told, row: string): string => (told === 'each' ? `${row}.office` : `''`);

const countsPersons = (term: SumTerm): boolean => term.mode === 'persons-flow' || term.mode === 'persons-stock';
const LAST_POSITION = Number.MAX_SAFE_INTEGER;

const columnsOf = {
  balance: { on: 'month', cohort: 'cohort_month', known: '$9::bigint is not null' },
  entry: { on: 'on_date', cohort: 'cohort_on', known: 'r.position <= $9' },
};

/**
 * Adds slices up by splits, one statement for all of a table; a sheet has many terms but few rectangles of dates. The
 * measures are found first, as wherever rows of many are read: a planner that has no statistics yet joins them last.
 */
const addUp = async (
  snapshot: Snapshot,
  reading: Reading,
  from: Slice['from'],
  slices: readonly Slice[],
  told: Told,
): Promise<ReadonlyMap<Slice, Part[]>> => {
  const parts = new Map<Slice, Part[]>(slices.map((slice) => [slice, []]));
  if (slices.length === 0) return parts;
  const { on, cohort, known } = columnsOf[from];
  const rows = await snapshot.rows<Row>(
    `with s as materialized (
       select s.*, m.id as measure_id
       from unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::date[], $8::date[])
              as s(slice, code, low, high, cohort_low, cohort_high)
       join ledger.measure m on m.code = s.code
     )
     select s.slice, ${officeIn(told, 'r')} as office, r.splits, sum(r.amount)::text as amount
     from s join ${snapshot.schema}.${from} r
       on r.bureau = $1 and r.measure_id = s.measure_id and r.${on} >= s.low and r.${on} <= s.high and r.office = any($2)
      and ${known} and (s.cohort_low is null or r.${cohort} between s.cohort_low and s.cohort_high)
     group by s.slice, 2, r.splits`,
    [
      reading.bureau,
      reading.offices,
      slices.map((_, at) => at),
      slices.map((slice) => slice.measure),
      slices.map((slice) => slice.low ?? '-infinity'),
      slices.map((slice) => slice.high),
      slices.map((slice) => slice.cohortLow),
      slices.map((slice) => slice.cohortHigh),
      reading.asOf ?? LAST_POSITION,
    ],
  );
  for (const { slice, office, splits, amount } of rows)
    parts.get(slices[slice] as Slice)?.push({ office, splits, amount: exact(amount) });
  return parts;
};

/** Distinct persons whose amounts in the selection add up to more than nothing; always from postings. */
const countPersons = async (
  snapshot: Snapshot,
  reading: Reading,
  terms: readonly SumTerm[],
  bureau: ReturnType<BureauOf>,
  told: Told,
): Promise<ReadonlyMap<SumTerm, ReadonlyMap<OfficeCode, string>>> => {
  const counts = new Map<SumTerm, Map<OfficeCode, string>>(terms.map((term) => [term, new Map()]));
  if (terms.length === 0) return counts;
  const same = await bureau.standIns(reading);
  const { person, join } = personOf(same);
  const stocks = new Map<string, StandingIn>();
  const also = terms.map(({ alsoIn, to }) => {
    if (alsoIn === undefined) return null;
    const key = `${alsoIn} ${to}`;
    stocks.set(key, stocks.get(key) ?? { measure: alsoIn, to });
    return [...stocks.keys()].indexOf(key);
  });
  const among = await bureau.standing(reading, [...stocks.values()], same);
  const rows = await snapshot.rows<{ term: number; office: OfficeCode; persons: string }>(
    `with s as materialized (
       select s.*, m.id as measure_id
       from unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::jsonb[], $9::int[])
         as s(term, code, low, high, narrowed, stock)
       join ledger.measure m on m.code = s.code
     ), same as (
       select * from unnest($10::uuid[], $11::uuid[]) as same(record, person)
     ), among as (
       select stock - 1 as stock, unnest(persons::uuid[]) as person
       from unnest($12::text[]) with ordinality as stocks(persons, stock)
     )
     select term, office, count(*)::text as persons from (
       select s.term, ${officeIn(told, 'p')} as office, ${person} as person
       from s join ${snapshot.schema}.entry p
         on p.bureau = $1 and p.measure_id = s.measure_id and p.on_date >= s.low and p.on_date <= s.high and p.office = any($2)
        and p.position <= $8 and p.person is not null and (s.narrowed is null or p.splits::jsonb @> s.narrowed)
       ${join}
       where s.stock is null or (s.stock, ${person}) in (select stock, person from among)
       group by 1, 2, 3 having sum(p.amount) > 0
     ) as person group by 1, 2`,
    [
      reading.bureau,
      reading.offices,
      terms.map((_, at) => at),
      terms.map((term) => term.measure),
      terms.map((term) => wholeSlice(term).low ?? '-infinity'),
      terms.map((term) => term.to),
      terms.map((term) => (term.where === undefined ? null : JSON.stringify(term.where))),
      reading.asOf ?? LAST_POSITION,
      also,
      same.persons,
      same.stand,
      among,
    ],
  );
  for (const { term, office, persons } of rows) counts.get(terms[term] as SumTerm)?.set(office, persons);
  return counts;
};

/** One exact decimal per term, in order, for each office told, in at most three statements however many terms a sheet has. */
const sumsTold = async (
  snapshot: Snapshot,
  reading: Reading,
  terms: readonly SumTerm[],
  bureauOf: BureauOf,
  told: Told,
): Promise<(office: OfficeCode) => readonly string[]> => {
  const slices = new Map<string, Slice>();
  const shared = (slice: Slice): Slice => {
    const key = Object.values(slice).join('|');
    const known = slices.get(key) ?? slice;
    slices.set(key, known);
    return known;
  };
  const slicesByTerm = terms.map((term) => {
    if (countsPersons(term)) return [];
    return (reading.asOf === undefined ? slicesOf(term) : [wholeSlice(term)]).map(shared);
  });
  const all = [...slices.values()];
  const of = (from: Slice['from']): Slice[] => all.filter((slice) => slice.from === from);
  const added = async (state: Snapshot): Promise<ReadonlyMap<Slice, Part[]>> =>
    new Map([
      ...(await addUp(state, reading, 'balance', of('balance'), told)),
      ...(await addUp(state, reading, 'entry', of('entry'), told)),
    ]);
  const ofPersons = terms.filter(countsPersons);
  const counted = (state: Snapshot): ReturnType<typeof countPersons> =>
    countPersons(state, reading, ofPersons, bureauOf(state), told);
  const [parts, persons] =
    all.length === 0 || ofPersons.length === 0
      ? [await added(snapshot), await counted(snapshot)]
      : await snapshot.both(added, counted);
  return (office) =>
    terms.map((term, at) => {
      if (countsPersons(term)) return persons.get(term)?.get(office) ?? '0';
      let total = exact(0);
      for (const slice of slicesByTerm[at] ?? [])
        for (const part of parts.get(slice) ?? [])
          if (part.office === office && isWithin(term.where, part.splits)) total = total.plus(part.amount);
      return total.toFixed();
    });
};

/** Over all offices of the reading. */
export const sums = async (
  snapshot: Snapshot,
  reading: Reading,
  terms: readonly SumTerm[],
  bureauOf: BureauOf,
): Promise<readonly string[]> => (await sumsTold(snapshot, reading, terms, bureauOf, TOGETHER))(TOGETHER);

/** The same of each office by itself. */
export const sumsByOffice = async (
  snapshot: Snapshot,
  reading: Reading,
  terms: readonly SumTerm[],
  bureauOf: BureauOf,
): Promise<ReadonlyMap<OfficeCode, readonly string[]>> => {
  const of = await sumsTold(snapshot, reading, terms, bureauOf, 'each');
  return new Map(reading.offices.map((office) => [office, of(office)]));
};
