import { readRecord } from './event-record.js';
import type { FoldedEvent } from './history.js';
import { GapInStream } from './post-facts.js';
import type { BalanceChange, ParkedStream, PartitionStand, PartitionedProjections } from './ports/ledger.js';
import { DrivenByTopics } from './ports/ledger.js';
import { type DeliveredBatch, type DeliveredRecord, type Holding, partitionName } from './ports/topics.js';
import { LEDGER_VIEW, type SlicePorts, projectSlice } from './project-slice.js';

export interface PartitionPorts extends SlicePorts {
  readonly projections: PartitionedProjections;
  readonly onApplied?: (changes: readonly BalanceChange[], position: number) => void;
  readonly onParked?: (parked: readonly ParkedStream[]) => void;
  /** Told of every batch: events applied, and records passed over as repeats. */
  readonly onBatch?: (applied: number, repeats: number) => void;
  /** Told when an event came before its predecessor, each time it is seen. */
  readonly onGap?: (gap: GapInStream) => void;
}

export interface PartitionOptions {
  /** Events folded in one transaction at most. */
  readonly batchSize: number;
  /**
   * Milliseconds that what is missing is waited for: then an event that came before its predecessor sets its stream aside, and
   * records that are not there are asked to be published again.
   */
  readonly gapPatience: number;
}

/**
 * Records between what was applied and what is there now are missing: not published again yet after the topics were lost, or
 * expired unread. Nothing is applied meanwhile; when it does not pass, the whole log is asked to be published again.
 */
export class PartitionGap extends Error {}

/**
 * Drives the ledger view from a partition of a topic. The checkpoint beside the rows decides what is read next, never the
 * broker: each batch is compared with it before anything is written, and moved in the same transaction as the rows, so a
 * repeat, a late seek, a rebalance and a process that comes back from the dead change nothing.
 */
export class PartitionProjector {
  private readonly waitingSince = new Map<string, number>();
  private readonly missingSince = new Map<string, number>();

  constructor(
    private readonly ports: PartitionPorts,
    private readonly options: PartitionOptions,
  ) {}

  /**
   * Works on a batch and gives the offset to go on from.
   * @throws DrivenByTopics when the view is not fed from this partition; PartitionGap; GapInStream while it is
   * waited for; StaleCheckpoint and any error of the store: the batch is to be delivered again
   */
  async handle(batch: DeliveredBatch, holding: Holding): Promise<number> {
    const name = partitionName(batch);
    let stand = await this.ports.projections.stand(LEDGER_VIEW, name);
    if (stand === undefined) throw new DrivenByTopics(`the figures are not fed from ${name}`);
    stand = await this.inThisLife(name, stand, batch);
    const first = (batch.records[0] as DeliveredRecord).offset;
    const last = (batch.records[batch.records.length - 1] as DeliveredRecord).offset;
    if (last < stand.nextOffset) return this.ahead(stand, batch, last);
    if (first > stand.nextOffset) {
      const low = await batch.low();
      if (low > stand.nextOffset) await this.turn(name, stand, { nextOffset: low, life: stand.life });
      return Math.max(low, stand.nextOffset);
    }
    const due = batch.records.filter(({ offset }) => offset >= (stand as PartitionStand).nextOffset);
    for (let at = 0; at < due.length && holding.ours(); at += this.options.batchSize) {
      stand = await this.apply(name, stand, due.slice(at, at + this.options.batchSize));
      await holding.alive();
    }
    return stand.nextOffset;
  }

  /** The topics were filled anew since: what is there now is read from its beginning; positions tell the repeats. */
  private async inThisLife(name: string, stand: PartitionStand, batch: DeliveredBatch): Promise<PartitionStand> {
    const life = await this.ports.projections.life();
    if (life === stand.life) return stand;
    const nextOffset = await batch.low();
    return this.turn(name, stand, { nextOffset, life });
  }

  private async turn(
    name: string,
    from: PartitionStand,
    to: Omit<PartitionStand, 'position'>,
  ): Promise<PartitionStand> {
    await this.ports.projections.turnTo(LEDGER_VIEW, name, from, to);
    return { ...from, ...to };
  }

  /** The batch ends before the checkpoint: the broker began too early, or has lost what the checkpoint stands on. */
  private ahead({ nextOffset }: PartitionStand, { high, ...partition }: DeliveredBatch, last: number): number {
    if (high < nextOffset)
      throw new PartitionGap(
        `${partitionName(partition)} ends at ${high}, before ${nextOffset}, which was read already`,
      );
    return last + 1 < nextOffset ? nextOffset : last + 1;
  }

  private async apply(
    name: string,
    from: PartitionStand,
    records: readonly DeliveredRecord[],
  ): Promise<PartitionStand> {
    const events = await this.freshOf(name, records, from);
    const position = events[events.length - 1]?.position ?? from.position;
    const nextOffset = (records[records.length - 1] as DeliveredRecord).offset + 1;
    const slice = { events, after: from.position, position, partition: { name, from, nextOffset } };
    const { changes, parked } = await projectSlice(this.ports, slice, 'throw').catch((error: unknown) => {
      if (!(error instanceof GapInStream) || this.isWorthWaitingFor(name, error)) throw error;
      return projectSlice(this.ports, slice, 'park');
    });
    this.waitingSince.delete(name);
    this.ports.onBatch?.(events.length, records.length - events.length);
    if (events.length > 0) this.ports.onApplied?.(changes, position);
    if (parked.length > 0) this.ports.onParked?.(parked);
    return { ...from, position, nextOffset };
  }

  private async freshOf(
    name: string,
    records: readonly DeliveredRecord[],
    from: PartitionStand,
  ): Promise<readonly FoldedEvent[]> {
    try {
      const events = fresh(records, from);
      this.missingSince.delete(name);
      return events;
    } catch (error) {
      if (error instanceof PartitionGap && this.since(this.missingSince, name) >= this.options.gapPatience)
        await this.ports.projections.askForNewLife(from.life);
      throw error;
    }
  }

  private since(began: Map<string, number>, name: string): number {
    const at = began.get(name) ?? performance.now();
    began.set(name, at);
    return performance.now() - at;
  }

  private isWorthWaitingFor(name: string, gap: GapInStream): boolean {
    this.ports.onGap?.(gap);
    return this.since(this.waitingSince, name) < this.options.gapPatience;
  }
}

/**
 * Events not applied yet, in order of position. A relay that took over publishes again what the last one had not noted, so
 * what is at or below the newest is a repeat; and what was published to topics that were lost since is of no account.
 * @throws UnreadableRecord, which keeps the partition where it is: whose event that was cannot be known; PartitionGap
 */
const fresh = (records: readonly DeliveredRecord[], { position, life }: PartitionStand): readonly FoldedEvent[] => {
  const events: FoldedEvent[] = [];
  let newest = position;
  for (const record of records) {
    const read = readRecord(record);
    if (read.life < life || read.event.position <= newest) continue;
    if (read.follows > newest)
      throw new PartitionGap(`offset ${record.offset} follows position ${read.follows}, but only ${newest} was read`);
    newest = read.event.position;
    events.push(read.event);
  }
  return events;
};
