import { type LocalDate, fromEpochDay } from '#kernel/dates.js';
import type { Uuid } from '#kernel/ids.js';
import { SIGNATURE } from './binary-rows.js';
import { FIRST_DAY } from './binary-values.js';

/** Words kept at most; those met later are decoded each time. */
const MOST_WORDS = 10_000;
const INT64_HIGH = 2 ** 32;
/** What stands where the count of columns would: no more rows. */
const NO_MORE = -1;

const UUID = /(.{8})(.{4})(.{4})(.{4})(.{12})/;

interface Word {
  readonly bytes: Buffer;
  readonly text: string;
}

/** The very string that names of properties are kept as, which is looked up by identity. */
const asName = (text: string): string => Object.keys({ [text]: 0 })[0] ?? text;

/** Words that a log repeats in every row, kept once and found by their bytes, without decoding them again. */
class Words {
  private readonly known = new Map<number, Word>();

  of(bytes: Buffer, from: number, to: number): string {
    let hash = to - from;
    for (let at = from; at < to; at += 1) hash = (Math.imul(hash, 31) + (bytes[at] ?? 0)) | 0;
    const word = this.known.get(hash);
    if (word !== undefined && isSame(word.bytes, bytes, from, to)) return word.text;
    const text = asName(bytes.toString('utf8', from, to));
    if (word === undefined && this.known.size < MOST_WORDS)
      this.known.set(hash, { bytes: Buffer.from(bytes.subarray(from, to)), text });
    return text;
  }
}

const isSame = (word: Buffer, bytes: Buffer, from: number, to: number): boolean => {
  if (word.length !== to - from) return false;
  for (let at = 0; at < word.length; at += 1) if (word[at] !== bytes[from + at]) return false;
  return true;
};

const words = new Words();

/**
 * Columns of one row after the other in PostgreSQL's binary COPY format, each asked for by its type, in their order. None of
 * them may be null.
 * @source PostgreSQL documentation, COPY, "Binary Format"
 */
export class BinaryReader {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private begun = false;
  /** The UUID read last. */
  private readonly id = { words: new Int32Array(4), text: '00000000-0000-0000-0000-000000000000' };

  /** Goes on with the bytes that come next. */
  take(chunk: Buffer): void {
    this.bytes = this.at === this.bytes.length ? chunk : Buffer.concat([this.bytes.subarray(this.at), chunk]);
    this.at = 0;
    if (this.begun || this.bytes.length < SIGNATURE.length) return;
    this.at = SIGNATURE.length;
    this.begun = true;
  }

  /** Steps onto the next row, where all of it is there. */
  next(columns: number): boolean {
    const { bytes, at } = this;
    if (!this.begun || at + 2 > bytes.length || bytes.readInt16BE(at) === NO_MORE) return false;
    let end = at + 2;
    for (let column = 0; column < columns; column += 1) {
      if (end + 4 > bytes.length) return false;
      end += 4 + this.int32(end);
    }
    if (end > bytes.length) return false;
    this.at += 2;
    return true;
  }

  private int32(at: number): number {
    const { bytes } = this;
    return ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  }

  integer(): number {
    this.at += 8;
    return this.int32(this.at - 4);
  }

  /** A whole number from 0 to 2^53. */
  big(): number {
    this.at += 12;
    return this.int32(this.at - 8) * INT64_HIGH + (this.int32(this.at - 4) >>> 0);
  }

  date(): LocalDate {
    return fromEpochDay(this.integer() + FIRST_DAY);
  }

  /** A UUID that the rows before have mostly had as well. */
  uuid(): Uuid {
    const begin = this.column();
    const { id } = this;
    let same = true;
    for (let word = 0; word < id.words.length; word += 1) {
      const value = this.int32(begin + word * 4);
      same &&= value === id.words[word];
      id.words[word] = value;
    }
    if (!same) id.text = this.bytes.toString('hex', begin, this.at).replace(UUID, '$1-$2-$3-$4-$5');
    return id.text;
  }

  text(): string {
    const begin = this.column();
    return this.bytes.toString('utf8', begin, this.at);
  }

  /** A text that comes again and again; `before`: the same column of the row before. */
  word(before?: string): string {
    const begin = this.column();
    if (before !== undefined && this.isLike(before, begin)) return before;
    return words.of(this.bytes, begin, this.at);
  }

  /** Steps over a column; gives where its value begins. */
  private column(): number {
    const begin = this.at + 4;
    this.at = begin + this.int32(this.at);
    return begin;
  }

  /** Whether the column just read is a text, of ASCII letters. */
  private isLike(text: string, begin: number): boolean {
    const { bytes, at } = this;
    if (text.length !== at - begin) return false;
    for (let from = begin; from < at; from += 1) if (bytes[from] !== text.charCodeAt(from - begin)) return false;
    return true;
  }
}
