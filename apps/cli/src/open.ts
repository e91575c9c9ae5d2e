import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { processLog } from '#adapters/log.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import type { Platform } from '#adapters/platform/platform.js';
import { openDatabase } from '#adapters/postgres/backup/open-database.js';
import { clusterIn } from '#adapters/postgres/embedded/data-folder.js';
import { keySourceOf } from '#adapters/settings.js';
import type { Opened } from '#adapters/run-process.js';
import { DrivenByTopics, StaleCheckpoint } from '#application/ports/ledger.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import { lines } from '#lines/index.js';
import { type CliSettings, readSettings } from './settings.js';

export type OpenPlatform = Platform & { readonly pool: pg.Pool; readonly databaseUrl: string };

/** Opens the platform on the database the settings name: another one, or the embedded one in the data folder. */
export const openHere = async (settings: CliSettings, opened: Opened): Promise<OpenPlatform> => {
  const log = processLog(settings.LOG_LEVEL);
  const { url: databaseUrl } = await openDatabase(settings, { opened, log });
  const platform = await openPlatform({
    ...{ databaseUrl, lines, ...keySourceOf(settings) },
    ...{ anchorsFile: settings.ANCHORS_FILE, chainAlgorithm: settings.CHAIN_ALGORITHM },
  });
  opened.then(() => platform.close());
  // A database that was just started has no workers: whoever kept its figures from topics before, this process goes on.
  if (settings.DATABASE_URL === undefined) await platform.projections.feedFromLog(LEDGER_VIEW);
  return { ...platform, databaseUrl };
};

/** Opens the platform on a database of its own that is gone afterwards. */
export const openScratch = async (opened: Opened): Promise<OpenPlatform> => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
  // The database's own account has to get through.
  chmodSync(folder, 0o711);
  opened.then(async () => rmSync(folder, { recursive: true, force: true }));
  const { BACKUP_DIR: _none, ...settings } = readSettings({ folder: join(folder, 'data') });
  return openHere(settings, opened);
};

/** Whether there is a database to open without making one. */
export const hasDatabase = ({ DATABASE_URL, DATA_DIR }: CliSettings): boolean =>
  DATABASE_URL !== undefined || existsSync(clusterIn(DATA_DIR));

/** Milliseconds between two looks at how far other processes have brought the figures. */
const LOOK = 100;

/** Brings the figures up to the end of the log, or sees others bring them there. */
export const project = async (
  { projector, ledger, feed }: Platform,
  onProgress: (position: number, head: number) => void = () => undefined,
): Promise<void> => {
  const head = await feed.head();
  for (;;) {
    const { position } = await ledger.watermark();
    onProgress(position, head);
    if (position >= head) return;
    try {
      await projector.step();
    } catch (error) {
      if (error instanceof DrivenByTopics) await new Promise((resolve) => setTimeout(resolve, LOOK));
      else if (!(error instanceof StaleCheckpoint)) throw error;
    }
  }
};
