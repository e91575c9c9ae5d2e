import type { ServerResponse } from 'node:http';
import type { BalanceChange } from '#application/ports/ledger.js';
import type { Listener, Moved } from './live-hub.js';

/** Bytes a client may leave unread before it is told to read anew instead. */
const MOST_UNREAD = 1_048_576;
/** Milliseconds a client that reads nothing is kept. */
const PATIENCE = 60_000;

const frame = (position: number, event: string, data: unknown): string =>
  `id: ${position}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Writes what moved as server-sent events: `balances` with the balances in the client's scope, `resync` where it must read
 * anew, and what else it is told of. An id alone moves the client's place without an event. A client that reads too slowly loses messages, never memory
 * of ours, and is told so when it reads again.
 */
export class EventStream implements Listener {
  private lagging: NodeJS.Timeout | undefined;
  private newest = 0;

  constructor(
    private readonly out: ServerResponse,
    private readonly sees: (change: BalanceChange) => boolean,
  ) {
    out.write('retry: 2000\n\n');
  }

  moved({ position, changes }: Moved): void {
    const seen = changes.filter(this.sees);
    this.write(
      position,
      seen.length === 0 ? `id: ${position}\n\n` : frame(position, 'balances', { position, changes: seen }),
    );
  }

  resync(position: number): void {
    this.write(position, frame(position, 'resync', { position }));
  }

  /** Tells what is no place in time: who comes back does not hear it again. */
  tell(event: string, data: string): void {
    this.write(this.newest, `event: ${event}\ndata: ${data}\n\n`);
  }

  beat(position: number): void {
    this.write(position, `: beat\nid: ${position}\n\n`);
  }

  private write(position: number, text: string): void {
    this.newest = position;
    if (this.lagging !== undefined || this.out.destroyed || this.out.writableEnded) return;
    this.out.write(text);
    if (this.out.writableLength <= MOST_UNREAD) return;
    this.lagging = setTimeout(() => this.out.destroy(), PATIENCE);
    this.lagging.unref();
    this.out.once('drain', () => {
      clearTimeout(this.lagging);
      this.lagging = undefined;
      this.resync(this.newest);
    });
    this.out.once('close', () => clearTimeout(this.lagging));
  }
}
