import type { Posting } from '#application/ports/ledger.js';
import { type LocalDate, firstOf, monthNumber } from '#kernel/dates.js';
import { type Exact, exact } from '#kernel/money.js';
import type { Account } from './accounts.js';

/** The postings of one account in one month, and of one class where they have a class date, added up. */
export interface SummedBalance {
  readonly account: Account;
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

/** Balances of a generation that is being filled: its postings summed by month as they are written. */
export class NewBalances {
  /** Of an account, by its number, the sums by class and month. */
  private readonly sums: Map<number, Sum>[] = [];
  /** Postings of one event mostly have the same date. */
  private last: { readonly on: LocalDate; readonly month: number } = { on: '0000-01-01', month: 0 };

  /** Takes a posting whose dates and amount are known to be sound. */
  add(account: number, { on, cohort, amount }: Pick<Posting, 'on' | 'cohort' | 'amount'>): void {
    const ofAccount = (this.sums[account] ??= new Map<number, Sum>());
    if (on !== this.last.on) this.last = { on, month: monthNumber(on) };
    const { month } = this.last;
    const cell = cohort === null ? month : (NO_COHORT - monthNumber(cohort)) * MONTHS + month;
    ofAccount.set(cell, plus(ofAccount.get(cell) ?? 0, amount));
  }

  *rows(accounts: readonly Account[]): Generator<SummedBalance> {
    for (const account of accounts)
      for (const [cell, sum] of this.sums[account.id] ?? []) {
        const cohort = Math.floor(cell / MONTHS);
        yield {
          account,
          month: firstOf(cell % MONTHS),
          cohortMonth: cohort === 0 ? null : firstOf(NO_COHORT - cohort),
          amount: typeof sum === 'number' ? String(sum) : sum.toFixed(),
        };
      }
  }
}
