import { canonicalJson } from '#kernel/canonical.js';
import type { SealedValue } from '#kernel/seal.js';
import type { OfficeCode, Period, Uuid } from '../kernel.js';
import type { EventStore } from '../ports/event-store.js';
import type { Ledger } from '../ports/ledger.js';
import { type BooksPorts, type RecordedSeal, booksIn, periodsOf } from '../sealing/books.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { type Change, type MovedFigure, movedFigures } from './moved-figures.js';

/** A figure of a sealed period: what was reported stays, and what stands beside it as restated moves. */
export interface MovedSealedFigure extends MovedFigure {
  /** Books and seal it was reported with. */
  readonly streamId: Uuid;
  readonly line: string;
  readonly number: number;
  readonly hash: string;
  /** Absent where the seal holds none for that office: it opened since. */
  readonly reported?: SealedValue;
}

export interface SealPorts extends Omit<BooksPorts, 'store'> {
  readonly store: Pick<EventStore, 'loadMany'>;
  readonly ledger: Pick<Ledger, 'registerRows'>;
}

/** Books read at a time. */
const PAGE = 200;

interface Sealed {
  readonly streamId: Uuid;
  readonly seal: RecordedSeal;
}

/** Newest seals of a bureau recorded by a position, of the periods the postings may move. */
const sealsAt = async (ports: SealPorts, { offices, bureau, asOf }: Change): Promise<readonly Sealed[]> => {
  const { registry, ledger, store } = ports;
  if (!registry.lines.some(({ periods }) => periods !== undefined)) return [];
  const reading = { bureau, offices: officesOf(offices, bureau) };
  const found: Sealed[] = [];
  let after: string | undefined;
  do {
    const query = { register: periodsOf(registry).register, filters: {}, limit: PAGE };
    const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    const streams = page.rows.filter(({ columns }) => columns['hash'] !== undefined).map(({ streamId }) => streamId);
    for (const stored of (await store.loadMany(streams)).values()) {
      const seal = booksIn(ports, stored).seals.findLast(({ recordedAt }) => recordedAt <= asOf);
      if (seal !== undefined) found.push({ streamId: stored.streamId, seal });
    }
    after = page.next;
  } while (after !== undefined);
  return found;
};

/** Figures of sealed periods whose restated values move. */
export const restatedSeals = async (
  ports: SealPorts,
  change: Change,
  offices: readonly OfficeCode[],
): Promise<readonly MovedSealedFigure[]> => {
  const found: MovedSealedFigure[] = [];
  for (const { streamId, seal } of await sealsAt(ports, change)) {
    const { scheme, from, to, businessLine: line, number, hash, figures } = seal;
    const period: Period = { scheme, from, to };
    const codes = figures.map(({ indicator }) => indicator).filter((code) => change.registry.indicators.has(code));
    for (const moved of await movedFigures(change, offices, [period], codes)) {
      const values = figures.find(({ indicator }) => indicator === moved.indicator)?.values;
      const reported = values?.find(({ office }) => office === moved.office);
      found.push({ streamId, line, number, hash, ...moved, ...(reported === undefined ? {} : { reported }) });
    }
  }
  return found.sort((a, b) => (canonicalJson(a.period) < canonicalJson(b.period) ? -1 : 1));
};
