import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Readable, Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import type { Instant } from '#kernel/dates.js';
import type { Random } from '../../system/random.js';
import type { BackupKeys } from './backup-key.js';
import { BackupFault } from './fault.js';
import { type SealedHead, opening, readHead, sealing } from './sealed-stream.js';

/** What sealing needs besides the bytes. */
export interface Sealer {
  readonly keys: BackupKeys;
  readonly random: Random;
  readonly now: () => Instant;
}

/** Length and SHA-256 (hex) of bytes in plain. */
export interface Measured {
  readonly size: number;
  readonly sha256: string;
}

const LEVEL = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** Passes bytes on and measures them. */
const meter = (): { readonly stream: Transform; readonly measured: () => Measured } => {
  const hash = createHash('sha256');
  let size = 0;
  const stream = new Transform({
    transform(given: Buffer, _encoding, done) {
      hash.update(given);
      size += given.length;
      done(null, given);
    },
  });
  return { stream, measured: () => ({ size, sha256: hash.digest('hex') }) };
};

/** Makes the entries of a folder durable. Where a system cannot, as on Windows, it does so by itself. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
};

/** Compresses and seals bytes into a file that must not be there yet; durable when it returns. */
export const sealInto = async (
  { keys, random, now }: Sealer,
  source: Readable,
  place: string,
  target: string,
  signal?: AbortSignal,
): Promise<Measured> => {
  const { stream, measured } = meter();
  const sink = createWriteStream(target, { flags: 'wx', mode: 0o600, flush: true });
  const steps = [source, stream, createZstdCompress(LEVEL), sealing(keys[0], place, now(), random), sink] as const;
  await pipeline(steps, { ...(signal === undefined ? {} : { signal }) });
  return measured();
};

/** The same, appearing under its name only when it is whole and durable. */
export const sealWhole = async (sealer: Sealer, source: Readable, place: string, target: string): Promise<Measured> => {
  const draft = `${target}.${sealer.random(6).toString('hex')}.part`;
  try {
    const measured = await sealInto(sealer, source, place, draft);
    await rename(draft, target);
    await syncFolder(dirname(target));
    return measured;
  } finally {
    await rm(draft, { force: true });
  }
};

/** @throws BackupFault `incomplete` when the file is gone, `wrong-key`, `damaged` */
export const openInto = async (keys: BackupKeys, file: string, place: string, sink: Writable): Promise<Measured> => {
  const { stream, measured } = meter();
  try {
    await pipeline(createReadStream(file), opening(keys, place, file), createZstdDecompress(), stream, sink);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw new BackupFault('incomplete', file);
    // What opened and does not unpack was not written by us.
    throw code?.startsWith('ZSTD') === true ? new BackupFault('damaged', file) : error;
  }
  return measured();
};

const nowhere = (): Writable => new Writable({ write: (_given, _encoding, done) => done() });

/** Length and hash of what a sealed file holds. */
export const measureSealed = (keys: BackupKeys, file: string, place: string): Promise<Measured> =>
  openInto(keys, file, place, nowhere());

/** What a sealed file holds, all at once: for small ones. */
export const openWhole = async (keys: BackupKeys, file: string, place: string): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const sink = new Writable({
    write: (given: Buffer, _encoding, done) => {
      parts.push(given);
      done();
    },
  });
  await openInto(keys, file, place, sink);
  return Buffer.concat(parts);
};

/** What stands in clear at the beginning of a sealed file; not proved before the file is opened. */
export const headOfFile = async (file: string): Promise<SealedHead> => {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0);
    const found = readHead(buffer.subarray(0, bytesRead), file);
    if (found === undefined) throw new BackupFault('damaged', file);
    return found.head;
  } finally {
    await handle.close();
  }
};
