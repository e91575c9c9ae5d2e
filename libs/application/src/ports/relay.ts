import type { TopicPartition } from './topics.js';

/** A role that one process at a time may hold, with the number that fences off who held it before. */
export interface Lease {
  readonly role: string;
  /** Rises with every change of hands; a write under an older one is refused. */
  readonly epoch: number;
}

/** Somebody else holds the role by now: what was under way must not be written. */
export class LeaseLost extends Error {}

/** Hands out roles for a time. Safety rests on the epoch, which every write under a lease compares; never on clocks. */
export interface Leases {
  /** Takes a role that nobody holds, or whose time is over; undefined while somebody does. */
  take(role: string, holder: string, milliseconds: number): Promise<Lease | undefined>;
  /** @throws LeaseLost */
  renew(lease: Lease, milliseconds: number): Promise<void>;
  /** Gives the role back before its time, where it is still held. */
  release(lease: Lease): Promise<void>;
}

/** What was last written to a partition of a topic. */
export interface PartitionEnd extends TopicPartition {
  /** Position of the newest event published there. */
  readonly position: number;
  /** Offset after the newest record. */
  readonly nextOffset: number;
}

/** How far the log is published, and where. */
export interface RelayStand {
  /** Everything up to here is published; 0 before the first event. */
  readonly position: number;
  /** Counts the lives of the topics: one more whenever they were lost and are filled again from the beginning. */
  readonly life: number;
  /** A reader has found that records are missing, and asks for a new life. */
  readonly asked: boolean;
  /** False when what was published came from another log, or from an end that this one has lost. */
  readonly sameLog: boolean;
  readonly ends: readonly PartitionEnd[];
}

/** Where the relay remembers how far it is; in the database of the log. */
export interface RelayProgress {
  stand(): Promise<RelayStand>;
  /**
   * Everything up to `position` is published, and the partitions named reach as far as said.
   * @throws LeaseLost
   */
  advance(lease: Lease, position: number, ends: readonly PartitionEnd[]): Promise<void>;
  /**
   * The topics are gone or have lost records: begins a new life of them at position 0, and gives its number. Figures stay
   * where they are.
   * @throws LeaseLost
   */
  startAgain(lease: Lease): Promise<number>;
}
