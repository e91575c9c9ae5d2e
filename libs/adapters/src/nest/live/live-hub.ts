import type { BalanceChange } from '#application/ports/ledger.js';

/** Changes put together over a short while, newest per balance, up to a position. */
export interface Moved {
  readonly position: number;
  readonly changes: readonly BalanceChange[];
}

/** Somebody who listens. None of the calls may throw. */
export interface Listener {
  /** Balances moved. */
  moved(moved: Moved): void;
  /** What was missed is no longer known: read the figures anew, as of the position. */
  resync(position: number): void;
  /** Nothing to tell, only how far it is. */
  beat(position: number): void;
}

export interface HubOptions {
  /** Milliseconds between two messages at the least. */
  readonly every: number;
  /** Messages remembered for those who come back. */
  readonly remember: number;
  /** Milliseconds between two heartbeats. */
  readonly beat: number;
  /** Position the hub starts from: what moved before is unknown to it. */
  readonly from: number;
}

const keyOf = ({ measure, bureau, office, month }: BalanceChange): string =>
  `${measure}\n${bureau}\n${office}\n${month}`;

/**
 * Tells listeners which balances moved, as they stand after the move: several moves of one balance within a moment are one
 * message. The last messages are remembered, so that a listener who comes back hears all it missed, once.
 */
export class LiveHub {
  private readonly listeners = new Set<Listener>();
  private readonly within: Pick<Listener, 'moved'>[] = [];
  private readonly ring: Moved[] = [];
  private readonly pending = new Map<string, BalanceChange>();
  private readonly heart: NodeJS.Timeout;
  private timer: NodeJS.Timeout | undefined;
  private lastTold = -Infinity;
  /** Everything that moved after this is in the ring. */
  private since: number;
  /** Told up to here. */
  private told: number;
  /** Heard up to here. */
  private heard: number;

  constructor(private readonly options: HubOptions) {
    this.since = this.told = this.heard = options.from;
    this.heart = setInterval(() => this.beat(), options.beat);
    this.heart.unref();
  }

  /** How many listen from outside. */
  get size(): number {
    return this.listeners.size;
  }

  /** Tells somebody of this process, too, as long as the hub is open. */
  alsoTell(within: Pick<Listener, 'moved'>): void {
    this.within.push(within);
  }

  /** Takes in what one batch moved. */
  take(changes: readonly BalanceChange[], position: number): void {
    this.heard = Math.max(this.heard, position);
    for (const change of changes) this.pending.set(keyOf(change), change);
    if (this.pending.size === 0) this.told = this.heard;
    else
      this.timer ??= setTimeout(() => this.tell(), Math.max(0, this.lastTold + this.options.every - performance.now()));
  }

  /** Something moved, but it is not known what: everyone reads anew. */
  lose(position: number): void {
    if (position === this.heard) return;
    this.since = this.told = this.heard = position;
    this.ring.length = 0;
    for (const listener of this.listeners) listener.resync(position);
  }

  /**
   * Begins to listen: after the position last heard, or from now. Gives the way to stop.
   */
  listen(listener: Listener, last: number | undefined): () => void {
    if (last === undefined) listener.beat(this.told);
    else if (last < this.since || last > this.heard) listener.resync(this.told);
    else for (const moved of this.ring) if (moved.position > last) listener.moved(moved);
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  close(): void {
    clearInterval(this.heart);
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private tell(): void {
    this.timer = undefined;
    this.lastTold = performance.now();
    const moved: Moved = { position: this.heard, changes: [...this.pending.values()] };
    this.pending.clear();
    this.told = moved.position;
    this.ring.push(moved);
    if (this.ring.length > this.options.remember) this.since = this.ring.shift()?.position ?? this.since;
    for (const listener of this.listeners) listener.moved(moved);
    for (const one of this.within) one.moved(moved);
  }

  private beat(): void {
    for (const listener of this.listeners) listener.beat(this.told);
  }
}
