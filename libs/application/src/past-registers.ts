import type { Uuid } from './kernel.js';
import { FactPoster, UnfoldableEvent } from './post-facts.js';
import type { EventStore } from './ports/event-store.js';
import type { RegisterRow } from './ports/ledger.js';
import type { FoldingPorts } from './project-slice.js';

/** Streams read at a time. */
const SLICE = 500;

/**
 * Rows of registers as they stood at a position. A register keeps how its records stand now; those of the streams that were
 * recorded on since are folded again, up to there. What was recorded before the definitions of today shows as today's make it.
 */
export class PastRegisters {
  constructor(private readonly ports: Omit<FoldingPorts, 'store'> & { readonly store: Pick<EventStore, 'loadMany'> }) {}

  /** Kinds of stream that rows of a register come from; none for a register nobody knows. */
  streamTypes(register: string): readonly string[] {
    const line = this.ports.registry.lines.find(({ registers }) => registers.some(({ code }) => code === register));
    return line?.streams.map(({ type }) => type) ?? [];
  }

  /** A stream that cannot be folded has no row, as it has none in the register of today. */
  async rowsAt(streams: readonly Uuid[], position: number): Promise<readonly RegisterRow[]> {
    const rows: RegisterRow[] = [];
    for (let from = 0; from < streams.length; from += SLICE) {
      const loaded = await this.ports.store.loadMany(streams.slice(from, from + SLICE), position);
      const history = async (streamId: Uuid, upTo: number) =>
        (loaded.get(streamId)?.events ?? []).filter((event) => event.position <= upTo);
      const poster = new FactPoster(this.ports.registry, this.ports.calendar(), history, () => undefined);
      for (const { events } of loaded.values()) {
        try {
          await poster.apply(events);
        } catch (error) {
          if (!(error instanceof UnfoldableEvent)) throw error;
        }
      }
      rows.push(...poster.takeTouched().flatMap((stream) => poster.registerRows(stream)));
    }
    return rows;
  }
}
