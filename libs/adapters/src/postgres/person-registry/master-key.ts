import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import type { Random } from '../../system/random.js';

const BYTES = 32;

/** Reads a master key written as 64 hex digits or in base64. @throws Error that never repeats the text */
export const parseMasterKey = (text: string, where: string): Buffer => {
  const trimmed = text.trim();
  const key = Buffer.from(trimmed, /^[0-9a-f]{64}$/i.test(trimmed) ? 'hex' : 'base64');
  if (key.length !== BYTES)
    throw new Error(`${where} 不是 ${BYTES} 字节的密钥 / is not a key of ${BYTES} bytes in hex or base64`);
  return key;
};

/** A draft beside the file: processes of several containers may share a folder, and have the same id. */
const draftOf = (file: string, keys: readonly Buffer[], random: Random): string => {
  const draft = `${file}-${random(8).toString('hex')}`;
  const text = keys.map((key) => `${key.toString('hex')}\n`).join('');
  writeFileSync(draft, text, { mode: 0o600, flag: 'wx', flush: true });
  return draft;
};

/**
 * The master keys that wrap the keys of persons, newest first, from a file made with mode 0600 and one key when there is
 * none. The first wraps; those below were in use before and still unwrap. Losing the file loses every person's name; keep a
 * copy away from the database.
 * @throws Error when others may read the file, or a line holds no key
 */
export const masterKeysFrom = (file: string, random: Random): readonly [Buffer, ...Buffer[]] => {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o711 });
    const draft = draftOf(file, [random(BYTES)], random);
    try {
      linkSync(draft, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was faster: its key counts
    } finally {
      rmSync(draft, { force: true });
    }
  }
  if (platform() !== 'win32' && (statSync(file).mode & 0o007) !== 0) {
    throw new Error(`${file}: 其他用户可读取密钥文件，请执行 chmod 600 / others may read the key file; run chmod 600`);
  }
  const [first = '', ...older] = readFileSync(file, 'utf8').trim().split('\n');
  return [parseMasterKey(first, file), ...older.map((line) => parseMasterKey(line, file))];
};

/** Puts other keys into the file, at once or not at all. */
const replaceKeys = (file: string, keys: readonly Buffer[], random: Random): void => {
  const draft = draftOf(file, keys, random);
  try {
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
};

/** A new master key takes the first place; those before it still unwrap. */
export const addMasterKey = (file: string, random: Random): void =>
  replaceKeys(file, [random(BYTES), ...masterKeysFrom(file, random)], random);

/** Leaves out older keys that nothing needs any more; the first stays whatever is said of it. */
export const dropMasterKeys = (file: string, needed: (key: Buffer) => boolean, random: Random): number => {
  const [first, ...older] = masterKeysFrom(file, random);
  const kept = older.filter(needed);
  if (kept.length < older.length) replaceKeys(file, [first, ...kept], random);
  return older.length - kept.length;
};
