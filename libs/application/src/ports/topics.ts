/** One partition of a topic. */
export interface TopicPartition {
  readonly topic: string;
  readonly partition: number;
}

/** How a topic is made where it is missing. A topic that exists is left as it is, except that its partitions must agree. */
export interface TopicSettings {
  readonly name: string;
  readonly partitions: number;
  /** Copies of each record; a record counts as written when `inSync` of them have it. */
  readonly replicas: number;
  readonly inSync: number;
  /** `compact` keeps the newest record of each key for ever, `delete` every record for a time. */
  readonly cleanup: 'compact' | 'delete';
  /** Milliseconds a record is kept at least, counted from its publication; only for `delete`. */
  readonly retention?: number;
}

export interface OutgoingRecord extends TopicPartition {
  readonly key: string;
  /** Null says that what the key named is gone. */
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Where the records of one `publish` begin in a partition. Offsets are whole numbers below 2^53. */
export interface Published extends TopicPartition {
  readonly firstOffset: number;
}

/** What a partition holds: offsets from `low` to below `high`. */
export interface PartitionRange extends TopicPartition {
  readonly low: number;
  readonly high: number;
}

/** A topic is there with another number of partitions than it was made with, so keys would change place. */
export class PartitionsDiffer extends Error {}

/** Writes records. One `publish` at a time. */
export interface Publisher {
  /**
   * Makes topics that are missing.
   * @throws PartitionsDiffer
   */
  prepare(topics: readonly TopicSettings[]): Promise<void>;
  /**
   * Resolves when all records are in as many replicas as the topic asks for; records of a partition are written in the
   * order given. After an error some may be written, and some twice when they are published again.
   */
  publish(records: readonly OutgoingRecord[]): Promise<readonly Published[]>;
  /** Ranges of the partitions of topics; topics that do not exist are left out. */
  ranges(topics: readonly string[]): Promise<readonly PartitionRange[]>;
  close(): Promise<void>;
}

export interface DeliveredRecord {
  readonly offset: number;
  /** Milliseconds since 1970 when it was published. */
  readonly publishedAt: number;
  readonly key: string | null;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Records of one partition as they follow each other; at least one. */
export interface DeliveredBatch extends TopicPartition {
  readonly records: readonly DeliveredRecord[];
  /** Offset after the newest record of the partition when the batch was read. */
  readonly high: number;
  /** Offset of the oldest record that is still there; asked of the broker. */
  low(): Promise<number>;
}

/** What a handler may ask while it works on a batch. */
export interface Holding {
  /** Tells the group that the work goes on. To be called at least every few seconds. */
  alive(): Promise<void>;
  /** False once the partition is another consumer's; what is not committed then is not ours to write. */
  ours(): boolean;
}

/**
 * Works on a batch and gives the offset to go on from: the one after its last record, or any other, which is then read next.
 * An error keeps the partition where it is and delivers the same records again after a pause.
 */
export type BatchHandler = (batch: DeliveredBatch, holding: Holding) => Promise<number>;

/**
 * Reads topics as one of a group that shares their partitions out. Batches of a partition come one after the other; where
 * the first begins is not promised, so the handler compares it with its own checkpoint. Nothing is ever skipped by the
 * consumer itself: it begins at the oldest record where it does not know better.
 */
export interface PartitionedConsumer {
  /** Resolves when the group was joined. `onDead`: it has given up for good, and the process should end. */
  start(topics: readonly string[], handler: BatchHandler, onDead: (reason: string) => void): Promise<void>;
  /** Lets the batches at hand finish and leaves the group. */
  stop(): Promise<void>;
}

/** The name under which a checkpoint keeps a partition. */
export const partitionName = ({ topic, partition }: TopicPartition): string => `${topic}/${partition}`;
