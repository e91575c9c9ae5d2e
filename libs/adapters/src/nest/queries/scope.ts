import { positionAt } from '#application/position-at.js';
import { inScope, officesInScope } from '#application/office-scope.js';
import type { Reading } from '#application/ports/ledger.js';
import type { OfficeDirectory } from '#application/ports/office-directory.js';
import type { Principal } from '#kernel/command.js';
import { type Period, parsePeriod } from '#kernel/period.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Platform } from '../../platform/platform.js';

/** Bureaus that have an office in scope of the principal. */
export const bureausOf = (offices: OfficeDirectory, caller: Principal): readonly string[] => [
  ...new Set(
    offices.all().flatMap(({ bureau, code }) => (bureau !== '' && inScope(offices, caller, code) ? [bureau] : [])),
  ),
];

/**
 * What a caller may read of a bureau, narrowed to an office and what lies below it where one is named. A caller of one
 * bureau need not name it.
 * @rejects invalid-data the bureau is missing where there are several
 * @rejects not-found    bureau or office does not exist, or is not the caller's: the two are not told apart
 */
export const readingOf = (
  offices: OfficeDirectory,
  caller: Principal,
  asked: { readonly bureau?: string; readonly office?: string },
): Reading => {
  const bureau = asked.bureau ?? offices.find(asked.office ?? '')?.bureau ?? onlyOne(bureausOf(offices, caller));
  const all = officesInScope(offices, caller, bureau);
  const below = asked.office === undefined ? undefined : new Set(offices.below(asked.office));
  const chosen = below === undefined ? all : all.filter((code) => below.has(code));
  if (chosen.length === 0 || (asked.office !== undefined && !all.includes(asked.office)))
    throw new Rejected(reject('not-found'));
  return { bureau, offices: chosen };
};

const onlyOne = (bureaus: readonly string[]): string => {
  const [first, ...more] = bureaus;
  if (first === undefined) throw new Rejected(reject('not-found'));
  if (more.length > 0) throw new Rejected(reject('invalid-data', { at: 'bureau', code: 'missing' }));
  return first;
};

/** The period a checked text stands for. */
export const periodOf = (text: string): Period => {
  const period = parsePeriod(text);
  if (period === undefined) throw new Rejected(reject('invalid-data', { at: 'period', code: 'not-a-period' }));
  return period;
};

const DIGITS = /^\d{1,15}$/;

/**
 * The recording position an `asOf` means: a position, or the last one recorded by an instant.
 * @rejects invalid-data neither of the two, an instant yet to come, a position the log has not reached
 */
export const cutOffOf = async ({ feed, clock }: Pick<Platform, 'feed' | 'clock'>, asOf: string): Promise<number> => {
  const wrong = (code: string): Rejected => new Rejected(reject('invalid-data', { at: 'asOf', code }));
  if (DIGITS.test(asOf)) {
    if (Number(asOf) > (await feed.head())) throw wrong('too-large');
    return Number(asOf);
  }
  if (!/^\d{4}-\d{2}-\d{2}T/.test(asOf) || Number.isNaN(Date.parse(asOf))) throw wrong('not-an-instant');
  if (Date.parse(asOf) > Date.parse(clock.now().now)) throw wrong('in-the-future');
  return positionAt(feed, new Date(asOf).toISOString());
};
