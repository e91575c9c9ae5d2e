import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { systemRandom } from '../../system/random.js';
import { type BackupKeys, assertKeysApart, makeBackupKey, readBackupKeys } from './backup-key.js';
import { headOfFile, openWhole, sealInto, sealWhole } from './sealed-file.js';
import { opening, sealing } from './sealed-stream.js';

const NOW = '2024-03-01T00:00:00.000Z';
let folder: string;
let keys: BackupKeys;
const keyFile = (name: string): BackupKeys => {
  makeBackupKey(join(folder, name), systemRandom);
  return readBackupKeys(join(folder, name));
};

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealed-'));
  keys = keyFile('backup.key');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PLACE = 'series/wal/000000010000000000000003';
const seal = (plain: Buffer, place = PLACE): Promise<Buffer> =>
  buffer(Readable.from([plain]).pipe(sealing(keys[0], place, NOW, systemRandom)));
const open = async (sealed: Buffer, place = PLACE, by = keys): Promise<Buffer> => {
  const parts: Buffer[] = [];
  const stream = Readable.from([sealed]).pipe(opening(by, place, 'the file'));
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
};
/** Where the chunks of a sealed file begin and end. */
const chunksOf = (sealed: Buffer): readonly Buffer[] => {
  const chunks: Buffer[] = [];
  for (let at = sealed.indexOf(0x0a) + 1; at < sealed.length;) {
    const end = at + 4 + (sealed.readUInt32BE(at) & 0x7fff_ffff);
    chunks.push(sealed.subarray(at, end));
    at = end;
  }
  return chunks;
};
const damaged = expect.objectContaining({ code: 'damaged', message: expect.stringContaining('the file') });

describe('what is sealed', () => {
  it.each([0, 1, 262_144, 262_145, 900_000])('opens again, %d bytes of it, and shows nothing of them', async (size) => {
    const plain = Buffer.alloc(size, 'canary');
    const sealed = await seal(plain);
    expect((await open(sealed)).equals(plain)).toBe(true);
    expect(sealed.includes('canary')).toBe(false);
  });

  it('never looks alike twice', async () => {
    const plain = Buffer.alloc(64);
    expect(chunksOf(await seal(plain))[0]).not.toEqual(chunksOf(await seal(plain))[0]);
  });
});

describe('is refused', () => {
  const plain = Buffer.alloc(1_000_000, 7);
  let sealed: Buffer;
  let head: Buffer;
  let chunks: readonly Buffer[];
  beforeAll(async () => {
    sealed = await seal(plain);
    chunks = chunksOf(sealed);
    head = sealed.subarray(0, sealed.indexOf(0x0a) + 1);
    expect(chunks).toHaveLength(4);
  });

  it('cut short, at any place and between chunks', async () => {
    for (const end of [0, 10, head.length, head.length + 3, 300_000, sealed.length - 1])
      await expect(open(sealed.subarray(0, end))).rejects.toEqual(damaged);
    for (const kept of [0, 1, 2, 3])
      await expect(open(Buffer.concat([head, ...chunks.slice(0, kept)]))).rejects.toEqual(damaged);
  });

  it('in another order, repeated, with a chunk left out or added, or mixed with another file', async () => {
    const [a, b, c, d] = chunks as [Buffer, Buffer, Buffer, Buffer];
    const other = chunksOf(await seal(plain)) as [Buffer, Buffer, Buffer, Buffer];
    for (const order of [
      [b, a, c, d],
      [a, a, c, d],
      [a, c, d],
      [a, b, c, d, d],
      [a, b, c, d, c],
      [a, b, other[2], d],
      [d],
    ])
      await expect(open(Buffer.concat([head, ...order]))).rejects.toEqual(damaged);
  });

  it('with its end marked elsewhere', async () => {
    const early = Buffer.from(chunks[0] as Buffer);
    early.writeUInt32BE((early.readUInt32BE() | 0x8000_0000) >>> 0);
    await expect(open(Buffer.concat([head, early]))).rejects.toEqual(damaged);
  });

  it('with any byte flipped: every one of the head, and hundreds of others', async () => {
    let caught = 0;
    const places = [...Array(head.length - 1).keys(), ...Array.from({ length: 300 }, (_, n) => n * 3331 + head.length)];
    for (const place of places) {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] as number) ^ 0x20;
      await open(altered).catch((error: { code?: string }) => {
        if (error.code === 'damaged' || error.code === 'wrong-key') caught += 1;
      });
    }
    expect(caught).toBe(places.length);
  });

  it('under another name, and by another key, which is named', async () => {
    await expect(open(sealed, `${PLACE}4`)).rejects.toEqual(damaged);
    const other = keyFile('other.key');
    await expect(open(sealed, PLACE, other)).rejects.toEqual(
      expect.objectContaining({
        code: 'wrong-key',
        message: expect.stringContaining(`the file (${keys[0].id} ≠ ${other[0].id})`),
      }),
    );
    expect((await open(sealed, PLACE, [...other, ...keys])).equals(plain)).toBe(true);
  });
});

describe('a sealed file', () => {
  const sealer = () => ({ keys, random: systemRandom, now: () => NOW });

  it('is compressed, measured in plain, and says in clear when it was made', async () => {
    const file = join(folder, 'zeros');
    const measured = await sealWhole(sealer(), Readable.from([Buffer.alloc(5_000_000)]), PLACE, file);
    expect(measured.size).toBe(5_000_000);
    expect(readFileSync(file).length).toBeLessThan(5000);
    expect((await openWhole(keys, file, PLACE)).equals(Buffer.alloc(5_000_000))).toBe(true);
    expect(await headOfFile(file)).toMatchObject({ place: PLACE, at: NOW, key: keys[0].id });
  });

  it('leaves nothing behind when its source fails, and is not written over', async () => {
    const file = join(folder, 'broken');
    const source = Readable.from(
      (async function* () {
        yield Buffer.alloc(10);
        throw new Error('the disk went away');
      })(),
    );
    await expect(sealWhole(sealer(), source, PLACE, file)).rejects.toThrow('went away');
    expect(() => readFileSync(file)).toThrow();
    writeFileSync(file, 'kept');
    await expect(sealInto(sealer(), Readable.from([Buffer.alloc(1)]), PLACE, file)).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('kept');
  });

  it('that is gone is named', () =>
    expect(openWhole(keys, join(folder, 'gone'), PLACE)).rejects.toMatchObject({
      code: 'incomplete',
      message: expect.stringContaining('gone'),
    }));
});

describe('key files', () => {
  it('are refused when others may read them or they hold no key', () => {
    writeFileSync(join(folder, 'open.key'), `${'a'.repeat(64)}\n`, { mode: 0o644 });
    writeFileSync(join(folder, 'short.key'), 'abc\n', { mode: 0o600 });
    for (const name of ['open.key', 'short.key', 'none.key'])
      expect(() => readBackupKeys(join(folder, name))).toThrow(expect.objectContaining({ code: 'key-unusable' }));
  });

  it('must not lie within the backups or the database, by whatever way', () => {
    const within = join(folder, 'backups');
    expect(() => assertKeysApart([join(within, 'x', '..', 'backup.key')], [within])).toThrow(
      expect.objectContaining({ code: 'keys-inside' }),
    );
    expect(() => assertKeysApart([within], [within])).toThrow();
    expect(() => assertKeysApart([`${within}-key`, join(folder, 'backup.key')], [within])).not.toThrow();
  });
});
