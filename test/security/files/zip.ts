import { crc32, deflateRawSync } from 'node:zlib';

/** One part of an archive; what it declares may be a lie. */
export interface ZipPart {
  readonly name: string;
  readonly bytes: Buffer;
  readonly stored?: boolean;
  /** Length it declares; as it is where left out. */
  readonly declares?: number;
  readonly method?: number;
  readonly flags?: number;
}

const LOCAL = 0x04034b50;
const HEAD = 0x02014b50;
const END = 0x06054b50;

const fields = (...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    values.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      if (bytes === 2) field.writeUInt16LE(value & 0xffff);
      else field.writeUInt32LE(value >>> 0);
      return field;
    }),
  );

/** A zip archive written part by part, so that every field of it can be wrong. @source APPNOTE.TXT 6.3.10, 4.3 */
export const zipOf = (parts: readonly ZipPart[], { count = parts.length, comment = '' } = {}): Buffer => {
  const bodies: Buffer[] = [];
  const heads: Buffer[] = [];
  let at = 0;
  for (const {
    name,
    bytes,
    stored = false,
    declares = bytes.length,
    method = stored ? 0 : 8,
    flags = 0x800,
  } of parts) {
    const packed = stored ? bytes : deflateRawSync(bytes, { level: 6 });
    const named = Buffer.from(name);
    const shared = fields(
      ...([
        [2, flags],
        [2, method],
        [2, 0],
        [2, 0],
        [4, crc32(bytes)],
      ] as const),
      ...([
        [4, packed.length],
        [4, declares],
        [2, named.length],
        [2, 0],
      ] as const),
    );
    const local = Buffer.concat([fields([4, LOCAL], [2, 20]), shared, named, packed]);
    heads.push(fields([4, HEAD], [2, 20], [2, 20]), shared, fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), named);
    bodies.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(heads);
  const end = fields(
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, directory.length],
    [4, at],
    [2, comment.length],
  );
  return Buffer.concat([...bodies, directory, end, Buffer.from(comment, 'latin1')]);
};
