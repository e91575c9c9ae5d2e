import type { LineDefinition } from './define-line.js';
import { topicOf } from './event-record.js';
import { type TopicSettings, partitionName } from './ports/topics.js';

const DAY = 86_400_000;

/** Partitions of a line's topic, for life: with another number, offices would change partition. */
const PARTITIONS = 12;

/** Rebuilds read the log, not the topics; so what is kept there is for readers that were away, and for other readers. */
const RETENTION = 14 * DAY;

export interface TopicNames {
  /** First word of every topic and group; lets several deployments share a cluster. */
  readonly prefix: string;
  /** Copies of each record: 3 on a cluster, 1 on a single broker. */
  readonly replicas: number;
}

/** A record counts as written when all but one of its copies are. */
export const inSyncOf = (replicas: number): number => Math.max(1, replicas - 1);

/** The topics of lines, one each. */
export const topicsOf = (
  lines: readonly LineDefinition[],
  { prefix, replicas }: TopicNames,
): readonly TopicSettings[] =>
  lines.map(({ code }) => ({
    name: topicOf(prefix, code),
    partitions: PARTITIONS,
    replicas,
    inSync: inSyncOf(replicas),
    cleanup: 'delete',
    retention: RETENTION,
  }));

/** Every partition of topics, by the names checkpoints know them by. */
export const partitionsOf = (topics: readonly TopicSettings[]): readonly string[] =>
  topics.flatMap(({ name, partitions }) =>
    Array.from({ length: partitions }, (_, partition) => partitionName({ topic: name, partition })),
  );
