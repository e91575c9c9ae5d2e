import { type BalancePlace, cellRecord, generationRecord, piecesOf } from './balance-record.js';
import type { BureauCode } from './kernel.js';
import type {
  BalanceCell,
  BalanceCells,
  FiguresStand,
  ParkedMark,
  PartitionOffset,
  Publication,
  PublicationProgress,
  PublicationStand,
} from './ports/balances.js';
import { type Lease, LeaseLost, type Leases } from './ports/relay.js';
import { type OutgoingRecord, type Publisher, type TopicSettings, partitionName } from './ports/topics.js';

export const BALANCES_ROLE = 'balances';

export interface BalancePublisherPorts {
  readonly cells: BalanceCells;
  readonly progress: PublicationProgress;
  readonly leases: Leases;
  readonly publisher: Publisher;
  readonly partitionOf: (key: string, partitions: number) => number;
}

export interface BalancePublisherOptions {
  readonly topic: TopicSettings;
  /** Who this process is, for the lease. */
  readonly holder: string;
  /** Milliseconds the lease lasts without being renewed. */
  readonly term: number;
  /** Cells published at a time when all are. */
  readonly pageSize: number;
  /** Positions whose changes are published at a time. */
  readonly window: number;
  /** Milliseconds after taking over at which what the last holder may have sent too late is put right. */
  readonly settling?: number;
}

/** Longer than a request that was under way can still be written. */
const SETTLING = 60_000;

/** All cells of a generation on their way. */
interface Whole {
  readonly publication: Publication;
  last: BalanceCell | undefined;
}

/**
 * Publishes the balances of a database for those who add up several: the amounts themselves, as they were at one position of
 * the log, each time that changes. One process does; others stand by.
 *
 * At the first time, after a rebuild, and when the topic was lost, all cells are published, between two statements that the
 * generation begins and is complete. A bureau keeps to one partition, so its amounts are read in the order written.
 */
export class BalancePublisher {
  private lease: Lease | undefined;
  private renewAt = 0;
  private runsOutAt = 0;
  private published: Publication | undefined;
  private sources: PublicationStand['sources'] = [];
  private ends = new Map<string, PartitionOffset>();
  private life = 0;
  private whole: Whole | undefined;
  private lookBack: { readonly after: number; readonly at: number } | undefined;

  constructor(
    private readonly ports: BalancePublisherPorts,
    private readonly options: BalancePublisherOptions,
  ) {}

  get leads(): boolean {
    return this.lease !== undefined;
  }

  /**
   * Publishes what there is, a page at a time, and gives the number of records; undefined while another process leads.
   * @throws LeaseLost when another took over meanwhile; any error of the ports. After an error: `reset`, then step again.
   */
  async step(): Promise<number | undefined> {
    if (!(await this.lead())) return undefined;
    const now = await this.ports.cells.stand();
    if (now === undefined) return 0;
    const target = this.whole?.publication ?? this.published;
    if (target?.source !== now.source || target.generation !== now.generation) return this.begin(now);
    return this.whole === undefined ? this.publishChanges(target, now) : this.publishPage(this.whole);
  }

  /** Forgets what it knows of itself, so that the next step reads it anew. The lease runs on until its time. */
  reset(): void {
    this.lease = undefined;
    this.whole = undefined;
  }

  /** Gives the lead back. */
  async resign(): Promise<void> {
    const { lease } = this;
    this.reset();
    if (lease !== undefined) await this.ports.leases.release(lease);
  }

  private async lead(): Promise<boolean> {
    const { leases } = this.ports;
    const { term, holder } = this.options;
    const asked = performance.now();
    if (this.lease !== undefined) {
      if (asked < this.renewAt) return true;
      await leases.renew(this.lease, term).catch((error: unknown) => {
        if (error instanceof LeaseLost) this.reset();
        throw error;
      });
      await this.checkEnds();
    } else {
      const lease = await leases.take(BALANCES_ROLE, holder, term);
      if (lease === undefined) return false;
      await this.takeUp(lease);
    }
    this.renewAt = asked + term / 3;
    this.runsOutAt = asked + term;
    return true;
  }

  private async takeUp(lease: Lease): Promise<void> {
    await this.ports.publisher.prepare([this.options.topic]);
    const { published, sources, life, ends } = await this.ports.progress.stand();
    this.published = published;
    this.sources = sources;
    this.life = life;
    this.ends = new Map(ends.map((end) => [partitionName(end), end]));
    this.whole = undefined;
    this.lookBack =
      published === undefined
        ? undefined
        : { after: published.position, at: performance.now() + (this.options.settling ?? SETTLING) };
    this.lease = lease;
    await this.checkEnds();
  }

  /** Compares what the brokers hold with what was written there. */
  private async checkEnds(): Promise<void> {
    if (this.ends.size === 0) return;
    const ranges = await this.ports.publisher.ranges([this.options.topic.name]);
    const held = new Map(ranges.map((range) => [partitionName(range), range.high]));
    if ([...this.ends].some(([name, { nextOffset }]) => (held.get(name) ?? -1) < nextOffset)) await this.startAgain();
  }

  private async startAgain(): Promise<void> {
    await this.ports.publisher.prepare([this.options.topic]);
    this.life = await this.ports.progress.startAgain(this.lease as Lease);
    this.published = undefined;
    this.whole = undefined;
    this.lookBack = undefined;
    this.ends = new Map();
  }

  /** From here on a new reader waits for the generation to be complete, and one who has the last keeps to that. */
  private async begin(now: FiguresStand): Promise<number> {
    const formerly = this.sources.filter((source) => source !== now.source);
    if (this.published?.source !== now.source) this.lookBack = undefined;
    const publication = { ...now, formerly };
    const sent = await this.state(publication, false);
    if (sent > 0) this.whole = { publication, last: undefined };
    return sent;
  }

  private async publishPage(whole: Whole): Promise<number> {
    const { publication } = whole;
    const cells = await this.ports.cells.page(publication, whole.last, this.options.pageSize);
    if (cells.length > 0) {
      const sent = await this.publish(cells, publication);
      whole.last = cells[cells.length - 1];
      return sent;
    }
    const sent = await this.state(publication, true);
    if (sent > 0) {
      await this.advance(publication);
      this.whole = undefined;
    }
    return sent;
  }

  /** A stream taken up again posts at positions that were published before, so its cells are published again. */
  private async publishChanges(published: Publication, now: FiguresStand): Promise<number> {
    const lookBack = this.lookBack !== undefined && performance.now() >= this.lookBack.at ? this.lookBack : undefined;
    const after = lookBack?.after ?? published.position;
    const position = Math.min(now.position, published.position + this.options.window);
    const takenUp = published.parked.filter((mark) => !now.parked.some((still) => isSame(mark, still)));
    if (position < published.position || (position === after && takenUp.length === 0)) return 0;
    const streams = takenUp.map(({ streamId }) => streamId);
    const cells = await this.ports.cells.changed({ generation: now.generation, position }, after, streams);
    const publication = { ...published, position, parked: now.parked };
    const sent = cells.length === 0 ? 0 : await this.publish(cells, publication);
    if (sent < cells.length) return sent;
    await this.advance(publication);
    if (lookBack !== undefined) this.lookBack = undefined;
    return Math.max(sent, 1);
  }

  private async advance(publication: Publication): Promise<void> {
    await this.ports.progress.advance(this.lease as Lease, publication, [...this.ends.values()]);
    this.published = publication;
    if (!this.sources.includes(publication.source)) this.sources = [...this.sources, publication.source];
  }

  private publish(cells: readonly BalanceCell[], publication: Publication): Promise<number> {
    const place = this.placeOf(publication);
    const partitions = new Map<BureauCode, number>();
    const partitionOf = (bureau: BureauCode): number => {
      const partition = partitions.get(bureau) ?? this.ports.partitionOf(bureau, this.options.topic.partitions);
      partitions.set(bureau, partition);
      return partition;
    };
    const { name: topic } = this.options.topic;
    return this.send(cells.map((cell) => ({ topic, partition: partitionOf(cell.bureau), ...cellRecord(cell, place) })));
  }

  /** Says in every partition that the generation begins, or is complete. */
  private state(publication: Publication, complete: boolean): Promise<number> {
    const { name: topic, partitions } = this.options.topic;
    const record = generationRecord(this.placeOf(publication), { complete, formerly: publication.formerly });
    return this.send(Array.from({ length: partitions }, (_, partition) => ({ topic, partition, ...record })));
  }

  private placeOf({ source, generation, position }: Publication): BalancePlace {
    return { source, generation, position, life: this.life };
  }

  /** Gives how many were written; 0 when a partition turned out to have lost records, and all begins anew. */
  private async send(records: readonly OutgoingRecord[]): Promise<number> {
    for (const piece of piecesOf(records)) if (!(await this.sendPiece(piece))) return 0;
    return records.length;
  }

  private async sendPiece(records: readonly OutgoingRecord[]): Promise<boolean> {
    if (performance.now() >= this.runsOutAt) throw new LeaseLost('the lease ran out before it could be used');
    const published = await this.ports.publisher.publish(records);
    const lost = published.some((first) => first.firstOffset < (this.ends.get(partitionName(first))?.nextOffset ?? 0));
    if (lost) {
      await this.startAgain();
      return false;
    }
    const ends = new Map(published.map((first) => [partitionName(first), first.firstOffset]));
    for (const { topic, partition } of records) {
      const name = partitionName({ topic, partition });
      const nextOffset = (ends.get(name) ?? 0) + 1;
      ends.set(name, nextOffset);
      this.ends.set(name, { topic, partition, nextOffset });
    }
    return true;
  }
}

const isSame = (a: ParkedMark, b: ParkedMark): boolean => a.streamId === b.streamId && a.position === b.position;
