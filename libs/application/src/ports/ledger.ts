import type { Fact } from '../facts.js';
import type { Narrowing } from '../indicator.js';
import type { BureauCode, Instant, LocalDate, OfficeCode, Uuid } from '../kernel.js';

/** The facts of one stream as folded up to a version and position. */
export interface FoldedStream {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly bureau: BureauCode;
  readonly version: number;
  readonly position: number;
  /** Latest business date folded; an event before it makes the stream be folded again. */
  readonly foldedTo: LocalDate;
  readonly facts: readonly Fact[];
}

/** A posting as the projector writes it; append-only. */
export interface Posting {
  readonly measure: string;
  readonly measureVersion: number;
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  /** Date that decides the period. */
  readonly on: LocalDate;
  /** Class date of a cohort measure; null for flows and stocks. */
  readonly cohort: LocalDate | null;
  /** Values of the measure's splits: canonical JSON, keys sorted, absent values left out. */
  readonly splits: string;
  /** Exact decimal as text; −1 and +1 for counts. */
  readonly amount: string;
  /** Where persons, or other things, are counted once. */
  readonly person: Uuid | null;
  readonly streamId: Uuid;
  readonly factKey: string;
  /** Position of the event that caused it: the recording axis of every as-of. */
  readonly position: number;
}

export interface RegisterRow {
  readonly register: string;
  readonly bureau: BureauCode;
  /** The office that owns it now. */
  readonly office: OfficeCode;
  readonly streamId: Uuid;
  readonly factKey: string;
  readonly orderedBy: LocalDate;
  readonly person: Uuid | null;
  /** Shown and filtered fields, latest values. */
  readonly columns: Readonly<Record<string, string | number | boolean>>;
  readonly position: number;
}

export interface DutyRow {
  readonly deadline: string;
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  readonly streamId: Uuid;
  readonly factKey: string;
  readonly dueOn: LocalDate;
  readonly provisional: boolean;
  readonly metOn: LocalDate | null;
  readonly position: number;
}

/**
 * A stream set aside because one of its events could not be folded: its facts stay as they were before that event until
 * somebody has the stream folded again. Everything else goes on.
 */
export interface ParkedStream {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly bureau: BureauCode;
  /** The event that could not be folded. */
  readonly position: number;
  readonly version: number;
  readonly type: string;
  readonly reason: string;
}

/** Where a view stands in one partition of a topic. */
export interface PartitionStand {
  /** Newest position applied; what comes at or below it again is a repeat. */
  readonly position: number;
  /** Offset of the record to be read next. */
  readonly nextOffset: number;
  /** Life of the topics the offset belongs to. */
  readonly life: number;
}

/** What folding streams gives to be written. */
export interface ProjectedRows {
  readonly streams: readonly FoldedStream[];
  readonly postings: readonly Posting[];
  /** Per stream touched: its rows now, which replace the rows it had. */
  readonly registers: ReadonlyMap<Uuid, readonly RegisterRow[]>;
  readonly duties: ReadonlyMap<Uuid, readonly DutyRow[]>;
}

/** Streams as they are folded, gone through in the order of their ids. */
export interface FoldedStreams {
  foldedIn(
    view: string,
    bureau: BureauCode,
    page: { readonly after?: Uuid; readonly limit: number },
  ): Promise<readonly FoldedStream[]>;
}

/** Everything one batch of the feed changes, committed together with the checkpoint. */
export interface ProjectionBatch extends ProjectedRows {
  readonly view: string;
  /** Partition of a topic the batch was read from; absent where it was read from the log itself. */
  readonly partition?: { readonly name: string; readonly from: PartitionStand; readonly nextOffset: number };
  /** Checkpoint the batch rests on; another one in the store means another projector is at work, and the batch is refused. */
  readonly after: number;
  readonly position: number;
  /** Newest definition of a bureau the batch was folded with; other than the rows' own means that it has to be folded anew. */
  readonly definitions?: number;
  /** Streams set aside in this batch. */
  readonly parked?: readonly ParkedStream[];
  /** Streams whose events were passed over because they are set aside. */
  readonly passedOver?: readonly Uuid[];
}

/** A balance that moved, as dashboards are told. */
export interface BalanceChange {
  readonly position: number;
  readonly measure: string;
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  /** YYYY-MM of the effective date. */
  readonly month: string;
  /** What it is now, over all splits. */
  readonly amount: string;
}

/** Where a projector writes. One `apply` is one transaction. */
export interface ProjectionStore {
  /**
   * Where a view stands that reads the log itself; 0 before its first batch.
   * @throws DrivenByTopics when the view is fed from topics
   */
  checkpoint(view: string): Promise<number>;
  /** Of the streams, those that are set aside. */
  parkedAmong(view: string, streamIds: readonly Uuid[]): Promise<ReadonlySet<Uuid>>;
  loadStreams(view: string, streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FoldedStream>>;
  /**
   * Gives the balances that moved, to be told once this resolves: it is committed then.
   * @throws StaleCheckpoint when the stored checkpoint is not `after`, or a stream passed over is no longer set aside:
   * another projector, or a rebuild that took the place of the rows; read the checkpoint and the streams anew
   * @throws LogReplaced when the rows rest on another log
   */
  apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]>;
}

export class StaleCheckpoint extends Error {}

/** The log is not the one the rows were projected from, or has lost its end; only a rebuild makes them true again. */
export class LogReplaced extends Error {}

/** The view is fed from topics, or from other ones: whoever reads the log for it is out of turn. */
export class DrivenByTopics extends Error {}

/** Hands a view over between the drivers, without a figure moving. One `takeOver` is one transaction. */
export interface PartitionedProjections extends ProjectionStore {
  /**
   * From now on the view is fed from these partitions, each from where the view stands: from the beginning of the topic,
   * what was applied before counting as repeats. Partitions known already stay where they are.
   */
  feedFromTopics(view: string, partitions: readonly string[]): Promise<void>;
  /** From now on the view is fed from the log itself. What some partitions were ahead comes again as repeats. */
  feedFromLog(view: string): Promise<void>;
  /** Undefined when the view is not fed from this partition. */
  stand(view: string, partition: string): Promise<PartitionStand | undefined>;
  /** Every partition the view is fed from, by name; none where it reads the log itself. */
  stands(view: string): Promise<readonly (PartitionStand & { readonly partition: string })[]>;
  /** Life of the topics today. */
  life(): Promise<number>;
  /** Asks whoever publishes to begin a new life: in this one, records are missing. */
  askForNewLife(life: number): Promise<void>;
  /** The partition is read from another offset, in another life of the topics. @throws StaleCheckpoint */
  turnTo(view: string, partition: string, from: PartitionStand, to: Omit<PartitionStand, 'position'>): Promise<void>;
}

/** Streams set aside, for those who look after them. */
export interface ParkedStreams {
  /** Oldest first. */
  list(view: string): Promise<readonly (ParkedStream & { readonly parkedAt: Instant })[]>;
  /**
   * Takes a stream up again: `fold` is given the stream as far as it was folded and the position up to which the view has
   * been delivered its events, and what it gives is written. Undefined when the stream is not set aside. An error leaves it
   * set aside.
   */
  takeUp(
    view: string,
    streamId: Uuid,
    fold: (known: FoldedStream | undefined, deliveredTo: number) => Promise<ProjectedRows>,
  ): Promise<readonly BalanceChange[] | undefined>;
}

/** Which postings a reading adds up. */
export interface Reading {
  readonly bureau: BureauCode;
  /** Offices in scope; every reading is limited to them. */
  readonly offices: readonly OfficeCode[];
  /** Recording cut-off: only postings up to this position. Absent: everything projected. */
  readonly asOf?: number;
}

/** One sum asked of the ledger. `flow`: from ≤ on ≤ to; `stock`: on ≤ to; `cohort`: on ≤ to and from ≤ cohort ≤ to. */
export interface SumTerm {
  readonly measure: string;
  readonly mode: 'flow' | 'stock' | 'cohort' | 'persons-flow' | 'persons-stock';
  readonly from?: LocalDate;
  readonly to: LocalDate;
  readonly where?: Narrowing;
  /** For persons: only those who on `to` also stand in this stock, whichever office of the bureau it counts them in. */
  readonly alsoIn?: string;
}

export interface EvidenceRow {
  readonly streamId: Uuid;
  readonly factKey: string;
  readonly office: OfficeCode;
  readonly on: LocalDate;
  readonly amount: string;
  readonly person: Uuid | null;
  readonly splits: Readonly<Record<string, string>>;
  /** Events that caused the postings, oldest first. */
  readonly positions: readonly number[];
}

/** One posting that came after a position. */
export interface PostedLater extends Omit<EvidenceRow, 'positions'> {
  /** Position of the event that caused it. */
  readonly position: number;
}

/** Where figures are read. */
export interface Ledger {
  /** Position the figures include, the log's head, and how many streams are set aside. */
  watermark(): Promise<{
    readonly position: number;
    readonly head: number;
    readonly behindSince: string | null;
    readonly parked: number;
  }>;
  /** One exact decimal per term, in order; a term without postings is 0. */
  sums(reading: Reading, terms: readonly SumTerm[]): Promise<readonly string[]>;
  /** The same of each office of the reading by itself. */
  sumsByOffice(reading: Reading, terms: readonly SumTerm[]): Promise<ReadonlyMap<OfficeCode, readonly string[]>>;
  /** Months, YYYY-MM, that hold anything the measures ever counted, by measure and office; both ends included. */
  monthsLogged(
    reading: Reading,
    measures: readonly string[],
    from: string,
    to: string,
  ): Promise<readonly { readonly measure: string; readonly office: OfficeCode; readonly month: string }[]>;
  /** Date of the newest posting of a measure on or before a date: where a cumulative baseline stands. */
  latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined>;
  /** Facts whose postings add up to the term, net zero ones left out, paged by a stable cursor. */
  evidence(
    reading: Reading,
    term: SumTerm,
    page: { after?: string; limit: number },
  ): Promise<{ rows: readonly EvidenceRow[]; next?: string }>;
  /** A register, newest first: as it stands, or as it stood at the reading's cut-off. A row that lacks a column matches no filter of it. */
  registerRows(
    reading: Reading,
    query: { register: string; filters: Readonly<Record<string, string>>; after?: string; limit: number },
  ): Promise<{ rows: readonly RegisterRow[]; next?: string }>;
  /** Duties due on or before a date, soonest first: those not met yet, or with `late` those met after their day. */
  duties(
    reading: Reading,
    query: { dueBy: LocalDate; late?: boolean; after?: string; limit: number },
  ): Promise<{ rows: readonly DutyRow[]; next?: string }>;
}

/** What moved figures since a position: the postings themselves. */
export interface LatePostings {
  /**
   * Postings of a term caused after a position, up to the reading's cut-off, oldest first: their amounts add up to what the term
   * moved by since, save where persons are counted once.
   */
  postingsAfter(reading: Reading, term: SumTerm, after: number): Promise<readonly PostedLater[]>;
}

/** What events posted, and what single persons stand for: for those who ask what a change moves. */
export interface CausedPostings {
  /** Everything one event posted. */
  postedAt(bureau: BureauCode, position: number): Promise<readonly Posting[]>;
  /**
   * What each of the persons comes to in each term, `alsoIn` left aside; one without a posting in it is left out. Exact decimals.
   */
  sumsByPerson(
    reading: Reading,
    terms: readonly SumTerm[],
    persons: readonly Uuid[],
  ): Promise<readonly ReadonlyMap<Uuid, string>[]>;
}
