import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#kernel/dates.js';
import type { BackupKeys } from './backup-key.js';
import { BackupFault } from './fault.js';
import { type Measured, openWhole } from './sealed-file.js';

/**
 * A series is the base backups and the write-ahead log of one run of history, in a folder of its own. A database that was
 * restored begins another, so that two histories never share names of segments.
 */
export interface Series {
  readonly folder: string;
  readonly name: string;
}

const BASE = 'base';
const WAL = 'wal';
/** Ending of what is not whole yet. */
export const PART = '.part';
const MANIFEST = 'manifest';

/** What lies where in a series, on disk and as the name a sealed file is bound to. */
export const placeIn = (
  series: Series,
  ...way: readonly string[]
): { readonly file: string; readonly place: string } => ({
  file: join(series.folder, series.name, ...way),
  place: [series.name, ...way].join('/'),
});
export const walIn = (series: Series, name: string) => placeIn(series, WAL, name);
/** `stage` is the ending of the folder while the backup is made; names are bound to the finished one. */
export const baseIn = (series: Series, id: string, way: readonly string[] = [], stage = '') => ({
  file: placeIn(series, BASE, `${id}${stage}`, ...way).file,
  place: placeIn(series, BASE, id, ...way).place,
});

/** A base backup as its manifest tells, which is sealed like every file of it. */
export interface Manifest {
  readonly id: string;
  readonly startedAt: Instant;
  /** By the clock of the database, after the last file: a restore to a time begins at a backup that ended before it. */
  readonly finishedAt: Instant;
  readonly startLsn: string;
  readonly stopLsn: string;
  readonly timeline: number;
  readonly segmentSize: number;
  /** Segment of the write-ahead log at which replay begins. */
  readonly firstSegment: string;
  readonly systemIdentifier: string;
  readonly serverVersion: string;
  /** Identity of the log and its newest position when the backup ended; null where there is no log yet. */
  readonly logId: string | null;
  readonly head: number;
  readonly keyId: string;
  /** Password of the database's superuser, without which the restored cluster answers nobody. */
  readonly password: string;
  readonly folders: readonly string[];
  readonly files: readonly (Measured & { readonly path: string })[];
}

const namesIn = async (folder: string): Promise<readonly string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });

/** Ids of the whole base backups of a series, oldest first: ids are their times. */
export const basesOf = async (series: Series): Promise<readonly string[]> =>
  (await namesIn(placeIn(series, BASE).file)).filter((name) => !name.endsWith(PART)).sort();

/** Names in the archive of a series, sorted. */
export const archivedIn = async (series: Series): Promise<readonly string[]> =>
  (await namesIn(placeIn(series, WAL).file)).filter((name) => !name.endsWith(PART)).sort();

/** Every series in the folder of backups, oldest first: names begin with their times. */
export const seriesIn = async (folder: string): Promise<readonly Series[]> =>
  (await namesIn(folder))
    .filter((name) => /^\d{8}T\d{6}Z-[0-9a-f]+$/.test(name))
    .sort()
    .map((name) => ({ folder, name }));

/** @throws BackupFault `incomplete` when it is gone, `wrong-key`, `damaged` */
export const readManifest = async (series: Series, id: string, keys: BackupKeys): Promise<Manifest> => {
  const { file, place } = baseIn(series, id, [MANIFEST]);
  return JSON.parse((await openWhole(keys, file, place)).toString()) as Manifest;
};
export const manifestIn = (series: Series, id: string, stage: string) => baseIn(series, id, [MANIFEST], stage);

/** An instant as a name: `20240301T180000Z`. */
export const stampOf = (at: Instant): string => at.replaceAll(/[-:]|\.\d+/g, '');
/** The instant a name begins with. */
export const instantOf = (stamp: string): Instant =>
  stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z.*$/, '$1-$2-$3T$4:$5:$6.000Z');

/** Removes what was left half made: of what runs, nothing is older than who asks. */
export const sweepParts = async (folder: string): Promise<void> => {
  for (const name of await namesIn(folder))
    if (name.endsWith(PART)) await rm(join(folder, name), { recursive: true, force: true });
};

/** Removes a base backup so that no half of it is ever taken for a whole one. */
export const dropBase = async (series: Series, id: string): Promise<void> => {
  const { file } = baseIn(series, id);
  await rename(file, `${file}${PART}`);
  await rm(`${file}${PART}`, { recursive: true, force: true });
};

/** Makes the folders of a series. */
export const openSeries = async (series: Series): Promise<Series> => {
  for (const room of [BASE, WAL]) await mkdir(placeIn(series, room).file, { recursive: true, mode: 0o700 });
  return series;
};
export const basesFolder = (series: Series): string => placeIn(series, BASE).file;
export const walFolder = (series: Series): string => placeIn(series, WAL).file;

/** Which series the database of a data folder writes, as a file beside the cluster remembers. */
export interface Current {
  readonly name: string;
  readonly since: Instant;
  readonly keyId: string;
}

const markerOf = (dataDir: string): string => join(dataDir, 'postgres.backup.json');

export const currentSeries = async (dataDir: string): Promise<Current | undefined> => {
  try {
    return JSON.parse(await readFile(markerOf(dataDir), 'utf8')) as Current;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new BackupFault('damaged', markerOf(dataDir));
  }
};

export const rememberSeries = async (dataDir: string, current: Current): Promise<void> => {
  const draft = `${markerOf(dataDir)}${PART}`;
  await writeFile(draft, `${JSON.stringify(current)}\n`, { mode: 0o600, flush: true });
  await rename(draft, markerOf(dataDir));
};

/** Forgets it: the archive stops here, and the next one is another series. */
export const forgetSeries = (dataDir: string): Promise<void> => rm(markerOf(dataDir), { force: true });
