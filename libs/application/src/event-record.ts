import { type FoldedEvent, newestShape } from './history.js';
import type { RecordedEvent } from './kernel.js';
import type { DeliveredRecord } from './ports/topics.js';
import type { Registry } from './registry.js';

/** The topic of a line's events. A change that old readers could not stand gets a topic of its own, `…v2`. */
export const topicOf = (prefix: string, line: string): string => `${prefix}.${line}.v1`;

export const lineOfStream = (streamType: string): string => streamType.slice(0, streamType.indexOf('.'));

/** Digits of a `sequence`, which has to sort as text. */
const SEQUENCE = 10;

/** Where a record stands in its partition. */
export interface RecordPlace {
  /** Position of the event published to the partition before it; 0 for the first. */
  readonly follows: number;
  /** Life of the topics it was published in. */
  readonly life: number;
}

/**
 * An event as it is published: CloudEvents 1.0 in binary mode, the payload alone in the value. Who recorded or approved it
 * stays in the log.
 * @source CloudEvents 1.0.2, Kafka Protocol Binding, "Binary Content Mode"
 */
export const recordOf = (
  event: RecordedEvent,
  logId: string,
  { follows, life }: RecordPlace,
): { readonly key: string; readonly value: string; readonly headers: Readonly<Record<string, string>> } => ({
  key: event.owner,
  value: JSON.stringify(event.data),
  headers: {
    'content-type': 'application/json',
    ce_specversion: '1.0',
    ce_id: event.eventId,
    ce_source: `/logs/${logId}`,
    ce_type: `${event.type}.v${event.schemaVersion}`,
    ce_subject: event.streamId,
    ce_time: event.recordedAt,
    ce_dataschema: `urn:taizhang:event:${event.type}:v${event.schemaVersion}`,
    ce_sequence: String(event.version).padStart(SEQUENCE, '0'),
    ce_position: String(event.position),
    ce_follows: String(follows),
    ce_life: String(life),
    ce_streamtype: event.streamType,
    ce_bureau: event.bureau,
    ce_office: event.office,
    ce_occurredon: event.occurredOn,
    ce_correlationid: event.correlationId,
    ...(event.causationId === undefined ? undefined : { ce_causationid: event.causationId }),
  },
});

/** An event in the shape that is published for its type today; one that cannot be lifted goes out as it was stored. */
export const lifted = (registry: Registry, event: RecordedEvent): RecordedEvent => {
  const stream = registry.stream(event.streamType)?.stream;
  const newest = stream?.events[event.type]?.schemaVersion ?? event.schemaVersion;
  if (stream === undefined || newest === event.schemaVersion) return event;
  try {
    return { ...event, data: newestShape(stream, event), schemaVersion: newest };
  } catch {
    return event;
  }
};

/** A record is not an event as the relay writes it. */
export class UnreadableRecord extends Error {
  constructor(
    readonly offset: number,
    reason: string,
  ) {
    super(`record at offset ${offset}: ${reason}`);
  }
}

/** A record as a consumer reads it. */
export interface ReadRecord extends RecordPlace {
  /** What a fold needs of the event. */
  readonly event: FoldedEvent;
}

/** @throws UnreadableRecord */
export const readRecord = ({ headers, value, offset }: DeliveredRecord): ReadRecord => {
  const header = (name: string): string => {
    const text = headers[name];
    if (text === undefined || text === '') throw new UnreadableRecord(offset, `no header ${name}`);
    return text;
  };
  const whole = (name: string): number => {
    const number = Number(header(name));
    if (!Number.isSafeInteger(number) || number < 0) throw new UnreadableRecord(offset, `${name} is no whole number`);
    return number;
  };
  const ceType = header('ce_type');
  const at = ceType.lastIndexOf('.v');
  const schemaVersion = Number(ceType.slice(at + 2));
  if (at < 1 || !Number.isSafeInteger(schemaVersion)) throw new UnreadableRecord(offset, 'ce_type names no version');
  return {
    follows: whole('ce_follows'),
    life: whole('ce_life'),
    event: {
      position: whole('ce_position'),
      streamId: header('ce_subject'),
      streamType: header('ce_streamtype'),
      version: whole('ce_sequence'),
      eventId: header('ce_id'),
      type: ceType.slice(0, at),
      schemaVersion,
      bureau: header('ce_bureau'),
      office: header('ce_office'),
      occurredOn: header('ce_occurredon'),
      data: payloadOf(value, offset),
    },
  };
};

const payloadOf = (value: string | null, offset: number): object => {
  try {
    const data: unknown = JSON.parse(value ?? '');
    if (typeof data === 'object' && data !== null) return data;
  } catch {
    // said below
  }
  throw new UnreadableRecord(offset, 'the payload is no JSON object');
};
