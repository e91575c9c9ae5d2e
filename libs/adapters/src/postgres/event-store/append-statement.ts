import type { AppendEntry, AppendItem, AppendOutcome, NewEvent } from '#application/ports/event-store.js';
import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { BinaryRecords, TYPE } from '../binary/binary-records.js';

/** An append ready to travel. */
export interface Parcel {
  readonly item: AppendItem;
  /** The data of its events, as JSON, one after the other. */
  readonly payloads: string;
  readonly count: number;
  /** About what it weighs. */
  readonly bytes: number;
}

/** About what an event weighs without its data. */
const ENVELOPE = 512;

/** Writes the payloads down once, when an item is handed in, whatever batch it leaves with. */
export const pack = (item: AppendItem): Parcel => {
  const payloads = item.entries.flatMap(({ events }) => events.map(({ data }) => JSON.stringify(data)));
  const data = payloads.join(',');
  return { item, payloads: data, count: payloads.length, bytes: data.length + payloads.length * ENVELOPE };
};

export const APPEND_SQL = `select ord, outcome, version, position, key, holder, command_id, request_hash, stream_id, event_ids
  from es.append_many($1::es.new_stream[], $2::es.new_command[], $3::es.new_event[], $4::json, $5)`;

const uuid = (to: BinaryRecords, value: Uuid | undefined): void => {
  to.type(TYPE.uuid);
  if (value === undefined) to.nothing();
  else to.uuid(value);
};

const text = (to: BinaryRecords, value: string | undefined, type: number = TYPE.text): void => {
  to.type(type);
  if (value === undefined) to.nothing();
  else to.text(value);
};

const integer = (to: BinaryRecords, value: number): void => {
  if (value !== (value | 0)) throw new RangeError(`invalid integer ${value}`);
  to.type(TYPE.integer);
  to.integer(value);
};

const date = (to: BinaryRecords, value: LocalDate): void => {
  to.type(TYPE.date);
  to.date(value);
};

/** Natural keys; none are nothing. */
const keys = (to: BinaryRecords, values: readonly string[]): void => {
  to.type(TYPE.texts);
  if (values.length === 0) to.nothing();
  else to.array(TYPE.text, values, (value) => to.text(value));
};

/** A record of type `es.new_stream`. `last`: the place of its last event among those of the batch, from 1. */
const streamRecord = (to: BinaryRecords, { item, count }: Parcel, last: number): void =>
  to.record(9, () => {
    uuid(to, item.streamId);
    text(to, item.streamType);
    text(to, item.bureau);
    text(to, item.owner);
    integer(to, item.expectedVersion);
    integer(to, item.expectedVersion + count);
    integer(to, last);
    keys(to, item.hold);
    keys(to, item.release);
  });

/** A record of type `es.new_command`. `version` and `last` are those of its last event. */
const commandRecord = (to: BinaryRecords, streamId: Uuid, entry: AppendEntry, version: number, last: number): void =>
  to.record(6, () => {
    uuid(to, entry.commandId);
    text(to, entry.requestHash);
    uuid(to, streamId);
    integer(to, version);
    integer(to, last);
    to.type(TYPE.uuids);
    to.array(TYPE.uuid, entry.events, ({ eventId }) => to.uuid(eventId));
  });

/** A record of type `es.new_event`. */
const eventRecord = (to: BinaryRecords, streamId: Uuid, commandId: Uuid, event: NewEvent, version: number): void =>
  to.record(14, () => {
    uuid(to, streamId);
    integer(to, version);
    uuid(to, event.eventId);
    uuid(to, commandId);
    uuid(to, event.correlationId);
    uuid(to, event.causationId);
    integer(to, event.schemaVersion);
    date(to, event.occurredOn);
    text(to, event.type);
    text(to, event.office);
    text(to, event.recordedBy);
    text(to, event.approvedBy);
    text(to, event.source);
    text(to, event.evidence && JSON.stringify(event.evidence), TYPE.json);
  });

const records = new BinaryRecords();

/**
 * Parameters of the append statement for a batch: in binary, which PostgreSQL takes in without parsing, all but the payloads.
 * @throws RangeError for an id, a date or a number that is none
 */
export const appendValues = (batch: readonly Parcel[], atomic: boolean): unknown[] => {
  const sum = (of: (parcel: Parcel) => number): number => batch.reduce((total, parcel) => total + of(parcel), 0);
  const streams = records.parameter(batch.length, () => {
    let last = 0;
    for (const parcel of batch) streamRecord(records, parcel, (last += parcel.count));
  });
  const entries = sum(({ item }) => item.entries.length);
  const commands = records.parameter(entries, () => {
    let last = 0;
    for (const { item } of batch) {
      let version = item.expectedVersion;
      for (const entry of item.entries)
        commandRecord(records, item.streamId, entry, (version += entry.events.length), (last += entry.events.length));
    }
  });
  const count = sum((parcel) => parcel.count);
  const events = records.parameter(count, () => {
    for (const { item } of batch) {
      let version = item.expectedVersion;
      for (const entry of item.entries)
        for (const event of entry.events) eventRecord(records, item.streamId, entry.commandId, event, (version += 1));
    }
  });
  return [streams, commands, events, `[${batch.map(({ payloads }) => payloads).join(',')}]`, atomic];
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
