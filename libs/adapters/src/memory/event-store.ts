import type { Clock } from '#application/ports/clock.js';
import type {
  AppendItem,
  AppendOutcome,
  EventStore,
  StoredCommand,
  StoredStream,
} from '#application/ports/event-store.js';
import type { RecordedEvent } from '#kernel/event.js';
import type { Uuid } from '#kernel/ids.js';
import { checkItems } from '../append-rules.js';
import { AppendSignal } from '../append-signal.js';
import { decideBatch } from './decide-batch.js';

/** A row of the log: the payload is kept as the text that was written, so no reader can change what another one sees. */
interface LogRow {
  readonly event: Omit<RecordedEvent, 'data' | 'evidence'>;
  readonly data: string;
  readonly evidence: string | undefined;
}

interface OpenStream {
  readonly streamType: string;
  readonly bureau: string;
  readonly owner: string;
  readonly rows: LogRow[];
}

const toEvent = ({ event, data, evidence }: LogRow): RecordedEvent => ({
  ...event,
  ...(evidence === undefined ? {} : { evidence: JSON.parse(evidence) as RecordedEvent['evidence'] }),
  data: JSON.parse(data) as object,
});

/**
 * The event store in memory: the same answers as the one on PostgreSQL, for the simulator and for quick tests. Nothing
 * outlives the process.
 */
export class MemoryEventStore implements EventStore {
  private readonly log: LogRow[] = [];
  private readonly streams = new Map<Uuid, OpenStream>();
  private readonly commands = new Map<Uuid, StoredCommand>();
  private readonly holders = new Map<string, Uuid>();
  private readonly eventIds = new Set<Uuid>();
  private lastPosition = 0;

  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    readonly signal = new AppendSignal(),
  ) {}

  get head(): number {
    return this.log.at(-1)?.event.position ?? 0;
  }

  /** Events after a position, in position order. */
  eventsAfter(after: number, limit: number): readonly RecordedEvent[] {
    let low = 0;
    for (let high = this.log.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.log[middle] as LogRow).event.position <= after) low = middle + 1;
      else high = middle;
    }
    return this.log.slice(low, low + limit).map(toEvent);
  }

  async load(streamId: Uuid, upTo = Number.MAX_SAFE_INTEGER): Promise<StoredStream | undefined> {
    const stream = this.streams.get(streamId);
    const events = (stream?.rows ?? []).filter((row) => row.event.position <= upTo).map(toEvent);
    if (stream === undefined || events.length === 0) return undefined;
    const { streamType, bureau, owner } = stream;
    return { streamId, streamType, bureau, owner, version: events.length, events };
  }

  async loadMany(streamIds: readonly Uuid[], upTo?: number): Promise<ReadonlyMap<Uuid, StoredStream>> {
    const found = new Map<Uuid, StoredStream>();
    for (const streamId of streamIds) {
      const stream = await this.load(streamId, upTo);
      if (stream !== undefined) found.set(streamId, stream);
    }
    return found;
  }

  async holderOf(key: string): Promise<Uuid | undefined> {
    return this.holders.get(key);
  }

  async findCommand(commandId: Uuid): Promise<StoredCommand | undefined> {
    return this.commands.get(commandId);
  }

  async append(item: AppendItem): Promise<AppendOutcome> {
    return (await this.appendMany([item], false))[0] as AppendOutcome;
  }

  async appendMany(items: readonly AppendItem[], atomic: boolean): Promise<readonly AppendOutcome[]> {
    checkItems(items);
    const { refusals, repeats, holders } = decideBatch(items, {
      version: (streamId) => this.streams.get(streamId)?.rows.length ?? 0,
      isKnown: (commandId) => this.commands.has(commandId),
      holder: (key) => this.holders.get(key),
    });
    const abandoned = atomic && refusals.size + repeats.size > 0;
    const accepted = new Set(abandoned ? [] : items.filter((item) => !refusals.has(item) && !repeats.has(item)));
    this.refuseKnownEvents([...accepted]);
    if (!abandoned) for (const [key, holder] of holders) this.hold(key, holder);
    const written = this.write(items, accepted);
    this.signal.raise(this.head);
    return items.map((item) => {
      const repeated = this.commands.get(repeats.get(item) ?? '');
      if (repeated !== undefined) return { outcome: 'repeated', command: repeated };
      return refusals.get(item) ?? written.get(item) ?? { outcome: 'abandoned' };
    });
  }

  private refuseKnownEvents(items: readonly AppendItem[]): void {
    const ids = items.flatMap((item) => item.entries.flatMap((entry) => entry.events.map((event) => event.eventId)));
    if (new Set(ids).size !== ids.length || ids.some((id) => this.eventIds.has(id)))
      throw new Error('an event id is known already');
  }

  private hold(key: string, holder: Uuid | undefined): void {
    if (holder === undefined) this.holders.delete(key);
    else this.holders.set(key, holder);
  }

  private write(items: readonly AppendItem[], accepted: ReadonlySet<AppendItem>): Map<AppendItem, AppendOutcome> {
    const written = new Map<AppendItem, AppendOutcome>();
    const recordedAt = this.clock.now().now;
    for (const item of items) {
      if (accepted.has(item)) written.set(item, this.writeItem(item, recordedAt));
      else if (accepted.size > 0) this.skipPositions(item);
    }
    return written;
  }

  private skipPositions(item: AppendItem): void {
    for (const entry of item.entries) this.lastPosition += entry.events.length;
  }

  private writeItem(item: AppendItem, recordedAt: string): AppendOutcome {
    const { streamId, streamType, bureau, owner } = item;
    const stream = this.streams.get(streamId) ?? { streamType, bureau, owner, rows: [] };
    this.streams.set(streamId, stream);
    for (const { commandId, requestHash, events } of item.entries) {
      for (const { data, evidence, ...rest } of events) {
        this.lastPosition += 1;
        const place = { position: this.lastPosition, version: stream.rows.length + 1 };
        const event = {
          ...rest,
          ...place,
          streamId,
          streamType: stream.streamType,
          bureau: stream.bureau,
          owner: stream.owner,
          recordedAt,
          commandId,
        };
        const row: LogRow = { event, data: JSON.stringify(data), evidence: evidence && JSON.stringify(evidence) };
        stream.rows.push(row);
        this.log.push(row);
        this.eventIds.add(event.eventId);
      }
      const eventIds = events.map((event) => event.eventId);
      const place = { version: stream.rows.length, position: this.lastPosition };
      this.commands.set(commandId, { commandId, requestHash, streamId, ...place, eventIds });
    }
    return { outcome: 'appended', version: stream.rows.length, position: this.lastPosition };
  }
}
