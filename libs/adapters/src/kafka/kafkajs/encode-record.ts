/** A record as the client hands it to its encoder: keys and values as text or bytes, headers by name. */
interface Record {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<{ [name: string]: string | Buffer }>;
}

const zigZag = (value: number): number => ((value << 1) ^ (value >> 31)) >>> 0;

const sizeOfVarint = (value: number): number => {
  let bytes = 1;
  for (let left = zigZag(value) >>> 7; left !== 0; left >>>= 7) bytes += 1;
  return bytes;
};

const lengthOf = (value: string | Buffer | null): number => (value === null ? -1 : Buffer.byteLength(value));

/** Writes one after the other into one buffer of the size that is needed. */
class Writer {
  private offset = 0;

  constructor(readonly buf: Buffer) {}

  varint(value: number): void {
    let left = zigZag(value);
    for (; left > 127; left >>>= 7) this.buf[this.offset++] = (left & 127) | 128;
    this.buf[this.offset++] = left;
  }

  bytes(value: string | Buffer | null, length: number): void {
    this.varint(length);
    if (value === null) return;
    if (typeof value === 'string') this.buf.write(value, this.offset, length, 'utf8');
    else value.copy(this.buf, this.offset);
    this.offset += length;
  }
}

/**
 * A record of a record batch, version 2, as bytes. The client's own encoder makes three buffers for every header, which took
 * a third of all the time it took to publish; this one makes one for the record.
 * @source Apache Kafka protocol, "Record"
 */
export const encodeRecord = ({ offsetDelta = 0, timestampDelta = 0, key, value, headers = {} }: Record): Encoded => {
  const names = Object.keys(headers);
  const keyLength = lengthOf(key);
  const valueLength = lengthOf(value);
  const lengths: number[] = [];
  let body =
    1 +
    sizeOfVarint(timestampDelta) +
    sizeOfVarint(offsetDelta) +
    sizeOfVarint(keyLength) +
    Math.max(0, keyLength) +
    sizeOfVarint(valueLength) +
    Math.max(0, valueLength) +
    sizeOfVarint(names.length);
  for (const name of names) {
    const nameLength = Buffer.byteLength(name);
    const headerLength = Buffer.byteLength(headers[name] as string);
    lengths.push(nameLength, headerLength);
    body += sizeOfVarint(nameLength) + nameLength + sizeOfVarint(headerLength) + headerLength;
  }
  const writer = new Writer(Buffer.allocUnsafe(sizeOfVarint(body) + body));
  writer.varint(body);
  writer.varint(0); // attributes: one byte, none in use
  writer.varint(timestampDelta);
  writer.varint(offsetDelta);
  writer.bytes(key, keyLength);
  writer.bytes(value, valueLength);
  writer.varint(names.length);
  names.forEach((name, at) => {
    writer.bytes(name, lengths[at * 2] as number);
    writer.bytes(headers[name] as string, lengths[at * 2 + 1] as number);
  });
  return { buf: writer.buf, buffer: writer.buf };
};

/** What the client's encoder takes for a finished part. */
export interface Encoded {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}
