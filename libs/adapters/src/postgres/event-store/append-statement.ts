import type { AppendEntry, AppendItem, AppendOutcome, NewEvent } from '#application/ports/event-store.js';
import type { LocalDate } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { BinaryRecords, TYPE } from '../binary/binary-records.js';

/** An append ready to travel. */
export interface Parcel {
  readonly item: AppendItem;
  /** The data of its events, as JSON. */
  readonly payloads: readonly string[];
  readonly count: number;
  /** About what it weighs. */
  readonly bytes: number;
}

/** About what an event weighs without its data. */
const ENVELOPE = 512;

/** Writes the payloads down once, when an item is handed in, whatever batch it leaves with. */
export const pack = (item: AppendItem): Parcel => {
  const payloads = item.entries.flatMap(({ events }) => events.map(({ data }) => JSON.stringify(data)));
  const count = payloads.length;
  return { item, payloads, count, bytes: payloads.reduce((sum, { length }) => sum + length, count * ENVELOPE) };
};

export const APPEND_SQL = `select base, refusals
  from es.append($1::es.new_stream[], $2::es.new_command[], $3::es.sent_event[], $4)`;

const to = new BinaryRecords();

const uuid = (value: Uuid | undefined): void => {
  to.type(TYPE.uuid);
  if (value === undefined) to.nothing();
  else to.uuid(value);
};

const text = (value: string | undefined, type: number = TYPE.text): void => {
  to.type(type);
  if (value === undefined) to.nothing();
  else to.text(value);
};

const integer = (value: number): void => {
  if (value !== (value | 0)) throw new RangeError(`invalid integer ${value}`);
  to.type(TYPE.integer);
  to.integer(value);
};

const date = (value: LocalDate): void => {
  to.type(TYPE.date);
  to.date(value);
};

/** Natural keys; none are nothing. */
const keys = (values: readonly string[]): void => {
  to.type(TYPE.texts);
  if (values.length === 0) return to.nothing();
  const array = to.array(TYPE.text, values.length);
  for (const value of values) to.text(value);
  to.end(array);
};

/** A record of type `es.new_stream`. `last`: the place of its last event among those of the batch, from 1. */
const streamRecord = ({ item, count }: Parcel, last: number): void => {
  const record = to.record(9);
  uuid(item.streamId);
  text(item.streamType);
  text(item.bureau);
  text(item.owner);
  integer(item.expectedVersion);
  integer(item.expectedVersion + count);
  integer(last);
  keys(item.hold);
  keys(item.release);
  to.end(record);
};

/** A record of type `es.new_command`. `version` and `last` are those of its last event. */
const commandRecord = (
  streamId: Uuid,
  { commandId, requestHash, events }: AppendEntry,
  version: number,
  last: number,
): void => {
  const record = to.record(6);
  uuid(commandId);
  text(requestHash);
  uuid(streamId);
  integer(version);
  integer(last);
  to.type(TYPE.uuids);
  const array = to.array(TYPE.uuid, events.length);
  for (const { eventId } of events) to.uuid(eventId);
  to.end(array);
  to.end(record);
};

/** A record of type `es.sent_event`. */
const eventRecord = (streamId: Uuid, commandId: Uuid, event: NewEvent, version: number, payload: string): void => {
  const record = to.record(15);
  uuid(streamId);
  integer(version);
  uuid(event.eventId);
  uuid(commandId);
  uuid(event.correlationId);
  uuid(event.causationId);
  integer(event.schemaVersion);
  date(event.occurredOn);
  text(event.type);
  text(event.office);
  text(event.recordedBy);
  text(event.approvedBy);
  text(event.source);
  text(event.evidence && JSON.stringify(event.evidence), TYPE.json);
  text(payload, TYPE.json);
  to.end(record);
};

const streamsOf = (batch: readonly Parcel[]): Buffer => {
  to.parameter(batch.length);
  let last = 0;
  for (const parcel of batch) streamRecord(parcel, (last += parcel.count));
  return to.take();
};

const commandsOf = (batch: readonly Parcel[]): Buffer => {
  to.parameter(batch.reduce((sum, { item }) => sum + item.entries.length, 0));
  let last = 0;
  for (const { item } of batch) {
    let version = item.expectedVersion;
    for (const entry of item.entries) {
      version += entry.events.length;
      last += entry.events.length;
      commandRecord(item.streamId, entry, version, last);
    }
  }
  return to.take();
};

const eventsOf = (batch: readonly Parcel[]): Buffer => {
  to.parameter(batch.reduce((sum, { count }) => sum + count, 0));
  for (const { item, payloads } of batch) {
    let at = 0;
    for (const { commandId, events } of item.entries)
      for (const event of events) {
        const payload = payloads[at++] as string;
        eventRecord(item.streamId, commandId, event, item.expectedVersion + at, payload);
      }
  }
  return to.take();
};

/**
 * Parameters of the append statement for a batch, in binary, which PostgreSQL takes in without parsing.
 * @throws RangeError for an id, a date or a number that is none
 */
export const appendValues = (batch: readonly Parcel[], atomic: boolean): unknown[] => [
  streamsOf(batch),
  commandsOf(batch),
  eventsOf(batch),
  atomic,
];

/** Why an item was refused; `ord` is its place in the batch, from 1. */
type Refusal = Exclude<AppendOutcome, { readonly outcome: 'appended' }> & { readonly ord: number };

/** The answer: the position before the first event of the batch, and what was refused. */
export interface Answer {
  readonly base: string | null;
  readonly refusals: readonly Refusal[] | null;
}

/** Outcomes in the order of the batch. What was appended stands as far behind the base as in the batch. */
export const outcomesOf = ({ base, refusals }: Answer, batch: readonly Parcel[]): readonly AppendOutcome[] => {
  let position = Number(base);
  const outcomes = batch.map(({ item, count }): AppendOutcome => {
    position += count;
    return { outcome: 'appended', version: item.expectedVersion + count, position };
  });
  for (const { ord, ...refusal } of refusals ?? []) outcomes[ord - 1] = refusal;
  if (base === null && outcomes.some(({ outcome }) => outcome === 'appended')) throw new Error('nothing was appended');
  return outcomes;
};
