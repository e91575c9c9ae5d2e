import type { DecidingPorts } from '../decide-command.js';
import { type OfficeCode, type RecordedEvent, Rejected, type Uuid, reject } from '../kernel.js';
import type { EventStore, StoredStream } from '../ports/event-store.js';
import type { CausedPostings, FoldedStream, Ledger, Posting, ProjectionStore } from '../ports/ledger.js';
import { LEDGER_VIEW } from '../project-slice.js';
import { officesOf } from '../sealing/freeze-figures.js';
import { type FoldedEvent, type MovedDuty, foldEvent, foldHistory } from './fold-event.js';
import { LedgerWith } from './ledger-with.js';
import { type MovedFigure, movedFigures } from './moved-figures.js';
import type { PendingEvent } from './pending-event.js';
import { periodsMoved } from './periods-moved.js';
import { type MovedSealedFigure, restatedSeals } from './restated-seals.js';

/** Everything one event moves, or would move. */
export interface Impact {
  /** Position the values before are known at. */
  readonly position: number;
  /** Null where nothing would be recorded. */
  readonly event: Pick<RecordedEvent, 'streamId' | 'streamType' | 'type' | 'occurredOn'> | null;
  /** The case is set aside: nothing of it is counted until somebody takes it up, so nothing moves now. */
  readonly setAside: boolean;
  readonly postings: readonly Posting[];
  readonly figures: readonly MovedFigure[];
  readonly seals: readonly MovedSealedFigure[];
  readonly duties: readonly MovedDuty[];
}

export interface ImpactPorts extends DecidingPorts {
  readonly store: Pick<EventStore, 'load' | 'loadMany'>;
  readonly ledger: Ledger & CausedPostings;
  readonly projections: Pick<ProjectionStore, 'loadStreams' | 'parkedAmong'>;
  readonly definitions?: { refresh(): Promise<void> };
  /** Waits until the figures include a position, and gives the one they include then. */
  readonly reach: (position: number) => Promise<number>;
}

/** A stream in the log and in the ledger, at one position of both. */
interface Standing {
  readonly position: number;
  readonly stored: StoredStream | undefined;
  readonly known: FoldedStream | undefined;
  readonly setAside: boolean;
}

const NOTHING = { postings: [], figures: [], seals: [], duties: [] };

/** How often a stream is read again because somebody recorded on it in between. */
const TRIES = 5;

/** @rejects too-busy */
const standingOf = async ({ store, projections, reach }: ImpactPorts, streamId: Uuid): Promise<Standing> => {
  let least = 0;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const position = await reach(least);
    const stored = await store.load(streamId);
    const known = (await projections.loadStreams(LEDGER_VIEW, [streamId])).get(streamId);
    const setAside = (await projections.parkedAmong(LEDGER_VIEW, [streamId])).has(streamId);
    const newest = stored?.events.at(-1)?.position ?? 0;
    const alike = setAside || (known?.version ?? 0) === (stored?.version ?? 0);
    if (newest <= position && alike) return { position, stored, known, setAside };
    least = Math.max(newest, position);
  }
  throw new Rejected(reject('too-busy'));
};

const headOf = ({ streamId, streamType, type, occurredOn }: RecordedEvent): Impact['event'] => ({
  streamId,
  streamType,
  type,
  occurredOn,
});

/** What the rows of an event move, of the offices given, against the ledger at a position. */
const moved = async (
  ports: ImpactPorts,
  event: RecordedEvent,
  { postings, duties }: FoldedEvent,
  position: number,
  offices: readonly OfficeCode[],
): Promise<Impact> => {
  const { registry, ledger, clock } = ports;
  const { bureau } = event;
  const after = new LedgerWith(ledger, postings, officesOf(ports.offices, bureau));
  const change = { registry, offices: ports.offices, before: ledger, after, bureau, asOf: position };
  const codes = [...registry.indicators.keys()].filter((code) => (registry.own.get(code)?.bureau ?? bureau) === bureau);
  const visible = new Set(offices);
  return {
    position,
    event: headOf(event),
    setAside: false,
    postings: postings.filter(({ office }) => visible.has(office)),
    figures: await movedFigures(change, offices, periodsMoved(postings, clock.now().today), codes),
    seals: postings.length === 0 ? [] : await restatedSeals(ports, change, offices),
    duties: duties.filter(({ office }) => visible.has(office)),
  };
};

/**
 * What would move if an event were recorded now, against figures of one position that include everything on its stream. The fold
 * is the projector's own; nothing is written. `eventOn` decides the event on the stream as it stands.
 * @throws Rejected what `eventOn` throws
 */
export const impactOfPending = async (
  ports: ImpactPorts,
  streamId: Uuid,
  offices: readonly OfficeCode[],
  eventOn: (stored: StoredStream | undefined) => PendingEvent | undefined,
): Promise<Impact> => {
  await ports.definitions?.refresh();
  const { position, stored, known, setAside } = await standingOf(ports, streamId);
  const pending = eventOn(stored);
  if (pending === undefined) return { position, event: null, setAside, ...NOTHING };
  const { event } = pending;
  if (setAside) return { position, event: headOf(event), setAside, ...NOTHING };
  const folded = await foldEvent(ports, event, stored?.events ?? [], known);
  return moved(ports, event, folded, position, offices);
};

/** What an event moved when it was recorded: the figures of the position before it, and those with what it posted. */
export const impactOfRecorded = async (
  ports: ImpactPorts,
  event: RecordedEvent,
  offices: readonly OfficeCode[],
): Promise<Impact> => {
  const { store, ledger, projections, reach } = ports;
  const { streamId, bureau, position } = event;
  await reach(position);
  const setAside = (await projections.parkedAmong(LEDGER_VIEW, [streamId])).has(streamId);
  const postings = await ledger.postedAt(bureau, position);
  const history = (await store.load(streamId, position - 1))?.events ?? [];
  const duties = setAside ? [] : (await foldEvent(ports, event, history, await foldHistory(ports, history))).duties;
  return { ...(await moved(ports, event, { postings, duties }, position - 1, offices)), setAside };
};
