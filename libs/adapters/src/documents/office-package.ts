import { inflateRawSync } from 'node:zlib';
import { UnusableFile } from './unusable-file.js';

/** Bounds of a file from outside, in bytes; nothing beyond them is ever inflated. */
export const packageLimits = { file: 32 << 20, inflated: 96 << 20, parts: 2_000 } as const;

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array;
  /** As declared; the part is refused when it is more. */
  readonly size: number;
}

/** The parts of an office file, inflated one by one when they are asked for. */
export class OfficePackage {
  private inflated = 0;

  constructor(private readonly entries: ReadonlyMap<string, Entry>) {}

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** @throws UnusableFile where the part is broken, or larger than it or the whole file may be */
  read(name: string): Buffer {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new UnusableFile('not-a-document', `${name} is missing`);
    const bytes = inflate(entry);
    this.inflated += bytes.length;
    if (this.inflated > 2 * packageLimits.inflated) throw new UnusableFile('zip-bomb', 'it is inflated over and over');
    return bytes;
  }
}

const inflate = ({ name, method, packed, size }: Entry): Buffer => {
  if (method === 0) {
    if (packed.length !== size) throw new UnusableFile('broken-zip', `${name} is not as long as it declares`);
    return Buffer.from(packed);
  }
  try {
    const bytes = inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
    if (bytes.length !== size) throw new UnusableFile('broken-zip', `${name} is not as long as it declares`);
    return bytes;
  } catch (error) {
    if (error instanceof UnusableFile) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw new UnusableFile('zip-bomb', `${name} is larger than it declares`);
    throw new UnusableFile('broken-zip', `${name} cannot be inflated`);
  }
};

const OUT_OF_FILE = new Set(['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS']);

const END = 0x06054b50;
const HEAD = 0x02014b50;
const LOCAL = 0x04034b50;
/** Length of the record at the end without its comment, and the longest comment. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

/**
 * Opens a zip by its directory; sizes, number and order of its parts are judged before anything is inflated.
 * @throws UnusableFile `too-large`, `not-a-zip`, `broken-zip`, `encrypted`, `too-many-parts`, `zip-bomb`
 */
export const openPackage = (bytes: Uint8Array): OfficePackage => {
  if (bytes.length > packageLimits.file) throw new UnusableFile('too-large', `${bytes.length} bytes`);
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return new OfficePackage(entriesOf(file));
  } catch (error) {
    // Offsets that point out of the file.
    if (OUT_OF_FILE.has(String((error as NodeJS.ErrnoException).code)))
      throw new UnusableFile('broken-zip', 'its directory leads nowhere');
    throw error;
  }
};

const endOf = (file: Buffer): number => {
  const first = Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = file.length - END_LENGTH; at >= first; at -= 1) if (file.readUInt32LE(at) === END) return at;
  throw new UnusableFile('not-a-zip', 'it is no zip archive, as office files are');
};

const entriesOf = (file: Buffer): ReadonlyMap<string, Entry> => {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > packageLimits.parts) throw new UnusableFile('too-many-parts', `${count} parts`);
  const entries = new Map<string, Entry>();
  const spans: { readonly from: number; readonly to: number }[] = [];
  let declared = 0;
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (file.readUInt32LE(at) !== HEAD) throw new UnusableFile('broken-zip', 'its directory is broken');
    const packedSize = file.readUInt32LE(at + 20);
    const size = file.readUInt32LE(at + 24);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString('utf8', at + 46, at + 46 + nameLength);
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw new UnusableFile('encrypted', name);
    declared += size;
    if (declared > packageLimits.inflated)
      throw new UnusableFile('zip-bomb', `${name} and others declare ${declared} bytes`);
    const method = file.readUInt16LE(at + 10);
    if (method !== 0 && method !== 8) throw new UnusableFile('broken-zip', `${name} is packed in a way nobody knows`);
    const local = file.readUInt32LE(at + 42);
    if (file.readUInt32LE(local) !== LOCAL) throw new UnusableFile('broken-zip', `${name} is not where it should be`);
    const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    if (from + packedSize > file.length) throw new UnusableFile('broken-zip', `${name} is cut off`);
    spans.push({ from: local, to: from + packedSize });
    if (entries.has(name)) throw new UnusableFile('broken-zip', `${name} is there twice`);
    if (!name.endsWith('/')) entries.set(name, { name, method, packed: file.subarray(from, from + packedSize), size });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  refuseOverlap(spans);
  return entries;
};

/** Parts that share their bytes are how a small file becomes a large one. */
const refuseOverlap = (spans: readonly { readonly from: number; readonly to: number }[]): void => {
  let reached = 0;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from < reached) throw new UnusableFile('zip-bomb', 'its parts lie over each other');
    reached = to;
  }
};
