import type { BureauCode, OfficeCode, Uuid } from '../kernel.js';
import type { Ledger, SumTerm } from './ledger.js';
import type { Lease } from './relay.js';
import type { TopicPartition } from './topics.js';

/** A cell of the figures: the postings of one measure version, office, month and set of splits, added up. */
export interface BalanceCell {
  readonly bureau: BureauCode;
  readonly office: OfficeCode;
  readonly measure: string;
  readonly measureVersion: number;
  /** Null where the definition has not been declared. */
  readonly unit: string | null;
  /** YYYY-MM of the date that decides the period. */
  readonly month: string;
  /** YYYY-MM of the class date of a cohort measure. */
  readonly cohortMonth: string | null;
  /** Canonical JSON, keys sorted. */
  readonly splits: string;
  /** Exact decimal as text. */
  readonly amount: string;
}

/** A stream that is set aside, and the event it stopped at. */
export interface ParkedMark {
  readonly streamId: Uuid;
  readonly position: number;
}

/** What the figures of a database are at one moment. */
export interface FiguresStand {
  /** The log they rest on. */
  readonly source: Uuid;
  readonly generation: number;
  /** Every event up to here is in them. */
  readonly position: number;
  readonly parked: readonly ParkedMark[];
}

/** A state of the figures that cells are asked of: exact, however far the rows have gone on since. */
export type AsAt = Pick<FiguresStand, 'generation' | 'position'>;

/** Reads the figures cell by cell, to be published. */
export interface BalanceCells {
  /** Undefined while the figures rest on another log than the one that is there, until they are rebuilt. */
  stand(): Promise<FiguresStand | undefined>;
  /** Cells touched by postings after a position, or by any posting of the streams. An error when the generation is gone. */
  changed(at: AsAt, after: number, streams: readonly Uuid[]): Promise<readonly BalanceCell[]>;
  /** Cells in their order after a given one, those that add up to nothing among them. An error as above. */
  page(at: AsAt, after: BalanceCell | undefined, limit: number): Promise<readonly BalanceCell[]>;
}

/** Offset after the newest record that was written to a partition. */
export interface PartitionOffset extends TopicPartition {
  readonly nextOffset: number;
}

/** Which figures are published, and where. */
export interface Publication extends FiguresStand {
  /** Logs whose place this one took in the same database; their cells count no more. */
  readonly formerly: readonly Uuid[];
}

export interface PublicationStand {
  /** Undefined before all cells were published once in this life of the topic. */
  readonly published: Publication | undefined;
  /** Logs this database has published from, this one or earlier ones. */
  readonly sources: readonly Uuid[];
  /** Counts the lives of the topic: one more whenever it was lost. */
  readonly life: number;
  readonly ends: readonly PartitionOffset[];
}

/** Where the publisher remembers how far it is; in the database of the figures. */
export interface PublicationProgress {
  stand(): Promise<PublicationStand>;
  /** @throws LeaseLost */
  advance(lease: Lease, published: Publication, ends: readonly PartitionOffset[]): Promise<void>;
  /**
   * The topic is gone or has lost records: begins a new life of it, in which nothing is published yet; gives its number.
   * @throws LeaseLost
   */
  startAgain(lease: Lease): Promise<number>;
}

/** A cell as some database published it. */
export interface PublishedCell extends BalanceCell {
  readonly source: Uuid;
  readonly generation: number;
  readonly position: number;
}

/** What a database says of a generation in one partition: that its cells begin to come, or that all of them have come. */
export interface GenerationStated {
  readonly source: Uuid;
  readonly generation: number;
  readonly complete: boolean;
  readonly position: number;
  readonly formerly: readonly Uuid[];
}

/** Where a roll-up stands in a partition. */
export interface RollUpStand {
  readonly nextOffset: number;
  /** Life of the topic as each source counts it. */
  readonly lives: ReadonlyMap<Uuid, number>;
}

export interface RollUpBatch {
  /** `<topic>/<number>` */
  readonly partition: string;
  /** Number of the partition. A bureau is in the same one of every topic. */
  readonly slot: number;
  readonly from: RollUpStand;
  readonly to: RollUpStand;
  readonly cells: readonly PublishedCell[];
  readonly stated: readonly GenerationStated[];
}

/** Where the figures of many databases are gathered. One `apply` is one transaction. */
export interface RollUpStore {
  /** From the beginning where the partition has not been read yet. */
  stand(partition: string): Promise<RollUpStand>;
  /**
   * Of each cell the amount of the newest position stays; of each source the newest generation that is complete counts, and
   * what is older goes.
   * @throws StaleCheckpoint when the partition was read on from elsewhere
   */
  apply(batch: RollUpBatch): Promise<void>;
}

/** A database among those added up. */
export interface RollUpSource {
  readonly source: Uuid;
  readonly bureaus: readonly BureauCode[];
  /** Its figures include every event up to here at least. */
  readonly position: number;
  /** Not all of its figures have come yet, so that none of them counts. */
  readonly awaited: boolean;
}

/**
 * The figures of many databases as one. As a `Ledger` it answers a reading whose bureau is a division, or the beginning of
 * its code (43, 4309, 430922), with every office of it, as far as balances can; it refuses the rest.
 */
export interface RollUpFigures extends Ledger {
  sources(): Promise<readonly RollUpSource[]>;
  /** Codes of the measures there are. */
  measures(): Promise<readonly string[]>;
  /** Divisions that have figures, by so many digits of their codes, below one. */
  areas(within: string, digits: number): Promise<readonly string[]>;
  /** As `sums`, for each of the divisions at once. */
  sumsByArea(
    within: string,
    digits: number,
    terms: readonly SumTerm[],
  ): Promise<ReadonlyMap<string, readonly string[]>>;
}
