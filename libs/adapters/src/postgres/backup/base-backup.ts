import { createReadStream, type Dirent } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import pg from 'pg';
import { segmentOf } from '#application/backup/wal-names.js';
import type { Instant } from '#kernel/dates.js';
import { BackupFault } from './fault.js';
import { type Measured, type Sealer, sealInto, syncFolder } from './sealed-file.js';
import { type Manifest, PART, type Series, baseIn, basesFolder, manifestIn, stampOf, sweepParts } from './series.js';

/** Advisory lock of whoever makes a base backup of this database. */
const BACKING_UP = 0x7a13;
/** Files sealed at the same time. */
const WIDE = 4;
/** Milliseconds until the archive has to hold the log of the backup. */
const PATIENCE = 600_000;

/** What PostgreSQL makes anew, or must not find: folders whose content stays out, and names left out wherever they are. */
const EMPTY =
  /^(pg_wal|pg_replslot|pg_dynshmem|pg_notify|pg_serial|pg_snapshots|pg_stat_tmp|pg_subtrans|log|taizhang-[a-z]+)$/;
const LEFT_OUT =
  /(^|\/)(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|backup_(label|manifest)(\.old)?|tablespace_map.*|start\.log|current_logfiles(\.tmp)?|(recovery|standby)\.signal)$/;
/** Copied last: it says where recovery begins when all else is there. */
const CONTROL = 'global/pg_control';

interface Tree {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Folders and files of a running cluster that belong into a backup. @throws BackupFault when part of it lies elsewhere */
const treeOf = async (cluster: string): Promise<Tree> => {
  const [folders, files]: [string[], string[]] = [[], []];
  const walk = async (way: string): Promise<void> => {
    const entries: Dirent[] = await readdir(join(cluster, way), { withFileTypes: true }).catch((error: unknown) => {
      if (gone(error)) return [];
      throw error;
    });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = way === '' ? entry.name : `${way}/${entry.name}`;
      if (LEFT_OUT.test(path)) continue;
      if (entry.isDirectory()) {
        folders.push(path);
        if (!EMPTY.test(path)) await walk(path);
      } else if (entry.isFile()) files.push(path);
      else if (entry.isSymbolicLink() && way === 'pg_tblspc') throw new BackupFault('incomplete', path);
    }
  };
  await walk('');
  for (const needed of ['pg_wal/archive_status', 'pg_wal/summaries']) folders.push(needed);
  return { folders, files: [...files.filter((path) => path !== CONTROL), CONTROL] };
};

/** Works through a list, some at a time; the first failure ends it once those at hand are done. */
export const each = async <Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> => {
  const left = [...items].reverse();
  const worker = async (): Promise<void> => {
    for (let item = left.pop(); item !== undefined; item = left.pop())
      await work(item).catch((error: unknown) => {
        left.length = 0;
        throw error;
      });
  };
  const ended = await Promise.allSettled(Array.from({ length: WIDE }, worker));
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
};

const FACTS = `
  select (select system_identifier::text from pg_control_system()) as "systemIdentifier",
         (select timeline_id from pg_control_checkpoint()) as timeline,
         (select setting::int from pg_settings where name = 'wal_segment_size') as "segmentSize",
         current_setting('server_version') as "serverVersion", current_setting('archive_mode') as archive`;

const HEAD = `select (select log_id from es.log) as "logId", (select coalesce(max(position), 0) from es.event) as head`;

/** The instant of the database's clock, in microseconds. */
const NOW = `select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`;

export interface BaseBackupOptions {
  /** Address of the database whose cluster it is, as superuser. */
  readonly url: string;
  readonly cluster: string;
  readonly password: string;
  readonly series: Series;
  readonly sealer: Sealer;
}

const one = async <Row extends pg.QueryResultRow>(
  client: pg.Client,
  sql: string,
  values: unknown[] = [],
): Promise<Row> => (await client.query<Row>(sql, values)).rows[0] as Row;

/**
 * Copies a running cluster, sealed file by file, while it is written to. The backup stands under its name only once every
 * file, the log it needs and the manifest over all of them are on disk; whatever ends it before leaves nothing that could be
 * taken for a backup.
 * @throws BackupFault `busy`, `no-archive`; Error of the disk or the database
 */
export const takeBaseBackup = async (options: BaseBackupOptions): Promise<Manifest> => {
  const { url, cluster, password, series, sealer } = options;
  const client = new pg.Client({ connectionString: url, application_name: 'taizhang backup' });
  client.on('error', () => undefined); // the next query says so
  await client.connect();
  try {
    const { mine } = await one<{ mine: boolean }>(client, 'select pg_try_advisory_lock($1) as mine', [BACKING_UP]);
    if (!mine) throw new BackupFault('busy', series.name);
    await sweepParts(basesFolder(series));
    const { archive, ...facts } = await one<
      Pick<Manifest, 'systemIdentifier' | 'timeline' | 'segmentSize' | 'serverVersion'> & { archive: string }
    >(client, FACTS);
    if (archive !== 'on') throw new BackupFault('no-archive', cluster);
    const { now: startedAt } = await one<{ now: Instant }>(client, NOW);
    const id = stampOf(startedAt);
    const draft = baseIn(series, id, [], PART).file;
    try {
      await mkdir(draft, { mode: 0o700 });
      const { lsn: startLsn } = await one<{ lsn: string }>(
        client,
        `select pg_backup_start($1, fast => true)::text as lsn`,
        [id],
      );
      const copied = await copyTree(cluster, series, id, sealer);
      await client.query(`set statement_timeout = ${PATIENCE}`);
      const stop = await one<{ lsn: string; label: string; spaces: string }>(
        client,
        'select lsn::text, labelfile as label, spcmapfile as spaces from pg_backup_stop(wait_for_archive => true)',
      );
      if (stop.spaces.trim() !== '') throw new BackupFault('incomplete', stop.spaces.trim());
      const label = await sealAt(sealer, Readable.from([stop.label]), series, id, 'backup_label');
      const { now: finishedAt } = await one<{ now: Instant }>(client, NOW);
      const { there } = await one<{ there: boolean }>(client, `select to_regclass('es.event') is not null as there`);
      const { logId, head } = there
        ? await one<{ logId: string; head: string }>(client, HEAD)
        : { logId: null, head: 0 };
      const manifest: Manifest = {
        id,
        startedAt,
        finishedAt,
        startLsn,
        stopLsn: stop.lsn,
        ...facts,
        firstSegment: segmentOf(startLsn, facts.timeline, facts.segmentSize),
        logId,
        head: Number(head),
        keyId: sealer.keys[0].id,
        password,
        folders: copied.folders,
        files: [...copied.files, label],
      };
      const { file, place } = manifestIn(series, id, PART);
      await sealInto(sealer, Readable.from([JSON.stringify(manifest)]), place, file);
      for (const folder of new Set(
        manifest.files.map(({ path }) => dirname(baseIn(series, id, ['data', path], PART).file)),
      ))
        await syncFolder(folder);
      await syncFolder(draft);
      await rename(draft, baseIn(series, id).file);
      await syncFolder(basesFolder(series));
      return manifest;
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      throw error;
    }
  } finally {
    await client.end().catch(() => undefined);
  }
};

const sealAt = async (
  sealer: Sealer,
  source: Readable,
  series: Series,
  id: string,
  path: string,
): Promise<Measured & { readonly path: string }> => {
  const { file, place } = baseIn(series, id, ['data', path], PART);
  return { path, ...(await sealInto(sealer, source, place, file)) };
};

/** Seals every file; one that went away meanwhile is made again, or removed, by the log. */
const copyTree = async (
  cluster: string,
  series: Series,
  id: string,
  sealer: Sealer,
): Promise<Pick<Manifest, 'folders' | 'files'>> => {
  const { folders, files } = await treeOf(cluster);
  const sealed: (Measured & { readonly path: string })[] = [];
  for (const folder of ['', ...folders])
    await mkdir(baseIn(series, id, ['data', folder], PART).file, { recursive: true, mode: 0o700 });
  const copy = async (path: string): Promise<void> => {
    const source = createReadStream(join(cluster, path));
    try {
      sealed.push(await sealAt(sealer, source, series, id, path));
    } catch (error) {
      if (!gone(error) || path === CONTROL) throw error;
      await rm(baseIn(series, id, ['data', path], PART).file, { force: true });
    }
  };
  await each(files.slice(0, -1), copy);
  await copy(CONTROL);
  return { folders, files: sealed.sort((a, b) => (a.path < b.path ? -1 : 1)) };
};
