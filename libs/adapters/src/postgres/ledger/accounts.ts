import type { Posting } from '#application/ports/ledger.js';
import type { MeasureNumbers } from './measures.js';

/** What postings are summed under: a measure version in an office, with the values of its splits. */
export interface Account {
  readonly id: number;
  readonly measureId: number;
  readonly bureau: string;
  readonly office: string;
  readonly splits: string;
}

const within = <Key, Inner>(map: Map<Key, Inner>, key: Key, make: () => Inner): Inner => {
  let inner = map.get(key);
  if (inner === undefined) {
    inner = make();
    map.set(key, inner);
  }
  return inner;
};

/** Accounts of a generation that is being filled, numbered from 1 as they are met. */
export class NewAccounts {
  readonly opened: Account[] = [];
  /** By measure, bureau, office and splits. */
  private readonly known: Map<string, Map<string, Map<string, number>>>[] = [];

  constructor(private readonly numbers: MeasureNumbers) {}

  of(posting: Posting): number {
    const measureId = this.numbers.of(posting);
    const { bureau, office, splits } = posting;
    const offices = within((this.known[measureId] ??= new Map()), bureau, () => new Map<string, Map<string, number>>());
    const accounts = within(offices, office, () => new Map<string, number>());
    let id = accounts.get(splits);
    if (id === undefined) {
      id = this.opened.length + 1;
      accounts.set(splits, id);
      this.opened.push({ id, measureId, bureau, office, splits });
    }
    return id;
  }
}
