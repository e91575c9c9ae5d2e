import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import type { Instant } from '#kernel/dates.js';
import type { Log } from '../../log.js';
import type { Random } from '../../system/random.js';
import { accountForServer } from '../embedded/account.js';
import { clusterIn, openDataFolder } from '../embedded/data-folder.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded/supervisor.js';
import { type Archiver, archiveSettings, startArchiver } from './archive-wal.js';
import { type BackupKeys, assertKeysApart, liesWithin, makeBackupKey, readBackupKeys } from './backup-key.js';
import { BackupFault } from './fault.js';
import {
  type Current,
  type Series,
  currentSeries,
  forgetSeries,
  openSeries,
  rememberSeries,
  stampOf,
} from './series.js';

/** Where backups of a data folder go, and by which key. */
export interface BackupPlace {
  /** Folder of all backups. */
  readonly folder: string;
  readonly keyFile: string;
  /** Files of other keys, which must not lie among the backups either. */
  readonly otherKeys: readonly string[];
}

export interface Archived {
  readonly server: EmbeddedPostgres;
  /** Where its backups go; undefined where none are asked for. */
  readonly backups?: { readonly series: Series; readonly current: Current; readonly keys: BackupKeys };
  /** Stops the server, then what archives its log: the last segment is archived while it stops. */
  stop(): Promise<void>;
}

export interface ArchivedOptions {
  readonly dataDir: string;
  readonly log: Log;
  readonly now: () => Instant;
  readonly random: Random;
  readonly place?: BackupPlace | undefined;
  /**
   * Whether this start decides that there is an archive: it begins one where there is a place, and ends it where there is
   * none. Otherwise it goes on with the one there is, and without a place leaves the log waiting for who has it.
   */
  readonly decides: boolean;
}

/**
 * The keys of a place; made when there are none and nothing was sealed yet.
 * @throws BackupFault `keys-inside`, `folder-inside`, `key-unusable`
 */
const keysOf = async (place: BackupPlace, { dataDir, random }: ArchivedOptions): Promise<BackupKeys> => {
  const cluster = clusterIn(resolve(dataDir));
  if (liesWithin(place.folder, cluster)) throw new BackupFault('folder-inside', place.folder);
  assertKeysApart([place.keyFile, ...place.otherKeys], [place.folder, cluster]);
  // A key made in the place of one that is lost would hide that nothing older opens any more.
  if (!existsSync(place.keyFile) && (await currentSeries(dataDir)) === undefined) makeBackupKey(place.keyFile, random);
  return readBackupKeys(place.keyFile);
};

/** The series a data folder goes on with; a new one for a new folder, a new key, and after a time without an archive. */
const seriesFor = async (
  { dataDir, now, random }: ArchivedOptions,
  folder: string,
  keys: BackupKeys,
): Promise<Current> => {
  const known = await currentSeries(dataDir);
  if (known?.keyId === keys[0].id) return known;
  const since = now();
  const current: Current = { name: `${stampOf(since)}-${random(4).toString('hex')}`, since, keyId: keys[0].id };
  await openSeries({ folder, name: current.name });
  await rememberSeries(dataDir, current);
  return current;
};

const archives = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<{ archive_mode: string }>('show archive_mode')).rows[0]?.archive_mode === 'on';
  } finally {
    await client.end();
  }
};

/**
 * Starts the embedded PostgreSQL with its write-ahead log archived where backups have a place. Only the process that looks
 * after the server archives; others share it.
 * @throws EmbeddedPostgresFailure; BackupFault
 */
export const startArchivedPostgres = async (options: ArchivedOptions): Promise<Archived> => {
  const { dataDir, log, place, decides, now, random } = options;
  openDataFolder(resolve(dataDir), accountForServer());
  if (place === undefined && decides && (await currentSeries(dataDir)) !== undefined) {
    log('warn', 'BACKUP_DIR is not set any more: the archive ends here');
    await forgetSeries(dataDir);
  }
  const keys = place === undefined ? undefined : await keysOf(place, options);
  const current =
    place && keys && decides ? await seriesFor(options, resolve(place.folder), keys) : await currentSeries(dataDir);
  // Where a series is known and its place is not, the log waits in the cluster for a process that knows both.
  const start = (): Promise<EmbeddedPostgres> =>
    startEmbeddedPostgres({ dataDir, log, ...(current === undefined ? {} : { settings: archiveSettings }) });
  let server = await start();
  if (current !== undefined && server.origin === 'adopted' && !(await archives(server.url))) {
    await server.stop();
    server = await start();
  }
  if (place === undefined || keys === undefined || current === undefined || current.keyId !== keys[0].id)
    return { server, stop: () => server.stop() };
  const series = await openSeries({ folder: resolve(place.folder), name: current.name });
  let archiver: Archiver | undefined;
  if (server.origin !== 'shared') {
    const cluster = clusterIn(resolve(dataDir));
    archiver = await startArchiver({
      cluster,
      account: accountForServer(),
      series,
      sealer: { keys, random, now },
      log,
    });
  }
  return {
    server,
    backups: { series, current, keys },
    stop: async () => {
      await server.stop();
      await archiver?.stop();
    },
  };
};
