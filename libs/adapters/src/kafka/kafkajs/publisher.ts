import type { Admin, IHeaders, ITopicConfig, Kafka, Message, Producer, TopicMessages } from 'kafkajs';
import {
  type OutgoingRecord,
  type PartitionRange,
  PartitionsDiffer,
  type Published,
  type Publisher,
  type TopicSettings,
  partitionName,
} from '#application/ports/topics.js';
import { type KafkaOptions, makeClient } from './client.js';
import { kafkajs } from './library.js';

/** Writes records with an idempotent producer, acknowledged by all in-sync replicas, one request at a time. */
export class KafkaJsPublisher implements Publisher {
  private readonly client: Kafka;
  private producer: Producer | undefined;
  private admin: Admin | undefined;

  constructor(options: KafkaOptions) {
    this.client = makeClient(options);
  }

  async prepare(topics: readonly TopicSettings[]): Promise<void> {
    await this.asAdmin(async (admin) => {
      const there = new Set(await admin.listTopics());
      const missing = topics.filter(({ name }) => !there.has(name));
      if (missing.length > 0)
        await admin.createTopics({ topics: missing.map(asMade), waitForLeaders: true, timeout: 15_000 });
      const { topics: found } = await admin.fetchTopicMetadata({ topics: topics.map(({ name }) => name) });
      for (const { name, partitions } of topics) {
        const count = found.find((topic) => topic.name === name)?.partitions.length;
        if (count !== partitions)
          throw new PartitionsDiffer(`topic ${name} has ${count} partitions, ${partitions} are expected`);
      }
    });
  }

  async publish(records: readonly OutgoingRecord[]): Promise<readonly Published[]> {
    const firsts = new Map<string, Published>();
    try {
      const producer = await this.connectedProducer();
      for (const topicMessages of roundsOf(records))
        for (const { topicName: topic, partition, baseOffset } of await producer.sendBatch({
          acks: -1,
          timeout: 15_000,
          topicMessages,
        })) {
          const name = partitionName({ topic, partition });
          if (!firsts.has(name)) firsts.set(name, { topic, partition, firstOffset: Number(baseOffset) });
        }
      return [...firsts.values()];
    } catch (error) {
      // Its numbering of what it sent is in doubt now: a new producer begins a new one.
      await this.dropProducer();
      throw error;
    }
  }

  async ranges(topics: readonly string[]): Promise<readonly PartitionRange[]> {
    return this.asAdmin(async (admin) => {
      const there = new Set(await admin.listTopics());
      const found = topics.filter((topic) => there.has(topic));
      const offsets = await Promise.all(found.map((topic) => admin.fetchTopicOffsets(topic)));
      return found.flatMap((topic, at) =>
        (offsets[at] ?? []).map(({ partition, low, high }) => ({
          topic,
          partition,
          low: Number(low),
          high: Number(high),
        })),
      );
    });
  }

  async close(): Promise<void> {
    await this.dropProducer();
    await this.dropAdmin();
  }

  private async connectedProducer(): Promise<Producer> {
    if (this.producer !== undefined) return this.producer;
    const producer = this.client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
      metadataMaxAge: 60_000,
      retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
    });
    await producer.connect();
    this.producer = producer;
    return producer;
  }

  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.disconnect().catch(() => undefined);
  }

  private async asAdmin<Answer>(work: (admin: Admin) => Promise<Answer>): Promise<Answer> {
    try {
      if (this.admin === undefined) {
        const admin = this.client.admin();
        await admin.connect();
        this.admin = admin;
      }
      return await work(this.admin);
    } catch (error) {
      if (!(error instanceof PartitionsDiffer)) await this.dropAdmin();
      throw error;
    }
  }

  private async dropAdmin(): Promise<void> {
    const { admin } = this;
    this.admin = undefined;
    await admin?.disconnect().catch(() => undefined);
  }
}

/** Bytes of one partition in one request; brokers take a little over a million unless told otherwise. */
const MOST_BYTES = 900_000;

const bytesOf = ({ key, value, headers }: OutgoingRecord): number => {
  let bytes = 64 + Buffer.byteLength(key) + (value === null ? 0 : Buffer.byteLength(value));
  for (const name in headers) bytes += name.length + Buffer.byteLength(headers[name] as string) + 4;
  return bytes;
};

/** Requests that, one after the other, write everything in order, none with more of a partition than a broker takes. */
const roundsOf = (records: readonly OutgoingRecord[]): readonly TopicMessages[][] => {
  const rounds: Map<string, Message[]>[] = [];
  const filled = new Map<string, { round: number; bytes: number }>();
  for (const record of records) {
    const { topic, partition, key, value, headers } = record;
    const name = partitionName(record);
    const place = filled.get(name) ?? { round: 0, bytes: 0 };
    const bytes = bytesOf(record);
    if (place.bytes > 0 && place.bytes + bytes > MOST_BYTES) {
      place.round += 1;
      place.bytes = 0;
    }
    place.bytes += bytes;
    filled.set(name, place);
    const round = (rounds[place.round] ??= new Map<string, Message[]>());
    const messages = round.get(topic) ?? [];
    round.set(topic, messages);
    messages.push({ partition, key, value, headers: headers as IHeaders });
  }
  return rounds.map((round) => [...round].map(([topic, messages]) => ({ topic, messages })));
};

const asMade = ({ name, partitions, replicas, inSync, cleanup, retention }: TopicSettings): ITopicConfig => ({
  topic: name,
  numPartitions: partitions,
  replicationFactor: replicas,
  configEntries: [
    { name: 'cleanup.policy', value: cleanup },
    { name: 'min.insync.replicas', value: String(inSync) },
    ...(retention === undefined ? [] : [{ name: 'retention.ms', value: String(retention) }]),
  ],
});
