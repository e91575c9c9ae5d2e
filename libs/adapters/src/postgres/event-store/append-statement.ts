import type { AppendItem, AppendOutcome } from '#application/ports/event-store.js';
import type { Uuid } from '#kernel/ids.js';
import { arrayOf, rowElement, textArray } from './literals.js';

/** An append ready to travel. `bytes` is about what it weighs. */
export interface Parcel {
  readonly item: AppendItem;
  readonly events: string;
  readonly payloads: string;
  readonly count: number;
  readonly bytes: number;
}

/** Writes an item down once, when it is handed in, whatever batch it leaves with. */
export const pack = (item: AppendItem): Parcel => {
  const events: string[] = [];
  const payloads: string[] = [];
  for (const { commandId, events: ofCommand } of item.entries)
    for (const event of ofCommand) {
      payloads.push(JSON.stringify(event.data));
      events.push(
        rowElement(
          item.streamId,
          item.expectedVersion + events.length + 1,
          event.eventId,
          commandId,
          event.correlationId,
          event.causationId,
          event.schemaVersion,
          event.occurredOn,
          event.type,
          event.office,
          event.recordedBy,
          event.approvedBy,
          event.source,
          event.evidence && JSON.stringify(event.evidence),
        ),
      );
    }
  const [rows, data] = [events.join(','), payloads.join(',')];
  return { item, events: rows, payloads: data, count: events.length, bytes: rows.length + data.length };
};

export const APPEND_SQL = `select ord, outcome, version, position, key, holder, command_id, request_hash, stream_id, event_ids
  from es.append_many($1::es.new_stream[], $2::es.new_command[], $3::es.new_event[], $4::json, $5)`;

/** Parameters of the append statement for a batch. */
export const appendValues = (batch: readonly Parcel[], atomic: boolean): readonly unknown[] => {
  const streams: string[] = [];
  const commands: string[] = [];
  let last = 0;
  for (const { item } of batch) {
    let version = item.expectedVersion;
    for (const { commandId, requestHash, events } of item.entries) {
      version += events.length;
      last += events.length;
      const eventIds = arrayOf(events.map((event) => event.eventId));
      commands.push(rowElement(commandId, requestHash, item.streamId, version, last, eventIds));
    }
    const { streamId, streamType, bureau, owner, expectedVersion, hold, release } = item;
    const [held, released] = [hold, release].map((keys) => (keys.length === 0 ? undefined : textArray(keys)));
    streams.push(rowElement(streamId, streamType, bureau, owner, expectedVersion, version, last, held, released));
  }
  const events = arrayOf(batch.map((parcel) => parcel.events));
  const payloads = `[${batch.map((parcel) => parcel.payloads).join(',')}]`;
  return [arrayOf(streams), arrayOf(commands), events, payloads, atomic];
};

/** A row of the answer, in the order of `APPEND_SQL`. */
export type VerdictRow = readonly [number, string, number, string, string, Uuid, Uuid, string, Uuid, readonly Uuid[]];

const toOutcome = (row: VerdictRow): AppendOutcome => {
  const [, outcome, version, position, key, holder, commandId, requestHash, streamId, eventIds] = row;
  switch (outcome) {
    case 'appended':
      return { outcome, version, position: Number(position) };
    case 'repeated':
      return { outcome, command: { commandId, requestHash, streamId, version, position: Number(position), eventIds } };
    case 'conflict':
      return { outcome, version };
    case 'held':
      return { outcome, key, holder };
    case 'abandoned':
      return { outcome };
    default:
      throw new Error(`unknown verdict ${outcome}`);
  }
};

/** Outcomes in the order of the batch. */
export const outcomesOf = (rows: readonly VerdictRow[], count: number): readonly AppendOutcome[] => {
  const outcomes = new Array<AppendOutcome>(count);
  for (const row of rows) outcomes[row[0] - 1] = toOutcome(row);
  if (rows.length !== count) throw new Error(`${rows.length} verdicts for ${count} items`);
  return outcomes;
};
