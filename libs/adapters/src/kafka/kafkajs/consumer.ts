import type { Admin, Consumer, EachBatchPayload, IHeaders, Kafka, KafkaMessage } from 'kafkajs';
import { setTimeout as pause } from 'node:timers/promises';
import type { BatchHandler, DeliveredBatch, DeliveredRecord, PartitionedConsumer } from '#application/ports/topics.js';
import { type KafkaOptions, makeClient } from './client.js';

export interface ConsumerOptions extends KafkaOptions {
  readonly group: string;
  /** Partitions worked on at the same time, 1 when absent. */
  readonly atOnce?: number;
  /** Milliseconds without a heartbeat after which the group goes on without this consumer. */
  readonly sessionTimeout?: number;
  /** Milliseconds without any sign of life from the broker after which the consumer counts as dead. */
  readonly patience?: number;
}

/** The shortest that brokers allow unless they are told otherwise: a process that was killed keeps its share no longer. */
const SESSION = 6000;
const PATIENCE = 120_000;
const LOOK = 5000;
/** Bytes of a partition read at a time: some one or two thousand events. */
const BYTES = 1_500_000;
/** Milliseconds the broker waits for more before it answers. */
const WAIT = 50;
const PAUSES = { first: 200, longest: 5000 };
/** Milliseconds between two notes to the group of how far we are; nobody but people reads them. */
const COURTESY = 5000;

/**
 * Reads as one of a group. The broker's memory of offsets is not relied on: wherever a partition begins, the handler says
 * where to go on. What the client library would do by itself (commit, skip, give up silently) is switched off or watched.
 */
export class KafkaJsConsumer implements PartitionedConsumer {
  private readonly client: Kafka;
  private consumer: Consumer | undefined;
  private admin: Admin | undefined;
  private watch: NodeJS.Timeout | undefined;
  private lastSign = 0;
  private stopping = false;
  private readonly pauses = new Map<string, number>();
  private readonly notedAt = new Map<string, number>();

  constructor(private readonly options: ConsumerOptions) {
    this.client = makeClient(options);
  }

  async start(topics: readonly string[], handler: BatchHandler, onDead: (reason: string) => void): Promise<void> {
    const { group, atOnce = 1, sessionTimeout = SESSION, patience = PATIENCE } = this.options;
    const consumer = this.client.consumer({
      groupId: group,
      sessionTimeout,
      rebalanceTimeout: Math.max(10_000, sessionTimeout),
      heartbeatInterval: Math.floor(sessionTimeout / 6),
      maxWaitTimeInMs: WAIT,
      maxBytesPerPartition: BYTES,
      allowAutoTopicCreation: false,
      metadataMaxAge: 60_000,
    });
    this.consumer = consumer;
    this.stopping = false;
    this.watchOver(consumer, patience, onDead);
    await consumer.connect();
    // What cannot be found is looked for from the oldest record on: a broker that has lost offsets never makes us skip.
    await consumer.subscribe({ topics: [...topics], fromBeginning: true });
    const joined = new Promise<void>((resolve) => consumer.on(consumer.events.GROUP_JOIN, () => resolve()));
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: atOnce,
      eachBatch: (payload) => this.work(consumer, handler, payload),
    });
    await joined;
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watch);
    await this.consumer?.disconnect();
    await this.admin?.disconnect().catch(() => undefined);
    this.consumer = undefined;
    this.admin = undefined;
  }

  private watchOver(consumer: Consumer, patience: number, onDead: (reason: string) => void): void {
    const sign = (): void => void (this.lastSign = performance.now());
    sign();
    const { HEARTBEAT, FETCH, END_BATCH_PROCESS, GROUP_JOIN, CRASH } = consumer.events;
    consumer.on(HEARTBEAT, sign);
    consumer.on(FETCH, sign);
    consumer.on(END_BATCH_PROCESS, sign);
    consumer.on(GROUP_JOIN, sign);
    consumer.on(CRASH, ({ payload: { error, restart } }) => {
      this.options.log('warn', 'kafka: the consumer broke off', { error: error.message, restart });
      if (!restart && !this.stopping) onDead(`the consumer gave up: ${error.message}`);
    });
    this.watch = setInterval(() => {
      if (performance.now() - this.lastSign > patience) onDead(`no sign of life from the brokers for ${patience} ms`);
    }, LOOK);
    this.watch.unref();
  }

  private async work(
    consumer: Consumer,
    handler: BatchHandler,
    { batch, heartbeat, isRunning, isStale, resolveOffset }: EachBatchPayload,
  ): Promise<void> {
    const { topic, partition } = batch;
    const ours = (): boolean => isRunning() && !isStale();
    if (!ours() || batch.messages.length === 0) return;
    const name = `${topic}/${partition}`;
    const delivered: DeliveredBatch = {
      topic,
      partition,
      records: batch.messages.map(recordOf),
      high: Number(batch.highWatermark),
      low: () => this.oldest(topic, partition),
    };
    let next: number;
    try {
      next = await handler(delivered, { alive: heartbeat, ours });
      this.pauses.delete(name);
    } catch (error) {
      await this.holdBack(consumer, topic, partition, batch.firstOffset(), error);
      return;
    }
    if (!ours()) return;
    if (next === Number(batch.lastOffset()) + 1) resolveOffset(batch.lastOffset());
    else consumer.seek({ topic, partition, offset: String(next) });
    this.note(consumer, topic, partition, next);
    await heartbeat();
  }

  /** The partition stays where it is; the others go on. */
  private async holdBack(
    consumer: Consumer,
    topic: string,
    partition: number,
    offset: string | null,
    error: unknown,
  ): Promise<void> {
    const name = `${topic}/${partition}`;
    const wait = this.pauses.get(name) ?? PAUSES.first;
    this.pauses.set(name, Math.min(wait * 2, PAUSES.longest));
    const { name: kind, message } = error instanceof Error ? error : new Error(String(error));
    this.options.log('warn', 'a batch is held back', { topic, partition, wait, kind, message });
    consumer.pause([{ topic, partitions: [partition] }]);
    if (offset !== null) consumer.seek({ topic, partition, offset });
    void pause(wait).then(() => {
      if (!this.stopping) consumer.resume([{ topic, partitions: [partition] }]);
    });
  }

  private note(consumer: Consumer, topic: string, partition: number, next: number): void {
    const name = `${topic}/${partition}`;
    const now = performance.now();
    if (now - (this.notedAt.get(name) ?? -COURTESY) < COURTESY) return;
    this.notedAt.set(name, now);
    consumer.commitOffsets([{ topic, partition, offset: String(next) }]).catch(() => undefined);
  }

  private async oldest(topic: string, partition: number): Promise<number> {
    if (this.admin === undefined) {
      const admin = this.client.admin();
      await admin.connect();
      this.admin = admin;
    }
    const offsets = await this.admin.fetchTopicOffsets(topic);
    return Number(offsets.find((known) => known.partition === partition)?.low ?? 0);
  }
}

const text = (bytes: Buffer | null | undefined): string | null => bytes?.toString('utf8') ?? null;

const recordOf = ({ offset, timestamp, key, value, headers }: KafkaMessage): DeliveredRecord => ({
  offset: Number(offset),
  publishedAt: Number(timestamp),
  key: text(key),
  value: text(value),
  headers: headersOf(headers),
});

const headersOf = (headers: IHeaders | undefined): Readonly<Record<string, string>> => {
  const found: Record<string, string> = {};
  for (const name in headers) {
    const value = headers[name];
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last !== undefined) found[name] = last.toString();
  }
  return found;
};
