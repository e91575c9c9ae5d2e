import { type Seal, periodKey, periodStreamId } from '#kernel/seal.js';
import { scopedKey } from '../append-items.js';
import type { PeriodsDefinition } from '../define-line.js';
import { effectiveHistory, fold } from '../history.js';
import type { BureauCode, Period, RecordedEvent, Uuid, WorkingDayCalendar } from '../kernel.js';
import type { EventStore, StoredStream } from '../ports/event-store.js';
import type { Registry } from '../registry.js';

/** Whose books: a bureau's, of one field of work, over a period. */
export interface BooksOf {
  readonly bureau: BureauCode;
  /** Code of the line. */
  readonly line: string;
  readonly period: Period;
}

/** A seal as the log holds it; nothing recorded later changes it. */
export interface RecordedSeal extends Seal {
  readonly sealedBy: string;
  /** The seal's own place in the log: later than the position its figures were computed at. */
  readonly recordedAt: number;
}

/** The books of a period as they stand. */
export interface Books {
  readonly streamId: Uuid;
  /** `none` where nothing was closed yet. */
  readonly state: string;
  /** Oldest first. */
  readonly seals: readonly RecordedSeal[];
}

export interface BooksPorts {
  readonly registry: Registry;
  readonly store: Pick<EventStore, 'load' | 'holderOf'>;
  readonly calendar: () => WorkingDayCalendar;
}

/** The line that keeps the books of all. @throws Error where no line does */
export const periodsOf = (registry: Registry): PeriodsDefinition => {
  const found = registry.lines.find(({ periods }) => periods !== undefined)?.periods;
  if (found === undefined) throw new Error('no line keeps the books of periods');
  return found;
};

/** Seals among the events of a stream, as they were recorded: record events are not asked. */
export const sealsAmong = (events: readonly RecordedEvent[], closed: string): readonly RecordedSeal[] =>
  events
    .filter(({ type }) => type === closed)
    .map(({ data, recordedBy, position }) => ({ ...(data as Seal), sealedBy: recordedBy, recordedAt: position }));

/** The books a stream keeps, as recorded up to a position; everything where none is given. */
export const booksIn = (
  { registry, calendar }: Pick<BooksPorts, 'registry' | 'calendar'>,
  stored: StoredStream,
  asOf = Infinity,
): Books => {
  const { stream: type, closed } = periodsOf(registry);
  const found = registry.stream(type);
  if (found === undefined) throw new Error(`no stream ${type}`);
  const { stream, line } = found;
  const context = { settings: registry.settingsOf(line.code), calendar: calendar() };
  const events = stored.events.filter(({ position }) => position <= asOf);
  const { status } = fold(stream, effectiveHistory(stream, events), context);
  return { streamId: stored.streamId, state: status, seals: sealsAmong(events, closed) };
};

/** The books of a period; where none were begun, with the id their stream will have. */
export const booksOf = async (ports: BooksPorts, { bureau, line, period }: BooksOf, asOf?: number): Promise<Books> => {
  const { stream } = periodsOf(ports.registry);
  const key = scopedKey(bureau, stream, periodKey({ bureau, businessLine: line, ...period }));
  const streamId = (await ports.store.holderOf(key)) ?? periodStreamId(bureau, line, period);
  const stored = await ports.store.load(streamId);
  return stored === undefined ? { streamId, state: 'none', seals: [] } : booksIn(ports, stored, asOf);
};
