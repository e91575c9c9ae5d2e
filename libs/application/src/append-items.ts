import { canonicalJson } from '#kernel/canonical.js';
import { hash } from 'node:crypto';
import { type Command, type EventDefinition, type Receipt, type RecordedEvent, uuidV5 } from './kernel.js';
import type { AppendItem, NewEvent, StoredStream } from './ports/event-store.js';

/** What one command would store on its stream, and the natural keys the stream holds before and after. */
export interface Decision {
  readonly kind: 'event';
  readonly event: NewEvent;
  readonly keysBefore: readonly string[];
  readonly keysAfter: readonly string[];
}

/** Position of an event that is not stored yet: after everything that is. */
const NOT_YET = Number.MAX_SAFE_INTEGER;

/** Hash of everything the caller said; who says it, and when, does not matter. */
export const hashOf = ({ type, streamId, data, bureau, office, source, evidence, approvedBy }: Command): string =>
  hash('sha256', canonicalJson({ type, streamId, data, bureau, office, source, evidence, approvedBy }), 'hex');

/** The event a command becomes. The same command always gives the same event id. */
export const newEvent = (
  command: Command,
  { type, schemaVersion }: EventDefinition,
  data: object,
  occurredOn: string,
): NewEvent => ({
  eventId: uuidV5(command.commandId, '0'),
  type,
  schemaVersion,
  data,
  office: command.office,
  occurredOn,
  recordedBy: command.principal.name,
  source: command.source,
  correlationId: command.correlationId,
  ...(command.approvedBy === undefined ? {} : { approvedBy: command.approvedBy }),
  ...(command.causationId === undefined ? {} : { causationId: command.causationId }),
  ...(command.evidence === undefined ? {} : { evidence: command.evidence }),
});

/** The event as its stream will hold it, for rules that look at it before it is stored. */
export const asRecorded = (event: NewEvent, command: Command, behind: number): RecordedEvent => ({
  ...event,
  position: NOT_YET,
  version: behind + 1,
  recordedAt: '',
  streamId: command.streamId,
  streamType: '',
  bureau: command.bureau,
  owner: command.office,
  commandId: command.commandId,
});

/** Natural keys are unique within a bureau and a kind of stream. */
export const scopedKey = (bureau: string, streamType: string, key: string): string => `${bureau}:${streamType}/${key}`;

/** One command's append. */
export const toItem = (
  command: Command,
  streamType: string,
  stored: StoredStream | undefined,
  { event, keysBefore, keysAfter }: Decision,
): AppendItem => {
  const scoped = (key: string): string => scopedKey(command.bureau, streamType, key);
  return {
    streamId: command.streamId,
    streamType,
    bureau: command.bureau,
    owner: stored?.owner ?? command.office,
    expectedVersion: stored?.version ?? 0,
    entries: [{ commandId: command.commandId, requestHash: hashOf(command), events: [event] }],
    hold: keysAfter.filter((key) => !keysBefore.includes(key)).map(scoped),
    release: keysBefore.filter((key) => !keysAfter.includes(key)).map(scoped),
  };
};

/** The kind of key that is taken, without bureau and stream: the part of `430922:line.stream/kind:value` before the value. */
export const kindOfKey = (key: string): string => {
  const bare = key.slice(key.indexOf('/') + 1);
  return bare.slice(0, bare.indexOf(':'));
};

/** Two appends to one stream, one after the other, as one; a key taken and given back in between was never taken. */
export const joinItems = (first: AppendItem, next: AppendItem): AppendItem => ({
  ...first,
  entries: [...first.entries, ...next.entries],
  hold: [
    ...first.hold.filter((key) => !next.release.includes(key)),
    ...next.hold.filter((key) => !first.release.includes(key)),
  ],
  release: [
    ...first.release.filter((key) => !next.hold.includes(key)),
    ...next.release.filter((key) => !first.hold.includes(key)),
  ],
});

/** The stream as it will stand once the pending item is stored, for the next command of the same batch. */
export const withEvent = (
  stored: StoredStream | undefined,
  command: Command,
  item: AppendItem,
  event: NewEvent,
): StoredStream => {
  const events = [...(stored?.events ?? []), asRecorded(event, command, stored?.version ?? 0)];
  const { streamId, streamType, bureau, owner } = item;
  return { streamId, streamType, bureau, owner, version: events.length, events };
};

/** Receipts of the commands joined in one item, in their order. */
export const receiptsOf = (
  item: AppendItem,
  { version, position }: { version: number; position: number },
): readonly Receipt[] => {
  const behind = item.entries.length - 1;
  return item.entries.map(({ events }, index) => ({
    streamId: item.streamId,
    version: version - behind + index,
    position: position - behind + index,
    eventIds: events.map(({ eventId }) => eventId),
    recorded: true,
  }));
};
