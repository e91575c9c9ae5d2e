import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/**
 * The master key that wraps the keys of persons, from a file made with mode 0600 when there is none. Losing it loses
 * every person's name; keep a copy away from the database.
 * @throws Error when others may read the file, or it holds no key
 */
export const masterKeyFrom = (file: string, random: Random): Buffer => {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    // Processes of several containers may share a folder, and have the same id.
    const draft = `${file}-${random(8).toString('hex')}`;
    writeFileSync(draft, `${random(BYTES).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
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
  return parseMasterKey(readFileSync(file, 'utf8'), file);
};
