import { linkSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { platform } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import type { Random } from '../../system/random.js';
import { aes256Gcm } from '../person-registry/aes-256-gcm.js';
import type { CipherSuite } from '../person-registry/cipher-suite.js';
import { BackupFault } from './fault.js';

/** A key that seals backups. `id` names it in every sealed file and tells nothing of it. */
export interface BackupKey {
  readonly suite: CipherSuite;
  readonly bytes: Buffer;
  readonly id: string;
}

/** The key that seals, and after it those that sealed what is older. */
export type BackupKeys = readonly [BackupKey, ...BackupKey[]];

const HEX = /^[0-9a-f]{64}$/i;

const keyFrom = (line: string, file: string): BackupKey => {
  if (!HEX.test(line)) throw new BackupFault('key-unusable', `${file}: 64 hex digits a line`);
  const bytes = Buffer.from(line, 'hex');
  return { suite: aes256Gcm, bytes, id: aes256Gcm.mac(bytes, 'backup key id').subarray(0, 4).toString('hex') };
};

/** Makes a key file with mode 0600, complete or not at all; of two processes the first one's key counts. */
export const makeBackupKey = (file: string, random: Random): void => {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}-${random(8).toString('hex')}`;
  writeFileSync(draft, `${random(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
};

/**
 * Reads the keys of a file: one a line, the newest first.
 * @throws BackupFault `key-unusable` when there is none, others may read it, or a line is no key
 */
export const readBackupKeys = (file: string): BackupKeys => {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new BackupFault('key-unusable', `${file}: 不存在 / not there`);
  if (platform() !== 'win32' && (found.mode & 0o007) !== 0)
    throw new BackupFault(
      'key-unusable',
      `${file}: 其他用户可读取，请执行 chmod 600 / others may read it; run chmod 600`,
    );
  const [first = '', ...older] = readFileSync(file, 'utf8').trim().split(/\s+/);
  return [keyFrom(first, file), ...older.map((line) => keyFrom(line, file))];
};

/** Where a path leads once links are followed, as far as it exists. */
const placeOf = (path: string): string => {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    const parent = dirname(absolute);
    return parent === absolute ? absolute : join(placeOf(parent), basename(absolute));
  }
};

/** Whether a path is a folder or leads into it, links followed. */
export const liesWithin = (path: string, folder: string): boolean => {
  const way = relative(placeOf(folder), placeOf(path));
  return way === '' || !(way.startsWith('..') || resolve(way) === way);
};

/**
 * Keys lie apart from what they open: a backup that held them would open itself, and bring erased persons back.
 * @throws BackupFault `keys-inside` naming the file and the folder
 */
export const assertKeysApart = (keyFiles: readonly string[], folders: readonly string[]): void => {
  for (const file of keyFiles)
    for (const folder of folders)
      if (liesWithin(file, folder)) throw new BackupFault('keys-inside', `${file} · ${folder}`);
};
