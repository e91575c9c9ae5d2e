import { titleOf } from '#application/describe-lines.js';
import { anchored } from '#application/documents/anchored.js';
import type { PrintedDocument } from '#application/documents/printed.js';
import { documentOfRestatement } from '#application/documents/restatement-document.js';
import { inScope } from '#application/office-scope.js';
import type { RegisterRow } from '#application/ports/ledger.js';
import { type RecordedSeal, periodsOf } from '#application/sealing/books.js';
import type { FoundSeal } from '#application/sealing/find-seal.js';
import { officesOf } from '#application/sealing/freeze-figures.js';
import { headOffice } from '#application/sealing/head-office.js';
import { type LateEntry, lateEntries } from '#application/sealing/late-entries.js';
import { type RestatedFigure, restate } from '#application/sealing/restatement.js';
import { platformTerms } from '#application/terms.js';
import type { Principal } from '#kernel/command.js';
import type { Uuid } from '#kernel/ids.js';
import { Rejected, reject } from '#kernel/reject.js';
import type { Period } from '#kernel/period.js';
import { type SealedFigure, sealHash } from '#kernel/seal.js';
import { type Platform, wholeOf } from '../../platform/platform.js';
import type { Freshness, FreshnessWatch } from '../queries/freshness.js';
import { withoutHidden } from '../persons/desk.js';
import { cutOffOf, readingOf } from '../queries/scope.js';
import { findSeal, findSealFor, officesFor } from './find-books.js';
import type { LateQuery, PeriodsQuery, RestatementQuery } from './periods.dto.js';

/** The books of a bureau, newest period first. */
export interface Periods {
  readonly bureau: string;
  readonly periods: readonly (RegisterRow['columns'] & { readonly streamId: Uuid; readonly title: string })[];
}

/** Whose seal it is, and which. */
export interface SealHead {
  readonly streamId: Uuid;
  readonly bureau: string;
  readonly line: string;
  readonly period: Period;
  readonly state: string;
  readonly seal: Pick<RecordedSeal, 'number' | 'position' | 'hash' | 'closedOn' | 'sealedBy' | 'recordedAt'>;
}

export interface SealedFigures extends SealHead {
  /** Whether the hash is still that of the figures. */
  readonly intact: boolean;
  readonly explained: RecordedSeal['explained'];
  readonly figures: readonly (SealedFigure & { readonly title: string })[];
}

export interface LateInbox extends SealHead {
  readonly entries: readonly (Omit<LateEntry, 'event'> & {
    readonly title: string;
    readonly event: Omit<LateEntry['event'], 'data' | 'evidence'>;
  })[];
  readonly next?: number;
}

export interface Restatement extends SealHead {
  /** Recording position the restated values belong to. */
  readonly position: number;
  readonly freshness: Freshness;
  readonly titles: typeof restatementTitles;
  readonly figures: readonly (RestatedFigure & { readonly title: string })[];
}

/** What the two values of a sealed figure are called, and their difference in an opening stock. */
export const restatementTitles = {
  reported: platformTerms['reported-value'].zh,
  restated: platformTerms['restated-value'].zh,
  openingAdjustment: platformTerms['opening-adjustment'].zh,
};

const PAGE = 500;

const headOf = ({ streamId, state }: { streamId: Uuid; state: string }, seal: RecordedSeal): SealHead => {
  const { bureau, businessLine: line, scheme, from, to } = seal;
  const { number, position, hash, closedOn, sealedBy, recordedAt } = seal;
  return {
    ...{ streamId, bureau, line, state, period: { scheme, from, to } },
    seal: { number, position, hash, closedOn, sealedBy, recordedAt },
  };
};

/** Whoever sees an office of the bureau may know which of its books are closed; by whose leave, who answers for all of it. */
export const readPeriods = async (platform: Platform, caller: Principal, asked: PeriodsQuery): Promise<Periods> => {
  const { registry, offices, ledger } = wholeOf(platform);
  const { bureau } = readingOf(offices, caller, asked);
  const reading = { bureau, offices: officesOf(offices, bureau) };
  const answersForAll = inScope(offices, caller, headOffice(offices, bureau));
  const found: Periods['periods'][number][] = [];
  let after: string | undefined;
  do {
    const query = { register: periodsOf(registry).register, filters: {}, limit: PAGE };
    const page = await ledger.registerRows(reading, { ...query, ...(after === undefined ? {} : { after }) });
    for (const { streamId, columns } of page.rows) {
      const { approver, ...known } = columns;
      const shown = answersForAll && approver !== undefined ? { ...known, approver } : known;
      found.push({ ...shown, streamId, title: titleOf(registry, String(columns['businessLine'])) });
    }
    after = page.next;
  } while (after !== undefined);
  return { bureau, periods: found };
};

/** A seal's figures of the offices the caller may see. */
export const readSeal = async (
  platform: Platform,
  caller: Principal,
  streamId: Uuid,
  number: number,
): Promise<SealedFigures> => shownSeal(platform, caller, await findSeal(platform, caller, streamId, number));

/**
 * The same, of the seal that bears a hash.
 * @rejects not-found no such seal, or none of the caller's bureau: they are not told apart
 */
export const readSealByHash = async (platform: Platform, caller: Principal, hash: string): Promise<SealedFigures> => {
  const found = await findSealFor(platform, caller, hash);
  if (found === undefined) throw new Rejected(reject('not-found'));
  return shownSeal(platform, caller, found);
};

const shownSeal = (platform: Platform, caller: Principal, { books, seal }: FoundSeal): SealedFigures => {
  const visible = new Set(officesFor(platform, caller, seal));
  return {
    ...headOf(books, seal),
    intact: sealHash(seal) === seal.hash,
    explained: seal.explained,
    figures: seal.figures.map((figure) => ({
      ...figure,
      title: titleOf(platform.registry, figure.indicator),
      values: figure.values.filter(({ office }) => visible.has(office)),
    })),
  };
};

/** What came after a seal and belongs to its period, of the offices the caller may see; without the payloads. */
export const readLate = async (
  platform: Platform,
  caller: Principal,
  streamId: Uuid,
  asked: LateQuery,
): Promise<LateInbox> => {
  const { books, seal } = await findSeal(platform, caller, streamId, asked.seal);
  const head = headOf(books, seal);
  const { entries, ...rest } = await lateEntries(platform, head, {
    after: Math.max(asked.after ?? 0, seal.position),
    limit: asked.limit ?? 100,
  });
  const visible = entries.filter(({ event }) => inScope(platform.offices, caller, event.office));
  return {
    ...head,
    entries: visible.map(({ event: { data: _, evidence: __, ...event }, ...entry }) => ({
      ...entry,
      title: titleOf(platform.registry, event.type),
      event,
    })),
    ...rest,
  };
};

const restated = async (
  platform: Platform,
  freshness: FreshnessWatch,
  caller: Principal,
  streamId: Uuid,
  asked: RestatementQuery,
) => {
  await platform.definitions.refresh();
  const { books, seal } = await findSeal(platform, caller, streamId, asked.seal);
  const offices = officesFor(platform, caller, seal, asked.office);
  const cutOff = asked.asOf === undefined ? undefined : await cutOffOf(platform, asked.asOf);
  const reached = await freshness.reach(Math.max(asked['min-position'] ?? 0, cutOff ?? 0));
  const position = cutOff ?? reached.position;
  const codes = asked.codes?.split(',');
  const figures = await restate(platform, seal, { offices, asOf: position, ...(codes === undefined ? {} : { codes }) });
  return { books, seal, position, reached, figures };
};

/** The same as a document: every figure that moved, and the postings that moved it. */
export const restatementFile = async (
  platform: Platform,
  freshness: FreshnessWatch,
  caller: Principal,
  streamId: Uuid,
  asked: RestatementQuery,
): Promise<PrintedDocument> => {
  const { seal, position, figures } = await restated(platform, freshness, caller, streamId, asked);
  const nameOf = (office: string): string => platform.offices.find(office)?.name ?? office;
  const { today } = platform.clock.now();
  const pack = { seal, position, figures, nameOf, today, issuer: nameOf(seal.bureau) };
  return anchored(documentOfRestatement(platform.registry, pack), platform.chain, position);
};

/** Figures of a seal that have moved since, with what moved them. */
export const readRestatement = async (
  platform: Platform,
  freshness: FreshnessWatch,
  caller: Principal,
  streamId: Uuid,
  asked: RestatementQuery,
): Promise<Restatement> => {
  const { books, seal, position, reached, figures } = await restated(platform, freshness, caller, streamId, asked);
  return {
    ...headOf(books, seal),
    position,
    freshness: reached,
    titles: restatementTitles,
    figures: await withoutHidden(
      platform,
      caller,
      figures.map((figure) => ({ ...figure, title: titleOf(platform.registry, figure.indicator) })),
    ),
  };
};
