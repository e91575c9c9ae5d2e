import {
  type DeliveredBatch,
  type DeliveredRecord,
  type OutgoingRecord,
  type PartitionRange,
  PartitionsDiffer,
  type Published,
  type Publisher,
  type TopicPartition,
  type TopicSettings,
  partitionName,
} from '#application/ports/topics.js';

/**
 * Topics in memory, for simulations: records are read by whoever asks, from wherever they ask, so a test decides what is
 * delivered, how often and in which order. Nothing in it waits.
 */
export class MemoryTopics implements Publisher {
  private topics = new Map<string, TopicSettings>();
  private records = new Map<string, DeliveredRecord[]>();

  async prepare(topics: readonly TopicSettings[]): Promise<void> {
    for (const topic of topics) {
      const known = this.topics.get(topic.name);
      if (known !== undefined && known.partitions !== topic.partitions)
        throw new PartitionsDiffer(`topic ${topic.name} has ${known.partitions} partitions`);
      this.topics.set(topic.name, topic);
    }
  }

  async publish(records: readonly OutgoingRecord[]): Promise<readonly Published[]> {
    const firsts = new Map<string, Published>();
    for (const { topic, partition, key, value, headers } of records) {
      if (!this.topics.has(topic)) throw new Error(`no topic ${topic}`);
      const name = partitionName({ topic, partition });
      const there = this.records.get(name) ?? [];
      this.records.set(name, there);
      if (!firsts.has(name)) firsts.set(name, { topic, partition, firstOffset: there.length });
      there.push({ offset: there.length, publishedAt: 0, key, value, headers });
    }
    return [...firsts.values()];
  }

  async ranges(topics: readonly string[]): Promise<readonly PartitionRange[]> {
    return topics.flatMap((topic) =>
      Array.from({ length: this.topics.get(topic)?.partitions ?? 0 }, (_, partition) => ({
        topic,
        partition,
        low: 0,
        high: this.records.get(partitionName({ topic, partition }))?.length ?? 0,
      })),
    );
  }

  /** A stretch of a partition as a consumer would be handed it; undefined when there is nothing from there on. */
  batch(place: TopicPartition, from: number, limit: number): DeliveredBatch | undefined {
    const there = this.records.get(partitionName(place)) ?? [];
    // A consumer that asks beyond the end begins at the beginning again.
    const start = from > there.length ? 0 : from;
    const records = there.slice(start, start + limit);
    if (records.length === 0) return undefined;
    return { ...place, records, high: there.length, low: async () => 0 };
  }

  /** Every topic is gone, with all that was in it. */
  lose(): void {
    this.topics = new Map();
    this.records = new Map();
  }

  async close(): Promise<void> {}
}
