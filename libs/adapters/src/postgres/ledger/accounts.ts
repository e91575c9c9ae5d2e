import type { Posting } from '#application/ports/ledger.js';
import type { MeasureNumbers } from './measures.js';
import { MonthlySums } from './monthly-sums.js';

/** What postings are summed under: a measure version in an office, with the values of its splits. */
export interface Account {
  readonly id: number;
  readonly measureId: number;
  readonly bureau: string;
  readonly office: string;
  readonly splits: string;
}

/** An account of a generation that is being filled, with what its postings come to so far. */
export interface OpenAccount extends Account {
  readonly sums: MonthlySums;
}

const within = <Key, Inner>(map: Map<Key, Inner>, key: Key, make: () => Inner): Inner => {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = make();
    map.set(key, inner);
  }
  return inner;
};

/** Of an office, the accounts by the number of their measure, then by splits. */
type OfOffice = Map<string, OpenAccount>[];

/** Accounts of a generation that is being filled, numbered from 1 as they are met. */
export class NewAccounts {
  readonly opened: OpenAccount[] = [];
  /** By bureau, then by office. */
  private readonly known = new Map<string, Map<string, OfOffice>>();
  /** Most postings are of the office of the posting before. */
  private last: { readonly bureau: string; readonly office: string; readonly accounts: OfOffice } | undefined;

  constructor(private readonly numbers: MeasureNumbers) {}

  of(posting: Posting): OpenAccount {
    const measureId = this.numbers.of(posting);
    const { bureau, office, splits } = posting;
    const ofMeasure = (this.ofOffice(bureau, office)[measureId] ??= new Map<string, OpenAccount>());
    let account = ofMeasure.get(splits);
    if (account === undefined) {
      account = { id: this.opened.length + 1, measureId, bureau, office, splits, sums: new MonthlySums() };
      ofMeasure.set(splits, account);
      this.opened.push(account);
    }
    return account;
  }

  private ofOffice(bureau: string, office: string): OfOffice {
    const { last } = this;
    if (last !== undefined && office === last.office && bureau === last.bureau) return last.accounts;
    const offices = within(this.known, bureau, () => new Map<string, OfOffice>());
    const accounts = within(offices, office, () => []);
    this.last = { bureau, office, accounts };
    return accounts;
  }
}
