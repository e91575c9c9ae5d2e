import type { WorkingDayCalendar } from './kernel.js';
import { FactPoster, UnfoldableEvent } from './post-facts.js';
import type { EventStore } from './ports/event-store.js';
import type { Feed } from './ports/feed.js';
import { type BalanceChange, type Posting, type ProjectionStore, StaleCheckpoint } from './ports/ledger.js';
import type { Registry } from './registry.js';
import type { RecordedEvent } from './kernel.js';

/** Name of the projection that holds facts, postings, balances, registers and duties. */
export const LEDGER_VIEW = 'ledger';

export interface ProjectorPorts {
  readonly store: Pick<EventStore, 'load'>;
  readonly feed: Feed;
  readonly projections: ProjectionStore;
  readonly registry: Registry;
  readonly calendar: () => WorkingDayCalendar;
  /** Told after each commit which balances moved and how far the view now reaches. */
  readonly onApplied?: (changes: readonly BalanceChange[], position: number) => void;
}

export type ProjectorState =
  | { readonly state: 'running' | 'stopped'; readonly position: number }
  | { readonly state: 'halted'; readonly position: number; readonly at: number; readonly reason: string };

/**
 * Milliseconds between two slices while events keep coming: what comes meanwhile shares a transaction, which costs the
 * writers far less than one for every few events. The first event after a quiet time is not kept waiting.
 */
const BREATH = 40;

/**
 * Drives the ledger view from the feed: read a slice, fold it, write rows and checkpoint in one transaction. An event that
 * cannot be folded halts the view with its reason, with everything before it applied; it is never skipped silently.
 */
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
    return this.applySlice(after, events);
  }

  private async applySlice(after: number, events: readonly RecordedEvent[]): Promise<number> {
    const { store, projections, registry, calendar } = this.ports;
    const postings: Posting[] = [];
    const history = async (streamId: string, upTo: number) => (await store.load(streamId, upTo))?.events ?? [];
    const poster = new FactPoster(registry, calendar(), history, (posting) => postings.push(posting));
    const known = await projections.loadStreams(LEDGER_VIEW, [...new Set(events.map((event) => event.streamId))]);
    poster.seed(known.values());
    try {
      await poster.apply(events);
    } catch (error) {
      if (!(error instanceof UnfoldableEvent)) throw error;
      const sound = events.slice(
        0,
        events.findIndex((event) => event.position === error.event.position),
      );
      if (sound.length > 0) await this.applySlice(after, sound);
      const position = sound[sound.length - 1]?.position ?? after;
      this.current = { state: 'halted', position, at: error.event.position, reason: error.message };
      return sound.length;
    }
    const position = (events[events.length - 1] as RecordedEvent).position;
    const streams = poster.takeTouched();
    const changes = await projections.apply({
      view: LEDGER_VIEW,
      after,
      position,
      streams,
      postings,
      registers: new Map(streams.map((stream) => [stream.streamId, poster.registerRows(stream)])),
      duties: new Map(streams.map((stream) => [stream.streamId, poster.dutyRows(stream)])),
    });
    this.current = { state: 'running', position };
    this.ports.onApplied?.(changes, position);
    return events.length;
  }

  /** Applies everything there is now. */
  async catchUp(): Promise<void> {
    while ((await this.step()) > 0 && this.current.state === 'running');
  }

  start(onError: (error: unknown) => void): void {
    this.stopping = false;
    this.loop = this.run(onError);
  }

  private async run(onError: (error: unknown) => void): Promise<void> {
    let pause = 50;
    while (!this.stopping && this.current.state !== 'halted') {
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
