import type {
  BatchHandler,
  DeliveredRecord,
  OutgoingRecord,
  PartitionRange,
  Published,
  Publisher,
  TopicSettings,
} from '#application/ports/topics.js';

/** Topics as plain lists, for specs that say themselves what is delivered when. */
export class PlainTopics implements Publisher {
  private readonly partitions = new Map<string, DeliveredRecord[][]>();
  private readonly nextOffsets = new Map<string, number>();

  async prepare(topics: readonly TopicSettings[]): Promise<void> {
    for (const { name, partitions } of topics)
      if (!this.partitions.has(name))
        this.partitions.set(
          name,
          Array.from({ length: partitions }, () => []),
        );
  }

  async publish(records: readonly OutgoingRecord[]): Promise<readonly Published[]> {
    const firsts = new Map<string, Published>();
    for (const { topic, partition, key, value, headers } of records) {
      const name = `${topic}/${partition}`;
      const offset = this.nextOffsets.get(name) ?? 0;
      if (!firsts.has(name)) firsts.set(name, { topic, partition, firstOffset: offset });
      this.held(topic, partition).push({ offset, publishedAt: 0, key, value, headers });
      this.nextOffsets.set(name, offset + 1);
    }
    return [...firsts.values()];
  }

  async ranges(topics: readonly string[]): Promise<readonly PartitionRange[]> {
    return topics.flatMap((topic) =>
      (this.partitions.get(topic) ?? []).map((_, partition) => ({
        topic,
        partition,
        low: 0,
        high: this.nextOffsets.get(`${topic}/${partition}`) ?? 0,
      })),
    );
  }

  async close(): Promise<void> {}

  held(topic: string, partition: number): DeliveredRecord[] {
    const found = this.partitions.get(topic)?.[partition];
    if (found === undefined) throw new Error(`no partition ${topic}/${partition}`);
    return found;
  }

  /** Keeps of each key the newest record. */
  compact(): void {
    for (const partitions of this.partitions.values())
      for (const records of partitions) {
        const newest = new Map(records.map(({ key, offset }) => [key, offset]));
        records.splice(0, records.length, ...records.filter(({ key, offset }) => newest.get(key) === offset));
      }
  }

  delete(topic: string): void {
    this.partitions.delete(topic);
    for (const name of [...this.nextOffsets.keys()]) if (name.startsWith(`${topic}/`)) this.nextOffsets.delete(name);
  }

  /** Gives a handler the records of a partition from an offset on, `size` at a time, going on where it says, to the end. */
  async deliver(handler: BatchHandler, topic: string, partition: number, from = 0, size = 7): Promise<void> {
    for (let next = from, turns = 0; ; turns += 1) {
      const records = this.held(topic, partition)
        .filter(({ offset }) => offset >= next)
        .slice(0, size);
      if (records.length === 0) return;
      if (turns > 10_000) throw new Error(`${topic}/${partition} is read round and round`);
      const high = this.nextOffsets.get(`${topic}/${partition}`) ?? 0;
      const batch = {
        topic,
        partition,
        records,
        high,
        low: async () => this.held(topic, partition)[0]?.offset ?? high,
      };
      next = await handler(batch, { alive: async () => undefined, ours: () => true });
    }
  }

  /** Delivers every partition of a topic to a handler, from the beginning. */
  async deliverAll(handler: BatchHandler, topic: string): Promise<void> {
    for (const [partition] of (this.partitions.get(topic) ?? []).entries())
      await this.deliver(handler, topic, partition);
  }
}
