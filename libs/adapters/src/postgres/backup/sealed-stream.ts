import { Transform, type TransformCallback } from 'node:stream';
import type { Instant } from '#kernel/dates.js';
import type { Random } from '../../system/random.js';
import type { CipherSuite } from '../person-registry/cipher-suite.js';
import type { BackupKey, BackupKeys } from './backup-key.js';
import { BackupFault } from './fault.js';

/** What stands in clear at the beginning of a sealed file, authenticated with every chunk of it. */
export interface SealedHead {
  readonly suite: string;
  readonly key: string;
  /** From which, with the backup key, the key of this one file follows. */
  readonly salt: string;
  /** What the file is: a file under another name does not open. */
  readonly place: string;
  readonly at: Instant;
}

const MAGIC = 'taizhang-sealed-1 ';
/** Bytes of plain text in a chunk, and what sealing may add to it. */
const CHUNK = 256 * 1024;
const OVERHEAD = 1024;
const LONGEST_HEAD = 4096;
/** Bit of a chunk's length that says it is the last. */
const LAST = 0x8000_0000;
const LENGTH = 4;

/** Chunks are numbered in the first eight bytes of the start value, so none can be moved; no key seals two files. */
const startValue = (suite: CipherSuite, index: number): Buffer => {
  const value = Buffer.alloc(suite.nonceBytes);
  value.writeBigUInt64BE(BigInt(index));
  return value;
};

const fileKey = ({ suite, bytes }: BackupKey, salt: string): Buffer =>
  suite.derive(bytes, `taizhang backup file ${salt}`);

/** What a chunk is bound to: its file, and whether it ends it. Its place in the order is in its start value. */
const boundTo = (head: string, index: number, last: boolean): string => `${head}|${index}|${last ? 'last' : 'more'}`;

/**
 * Seals a stream in chunks. Each is authenticated with its number, and the last one as the last, so that a file cut short,
 * put in another order or extended does not open.
 */
export const sealing = (key: BackupKey, place: string, at: Instant, random: Random): Transform => {
  const { suite } = key;
  const fields: SealedHead = { suite: suite.name, key: key.id, salt: random(16).toString('hex'), place, at };
  const head = `${MAGIC}${JSON.stringify(fields)}`;
  const bytes = fileKey(key, fields.salt);
  let index = 0;
  let held: Buffer = Buffer.alloc(0);
  const chunk = (plain: Buffer, last: boolean): Buffer => {
    const sealed = suite.seal(bytes, startValue(suite, index), plain, boundTo(head, index, last));
    const length = Buffer.alloc(LENGTH);
    length.writeUInt32BE((sealed.length | (last ? LAST : 0)) >>> 0);
    index += 1;
    return Buffer.concat([length, sealed]);
  };
  const stream = new Transform({
    transform(given: Buffer, _encoding, done: TransformCallback) {
      held = held.length === 0 ? given : Buffer.concat([held, given]);
      // What may be the end stays, because the last chunk has to know that it is.
      while (held.length > CHUNK) {
        this.push(chunk(held.subarray(0, CHUNK), false));
        held = held.subarray(CHUNK);
      }
      done();
    },
    flush(done: TransformCallback) {
      done(null, chunk(held, true));
    },
  });
  stream.push(`${head}\n`);
  return stream;
};

/**
 * The head of a sealed file and where its chunks begin; undefined where more bytes are needed.
 * @throws BackupFault `damaged`
 */
export const readHead = (
  bytes: Buffer,
  where: string,
): { readonly head: SealedHead; readonly text: string; readonly end: number } | undefined => {
  const at = bytes.indexOf(0x0a);
  if (at < 0 && bytes.length < LONGEST_HEAD) return undefined;
  const text = bytes.subarray(0, Math.max(0, at)).toString();
  try {
    if (!text.startsWith(MAGIC)) throw new Error('no head');
    return { head: JSON.parse(text.slice(MAGIC.length)) as SealedHead, text, end: at + 1 };
  } catch {
    throw new BackupFault('damaged', where);
  }
};

/**
 * Opens what `sealing` made of the same place. `where` names the file in what is said of it.
 * @throws BackupFault `wrong-key` when none of the keys sealed it; `damaged` when it was altered, cut short, extended, put in
 * another order, or lies under another name
 */
export const opening = (keys: BackupKeys, place: string, where: string): Transform => {
  let held: Buffer = Buffer.alloc(0);
  let file: { readonly suite: CipherSuite; readonly bytes: Buffer; readonly head: string } | undefined;
  let index = 0;
  let ended = false;
  const begin = (): boolean => {
    const found = readHead(held, where);
    if (found === undefined) return false;
    const { head, text, end } = found;
    const key = keys.find(({ id }) => id === head.key);
    if (key === undefined)
      throw new BackupFault('wrong-key', `${where} (${head.key} ≠ ${keys.map(({ id }) => id).join(', ')})`);
    if (head.suite !== key.suite.name || head.place !== place) throw new BackupFault('damaged', where);
    file = { suite: key.suite, bytes: fileKey(key, head.salt), head: text };
    held = held.subarray(end);
    return true;
  };
  /** The next chunk in plain; undefined where it is not all there yet. */
  const next = (): Buffer | undefined => {
    if (file === undefined || held.length < LENGTH) return undefined;
    const word = held.readUInt32BE();
    const [length, last] = [word & ~LAST, (word & LAST) !== 0];
    if (ended || length > CHUNK + OVERHEAD) throw new BackupFault('damaged', where);
    if (held.length < LENGTH + length) return undefined;
    const sealed = held.subarray(LENGTH, LENGTH + length);
    held = held.subarray(LENGTH + length);
    ended = last;
    const { suite, bytes, head } = file;
    try {
      return suite.open(bytes, startValue(suite, index), sealed, boundTo(head, index, last));
    } catch {
      throw new BackupFault('damaged', where);
    } finally {
      index += 1;
    }
  };
  const take = (stream: Transform): void => {
    if (file === undefined && !begin()) return;
    for (let plain = next(); plain !== undefined; plain = next()) stream.push(plain);
  };
  const trying = (done: TransformCallback, work: () => void): void => {
    try {
      work();
      done();
    } catch (error) {
      done(error as Error);
    }
  };
  return new Transform({
    transform(given: Buffer, _encoding, done: TransformCallback) {
      held = held.length === 0 ? given : Buffer.concat([held, given]);
      trying(done, () => take(this));
    },
    flush(done: TransformCallback) {
      trying(done, () => {
        if (!ended || held.length > 0) throw new BackupFault('damaged', where);
      });
    },
  });
};
