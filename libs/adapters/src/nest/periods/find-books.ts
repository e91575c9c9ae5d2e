import { inScope, officesInScope } from '#application/office-scope.js';
import { type RecordedSeal, booksIn, periodsOf } from '#application/sealing/books.js';
import { type FoundSeal, findSealByHash } from '#application/sealing/find-seal.js';
import { officesOf } from '#application/sealing/freeze-figures.js';
import type { Principal } from '#kernel/command.js';
import type { OfficeCode } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import { bureausOf } from '../queries/scope.js';

/**
 * Books are kept by the head office for all offices of its bureau, who may know them and see of a seal their own figures: so they
 * are read of the whole, and what is shown is chosen here.
 *
 * A seal of the books a stream keeps: by its number, or the newest.
 * @rejects not-found no such books or seal, or none of the caller's bureau: they are not told apart
 */
export const findSeal = async (
  platform: Platform,
  caller: Principal,
  streamId: Uuid,
  number?: number,
): Promise<FoundSeal> => {
  const stored = await wholeOf(platform).store.load(streamId);
  const theirs =
    stored !== undefined &&
    stored.streamType === periodsOf(platform.registry).stream &&
    officesInScope(platform.offices, caller, stored.bureau).length > 0;
  const books = theirs ? booksIn(platform, stored) : undefined;
  const seal = number === undefined ? books?.seals.at(-1) : books?.seals[number - 1];
  if (books === undefined || seal === undefined) throw new Rejected(reject('not-found'));
  return { books, seal };
};

/** The seal that bears a hash, of any bureau the caller sees an office of; undefined where there is none. */
export const findSealFor = async (
  platform: Pick<Platform, 'registry' | 'offices' | 'ledger' | 'store' | 'calendar' | 'whole'>,
  caller: Principal,
  hash: string,
): Promise<FoundSeal | undefined> => {
  if (!platform.registry.lines.some(({ periods }) => periods !== undefined)) return undefined;
  for (const bureau of bureausOf(platform.offices, caller)) {
    const found = await findSealByHash(platform.whole ?? platform, bureau, hash);
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Offices of a seal whose figures a caller may see, or the one asked for.
 * @rejects not-found
 */
export const officesFor = (
  { offices }: Pick<Platform, 'offices'>,
  caller: Principal,
  { bureau }: RecordedSeal,
  asked?: OfficeCode,
): readonly OfficeCode[] => {
  const theirs = officesOf(offices, bureau).filter((code) => inScope(offices, caller, code));
  const chosen = asked === undefined ? theirs : theirs.filter((code) => code === asked);
  if (chosen.length === 0) throw new Rejected(reject('not-found'));
  return chosen;
};
