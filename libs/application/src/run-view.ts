import type { Feed } from './ports/feed.js';
import { type BalanceChange, type ParkedStream, StaleCheckpoint } from './ports/ledger.js';
import { LEDGER_VIEW, type SlicePorts, projectSlice } from './project-slice.js';

export { LEDGER_VIEW } from './project-slice.js';

export interface ProjectorPorts extends SlicePorts {
  readonly feed: Feed;
  /** Told after each commit which balances moved and how far the view now reaches. */
  readonly onApplied?: (changes: readonly BalanceChange[], position: number) => void;
  /** Told which streams were set aside. */
  readonly onParked?: (parked: readonly ParkedStream[]) => void;
}

export interface ProjectorState {
  readonly state: 'running' | 'stopped';
  readonly position: number;
}

/**
 * Milliseconds between two slices while events keep coming: what comes meanwhile shares a transaction, which costs the
 * writers far less than one for every few events. The first event after a quiet time is not kept waiting.
 */
const BREATH = 40;

/** Drives the ledger view from the log itself: read a slice, fold it, write rows and checkpoint in one transaction. */
export class Projector {
  private current: ProjectorState = { state: 'stopped', position: 0 };
  private stopping = false;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly ports: ProjectorPorts,
    private readonly batchSize = 1000,
  ) {}

  get state(): ProjectorState {
    return this.current;
  }

  /** Applies one slice; gives the number of events applied, 0 when there is nothing new. */
  async step(): Promise<number> {
    const { feed, projections } = this.ports;
    const after = await projections.checkpoint(LEDGER_VIEW);
    const { events } = await feed.read(after, this.batchSize);
    if (events.length === 0) {
      this.current = { state: 'running', position: after };
      return 0;
    }
    const { position } = events[events.length - 1] as (typeof events)[number];
    const { changes, parked } = await projectSlice(this.ports, { events, after, position });
    this.current = { state: 'running', position };
    this.ports.onApplied?.(changes, position);
    if (parked.length > 0) this.ports.onParked?.(parked);
    return events.length;
  }

  /** Applies everything there is now. */
  async catchUp(): Promise<void> {
    while ((await this.step()) > 0);
  }

  start(onError: (error: unknown) => void): void {
    this.stopping = false;
    this.loop = this.run(onError);
  }

  private async run(onError: (error: unknown) => void): Promise<void> {
    let pause = 50;
    while (!this.stopping) {
      try {
        const applied = await this.step();
        pause = 50;
        if (applied === 0) await this.ports.feed.wait(this.current.position, 250);
        else if (applied < this.batchSize) await new Promise((resolve) => setTimeout(resolve, BREATH));
      } catch (error) {
        onError(error);
        if (!(error instanceof StaleCheckpoint)) pause = Math.min(pause * 2, 5000);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** Lets the slice at hand finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.loop;
    if (this.current.state === 'running') this.current = { state: 'stopped', position: this.current.position };
  }
}
