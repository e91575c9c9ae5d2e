import type { BureauCode, OfficeCode, RecordedEvent, Uuid } from '../kernel.js';

/** An event on its way into the store: position, version and recording time are given by the store. */
export type NewEvent = Omit<
  RecordedEvent,
  'position' | 'version' | 'recordedAt' | 'streamId' | 'streamType' | 'bureau' | 'owner' | 'commandId'
>;

/** One command's share of an append. */
export interface AppendEntry {
  readonly commandId: Uuid;
  /** Hash of everything the caller said; the same id with another hash is refused. 32 bytes, hex. */
  readonly requestHash: string;
  readonly events: readonly NewEvent[];
}

/** Events for one stream, from one or several commands; accepted or refused as a whole. */
export interface AppendItem {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly bureau: BureauCode;
  /** Owning office, frozen when the stream opens; the key of the Kafka topic. */
  readonly owner: OfficeCode;
  /** Version the decision rests on; 0 for a new stream. There is no "any". */
  readonly expectedVersion: number;
  readonly entries: readonly AppendEntry[];
  /** Natural keys to take and to give back in the same transaction. */
  readonly hold: readonly string[];
  readonly release: readonly string[];
}

export interface StoredCommand {
  readonly commandId: Uuid;
  readonly requestHash: string;
  readonly streamId: Uuid;
  readonly version: number;
  readonly position: number;
  readonly eventIds: readonly Uuid[];
}

export type AppendOutcome =
  | { readonly outcome: 'appended'; readonly version: number; readonly position: number }
  /** One of the commands is known already; nothing was written for this item. */
  | { readonly outcome: 'repeated'; readonly command: StoredCommand }
  | { readonly outcome: 'conflict'; readonly version: number }
  | { readonly outcome: 'held'; readonly key: string; readonly holder: Uuid }
  /** The batch was all-or-nothing and another item failed. */
  | { readonly outcome: 'abandoned' };

export interface StoredStream {
  readonly streamId: Uuid;
  readonly streamType: string;
  readonly bureau: BureauCode;
  readonly owner: OfficeCode;
  readonly version: number;
  readonly events: readonly RecordedEvent[];
}

/**
 * The system of record. Position order is commit order is visibility order. A resolved append is durable.
 */
export interface EventStore {
  /** Events of a stream in version order, optionally only those up to a position; undefined when there are none. */
  load(streamId: Uuid, upTo?: number): Promise<StoredStream | undefined>;
  loadMany(streamIds: readonly Uuid[], upTo?: number): Promise<ReadonlyMap<Uuid, StoredStream>>;
  findCommand(commandId: Uuid): Promise<StoredCommand | undefined>;
  /** The stream that holds a natural key, as `scopedKey` writes it. */
  holderOf(key: string): Promise<Uuid | undefined>;
  /** Joins the group commit; resolves after the commit. */
  append(item: AppendItem): Promise<AppendOutcome>;
  /** One transaction for all items (each stream at most once). `atomic`: all or nothing. */
  appendMany(items: readonly AppendItem[], atomic: boolean): Promise<readonly AppendOutcome[]>;
}
