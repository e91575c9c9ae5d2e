import { createHash } from 'node:crypto';
import { scopedKey } from './append-items.js';
import { effectiveHistory, fold } from './history.js';
import type { RecordedEvent, Uuid, WorkingDayCalendar } from './kernel.js';
import type { AppendItem, EventStore } from './ports/event-store.js';
import type { Office, OfficeDirectory } from './ports/office-directory.js';
import type { Registry } from './registry.js';

export interface ImportPorts {
  readonly store: Pick<EventStore, 'appendMany'>;
  readonly registry: Registry;
  readonly offices: OfficeDirectory;
  readonly calendar: WorkingDayCalendar;
}

/** Events appended in one transaction at most. */
const BATCH = 1000;

/**
 * Stores events that were exported elsewhere, in their order, so that they get the positions they had. They were accepted
 * where they come from and are not judged again; their ids, days and documents stay, the hour of recording is now. Offices
 * nobody knows are added under their bureau with their code for a name.
 */
export class EventImport {
  private pending: RecordedEvent[] = [];
  private readonly histories = new Map<Uuid, { events: RecordedEvent[]; keys: readonly string[]; owner: string }>();

  constructor(private readonly ports: ImportPorts) {}

  /** Adds the offices that events name and the directory lacks. `codes`: office → bureau. */
  async addOffices(codes: ReadonlyMap<string, string>): Promise<void> {
    const { offices } = this.ports;
    const missing = [...codes].filter(([code]) => offices.find(code) === undefined);
    const bureaus = [...new Set(missing.map(([, bureau]) => bureau))].filter(
      (code) => offices.find(code) === undefined,
    );
    await offices.save([
      ...bureaus.map((code) => unnamed(code, code, null, 'bureau')),
      ...missing
        .filter(([code]) => !bureaus.includes(code))
        .map(([code, bureau]) => unnamed(code, bureau, bureau, 'justice-office')),
    ]);
  }

  async add(event: RecordedEvent): Promise<void> {
    // A stream stands once in an append: its events are taken together only while they follow each other.
    const again = this.pending.findIndex(({ streamId }) => streamId === event.streamId);
    const apart = again >= 0 && this.pending.slice(again).some(({ streamId }) => streamId !== event.streamId);
    if (apart || this.pending.length >= BATCH) await this.flush();
    this.pending.push(event);
  }

  async flush(): Promise<void> {
    const batch = this.pending;
    this.pending = [];
    if (batch.length === 0) return;
    const byStream = new Map<Uuid, RecordedEvent[]>();
    for (const event of batch) byStream.set(event.streamId, [...(byStream.get(event.streamId) ?? []), event]);
    const outcomes = await this.ports.store.appendMany(
      [...byStream.values()].map((events) => this.item(events)),
      true,
    );
    const refused = outcomes.find(({ outcome }) => outcome !== 'appended' && outcome !== 'abandoned');
    if (refused !== undefined)
      throw new Error(`the store refused position ${batch[0]?.position} and after: ${JSON.stringify(refused)}`);
  }

  private item(events: readonly RecordedEvent[]): AppendItem {
    const [{ streamId, streamType, bureau, owner }] = events as readonly [RecordedEvent];
    const known = this.histories.get(streamId) ?? { events: [], keys: [], owner };
    const history = [...known.events, ...events];
    const keys = this.keysOf(streamType, history);
    this.histories.set(streamId, { ...known, events: history, keys });
    const scoped = (key: string): string => scopedKey(bureau, streamType, key);
    const commands = [...new Set(events.map(({ commandId }) => commandId))];
    return {
      streamId,
      streamType,
      bureau,
      owner: known.owner,
      expectedVersion: known.events.length,
      entries: commands.map((commandId) => {
        const own = events.filter((event) => event.commandId === commandId);
        return { commandId, requestHash: hashOf(own), events: own.map(asNew) };
      }),
      hold: keys.filter((key) => !known.keys.includes(key)).map(scoped),
      release: known.keys.filter((key) => !keys.includes(key)).map(scoped),
    };
  }

  private keysOf(streamType: string, events: readonly RecordedEvent[]): readonly string[] {
    const { registry, calendar } = this.ports;
    const found = registry.stream(streamType);
    if (found?.stream.keys === undefined) return [];
    const context = { settings: registry.settingsOf(found.line.code), calendar };
    return found.stream.keys(fold(found.stream, effectiveHistory(found.stream, events), context));
  }
}

const asNew = (event: RecordedEvent) => {
  const {
    position: _position,
    version: _version,
    recordedAt: _at,
    streamId: _id,
    streamType: _type,
    bureau: _bureau,
    commandId: _command,
    ...rest
  } = event;
  return rest;
};

/** The request itself is not kept; a repeat of it is refused as another request under the same id, never counted twice. */
const hashOf = (events: readonly RecordedEvent[]): string =>
  createHash('sha256')
    .update(events.map(({ eventId }) => eventId).join())
    .digest('hex');

const unnamed = (code: string, bureau: string, parent: string | null, kind: Office['kind']): Office => ({
  code,
  parent,
  bureau,
  name: code,
  kind,
  validFrom: '1949-10-01',
  validTo: null,
  successor: null,
});
