import { type ReadBalance, readBalance } from './balance-record.js';
import type { Uuid } from './kernel.js';
import type { PublishedCell, RollUpStand, RollUpStore } from './ports/balances.js';
import { type DeliveredBatch, type DeliveredRecord, type Holding, partitionName } from './ports/topics.js';

export interface RollUpPorts {
  readonly store: RollUpStore;
  /** Told of every batch written: how many amounts it held. */
  readonly onApplied?: (cells: number) => void;
}

/** Records written in one transaction at most. */
const AT_ONCE = 2000;

/**
 * Gathers the balances that databases publish, from one partition after the other. The checkpoint beside the rows decides
 * what is read next; and as amounts are told, not changes of them, a record that comes again changes nothing.
 */
export class RollUp {
  /** Offsets asked for: what is missing after one of them is not there any more, as newer amounts took its place. */
  private readonly asked = new Map<string, number>();

  constructor(private readonly ports: RollUpPorts) {}

  /**
   * Works on a batch and gives the offset to go on from.
   * @throws UnreadableRecord, which keeps the partition where it is: whose amount that was cannot be known; StaleCheckpoint
   * and any error of the store: the batch is to be delivered again
   */
  async handle(batch: DeliveredBatch, holding: Holding): Promise<number> {
    const partition = partitionName(batch);
    let stand = await this.ports.store.stand(partition);
    const first = (batch.records[0] as DeliveredRecord).offset;
    const read = batch.records.map((record) => ({ offset: record.offset, balance: readBalance(record) }));
    const renewed = livesIn(read.map(({ balance }) => balance)).filter(
      ([source, life]) => life > (stand.lives.get(source) ?? life),
    );
    if (batch.high < stand.nextOffset || renewed.length > 0) {
      // The topic was lost and is filled anew: what is there now is read from its beginning.
      const lives = batch.high < stand.nextOffset ? new Map<Uuid, number>() : new Map([...stand.lives, ...renewed]);
      const low = await batch.low();
      stand = await this.write(batch, stand, { nextOffset: low, lives }, []);
      if (low < first) return low;
    }
    if (first > stand.nextOffset && this.asked.get(partition) !== stand.nextOffset) {
      this.asked.set(partition, stand.nextOffset);
      return stand.nextOffset;
    }
    const due = read.filter(({ offset }) => offset >= stand.nextOffset);
    for (let at = 0; at < due.length && holding.ours(); at += AT_ONCE) {
      const slice = due.slice(at, at + AT_ONCE);
      const balances = slice.flatMap(({ balance }) => balance ?? []);
      const lives = new Map([...stand.lives, ...livesIn(balances)]);
      const nextOffset = (slice[slice.length - 1] as { offset: number }).offset + 1;
      stand = await this.write(batch, stand, { nextOffset, lives }, balances);
      await holding.alive();
    }
    return stand.nextOffset;
  }

  private async write(
    batch: DeliveredBatch,
    from: RollUpStand,
    to: RollUpStand,
    balances: readonly ReadBalance[],
  ): Promise<RollUpStand> {
    const partition = partitionName(batch);
    const cells = newestOfEach(balances.flatMap(({ cell }) => cell ?? []));
    const stated = balances.flatMap((balance) => balance.stated ?? []);
    await this.ports.store.apply({ partition, slot: batch.partition, from, to, cells, stated });
    this.asked.set(partition, to.nextOffset);
    if (cells.length > 0) this.ports.onApplied?.(cells.length);
    return to;
  }
}

/** The latest life of the topic that each source speaks of. */
const livesIn = (balances: readonly (ReadBalance | undefined)[]): readonly (readonly [Uuid, number])[] => {
  const lives = new Map<Uuid, number>();
  for (const balance of balances) {
    if (balance === undefined) continue;
    const { source } = balance.cell ?? balance.stated;
    lives.set(source, Math.max(lives.get(source) ?? 0, balance.life));
  }
  return [...lives];
};

/** The name of a cell among all there are. */
export const cellKey = (cell: PublishedCell): string => {
  const { source, generation, bureau, office, measure, measureVersion, month, cohortMonth, splits } = cell;
  return [source, generation, bureau, measure, measureVersion, office, month, cohortMonth ?? '', splits].join('|');
};

/** Each cell once: of two amounts the one of the later position, of the same position the later record. */
const newestOfEach = (cells: readonly PublishedCell[]): readonly PublishedCell[] => {
  const newest = new Map<string, PublishedCell>();
  for (const cell of cells) {
    const key = cellKey(cell);
    const known = newest.get(key);
    if (known === undefined || cell.position >= known.position) newest.set(key, cell);
  }
  return [...newest.values()];
};
