import {
  accessSync,
  constants,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { systemRandom } from '../../system/random.js';
import { type Account, barrierOnTheWay } from './account.js';
import { EmbeddedPostgresFailure } from './failure.js';

/** What lies where in the data folder: the cluster, and beside it the password and the port it last served. */
export const clusterIn = (dataDir: string): string => join(dataDir, 'postgres');
const passwordFile = (dataDir: string): string => join(dataDir, 'postgres.password');
const portFile = (dataDir: string): string => join(dataDir, 'postgres.port');

/** Where data is kept unless told otherwise: a system folder for root, the user's own data folder for anyone else. */
export const defaultDataDir = (env: NodeJS.ProcessEnv): string =>
  process.getuid?.() === 0
    ? '/var/lib/taizhang'
    : join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'taizhang');

const unreadable = (path: string, reason: string): EmbeddedPostgresFailure =>
  new EmbeddedPostgresFailure('directory-unreadable', `${path} (${reason})`, {
    zh: '请用建立该目录的同一用户运行，或修正目录权限，或另选数据目录。',
    en: 'Run as the user who made it, correct its permissions, or choose another data directory.',
  });

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * Makes the data folder when missing and checks that we can write to it and that the server's account can reach it.
 * @throws EmbeddedPostgresFailure `directory-unreadable`, `directory-unreachable`
 */
export const openDataFolder = (dataDir: string, account: Account): void => {
  try {
    mkdirSync(dataDir, { recursive: true, mode: account.uid === undefined ? 0o700 : 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw unreadable(dataDir, codeOf(error));
  }
  const barrier = barrierOnTheWay(account, dataDir);
  if (barrier !== undefined) {
    throw new EmbeddedPostgresFailure('directory-unreachable', barrier, {
      zh: `数据库以系统用户 postgres 运行。请执行 chmod o+x '${barrier}'，或另选数据目录（如 /var/lib/taizhang）。`,
      en: `The database runs as the system user postgres. Run chmod o+x '${barrier}' or choose another data directory (/var/lib/taizhang).`,
    });
  }
};

/** Whether a cluster is there already. @throws EmbeddedPostgresFailure when it is there and belongs to someone else */
export const hasCluster = (dataDir: string, account: Account): boolean => {
  const cluster = clusterIn(dataDir);
  const owner = statSync(cluster, { throwIfNoEntry: false })?.uid;
  const expected = account.uid ?? process.getuid?.();
  if (owner !== undefined && expected !== undefined && owner !== expected) {
    throw unreadable(cluster, `owner uid ${owner}, expected ${expected}`);
  }
  return owner !== undefined;
};

/** Bytes an ordinary process may still write to the disk of the data folder. */
export const freeSpace = (dataDir: string): number => {
  const { bavail, bsize } = statfsSync(dataDir);
  return bavail * bsize;
};

/** Where a new cluster is drafted before it takes its place in one rename; it lies on the same disk. */
export const draftPrefix = (dataDir: string): string => join(dataDir, 'initdb-');

const readIfThere = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unreadable(path, codeOf(error));
  }
};

/**
 * The database password, made at random when there is none yet. The file appears complete or not at all, so of two
 * processes that start together both use the one that was first.
 * @throws EmbeddedPostgresFailure `password-unusable` when a cluster is there but its password is not
 */
export const passwordOf = (dataDir: string, clusterExists: boolean): string => {
  const file = passwordFile(dataDir);
  const known = readIfThere(file);
  if (known !== undefined) return known;
  if (clusterExists) {
    throw new EmbeddedPostgresFailure('password-unusable', file, {
      zh: '请从备份恢复该文件（与数据目录同时备份）。',
      en: 'Restore the file from the backup taken with the data folder.',
    });
  }
  const draft = `${file}-${process.pid}`;
  writeFileSync(draft, `${systemRandom(24).toString('hex')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unreadable(file, codeOf(error));
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
};

/** Puts a known password beside a restored cluster. */
export const writePassword = (dataDir: string, password: string): void => {
  writeFileSync(passwordFile(dataDir), `${password}\n`, { mode: 0o600, flag: 'wx' });
};

export const rememberedPort = (dataDir: string): number | undefined => {
  const port = Number(readIfThere(portFile(dataDir)));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
};

export const rememberPort = (dataDir: string, port: number): void => {
  writeFileSync(portFile(dataDir), `${port}\n`, { mode: 0o600 });
};
