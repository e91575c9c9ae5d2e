import { isDated, isWithin, splitsOf } from '#application/narrowing.js';
import { resolveMergers } from '#application/persons/mergers.js';
import type { BalanceChange, Posting, Reading, SumTerm } from '#application/ports/ledger.js';
import { type LocalDate, monthOf } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { compareKeys } from '../register-order.js';
import { grouped, total } from './evidence.js';

/** Postings in memory, added up anew at every question. */
export class MemoryPostings {
  /** Of each measure, as they came. */
  private readonly known = new Map<string, Posting[]>();

  /** `merged`: stock of records of persons that stand for another record. */
  constructor(private readonly merged?: string) {}

  add(postings: readonly Posting[]): void {
    for (const posting of postings) {
      const ofMeasure = this.known.get(posting.measure);
      if (ofMeasure === undefined) this.known.set(posting.measure, [posting]);
      else ofMeasure.push(posting);
    }
  }

  private of(measure: string): readonly Posting[] {
    return this.known.get(measure) ?? [];
  }

  /** What the balances are now that postings touch. */
  changes(postings: readonly Posting[], position: number): readonly BalanceChange[] {
    const keyOf = ({ measure, bureau, office, on }: Posting): string[] => [measure, bureau, office, monthOf(on)];
    const cellOf = (posting: Posting): string => keyOf(posting).join('|');
    const touched = new Map(postings.map((posting) => [cellOf(posting), keyOf(posting)]));
    const measures = new Set(postings.map(({ measure }) => measure));
    const cells = grouped(
      [...measures].flatMap((measure) => this.of(measure)),
      cellOf,
    );
    return [...touched]
      .sort(([, one], [, other]) => compareKeys(one, other))
      .map(([cell, key]) => {
        const [measure, bureau, office, month] = key as [string, string, string, string];
        return { position, measure, bureau, office, month, amount: total(cells.get(cell) ?? []).toFixed() };
      });
  }

  /** Which record counts for a record of a person that stands for another. */
  private standIns({ bureau, asOf = Infinity }: Reading): ReadonlyMap<Uuid, Uuid> {
    const mergers = grouped(
      this.of(this.merged ?? '').filter((posting) => posting.bureau === bureau && posting.position <= asOf),
      ({ person, splits }) => `${person} ${splits}`,
    );
    return resolveMergers(
      [...mergers.values()]
        .filter((postings) => total(postings).greaterThan(0))
        .map(([first]) => ({
          person: first?.person as Uuid,
          into: splitsOf((first as Posting).splits)['into'] as Uuid,
        })),
    );
  }

  /** Those a term adds up; persons under the record that counts. */
  select(reading: Reading, term: SumTerm): Posting[] {
    const { bureau, offices, asOf } = reading;
    const persons = term.mode === 'persons-flow' || term.mode === 'persons-stock';
    const same = persons ? this.standIns(reading) : new Map<Uuid, Uuid>();
    const under = (posting: Posting): Posting => {
      const person = same.get(posting.person ?? '');
      return person === undefined ? posting : { ...posting, person };
    };
    const among =
      term.alsoIn === undefined ? undefined : standingIn(this.of(term.alsoIn).map(under), bureau, term.to, asOf);
    return this.of(term.measure)
      .filter(
        (posting) =>
          posting.bureau === bureau &&
          offices.includes(posting.office) &&
          posting.position <= (asOf ?? Infinity) &&
          isDated(term, posting) &&
          isWithin(term.where, posting.splits),
      )
      .map(under)
      .filter(({ person }) => among === undefined || among.has(person));
  }

  at(bureau: string, position: number): readonly Posting[] {
    const all = [...this.known.values()].flat();
    return all.filter((posting) => posting.bureau === bureau && posting.position === position);
  }
}

/** Who stands in a stock on a day, in whichever office. */
const standingIn = (
  postings: readonly Posting[],
  bureau: string,
  to: LocalDate,
  asOf = Infinity,
): ReadonlySet<Uuid | null> => {
  const theirs = postings.filter(
    (posting) => posting.bureau === bureau && posting.position <= asOf && posting.on <= to,
  );
  const persons = [...grouped(theirs, ({ person }) => person)];
  return new Set(persons.filter(([, found]) => total(found).greaterThan(0)).map(([person]) => person));
};
