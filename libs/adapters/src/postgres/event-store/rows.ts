import type { RecordedEvent } from '#kernel/event.js';
import type { Instant } from '#kernel/dates.js';

/** Columns of es.event in the order `toEvent` reads them. The session writes dates as ISO and instants in UTC. */
export const EVENT_COLUMNS = `position, version, schema_version, stream_id, event_id, command_id, correlation_id, causation_id,
  occurred_on::text, recorded_at::text, stream_type, type, bureau, office, owner, recorded_by, approved_by, source, evidence::text,
  data::text`;

type Text = string | null;
export type EventRow = readonly [
  string, number, number, string, string, string, string, Text,
  string, string, string, string, string, string, string, string, Text, RecordedEvent['source'], Text,
  string,
]; // prettier-ignore

/** `2023-04-05 06:07:08.9+00` as `2023-04-05T06:07:08.900Z`. */
export const toInstant = (text: string): Instant =>
  `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0')}Z`;

export const toEvent = (row: EventRow): RecordedEvent => {
  const [position, version, schemaVersion, streamId, eventId, commandId, correlationId, causationId, ...more] = row;
  const [
    occurredOn,
    recordedAt,
    streamType,
    type,
    bureau,
    office,
    owner,
    recordedBy,
    approvedBy,
    source,
    evidence,
    data,
  ] = more;
  return {
    position: Number(position),
    streamId,
    streamType,
    version,
    eventId,
    type,
    schemaVersion,
    bureau,
    office,
    owner,
    occurredOn,
    recordedAt: toInstant(recordedAt),
    recordedBy,
    ...(approvedBy === null ? undefined : { approvedBy }),
    source,
    commandId,
    correlationId,
    ...(causationId === null ? undefined : { causationId }),
    ...(evidence === null ? undefined : { evidence: JSON.parse(evidence) as RecordedEvent['evidence'] }),
    data: JSON.parse(data) as object,
  };
};
