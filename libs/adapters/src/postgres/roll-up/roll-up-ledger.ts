import type { Pool } from 'pg';
import { EVERY_OFFICE } from '#application/office-scope.js';
import type { RollUpFigures, RollUpSource } from '#application/ports/balances.js';
import type { Ledger, Reading, SumTerm } from '#application/ports/ledger.js';
import { BalancesCannotTell, untoldOf } from '#application/province-table.js';
import type { LocalDate } from '#kernel/dates.js';
import { type Exact, exact } from '#kernel/money.js';
import { isWithin } from '#application/narrowing.js';
import { slicesOf } from '../ledger/slices.js';

/** What counts of the rows `r`: the complete generation of each database. */
const COUNTED = `join rollup.source c
  on c.source = r.source and c.slot = r.slot and c.generation = r.generation and not c.replaced`;

interface Row {
  readonly term: number;
  readonly area: string;
  readonly splits: string;
  readonly amount: string;
}

/** A reading has to be of whole divisions as they are now: the offices of another database are not ours to tell apart. */
const divisionOf = ({ bureau, offices, asOf }: Reading): string => {
  if (asOf !== undefined) throw new BalancesCannotTell('past-positions', `figures as of ${asOf}`);
  if (!offices.includes(EVERY_OFFICE)) throw new BalancesCannotTell('rows', 'figures of single offices');
  return bureau;
};

const refuse = (what: string): Promise<never> => Promise.reject(new BalancesCannotTell('rows', what));

/** The figures of many databases as one, read from what they published. */
export class PostgresRollUpLedger implements RollUpFigures {
  constructor(private readonly pool: Pool) {}

  async sources(): Promise<readonly RollUpSource[]> {
    const { rows } = await this.pool.query<Omit<RollUpSource, 'position'> & { position: string }>(
      `select s.source, max(s.position) as position, bool_or(s.generation is null) as awaited,
         array(select distinct r.bureau from rollup.balance r ${COUNTED} where r.source = s.source order by 1) as bureaus
       from rollup.source s where not s.replaced group by s.source order by s.source`,
    );
    return rows.map(({ position, ...source }) => ({ ...source, position: Number(position) }));
  }

  async measures(): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ measure: string }>(
      `select distinct r.measure from rollup.balance r ${COUNTED} order by r.measure`,
    );
    return rows.map(({ measure }) => measure);
  }

  async areas(within: string, digits: number): Promise<readonly string[]> {
    const { rows } = await this.pool.query<{ area: string }>(
      `select distinct left(r.bureau, $2) as area from rollup.balance r ${COUNTED}
       where starts_with(r.bureau, $1) order by area`,
      [within, digits],
    );
    return rows.map(({ area }) => area);
  }

  async sumsByArea(
    within: string,
    digits: number,
    terms: readonly SumTerm[],
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    for (const term of terms) {
      const untold = untoldOf(term);
      if (untold !== undefined) throw new BalancesCannotTell(untold, `${term.mode} of ${term.measure} to ${term.to}`);
    }
    const slices = terms.flatMap((term, at) => slicesOf(term).map((slice) => ({ ...slice, at })));
    const { rows } = await this.pool.query<Row>(
      `select t.term, left(r.bureau, $2) as area, r.splits, sum(r.amount)::text as amount
       from unnest($3::int[], $4::text[], $5::date[], $6::date[], $7::date[], $8::date[])
              as t(term, measure, low, high, cohort_low, cohort_high)
       join rollup.balance r on r.measure = t.measure and r.month >= t.low and r.month <= t.high
        and (t.cohort_low is null or r.cohort_month between t.cohort_low and t.cohort_high)
       ${COUNTED}
       where starts_with(r.bureau, $1)
       group by t.term, area, r.splits`,
      [
        within,
        digits,
        slices.map(({ at }) => at),
        slices.map(({ measure }) => measure),
        slices.map(({ low }) => low ?? '-infinity'),
        slices.map(({ high }) => high),
        slices.map(({ cohortLow }) => cohortLow),
        slices.map(({ cohortHigh }) => cohortHigh),
      ],
    );
    const sums = new Map<string, Exact[]>();
    for (const { term, area, splits, amount } of rows) {
      const own = sums.get(area) ?? terms.map(() => exact(0));
      sums.set(area, own);
      if (isWithin(terms[term]?.where, splits)) own[term] = (own[term] as Exact).plus(amount);
    }
    return new Map([...sums].map(([area, own]) => [area, own.map((sum) => sum.toFixed())]));
  }

  async sums(reading: Reading, terms: readonly SumTerm[]): Promise<readonly string[]> {
    const division = divisionOf(reading);
    const sums = await this.sumsByArea(division, division.length, terms);
    return sums.get(division) ?? terms.map(() => '0');
  }

  /** @throws BalancesCannotTell where there is one: balances keep its month, not its day */
  async latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined> {
    const { rowCount } = await this.pool.query(
      `select from rollup.balance r ${COUNTED}
       where starts_with(r.bureau, $1) and r.measure = $2 and r.month <= $3 and r.amount <> 0 limit 1`,
      [divisionOf(reading), measure, to],
    );
    if (rowCount !== 0) throw new BalancesCannotTell('day-of-baseline', `the day of the newest ${measure}`);
    return undefined;
  }

  watermark(): ReturnType<Ledger['watermark']> {
    return refuse('one position for several logs');
  }

  sumsByOffice(): Promise<never> {
    return refuse('single offices');
  }

  monthsLogged(): Promise<never> {
    return refuse('which offices reported');
  }

  evidence(): ReturnType<Ledger['evidence']> {
    return refuse('the records behind a sum');
  }

  registerRows(): ReturnType<Ledger['registerRows']> {
    return refuse('registers');
  }

  duties(): ReturnType<Ledger['duties']> {
    return refuse('duties');
  }
}
