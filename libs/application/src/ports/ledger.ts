import type { Fact } from '../facts.js';
import type { Narrowing } from '../indicator.js';
import type { BureauCode, LocalDate, OfficeCode, Uuid } from '../kernel.js';

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
  /** Where persons are counted. */
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

/** Everything one batch of the feed changes, committed together with the checkpoint. */
export interface ProjectionBatch {
  readonly view: string;
  /** Checkpoint the batch rests on; another one in the store means another projector is at work, and the batch is refused. */
  readonly after: number;
  readonly position: number;
  readonly streams: readonly FoldedStream[];
  readonly postings: readonly Posting[];
  /** Per stream touched: its rows now, which replace the rows it had. */
  readonly registers: ReadonlyMap<Uuid, readonly RegisterRow[]>;
  readonly duties: ReadonlyMap<Uuid, readonly DutyRow[]>;
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
  checkpoint(view: string): Promise<number>;
  loadStreams(view: string, streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, FoldedStream>>;
  /**
   * Gives the balances that moved, to be told once this resolves: it is committed then.
   * @throws StaleCheckpoint when the stored checkpoint is not `after`: another projector, or a rebuild that took the
   * place of the rows; read the checkpoint and the streams anew
   * @throws LogReplaced when the rows rest on another log
   */
  apply(batch: ProjectionBatch): Promise<readonly BalanceChange[]>;
}

export class StaleCheckpoint extends Error {}

/** The log is not the one the rows were projected from, or has lost its end; only a rebuild makes them true again. */
export class LogReplaced extends Error {}

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

/** Where figures are read. */
export interface Ledger {
  /** Position the figures include, and the log's head. */
  watermark(): Promise<{ readonly position: number; readonly head: number; readonly behindSince: string | null }>;
  /** One exact decimal per term, in order; a term without postings is 0. */
  sums(reading: Reading, terms: readonly SumTerm[]): Promise<readonly string[]>;
  /** Date of the newest posting of a measure on or before a date: where a cumulative baseline stands. */
  latestOn(reading: Reading, measure: string, to: LocalDate): Promise<LocalDate | undefined>;
  /** Facts whose postings add up to the term, net zero ones left out, paged by a stable cursor. */
  evidence(
    reading: Reading,
    term: SumTerm,
    page: { after?: string; limit: number },
  ): Promise<{ rows: readonly EvidenceRow[]; next?: string }>;
  registerRows(
    reading: Reading,
    query: { register: string; filters: Readonly<Record<string, string>>; after?: string; limit: number },
  ): Promise<{ rows: readonly RegisterRow[]; next?: string }>;
  /** Open duties due on or before a date, and how they stand. */
  duties(
    reading: Reading,
    query: { dueBy: LocalDate; after?: string; limit: number },
  ): Promise<{ rows: readonly DutyRow[]; next?: string }>;
}
