import type { AppendItem, AppendOutcome } from '#application/ports/event-store.js';
import { type Parcel, pack } from './append-statement.js';
import { isContagious } from './database-errors.js';

/** Most items, and about the most bytes, of one batch. */
const MOST_ITEMS = 128;
const MOST_BYTES = 512 * 1024;

const turn = (): Promise<void> => new Promise((begin) => setImmediate(begin));

interface Waiting {
  readonly parcel: Parcel;
  resolve(outcome: AppendOutcome): void;
  reject(error: unknown): void;
}

/**
 * Lets the appends that wait at the same time share one statement, one lock and one flush to disk. While a batch is under
 * way the next one collects; when nothing is under way an append leaves at the end of the event-loop turn, alone if it is
 * alone. A stream is in a batch at most once and its appends keep their order.
 */
export class GroupCommit {
  private queue: Waiting[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly send: (batch: readonly Parcel[]) => Promise<readonly AppendOutcome[]>) {}

  /** Resolves after the commit. Rejects with the item's own error; those it travelled with are not affected. */
  submit(item: AppendItem): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.queue.push({ parcel: pack(item), resolve, reject });
      this.running ??= this.run();
    });
  }

  /** Resolves when everything handed in so far has its answer. */
  async drained(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  private async run(): Promise<void> {
    // A turn passes before each batch, so that everyone a finished batch sets free can join the next one.
    for (await turn(); this.queue.length > 0; await turn()) await this.settle(this.nextBatch());
    this.running = undefined;
  }

  private nextBatch(): readonly Waiting[] {
    const batch: Waiting[] = [];
    const left: Waiting[] = [];
    const streams = new Set<string>();
    let bytes = 0;
    for (const [at, waiting] of this.queue.entries()) {
      const { item, bytes: size } = waiting.parcel;
      if (batch.length === MOST_ITEMS || (batch.length > 0 && bytes + size > MOST_BYTES)) {
        this.queue = left.concat(this.queue.slice(at));
        return batch;
      }
      if (streams.has(item.streamId)) left.push(waiting);
      else {
        batch.push(waiting);
        bytes += size;
      }
      streams.add(item.streamId);
    }
    this.queue = left;
    return batch;
  }

  private async settle(batch: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.send(batch.map((waiting) => waiting.parcel));
      for (const [at, waiting] of batch.entries()) waiting.resolve(outcomes[at] as AppendOutcome);
    } catch (error) {
      if (batch.length === 1 || isContagious(error)) for (const waiting of batch) waiting.reject(error);
      else for (const waiting of batch) await this.settle([waiting]);
    }
  }
}
