import type { OwnDefinitions } from './define-own.js';
import type { FoldedEvent } from './history.js';
import type { Uuid, WorkingDayCalendar } from './kernel.js';
import { FactPoster, GapInStream, UnfoldableEvent } from './post-facts.js';
import type { EventStore } from './ports/event-store.js';
import type {
  BalanceChange,
  FoldedStream,
  ParkedStream,
  ParkedStreams,
  Posting,
  ProjectedRows,
  ProjectionBatch,
  ProjectionStore,
} from './ports/ledger.js';
import type { Registry } from './registry.js';

/** Name of the projection that holds facts, postings, balances, registers and duties. */
export const LEDGER_VIEW = 'ledger';

export interface FoldingPorts {
  readonly store: Pick<EventStore, 'load'>;
  readonly registry: Registry;
  readonly calendar: () => WorkingDayCalendar;
}

export interface SlicePorts extends FoldingPorts {
  /** Definitions of bureaus, looked at before each slice; absent where there are none to be. */
  readonly definitions?: Pick<OwnDefinitions, 'refresh'>;
  readonly projections: ProjectionStore;
}

/** Events that follow each other in the log or in a partition, and the checkpoint they follow on. */
export interface Slice extends Pick<ProjectionBatch, 'partition' | 'after' | 'position'> {
  readonly events: readonly FoldedEvent[];
}

export interface Projected {
  readonly changes: readonly BalanceChange[];
  /** Streams this slice set aside. */
  readonly parked: readonly ParkedStream[];
}

/**
 * Folds a slice and writes rows and checkpoint in one transaction: the one way into the ledger's rows, whichever driver
 * brings the events. A stream with an event that cannot be folded is set aside with the reason, and everything else goes on.
 * `gaps`: whether an event that arrives before its predecessor sets its stream aside too, or is thrown for the driver to wait.
 * @throws GapInStream, StaleCheckpoint, LogReplaced
 */
export const projectSlice = async (
  ports: SlicePorts,
  { events, ...checkpoint }: Slice,
  gaps: 'park' | 'throw' = 'park',
): Promise<Projected> => {
  const { projections, registry } = ports;
  await ports.definitions?.refresh();
  const ids = [...new Set(events.map(({ streamId }) => streamId))];
  const passedOver = await projections.parkedAmong(LEDGER_VIEW, ids);
  const known = await projections.loadStreams(LEDGER_VIEW, ids);
  const parked = new Map<Uuid, ParkedStream>();
  for (;;) {
    const sound = events.filter(
      ({ streamId, position }) =>
        !passedOver.has(streamId) && position < (parked.get(streamId)?.position ?? Number.MAX_SAFE_INTEGER),
    );
    try {
      const { definitions } = registry;
      const rows = await fold(ports, known.values(), sound);
      const changes = await projections.apply({
        view: LEDGER_VIEW,
        ...checkpoint,
        ...rows,
        definitions,
        parked: [...parked.values()],
        passedOver: [...passedOver],
      });
      return { changes, parked: [...parked.values()] };
    } catch (error) {
      if (!(error instanceof UnfoldableEvent) || (error instanceof GapInStream && gaps === 'throw')) throw error;
      parked.set(error.event.streamId, parkedBy(error));
    }
  }
};

/** The stream of an event that cannot be folded, as it is set aside. */
export const parkedBy = ({ event, message }: UnfoldableEvent): ParkedStream => {
  const { streamId, streamType, bureau, position, version, type } = event;
  return { streamId, streamType, bureau, position, version, type, reason: message };
};

/** @throws UnfoldableEvent */
const fold = async (
  { store, registry, calendar }: FoldingPorts,
  known: Iterable<FoldedStream>,
  events: readonly FoldedEvent[],
): Promise<ProjectedRows> => {
  const postings: Posting[] = [];
  const history = async (streamId: string, upTo: number) => (await store.load(streamId, upTo))?.events ?? [];
  const poster = new FactPoster(registry, calendar(), history, (posting) => postings.push(posting));
  poster.seed(known);
  await poster.apply(events);
  const streams = poster.takeTouched();
  return {
    streams,
    postings,
    registers: new Map(streams.map((stream) => [stream.streamId, poster.registerRows(stream)])),
    duties: new Map(streams.map((stream) => [stream.streamId, poster.dutyRows(stream)])),
  };
};

/**
 * Folds a stream that was set aside up to where the view has been delivered its events. False when it is not set aside.
 * @throws UnfoldableEvent when it still cannot be folded; it stays set aside
 */
export const takeUpParked = async (
  ports: FoldingPorts & { readonly parked: ParkedStreams },
  streamId: Uuid,
): Promise<boolean> => {
  const changes = await ports.parked.takeUp(LEDGER_VIEW, streamId, async (known, deliveredTo) => {
    const events = (await ports.store.load(streamId, deliveredTo))?.events ?? [];
    return fold(ports, known === undefined ? [] : [known], events);
  });
  return changes !== undefined;
};
