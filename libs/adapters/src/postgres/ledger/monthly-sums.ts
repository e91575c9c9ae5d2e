import type { Posting } from '#application/ports/ledger.js';
import { type LocalDate, firstOf, monthNumber } from '#kernel/dates.js';
import { type Exact, exact } from '#kernel/money.js';

/** The postings of one account in one month, and of one class where they have a class date, added up. */
export interface MonthlySum {
  readonly month: LocalDate;
  readonly cohortMonth: LocalDate | null;
  /** An exact decimal. */
  readonly amount: string;
}

/** Whole numbers are added as such, which is quick and exact while they are safe; money with decimals is not. */
type Sum = number | Exact;

const plus = (sum: Sum, amount: string): Sum => {
  if (typeof sum === 'number') {
    const next = sum + Number(amount);
    if (Number.isSafeInteger(next)) return next;
  }
  return exact(sum).plus(amount);
};

/** Later than any month there is. */
const MONTHS = 2 ** 17;
/** What stands for the class month of postings without a class date. */
const NO_COHORT = MONTHS - 1;

/** What the postings of one account come to, by month, as they are written. */
export class MonthlySums {
  /** By class and month. */
  private readonly sums = new Map<number, Sum>();

  /** Takes a posting whose dates and amount are known to be sound. */
  add({ on, cohort, amount }: Pick<Posting, 'on' | 'cohort' | 'amount'>): void {
    const month = monthNumber(on);
    const cell = cohort === null ? month : (NO_COHORT - monthNumber(cohort)) * MONTHS + month;
    this.sums.set(cell, plus(this.sums.get(cell) ?? 0, amount));
  }

  *rows(): Generator<MonthlySum> {
    for (const [cell, sum] of this.sums) {
      const cohort = Math.floor(cell / MONTHS);
      yield {
        month: firstOf(cell % MONTHS),
        cohortMonth: cohort === 0 ? null : firstOf(NO_COHORT - cohort),
        amount: typeof sum === 'number' ? String(sum) : sum.toFixed(),
      };
    }
  }
}
