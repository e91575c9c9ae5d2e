import type { Ledger } from '#application/ports/ledger.js';
import type { Platform } from '../../platform/platform.js';
import { SharedReads } from './shared-reads.js';

type Watermark = Awaited<ReturnType<Ledger['watermark']>>;

/** How fresh a figure is, as it is told beside every one of them. */
export interface Freshness {
  /** The figure includes every event up to here, and none after. */
  readonly position: number;
  /** Newest position in the log when it was read. */
  readonly head: number;
  /** Milliseconds since the first event that is not included was recorded; 0 when there is none. */
  readonly lag: number;
  readonly stale: boolean;
  /** Cases whose latest events are in no figure, because one of them could not be read. */
  readonly parked: number;
}

/** A reader wants to see up to a position that the figures have not reached. */
export class NotYet extends Error {
  constructor(
    readonly wanted: number,
    readonly freshness: Freshness,
  ) {
    super(`figures stand at ${freshness.position}, asked for ${wanted}`);
  }
}

const PATIENCE = 1000;
const POLL = 50;

/** Watches how far the figures have read the log. */
export class FreshnessWatch {
  /** Answers of one position, for all who ask the same. */
  readonly shared = new SharedReads();
  private asking: Promise<Freshness> | undefined;

  constructor(
    private readonly platform: Pick<Platform, 'ledger' | 'clock' | 'onApplied'>,
    /** Milliseconds of lag from which figures are called stale. */
    private readonly staleAfter: number,
  ) {}

  describe({ position, head, behindSince, parked }: Watermark): Freshness {
    const lag =
      behindSince === null ? 0 : Math.max(0, Date.parse(this.platform.clock.now().now) - Date.parse(behindSince));
    return { position, head, lag, stale: lag >= this.staleAfter, parked };
  }

  async now(): Promise<Freshness> {
    return this.describe(await this.platform.ledger.watermark());
  }

  /**
   * Waits until the figures include a position.
   * @throws NotYet after a second
   */
  async reach(position: number): Promise<Freshness> {
    const until = performance.now() + PATIENCE;
    for (;;) {
      // One look serves all who come while it is taken: who waits for more than it saw looks again.
      this.asking ??= this.now().finally(() => (this.asking = undefined));
      const freshness = await this.asking;
      if (freshness.position >= position) return freshness;
      if (performance.now() >= until) throw new NotYet(position, freshness);
      await this.nextMove();
    }
  }

  /**
   * The newest position of the log, once the figures include it.
   * @throws NotYet after a second
   */
  async head(feed: Pick<Platform['feed'], 'head'>): Promise<number> {
    const head = await feed.head();
    await this.reach(head);
    return head;
  }

  /**
   * Reads figures that belong to exactly one position: the newest where nothing moved meanwhile, else by cut-off, so that
   * the same position asked for later gives the same figures.
   */
  async steady<Value>(
    wanted: { readonly least?: number; readonly asOf?: number },
    read: (asOf: number | undefined) => Promise<Value>,
  ): Promise<{ readonly value: Value; readonly freshness: Freshness; readonly position: number }> {
    const before = await this.reach(Math.max(wanted.least ?? 0, wanted.asOf ?? 0));
    if (wanted.asOf !== undefined) return { value: await read(wanted.asOf), freshness: before, position: wanted.asOf };
    const value = await read(undefined);
    const after = await this.now();
    if (after.position === before.position) return { value, freshness: after, position: after.position };
    return { value: await read(after.position), freshness: after, position: after.position };
  }

  private nextMove(): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        forget();
        resolve();
      };
      const timer = setTimeout(done, POLL);
      const forget = this.platform.onApplied(done);
    });
  }
}
