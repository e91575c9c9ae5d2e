import { lifted, lineOfStream, recordOf, topicOf } from './event-record.js';
import type { RecordedEvent } from './kernel.js';
import type { Feed, FeedBatch } from './ports/feed.js';
import { type Lease, LeaseLost, type Leases, type PartitionEnd, type RelayProgress } from './ports/relay.js';
import {
  type OutgoingRecord,
  type PartitionRange,
  type Publisher,
  type TopicPartition,
  type TopicSettings,
  partitionName,
} from './ports/topics.js';
import type { Registry } from './registry.js';

export const RELAY_ROLE = 'relay';

export interface RelayPorts {
  readonly feed: Feed;
  readonly progress: RelayProgress;
  readonly leases: Leases;
  readonly publisher: Publisher;
  readonly registry: Registry;
  /** Partition of a key; the same for every producer there ever is. */
  readonly partitionOf: (key: string, partitions: number) => number;
  /** Milliseconds that have passed; of the process, when absent. */
  readonly elapsed?: () => number;
}

export interface RelayOptions {
  /** One per line; the name decides which line's events it takes. */
  readonly topics: readonly TopicSettings[];
  readonly prefix: string;
  /** Who this process is, for the lease. */
  readonly holder: string;
  /** Milliseconds the lease lasts without being renewed. */
  readonly term: number;
  readonly batchSize: number;
}

/**
 * Publishes the log, slice by slice, in order of position: the only producer there is. One process leads; others stand by
 * and take over when its lease runs out. What was sent but not yet noted is sent again by whoever comes next, so a record
 * may be there twice; its position tells a consumer that it is a repeat.
 *
 * It remembers the end of every partition it has written. A partition that ends before that has lost records (deleted,
 * made anew): then everything is published again from the first event, as a new life of the topics. So it is when a reader
 * finds a hole that ends do not show: topics made anew may have been filled past the old end by requests nobody answered.
 */
export class Relay {
  private lease: Lease | undefined;
  private renewAt = 0;
  private position = 0;
  private ends = new Map<string, PartitionEnd>();
  private logId = '';
  private ahead: { readonly after: number; readonly slice: Promise<FeedBatch> } | undefined;
  private life = 0;

  constructor(
    private readonly ports: RelayPorts,
    private readonly options: RelayOptions,
  ) {}

  get leads(): boolean {
    return this.lease !== undefined;
  }

  /** Published up to here, as far as this process knows. */
  get published(): number {
    return this.position;
  }

  /**
   * Publishes one slice and gives the number of its events; undefined while another process leads.
   * @throws LeaseLost when another took over meanwhile; any error of the ports. After an error: `reset`, then step again.
   */
  async step(): Promise<number | undefined> {
    if (!(await this.lead())) return undefined;
    const { progress } = this.ports;
    const { events } = await this.nextSlice();
    if (events.length === 0) return 0;
    // A full slice has more behind it: that is read while this one is on its way.
    if (events.length === this.options.batchSize) this.readAhead((events[events.length - 1] as RecordedEvent).position);
    const ends = await this.publish(events, this.records(events));
    if (ends === undefined) return 0;
    const { position } = events[events.length - 1] as RecordedEvent;
    await progress.advance(this.lease as Lease, position, ends);
    this.position = position;
    for (const end of ends) this.ends.set(partitionName(end), end);
    return events.length;
  }

  private readAhead(after: number): void {
    const slice = this.ports.feed.read(after, this.options.batchSize);
    slice.catch(() => undefined);
    this.ahead = { after, slice };
  }

  private nextSlice(): Promise<FeedBatch> {
    const { ahead } = this;
    this.ahead = undefined;
    return ahead?.after === this.position ? ahead.slice : this.ports.feed.read(this.position, this.options.batchSize);
  }

  /** Forgets what it knows of itself, so that the next step reads it anew. The lease runs on until its time. */
  reset(): void {
    this.lease = undefined;
    this.ahead = undefined;
  }

  /** Gives the lead back. */
  async resign(): Promise<void> {
    const { lease } = this;
    this.lease = undefined;
    if (lease !== undefined) await this.ports.leases.release(lease);
  }

  private elapsed(): number {
    return this.ports.elapsed?.() ?? performance.now();
  }

  private async lead(): Promise<boolean> {
    const { leases } = this.ports;
    const { term, holder } = this.options;
    if (this.lease !== undefined) {
      if (this.elapsed() < this.renewAt) return true;
      await leases.renew(this.lease, term).catch((error: unknown) => {
        if (error instanceof LeaseLost) this.lease = undefined;
        throw error;
      });
      if ((await this.ports.progress.stand()).asked) await this.startAgain();
      else await this.checkEnds();
    } else {
      const lease = await leases.take(RELAY_ROLE, holder, term);
      if (lease === undefined) return false;
      await this.takeUp(lease);
    }
    this.renewAt = this.elapsed() + term / 3;
    return true;
  }

  private async takeUp(lease: Lease): Promise<void> {
    const { publisher, progress, feed } = this.ports;
    await publisher.prepare(this.options.topics);
    const { position, life, asked, sameLog, ends } = await progress.stand();
    this.life = life;
    this.logId = await feed.logId();
    this.position = position;
    this.ends = new Map(ends.map((end) => [partitionName(end), end]));
    this.lease = lease;
    if (sameLog && !asked) await this.checkEnds();
    else await this.startAgain();
  }

  /** Compares what the brokers hold with what was written there. */
  private async checkEnds(): Promise<void> {
    if (this.ends.size === 0) return;
    const ranges = await this.ports.publisher.ranges(this.options.topics.map(({ name }) => name));
    const held = new Map(ranges.map((range) => [partitionName(range), range]));
    const lost = [...this.ends.values()].some((end) => lacks(held.get(partitionName(end)), end));
    if (lost) await this.startAgain();
  }

  private async startAgain(): Promise<void> {
    await this.ports.publisher.prepare(this.options.topics);
    this.life = await this.ports.progress.startAgain(this.lease as Lease);
    this.position = 0;
    this.ends = new Map();
  }

  /** The records of a slice, each naming the one before it in its partition. */
  private records(events: readonly RecordedEvent[]): readonly OutgoingRecord[] {
    const newest = new Map([...this.ends].map(([name, { position }]) => [name, position]));
    return events.map((event) => {
      const partition = this.partitionOf(event);
      const name = partitionName(partition);
      const place = { follows: newest.get(name) ?? 0, life: this.life };
      newest.set(name, event.position);
      return { ...partition, ...recordOf(lifted(this.ports.registry, event), this.logId, place) };
    });
  }

  private partitionOf({ streamType, owner, position }: RecordedEvent): TopicPartition {
    const topic = topicOf(this.options.prefix, lineOfStream(streamType));
    const partitions = this.options.topics.find(({ name }) => name === topic)?.partitions;
    if (partitions === undefined) throw new Error(`no topic for ${streamType} at position ${position}`);
    return { topic, partition: this.ports.partitionOf(owner, partitions) };
  }

  /** Ends of the partitions written; undefined when a partition turned out to have lost records. */
  private async publish(
    events: readonly RecordedEvent[],
    records: readonly OutgoingRecord[],
  ): Promise<readonly PartitionEnd[] | undefined> {
    const published = await this.ports.publisher.publish(records);
    const firsts = new Map(published.map((first) => [partitionName(first), first.firstOffset]));
    const ends = new Map<string, PartitionEnd>();
    records.forEach(({ topic, partition }, at) => {
      const name = partitionName({ topic, partition });
      const first = firsts.get(name);
      if (first === undefined) throw new Error(`the broker does not say where ${name} was written`);
      const nextOffset = (ends.get(name)?.nextOffset ?? first) + 1;
      ends.set(name, { topic, partition, position: (events[at] as RecordedEvent).position, nextOffset });
    });
    for (const [name, first] of firsts)
      if (first < (this.ends.get(name)?.nextOffset ?? 0)) {
        await this.startAgain();
        return undefined;
      }
    return [...ends.values()];
  }
}

const lacks = (range: PartitionRange | undefined, { nextOffset }: PartitionEnd): boolean =>
  range === undefined || range.high < nextOffset;
