import { BinaryValues } from './binary-values.js';

/** Bytes that are put together before they are handed on. */
const CHUNK = 262_144;

export const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');

/**
 * Rows in PostgreSQL's binary COPY format, put together in memory column by column: a row is the count of its columns, then
 * their values.
 * @source PostgreSQL documentation, COPY, "Binary Format"
 */
export class BinaryRows extends BinaryValues {
  private full: Buffer[] = [];
  /** Rows begun. */
  count = 0;

  constructor() {
    super(Buffer.allocUnsafe(CHUNK), SIGNATURE.length);
    SIGNATURE.copy(this.bytes);
  }

  /** Begins a row, whose columns must follow. */
  row(columns: number): void {
    this.reserve(2);
    this.int16(columns);
    this.count += 1;
  }

  protected override overflow(room: number): void {
    this.full.push(this.bytes.subarray(0, this.at));
    this.goOnIn(Buffer.allocUnsafe(Math.max(CHUNK, room)));
  }

  /** Takes the next chunk that is full. */
  take(): Buffer | undefined {
    return this.full.shift();
  }

  /** Writes the end of the file; what is left is to be taken then. */
  end(): void {
    this.reserve(2);
    this.int16(-1);
    this.overflow(0);
  }
}
