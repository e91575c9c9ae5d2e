/** One node of a cluster; it ends with the process that started it. */
export interface KafkaNode {
  readonly id: number;
  /** `127.0.0.1:9092` */
  readonly address: string;
  readonly pid: number | undefined;
  readonly runs: boolean;
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
}

/** A Kafka cluster of one node or three on this machine, on loopback only. */
export interface KafkaCluster {
  readonly brokers: readonly string[];
  readonly nodes: readonly KafkaNode[];
  /** Starts every node that does not run and waits until all of them answer. */
  start(): Promise<void>;
  /** Waits until so many nodes, all when absent, answer. */
  ready(count?: number): Promise<void>;
  /** Deletes all data and begins as a new cluster at the same addresses. */
  wipe(): Promise<void>;
  stop(): Promise<void>;
}

export interface KafkaOptions {
  readonly brokers?: 1 | 3;
  /** Kept from start to start; a temporary folder, removed at the end, where absent. */
  readonly dataDir?: string;
  /** Of the first broker; free ones where absent. */
  readonly port?: number;
}

/** Starts Kafka and waits until it answers. */
export function startKafka(options?: KafkaOptions): Promise<KafkaCluster>;
