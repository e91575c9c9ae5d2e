import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import pg from 'pg';
import { type Account, accountForServer } from '../embedded/account.js';
import { usableBinaries } from '../embedded/binaries.js';
import { type Cluster } from '../embedded/control.js';
import { freeSpace, openDataFolder } from '../embedded/data-folder.js';
import type { BackupKeys } from './backup-key.js';
import { type Restorable, type Target, chooseBase } from './choose-base.js';
import { BackupFault } from './fault.js';
import { type AfterRestore, beginNewHistory } from './new-history.js';
import { type Stop, recover, transactionOf } from './recover.js';
import { unpackBase } from './unpack-base.js';

export interface RestoreOptions {
  /** Folder of backups. */
  readonly from: string;
  readonly keys: BackupKeys;
  readonly target: Target;
  /** Data folder to make; it must not be there, or be empty. */
  readonly into: string;
  /** Series to restore from; the youngest that reaches the target where left out. */
  readonly series?: string;
  /** What is to be done on the restored database before anybody uses it. */
  readonly after?: readonly AfterRestore[];
}

export interface Restored {
  readonly series: string;
  readonly base: string;
  /** Newest position of the restored log; 0 where it is empty. */
  readonly head: number;
  readonly events: number;
}

const refuseUnlessNew = (folder: string): void => {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new BackupFault('not-empty', folder);
};

/** Bytes beside the files of a backup that replaying its log may take. */
const ROOM = 256 * 2 ** 20;

const refuseWithoutRoom = (folder: string, { manifest }: Restorable): void => {
  const needed = manifest.files.reduce((sum, { size }) => sum + size, ROOM);
  if (freeSpace(folder) < needed) throw new BackupFault('no-room', `${folder}: ${Math.ceil(needed / 2 ** 20)} MB`);
};

const wordsOf = (target: Target): string => {
  switch (target.kind) {
    case 'newest':
      return 'newest';
    case 'time':
      return target.at;
    case 'position':
      return `position ${target.position}`;
  }
};

const stopOf = async (
  restorable: Restorable,
  keys: BackupKeys,
  target: Target,
  draft: string,
  account: Account,
): Promise<Stop> => {
  switch (target.kind) {
    case 'newest':
      return {};
    case 'time':
      // The server reads no names of zones here, not even Z.
      return { recovery_target_time: target.at.replace('T', ' ').replace('Z', '+00') } as Stop;
    case 'position': {
      const xid = await inScratch(`${draft}-look`, account, async (cluster) => {
        await unpackBase(restorable.series, restorable.manifest, keys, cluster.dataDir, account);
        return transactionOf({ cluster, restorable, keys }, target.position);
      });
      return { recovery_target_xid: xid } as Stop;
    }
  }
};

/** A data folder for as long as it is needed, and the programs to run on it. */
const inScratch = async <Value>(
  folder: string,
  account: Account,
  work: (cluster: Cluster) => Promise<Value>,
): Promise<Value> => {
  openDataFolder(folder, account);
  try {
    return await work({ dataDir: folder, binaries: usableBinaries(folder, account), account });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const COUNT = 'select count(*) as events, coalesce(max(position), 0) as head from es.event';

const look = async (url: string): Promise<Pick<Restored, 'events' | 'head'>> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(`select to_regclass('es.event') is not null as there`);
    if (rows[0]?.there !== true) return { events: 0, head: 0 };
    const counted = (await client.query<{ events: string; head: string }>(COUNT)).rows[0];
    return { events: Number(counted?.events), head: Number(counted?.head) };
  } finally {
    await client.end();
  }
};

/**
 * Restores a database to a time, a position, or the newest state the archive holds, into a new data folder, never over one
 * that is there. The folder appears under its name only when the restore is done; the log in it has a new identity.
 * @throws BackupFault naming what is wrong and which file or segment it is about
 */
export const restoreBackup = async (options: RestoreOptions): Promise<Restored> => {
  const { from, keys, target, series: only, after = [] } = options;
  const into = resolve(options.into);
  refuseUnlessNew(into);
  const restorable = await chooseBase(from, keys, target, only);
  const account = accountForServer();
  await mkdir(dirname(into), { recursive: true });
  refuseWithoutRoom(dirname(into), restorable);
  const draft = await mkdtemp(`${into}.restoring-`);
  chmodSync(draft, account.uid === undefined ? 0o700 : 0o711);
  try {
    const stop = await stopOf(restorable, keys, target, draft, account);
    openDataFolder(draft, account);
    const cluster: Cluster = { dataDir: draft, binaries: usableBinaries(draft, account), account };
    await unpackBase(restorable.series, restorable.manifest, keys, draft, account);
    const found = await recover({ cluster, restorable, keys, stop, target: wordsOf(target) }, async (url) => {
      await beginNewHistory(url);
      for (const step of after) await step(url);
      return look(url);
    });
    refuseUnlessNew(into);
    if (existsSync(into)) await rmdir(into);
    await rename(draft, into);
    return { series: restorable.series.name, base: restorable.manifest.id, ...found };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
};
