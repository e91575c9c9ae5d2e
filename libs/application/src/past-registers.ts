import type { Uuid, WorkingDayCalendar } from './kernel.js';
import { FactPoster, UnfoldableEvent } from './post-facts.js';
import type { EventStore } from './ports/event-store.js';
import type { RegisterRow } from './ports/ledger.js';
import type { FoldingPorts } from './project-slice.js';

/** Streams read at a time. */
const SLICE = 500;
/** Streams whose past is remembered, over all positions. */
const REMEMBERED = 5_000;

/**
 * Rows of registers as they stood at a position. A register keeps how its records stand now; those of the streams that were
 * recorded on since are folded again, up to there. What was recorded before the definitions of today shows as today's make it.
 * A past does not change, so what was folded last is remembered: a document asks for the same position many times.
 */
export class PastRegisters {
  private readonly remembered = new Map<string, readonly RegisterRow[]>();
  private calendar: WorkingDayCalendar | undefined;

  constructor(private readonly ports: Omit<FoldingPorts, 'store'> & { readonly store: Pick<EventStore, 'loadMany'> }) {}

  /** Kinds of stream that rows of a register come from; none for a register nobody knows. */
  streamTypes(register: string): readonly string[] {
    const line = this.ports.registry.lines.find(({ registers }) => registers.some(({ code }) => code === register));
    return line?.streams.map(({ type }) => type) ?? [];
  }

  /** A stream that cannot be folded has no row, as it has none in the register of today. */
  async rowsAt(streams: readonly Uuid[], position: number): Promise<readonly RegisterRow[]> {
    const calendar = this.ports.calendar();
    if (calendar !== this.calendar) this.remembered.clear();
    this.calendar = calendar;
    const rows: RegisterRow[] = [];
    const unknown: Uuid[] = [];
    for (const streamId of streams) {
      const known = this.remembered.get(keyOf(streamId, position));
      if (known === undefined) unknown.push(streamId);
      else rows.push(...known);
    }
    for (let from = 0; from < unknown.length; from += SLICE)
      for (const [streamId, folded] of await this.fold(unknown.slice(from, from + SLICE), position)) {
        rows.push(...folded);
        this.remember(keyOf(streamId, position), folded);
      }
    return rows;
  }

  private async fold(streams: readonly Uuid[], position: number): Promise<ReadonlyMap<Uuid, readonly RegisterRow[]>> {
    const { registry, calendar, store } = this.ports;
    const loaded = await store.loadMany(streams, position);
    const history = async (streamId: Uuid, upTo: number) =>
      (loaded.get(streamId)?.events ?? []).filter((event) => event.position <= upTo);
    const poster = new FactPoster(registry, calendar(), history, () => undefined);
    for (const { events } of loaded.values()) {
      try {
        await poster.apply(events);
      } catch (error) {
        if (!(error instanceof UnfoldableEvent)) throw error;
      }
    }
    const folded = new Map<Uuid, readonly RegisterRow[]>(streams.map((streamId) => [streamId, []]));
    for (const stream of poster.takeTouched()) folded.set(stream.streamId, poster.registerRows(stream));
    return folded;
  }

  private remember(key: string, rows: readonly RegisterRow[]): void {
    this.remembered.set(key, rows);
    if (this.remembered.size <= REMEMBERED) return;
    const [oldest] = this.remembered.keys();
    this.remembered.delete(oldest as string);
  }
}

const keyOf = (streamId: Uuid, position: number): string => `${position} ${streamId}`;
