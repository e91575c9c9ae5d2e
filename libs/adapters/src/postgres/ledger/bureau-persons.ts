import { type Merger, resolveMergers } from '#application/persons/mergers.js';
import type { Reading } from '#application/ports/ledger.js';
import type { Uuid } from '#kernel/ids.js';
import type { Snapshot } from './snapshot.js';

/** Records of persons that stand for another record of the same person, and for which: two lists of one length. */
export interface StandIns {
  readonly persons: readonly Uuid[];
  readonly stand: readonly Uuid[];
}

/**
 * Whose a posting `p` is, in a statement that lists stand-ins as `same`, and the join it takes. A list of nobody is not joined: a
 * planner that expects few postings would look it through for every one of them.
 */
export const personOf = ({ persons }: StandIns): { readonly person: string; readonly join: string } =>
  persons.length === 0
    ? { person: 'p.person', join: '' }
    : { person: 'coalesce(same.person, p.person)', join: 'left join same on same.record = p.person' };

/** A stock, and the date at which somebody stands in it. */
export interface StandingIn {
  readonly measure: string;
  readonly to: string;
}

const LAST_POSITION = Number.MAX_SAFE_INTEGER;

/**
 * What is true of persons in the whole of a bureau, whatever offices a reading is of: who is one person under two records, and
 * who stands in a stock anywhere. It decides who counts in a figure, and is itself shown to nobody.
 */
export class BureauPersons {
  /** `read`: a state of the ledger that shows every office; `merged`: stock of records that stand for another. */
  constructor(
    private readonly read: <Answer>(reading: (snapshot: Snapshot) => Promise<Answer>) => Promise<Answer>,
    private readonly merged?: string,
  ) {}

  /**
   * As known at the reading's cut-off, whatever the date they are counted for: two records of one person always were one
   * person.
   */
  async standIns({ bureau, asOf }: Reading): Promise<StandIns> {
    const { merged } = this;
    if (merged === undefined) return { persons: [], stand: [] };
    const mergers = await this.read((snapshot) =>
      snapshot.rows<Merger>(
        `select p.person, p.splits::json ->> 'into' as into
         from ledger.measure m join ${snapshot.schema}.entry p on p.measure_id = m.id
         where m.code = $2 and p.bureau = $1 and p.position <= $3 and p.person is not null
         group by 1, 2 having sum(p.amount) > 0`,
        [bureau, merged, asOf ?? LAST_POSITION],
      ),
    );
    const resolved = [...resolveMergers(mergers)];
    return { persons: resolved.map(([person]) => person), stand: resolved.map(([, stand]) => stand) };
  }

  /**
   * Persons who stand in stocks at dates, for each stock a `uuid[]` as PostgreSQL writes one: nobody but another statement
   * takes it, and there may be thousands.
   */
  async standing({ bureau, asOf }: Reading, stocks: readonly StandingIn[], same: StandIns): Promise<readonly string[]> {
    if (stocks.length === 0) return [];
    const { person, join } = personOf(same);
    const rows = await this.read((snapshot) =>
      snapshot.rows<{ at: number; persons: string }>(
        `with s as materialized (
           select s.at, s.high, m.id as measure_id
           from unnest($2::int[], $3::text[], $4::date[]) as s(at, code, high)
           join ledger.measure m on m.code = s.code
         ), same as (
           select * from unnest($6::uuid[], $7::uuid[]) as same(record, person)
         ), standing as (
           select s.at, ${person} as person
           from s join ${snapshot.schema}.entry p
             on p.bureau = $1 and p.measure_id = s.measure_id and p.on_date <= s.high and p.position <= $5 and p.person is not null
           ${join}
           group by 1, 2 having sum(p.amount) > 0
         )
         select at, array_agg(person)::text as persons from standing group by at`,
        [
          bureau,
          stocks.map((_, at) => at),
          stocks.map(({ measure }) => measure),
          stocks.map(({ to }) => to),
          asOf ?? LAST_POSITION,
          same.persons,
          same.stand,
        ],
      ),
    );
    const found = new Map(rows.map((row) => [row.at, row.persons]));
    return stocks.map((_, at) => found.get(at) ?? '{}');
  }
}

/** The persons of the bureau, as a state of the ledger holds them. */
export type BureauOf = (snapshot: Snapshot) => BureauPersons;
