import { resolve } from 'node:path';
import { accountForServer } from './account.js';
import { usableBinaries } from './binaries.js';
import { type Cluster, createCluster } from './control.js';
import { diagnose } from './diagnosis.js';
import { freeSpace, hasCluster, openDataFolder, passwordOf } from './data-folder.js';
import { EmbeddedPostgresFailure } from './failure.js';

/** Oldest Node that runs us. */
const NODE = [20, 19] as const;
/** What a new cluster and its first write-ahead log need, in bytes. */
const ROOM = 512 * 2 ** 20;

/** @throws EmbeddedPostgresFailure `node-too-old` */
export const checkNode = (version: string): void => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > NODE[0] || (major === NODE[0] && minor >= NODE[1])) return;
  throw new EmbeddedPostgresFailure('node-too-old', `${version} < ${NODE.join('.')}`, {
    zh: '请通过 npm 脚本启动（自带 Node 24），或升级 Node.js。',
    en: 'Start through the npm scripts, which bring Node 24, or upgrade Node.js.',
  });
};

/** @throws EmbeddedPostgresFailure `disk-full` when a new cluster would not fit */
const checkRoom = (dataDir: string, room: number): void => {
  const free = freeSpace(dataDir);
  if (free >= room) return;
  const inMegabytes = (bytes: number): number => Math.floor(bytes / 2 ** 20);
  throw new EmbeddedPostgresFailure('disk-full', `${dataDir}: ${inMegabytes(free)} MB < ${inMegabytes(room)} MB`, {
    zh: '请清理磁盘，或把数据目录设在空间充足的磁盘上。',
    en: 'Free some space, or put the data directory on a disk with room.',
  });
};

/** A data folder made ready: programs that run, a cluster, its password. */
export interface Prepared {
  readonly cluster: Cluster;
  readonly password: string;
  /** True when this call made the cluster. */
  readonly created: boolean;
}

/**
 * Checks everything that can be checked before a server starts and makes the cluster when there is none: Node, the
 * account, the data folder, the programs, free space.
 * @throws EmbeddedPostgresFailure naming what is wrong and what to do
 */
export const prepare = async (dataDir: string, room = ROOM): Promise<Prepared> => {
  checkNode(process.versions.node);
  const folder = resolve(dataDir);
  const account = accountForServer();
  openDataFolder(folder, account);
  const exists = hasCluster(folder, account);
  if (!exists) checkRoom(folder, room);
  const password = passwordOf(folder, exists);
  const cluster: Cluster = { dataDir: folder, binaries: usableBinaries(folder, account), account };
  const complaint = exists ? undefined : await createCluster(cluster, password);
  if (complaint !== undefined) throw diagnose(complaint);
  return { cluster, password, created: !exists };
};
