import type { Uuid } from '#kernel/ids.js';
import { type LocalDate, epochDay } from '#kernel/dates.js';
import { numericBytes } from './copy-numeric.js';

/** Bytes that are put together before they are handed on. */
const CHUNK = 262_144;
/** UTF-8 takes at most three bytes for each unit of a JavaScript string. */
const WIDEST = 3;
/** Units up to which a text is written faster letter by letter than by a call. */
const SHORT = 48;
const LENGTH = 4;

export const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/** Days from 1970-01-01 to the first day PostgreSQL counts from, 2000-01-01. */
export const FIRST_DAY = epochDay('2000-01-01') ?? 0;

const DASH = 45;
/** Value of a hexadecimal digit by its code, −1 for any other. */
const HEX = Int8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

interface Written {
  readonly id: Uuid;
  readonly at: number;
}
const NOTHING_WRITTEN: readonly [Written, Written] = [
  { id: '', at: 0 },
  { id: '', at: 0 },
];
const UUID = 16;

/**
 * Rows in PostgreSQL's binary COPY format, put together in memory column by column: a row is the count of its columns, a
 * column its length in bytes and its value, numbers with the highest byte first. PostgreSQL takes them without parsing.
 * @source PostgreSQL documentation, COPY, "Binary Format"
 */
export class BinaryRows {
  private chunk = Buffer.allocUnsafe(CHUNK);
  private at = SIGNATURE.copy(this.chunk);
  private full: Buffer[] = [];
  /** Rows begun. */
  count = 0;
  /** Ids written last, and where in this chunk: the rows of a record name it and its person again and again. */
  private recent: readonly [Written, Written] = NOTHING_WRITTEN;
  /** The date written last, as rows of one event mostly have the same, and its day after 2000-01-01. */
  private lastDate: LocalDate = '2000-01-01';
  private lastDay = 0;

  /** Begins a row, whose columns must follow. */
  row(columns: number): void {
    this.reserve(2);
    this.int16(columns);
    this.count += 1;
  }

  nothing(): void {
    this.reserve(LENGTH);
    this.int32(-1);
  }

  flag(value: boolean): void {
    this.reserve(LENGTH + 1);
    this.int32(1);
    this.chunk[this.at++] = value ? 1 : 0;
  }

  small(value: number): void {
    this.reserve(LENGTH + 2);
    this.int32(2);
    this.int16(value);
  }

  integer(value: number): void {
    this.reserve(LENGTH + 4);
    this.int32(4);
    this.int32(value);
  }

  /** A whole number from 0 to 2^53. */
  big(value: number): void {
    this.reserve(LENGTH + 8);
    this.int32(8);
    this.int32(Math.floor(value / 2 ** 32));
    this.int32(value);
  }

  /** @throws RangeError for what is no date */
  date(value: LocalDate): void {
    if (value !== this.lastDate) {
      const day = epochDay(value);
      if (day === undefined) throw new RangeError(`invalid date ${value}`);
      this.lastDate = value;
      this.lastDay = day - FIRST_DAY;
    }
    this.integer(this.lastDay);
  }

  /** @throws RangeError for what is no UUID */
  uuid(value: Uuid): void {
    this.reserve(LENGTH + UUID);
    this.int32(UUID);
    const [last, before] = this.recent;
    if (value === last.id) this.again(last.at);
    else if (value === before.id) this.again(before.at);
    else {
      this.recent = [{ id: value, at: this.at }, last];
      this.hexadecimal(value);
    }
  }

  private again(from: number): void {
    const { chunk, at } = this;
    for (let byte = 0; byte < UUID; byte += 1) chunk[at + byte] = chunk[from + byte] ?? 0;
    this.at += UUID;
  }

  private hexadecimal(value: Uuid): void {
    const { chunk } = this;
    let { at } = this;
    let digits = value.length === 36 ? 0 : -1;
    for (let from = 0; from < 36; from += 2) {
      if (from === 8 || from === 13 || from === 18 || from === 23) {
        if (value.charCodeAt(from) !== DASH) digits = -1;
        from += 1;
      }
      const high = HEX[value.charCodeAt(from)] ?? -1;
      const low = HEX[value.charCodeAt(from + 1)] ?? -1;
      digits |= high | low;
      chunk[at++] = (high << 4) | low;
    }
    if (digits < 0) throw new RangeError(`invalid uuid ${value}`);
    this.at = at;
  }

  /** An exact decimal. @throws RangeError for what is none */
  numeric(value: string): void {
    const bytes = numericBytes(value);
    this.reserve(LENGTH + bytes.length);
    this.int32(bytes.length);
    this.chunk.set(bytes, this.at);
    this.at += bytes.length;
  }

  /** Text, and JSON as text. */
  text(value: string): void {
    this.reserve(LENGTH + value.length * WIDEST);
    const begin = this.at;
    const length = this.ascii(value, begin + LENGTH) ? value.length : this.chunk.write(value, begin + LENGTH);
    this.int32(length);
    this.at += length;
  }

  /** Writes a short text of ASCII letters; gives false where it is another. */
  private ascii(value: string, begin: number): boolean {
    const { length } = value;
    if (length > SHORT) return false;
    const { chunk } = this;
    for (let from = 0; from < length; from += 1) {
      const code = value.charCodeAt(from);
      if (code > 127) return false;
      chunk[begin + from] = code;
    }
    return true;
  }

  private int16(value: number): void {
    const { chunk } = this;
    chunk[this.at++] = value >>> 8;
    chunk[this.at++] = value;
  }

  private int32(value: number): void {
    const { chunk } = this;
    chunk[this.at++] = value >>> 24;
    chunk[this.at++] = value >>> 16;
    chunk[this.at++] = value >>> 8;
    chunk[this.at++] = value;
  }

  private reserve(room: number): void {
    if (this.at + room > this.chunk.length) this.turn(room);
  }

  private turn(room: number): void {
    this.full.push(this.chunk.subarray(0, this.at));
    this.chunk = Buffer.allocUnsafe(Math.max(CHUNK, room));
    this.at = 0;
    this.recent = NOTHING_WRITTEN;
  }

  /** Takes the next chunk that is full. */
  take(): Buffer | undefined {
    return this.full.shift();
  }

  /** Writes the end of the file; what is left is to be taken then. */
  end(): void {
    this.reserve(2);
    this.int16(-1);
    this.turn(0);
  }
}
