import type { Uuid } from '#kernel/ids.js';
import { type LocalDate, epochDay } from '#kernel/dates.js';
import { numericBytes } from './numeric-bytes.js';

/** UTF-8 takes at most three bytes for each unit of a JavaScript string. */
const WIDEST = 3;
/** Units up to which a text is written faster letter by letter than by a call. */
const SHORT = 48;
/** Bytes of the length that stands before each value. */
export const LENGTH = 4;

/** Days from 1970-01-01 to the first day PostgreSQL counts from, 2000-01-01. */
export const FIRST_DAY = epochDay('2000-01-01') ?? 0;

const DASH = 45;
/** Value of a hexadecimal digit by its code, −1 for any other. */
const HEX = Int8Array.from({ length: 128 }, (_, code) => {
  const value = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

const UUID = 16;

/**
 * Values in PostgreSQL's binary form, one after the other: each its length in bytes, then itself, numbers with the highest
 * byte first. PostgreSQL takes them without parsing.
 */
export abstract class BinaryValues {
  /** Two ids written lately, and where: the rows of a record name it and its person again and again. */
  private lastId: Uuid | undefined;
  private lastAt = 0;
  private olderId: Uuid | undefined;
  private olderAt = 0;
  /** The date written last, as rows of one event mostly have the same, and its day after 2000-01-01. */
  private lastDate: LocalDate = '2000-01-01';
  private lastDay = 0;

  protected constructor(
    protected bytes: Buffer,
    protected at: number,
  ) {}

  nothing(): void {
    this.reserve(LENGTH);
    this.int32(-1);
  }

  flag(value: boolean): void {
    this.reserve(LENGTH + 1);
    this.int32(1);
    this.bytes[this.at++] = value ? 1 : 0;
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
    if (value === this.lastId) this.again(this.lastAt);
    else if (value === this.olderId) this.again(this.olderAt);
    else {
      this.olderId = this.lastId;
      this.olderAt = this.lastAt;
      this.lastId = value;
      this.lastAt = this.at;
      this.hexadecimal(value);
    }
  }

  private again(from: number): void {
    const { bytes, at } = this;
    for (let byte = 0; byte < UUID; byte += 1) bytes[at + byte] = bytes[from + byte] ?? 0;
    this.at += UUID;
  }

  private hexadecimal(value: Uuid): void {
    const { bytes } = this;
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
      bytes[at++] = (high << 4) | low;
    }
    if (digits < 0) throw new RangeError(`invalid uuid ${value}`);
    this.at = at;
  }

  /** An exact decimal. @throws RangeError for what is none */
  numeric(value: string): void {
    const digits = numericBytes(value);
    this.reserve(LENGTH + digits.length);
    this.int32(digits.length);
    this.bytes.set(digits, this.at);
    this.at += digits.length;
  }

  /** Text, and JSON as text. */
  text(value: string): void {
    this.reserve(LENGTH + value.length * WIDEST);
    const begin = this.at;
    const length = this.ascii(value, begin + LENGTH) ? value.length : this.bytes.write(value, begin + LENGTH);
    this.int32(length);
    this.at += length;
  }

  /** Writes a short text of ASCII letters; gives false where it is another. */
  private ascii(value: string, begin: number): boolean {
    const { length } = value;
    if (length > SHORT) return false;
    const { bytes } = this;
    for (let from = 0; from < length; from += 1) {
      const code = value.charCodeAt(from);
      if (code > 127) return false;
      bytes[begin + from] = code;
    }
    return true;
  }

  protected int16(value: number): void {
    const { bytes } = this;
    bytes[this.at++] = value >>> 8;
    bytes[this.at++] = value;
  }

  protected int32(value: number): void {
    const { bytes } = this;
    bytes[this.at++] = value >>> 24;
    bytes[this.at++] = value >>> 16;
    bytes[this.at++] = value >>> 8;
    bytes[this.at++] = value;
  }

  protected reserve(room: number): void {
    if (this.at + room > this.bytes.length) this.overflow(room);
  }

  /** Makes room for so many bytes more. */
  protected abstract overflow(room: number): void;

  /** Goes on at the beginning of this memory; what stands there is not read again. */
  protected goOnIn(bytes: Buffer): void {
    this.bytes = bytes;
    this.at = 0;
    this.lastId = undefined;
    this.olderId = undefined;
  }
}
