import { type Exact, exact } from '#kernel/money.js';
import type { Sums } from '../evaluate-indicators.js';
import { type LocalDate, type OfficeCode, type Uuid, addDays } from '../kernel.js';
import { isDated, isWithin } from '../narrowing.js';
import type { CausedPostings, Ledger, Posting, Reading, SumTerm } from '../ports/ledger.js';

/** What is read of the ledger to say how it would read with more postings. */
export type Underneath = Sums & Pick<Ledger, 'evidence'> & Pick<CausedPostings, 'sumsByPerson'>;

const countsPersons = ({ mode }: SumTerm): boolean => mode === 'persons-flow' || mode === 'persons-stock';
const added = (amounts: readonly string[]): Exact => amounts.reduce((sum, amount) => sum.plus(amount), exact(0));
const factOf = ({ streamId, factKey }: Pick<Posting, 'streamId' | 'factKey'>): string => `${streamId}|${factKey}`;

/** The stock a person must also stand in to be counted, as a term of its own. */
const alsoTerm = ({ alsoIn, to }: SumTerm): SumTerm => ({ measure: alsoIn as string, mode: 'persons-stock', to });

/** Evidence read at a time. */
const PAGE = 500;

/**
 * The ledger as it would read with some postings more, which are written nowhere. What they add is added to what the ledger
 * answers, so both are figures of one and the same reading.
 */
export class LedgerWith implements Sums {
  constructor(
    private readonly ledger: Underneath,
    private readonly postings: readonly Posting[],
    /** Every office of the bureau: persons stand in a stock whichever office counts them. */
    private readonly everyOffice: readonly OfficeCode[],
  ) {}

  /** Whether any of the postings is of a measure that a term names, wherever and whenever. */
  isOf({ measure, alsoIn }: SumTerm): boolean {
    return this.postings.some((posting) => posting.measure === measure || posting.measure === alsoIn);
  }

  /** Whether any of the postings may move a term; never wrongly false. */
  enters(reading: Reading, term: SumTerm): boolean {
    return (
      this.within(reading, term).length > 0 ||
      (term.alsoIn !== undefined && this.within(this.anywhere(reading), alsoTerm(term)).length > 0)
    );
  }

  async sums(reading: Reading, terms: readonly SumTerm[]): Promise<readonly string[]> {
    const standing = await this.ledger.sums(reading, terms);
    const counted = terms.filter((term) => countsPersons(term) && this.enters(reading, term));
    const persons = await this.personsMoved(reading, counted);
    return terms.map((term, at) => {
      const moved = countsPersons(term)
        ? exact(persons.get(term) ?? 0)
        : added(this.within(reading, term).map(({ amount }) => amount));
      return moved.plus(standing[at] ?? 0).toFixed();
    });
  }

  async latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined> {
    const mine = this.within(reading, { measure, mode: 'stock', to });
    for (let until = to; ;) {
      const stood = await this.ledger.latestOn(reading, measure, until);
      const later = mine.filter(({ on }) => on <= until && (stood === undefined || on > stood));
      const begun = later.filter((posting) => !netOf(later, posting).isZero()).map(({ on }) => on);
      if (begun.length > 0) return begun.sort().at(-1);
      if (stood === undefined || (await this.stillStands(reading, measure, stood, mine))) return stood;
      until = addDays(stood, -1);
    }
  }

  private anywhere(reading: Reading): Reading {
    return { ...reading, offices: this.everyOffice };
  }

  private within({ bureau, offices }: Reading, term: SumTerm): readonly Posting[] {
    return this.postings.filter(
      (posting) =>
        posting.measure === term.measure &&
        posting.bureau === bureau &&
        offices.includes(posting.office) &&
        isDated(term, posting) &&
        isWithin(term.where, posting.splits),
    );
  }

  /** By how many persons each term moves: only those the postings name can be counted otherwise than before. */
  private async personsMoved(reading: Reading, terms: readonly SumTerm[]): Promise<ReadonlyMap<SumTerm, number>> {
    const named = new Set(this.postings.flatMap(({ person }) => person ?? []));
    const own = await this.standings(reading, terms, named);
    const limited = terms.filter(({ alsoIn }) => alsoIn !== undefined);
    const also = await this.standings(this.anywhere(reading), limited.map(alsoTerm), named);
    return new Map(
      terms.map((term, at) => {
        const inStock = also[limited.indexOf(term)];
        const counted = (when: keyof Standing): number =>
          [...named].filter((person) =>
            [own[at], ...(inStock === undefined ? [] : [inStock])].every((by) => by?.(person)[when].greaterThan(0)),
          ).length;
        return [term, counted('after') - counted('before')];
      }),
    );
  }

  /** What each person comes to in each term, without the postings and with them. */
  private async standings(
    reading: Reading,
    terms: readonly SumTerm[],
    named: ReadonlySet<Uuid>,
  ): Promise<readonly ((person: Uuid) => Standing)[]> {
    if (terms.length === 0 || named.size === 0) return [];
    const known = await this.ledger.sumsByPerson(reading, terms, [...named]);
    return terms.map((term, at) => {
      const mine = this.within(reading, term);
      return (person) => {
        const before = exact(known[at]?.get(person) ?? 0);
        const theirs = mine.filter((posting) => posting.person === person);
        return { before, after: before.plus(added(theirs.map(({ amount }) => amount))) };
      };
    });
  }

  /** Whether a fact dated on a day stands with the postings too. */
  private async stillStands(
    reading: Reading,
    measure: string,
    day: LocalDate,
    mine: readonly Posting[],
  ): Promise<boolean> {
    const changed = mine.filter(({ on }) => on === day);
    if (changed.length === 0) return true;
    const term: SumTerm = { measure, mode: 'flow', from: day, to: day };
    const left = new Map(changed.map((posting) => [factOf(posting), netOf(changed, posting)]));
    let after: string | undefined;
    do {
      const page = await this.ledger.evidence(reading, term, {
        limit: PAGE,
        ...(after === undefined ? {} : { after }),
      });
      for (const row of page.rows) left.set(factOf(row), (left.get(factOf(row)) ?? exact(0)).plus(row.amount));
      after = page.next;
    } while (after !== undefined);
    return [...left.values()].some((amount) => !amount.isZero());
  }
}

interface Standing {
  readonly before: Exact;
  readonly after: Exact;
}

/** What postings of one fact on one day come to. */
const netOf = (postings: readonly Posting[], { on, ...fact }: Posting): Exact =>
  added(postings.filter((item) => item.on === on && factOf(item) === factOf(fact)).map(({ amount }) => amount));
