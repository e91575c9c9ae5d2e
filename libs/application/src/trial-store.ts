import type { RecordedEvent, Uuid } from './kernel.js';
import type { AppendItem, AppendOutcome, EventStore, StoredCommand, StoredStream } from './ports/event-store.js';

/** Position of what is never stored. */
const NOWHERE = Number.MAX_SAFE_INTEGER;

/**
 * A store that answers as the real one would and keeps what it is given to itself: what would be stored is seen by what comes
 * after it, and forgotten with this object.
 */
export class TrialStore implements EventStore {
  /** Streams that were looked at, as they would stand now; undefined where there is none. */
  private readonly streams = new Map<Uuid, StoredStream | undefined>();
  /** Keys taken here by their holder, or given back: null. */
  private readonly keys = new Map<string, Uuid | null>();

  constructor(private readonly real: EventStore) {}

  async load(streamId: Uuid): Promise<StoredStream | undefined> {
    return (await this.loadMany([streamId])).get(streamId);
  }

  async loadMany(streamIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, StoredStream>> {
    const unseen = streamIds.filter((id) => !this.streams.has(id));
    const stored = unseen.length === 0 ? undefined : await this.real.loadMany(unseen);
    for (const id of unseen) this.streams.set(id, stored?.get(id));
    return new Map(
      streamIds.flatMap((id) => {
        const found = this.streams.get(id);
        return found === undefined ? [] : [[id, found] as const];
      }),
    );
  }

  findCommand(commandId: Uuid): Promise<StoredCommand | undefined> {
    return this.real.findCommand(commandId);
  }

  async holderOf(key: string): Promise<Uuid | undefined> {
    const tried = this.keys.get(key);
    return tried === undefined ? this.real.holderOf(key) : (tried ?? undefined);
  }

  async append(item: AppendItem): Promise<AppendOutcome> {
    const holders = await Promise.all(item.hold.map((key) => this.holderOf(key)));
    for (const [at, key] of item.hold.entries()) {
      const holder = holders[at];
      if (holder !== undefined && holder !== item.streamId) return { outcome: 'held', key, holder };
    }
    const stored = await this.load(item.streamId);
    if ((stored?.version ?? 0) !== item.expectedVersion) return { outcome: 'conflict', version: stored?.version ?? 0 };
    const { streamId, streamType, bureau, owner } = item;
    const before = stored?.events ?? [];
    const added = item.entries.flatMap(({ commandId, events }) => events.map((event) => ({ commandId, event })));
    const events: readonly RecordedEvent[] = [
      ...before,
      ...added.map(({ commandId, event }, at) => ({
        ...{ ...event, commandId, streamId, streamType, bureau, owner },
        ...{ position: NOWHERE, recordedAt: '', version: before.length + at + 1 },
      })),
    ];
    this.streams.set(streamId, { streamId, streamType, bureau, owner, version: events.length, events });
    for (const key of item.release) this.keys.set(key, null);
    for (const key of item.hold) this.keys.set(key, streamId);
    return { outcome: 'appended', version: events.length, position: NOWHERE };
  }

  /** `atomic` changes nothing: a trial of all or nothing wants to know of each what is wrong. */
  async appendMany(items: readonly AppendItem[]): Promise<readonly AppendOutcome[]> {
    const outcomes: AppendOutcome[] = [];
    for (const item of items) outcomes.push(await this.append(item));
    return outcomes;
  }
}
