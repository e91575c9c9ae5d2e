import { sealHash } from '#kernel/seal.js';
import type { BureauCode } from '../kernel.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ledger } from '../ports/ledger.js';
import type { OfficeDirectory } from '../ports/office-directory.js';
import { type Books, type BooksPorts, type RecordedSeal, booksIn, periodsOf } from './books.js';
import { officesOf } from './freeze-figures.js';

/** A seal with the books it belongs to. */
export interface FoundSeal {
  readonly books: Books;
  readonly seal: RecordedSeal;
}

export interface FindSealPorts extends Omit<BooksPorts, 'store'> {
  readonly store: Pick<EventStore, 'loadMany'>;
  readonly ledger: Pick<Ledger, 'registerRows'>;
  readonly offices: OfficeDirectory;
}

/** Books whose streams are read at a time: a seal may have hundreds of kilobytes. */
const PAGE = 20;

/**
 * The seal of a bureau that bears a hash, as far as the register of books has come; one whose figures do not have that hash is
 * none. The register names the newest seal of each period, so streams are read only of that one and of books closed more than once.
 */
export const findSealByHash = async (
  ports: FindSealPorts,
  bureau: BureauCode,
  hash: string,
): Promise<FoundSeal | undefined> => {
  const { registry, offices, ledger, store } = ports;
  const reading = { bureau, offices: officesOf(offices, bureau) };
  let after: string | undefined;
  do {
    const query = { register: periodsOf(registry).register, filters: {}, limit: PAGE };
    const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    const possible = page.rows.filter(({ columns }) => columns['hash'] === hash || Number(columns['seal'] ?? 0) > 1);
    for (const stored of (await store.loadMany(possible.map(({ streamId }) => streamId))).values()) {
      const books = booksIn(ports, stored);
      const seal = books.seals.find((item) => item.hash === hash && sealHash(item) === hash);
      if (seal !== undefined) return { books, seal };
    }
    after = page.next;
  } while (after !== undefined);
  return undefined;
};
