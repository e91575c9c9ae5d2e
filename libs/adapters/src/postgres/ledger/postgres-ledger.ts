import type { Pool } from 'pg';
import type { PastRegisters } from '#application/past-registers.js';
import type { CausedPostings, LatePostings, Ledger, Reading, SumTerm } from '#application/ports/ledger.js';
import { postedAt, sumsByPerson } from './caused-postings.js';
import { BureauPersons } from './bureau-persons.js';
import { evidence } from './evidence.js';
import { duties, latestOn, pastRegisterRows, recordedOnSince, registerRows } from './lists.js';
import { monthsLogged } from './months-logged.js';
import { postingsAfter } from './postings-after.js';
import { type Snapshot, readSnapshot } from './snapshot.js';
import { sums, sumsByOffice } from './sums.js';
import { exactly, watermark } from './watermark.js';

export interface LedgerOptions {
  /** Stock of records of persons that stand for another record; absent where none are merged. */
  readonly merged?: string | undefined;
  /** Without it registers are shown as they stand, whatever the cut-off. */
  readonly past?: PastRegisters;
  /** Where what is true of a whole bureau is read, for a pool that sees but some of its offices. */
  readonly whole?: Pool;
}

/** Reads figures, their evidence, registers and duties of the live generation; each call is one snapshot. */
export class PostgresLedger implements Ledger, LatePostings, CausedPostings {
  constructor(
    private readonly pool: Pool,
    private readonly more: LedgerOptions = {},
  ) {}

  watermark(): ReturnType<Ledger['watermark']> {
    return watermark(this.pool);
  }

  sums(reading: Reading, terms: readonly SumTerm[]): ReturnType<Ledger['sums']> {
    return readSnapshot(this.pool, async (snapshot) =>
      sums(snapshot, await exactly(snapshot, reading), terms, (state) => this.bureauOf(state)),
    );
  }

  sumsByOffice(reading: Reading, terms: readonly SumTerm[]): ReturnType<Ledger['sumsByOffice']> {
    return readSnapshot(this.pool, async (snapshot) =>
      sumsByOffice(snapshot, await exactly(snapshot, reading), terms, (state) => this.bureauOf(state)),
    );
  }

  latestOn(reading: Reading, measure: string, to: string): ReturnType<Ledger['latestOn']> {
    return readSnapshot(this.pool, async (snapshot) =>
      latestOn(snapshot, await exactly(snapshot, reading), measure, to),
    );
  }

  monthsLogged(
    ...[reading, measures, from, to]: Parameters<Ledger['monthsLogged']>
  ): ReturnType<Ledger['monthsLogged']> {
    return readSnapshot(this.pool, async (snapshot) =>
      monthsLogged(snapshot, await exactly(snapshot, reading), measures, from, to),
    );
  }

  evidence(reading: Reading, term: SumTerm, page: Parameters<Ledger['evidence']>[2]): ReturnType<Ledger['evidence']> {
    return readSnapshot(this.pool, (snapshot) => evidence(snapshot, reading, term, page, this.bureauOf(snapshot)));
  }

  postingsAfter(reading: Reading, term: SumTerm, after: number): ReturnType<LatePostings['postingsAfter']> {
    return readSnapshot(this.pool, async (snapshot) =>
      postingsAfter(snapshot, await exactly(snapshot, reading), term, after),
    );
  }

  postedAt(bureau: string, position: number): ReturnType<CausedPostings['postedAt']> {
    return readSnapshot(this.pool, (snapshot) => postedAt(snapshot, bureau, position));
  }

  sumsByPerson(
    ...[reading, terms, persons]: Parameters<CausedPostings['sumsByPerson']>
  ): ReturnType<CausedPostings['sumsByPerson']> {
    return readSnapshot(this.pool, async (snapshot) =>
      sumsByPerson(snapshot, await exactly(snapshot, reading), terms, persons),
    );
  }

  async registerRows(
    reading: Reading,
    query: Parameters<Ledger['registerRows']>[1],
  ): ReturnType<Ledger['registerRows']> {
    const { past, whole = this.pool } = this.more;
    const { bureau, asOf } = reading;
    if (past === undefined || asOf === undefined)
      return readSnapshot(this.pool, (snapshot) => registerRows(snapshot, reading, query));
    const changed = await readSnapshot(whole, (snapshot) =>
      recordedOnSince(snapshot, bureau, past.streamTypes(query.register), asOf),
    );
    return readSnapshot(this.pool, (snapshot) => pastRegisterRows(snapshot, reading, query, { past, asOf, changed }));
  }

  duties(reading: Reading, query: Parameters<Ledger['duties']>[1]): ReturnType<Ledger['duties']> {
    return readSnapshot(this.pool, (snapshot) => duties(snapshot, reading, query));
  }

  private bureauOf(snapshot: Snapshot): BureauPersons {
    const { whole, merged } = this.more;
    return new BureauPersons((read) => (whole === undefined ? read(snapshot) : readSnapshot(whole, read)), merged);
  }
}
