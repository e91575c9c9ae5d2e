import { BinaryValues, LENGTH } from './binary-values.js';

/** Numbers that types have in every PostgreSQL. */
export const TYPE = { integer: 23, text: 25, json: 114, texts: 1009, date: 1082, uuid: 2950, uuids: 2951 } as const;
/** Any record. A database numbers the types that are made in it, so PostgreSQL takes any number for one of those. */
const RECORD = 2249;

/** Bytes of what an array says of itself. */
const HEAD = 5 * 4;
/** PostgreSQL numbers the elements of an array from here. */
const FIRST = 1;
/** Bytes to begin with. */
const ROOM = 65_536;
/** Bytes that are kept for what is written next. */
const KEPT = 1_048_576;

/**
 * Arrays of records in binary, as parameters of a statement, written record by record and column by column. The type of each
 * column stands beside it, and PostgreSQL refuses another than it expects. All are put together in the same memory
 * and copied out of it at their size, which keeps the collector out of it.
 * @source PostgreSQL source, `array_recv` and `record_recv`
 */
export class BinaryRecords extends BinaryValues {
  constructor() {
    super(Buffer.allocUnsafe(ROOM), 0);
  }

  /** Begins an array of so many records, which must follow. */
  parameter(count: number): void {
    this.goOnIn(this.bytes);
    this.head(RECORD, count);
  }

  /** The parameter that was begun, in bytes of its own. The memory of one that was very long goes with it. */
  take(): Buffer {
    const written = this.bytes.subarray(0, this.at);
    if (this.bytes.length <= KEPT) return Buffer.from(written);
    this.bytes = Buffer.allocUnsafe(ROOM);
    return written;
  }

  /** Begins a record, each of whose columns is its type and a value. Gives what `end` must be told after them. */
  record(columns: number): number {
    const begin = this.begin();
    this.type(columns);
    return begin;
  }

  /** Begins a value that is an array itself. Gives what `end` must be told after its elements. */
  array(type: number, count: number): number {
    const begin = this.begin();
    this.head(type, count);
    return begin;
  }

  /** The type of the column whose value follows. */
  type(type: number): void {
    this.reserve(LENGTH);
    this.int32(type);
  }

  /** Leaves room for the length of a value. */
  private begin(): number {
    this.reserve(LENGTH);
    this.at += LENGTH;
    return this.at;
  }

  /** Ends the record or array that began there: its length is known now. */
  end(begin: number): void {
    const end = this.at;
    this.at = begin - LENGTH;
    this.int32(end - begin);
    this.at = end;
  }

  /** What is written so far moves to where there is twice the room. */
  protected override overflow(room: number): void {
    const wider = Buffer.allocUnsafe(2 * (this.at + room));
    this.bytes.copy(wider, 0, 0, this.at);
    this.bytes = wider;
  }

  /** One dimension, or none where there are no elements; no word about nulls. */
  private head(type: number, count: number): void {
    this.reserve(HEAD);
    this.int32(count === 0 ? 0 : 1);
    this.int32(0);
    this.int32(type);
    if (count === 0) return;
    this.int32(count);
    this.int32(FIRST);
  }
}
