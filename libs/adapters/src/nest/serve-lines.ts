import type pg from 'pg';
import type { BackupDesk } from '#application/backup/desk.js';
import type { LineDefinition } from '#application/define-line.js';
import type { DemoRemoval } from '#application/demo/removal.js';
import { chooseLines } from '../choose-lines.js';
import type { Log } from '../log.js';
import { openPlatform } from '../platform/open-platform.js';
import type { Opened } from '../run-process.js';
import { type ProcessSettings, keySourceOf } from '../settings.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from '../worker/role.js';
import { type Serving, serve } from './serve.js';

export interface ServeLinesOptions {
  readonly opened: Opened;
  readonly log: Log;
  /** Whether this process also keeps the figures from the log. */
  readonly projects: boolean;
  /** Who looks after the backups; absent where this process makes none. */
  readonly backups?: BackupDesk | undefined;
  /** How this process removes a demo it serves; left out where others serve it too. */
  readonly removal?: DemoRemoval | undefined;
  /** Whether no other process answers beside it. */
  readonly alone: boolean;
  /** What it does besides answering. */
  readonly roles?: (platform: Platform & { readonly pool: pg.Pool }) => readonly Role[];
}

/**
 * Opens the platform on a database and serves it over HTTP.
 */
export const serveLines = async (
  settings: ProcessSettings,
  lines: readonly LineDefinition[],
  databaseUrl: string,
  { opened, log, projects, backups, removal, alone, roles = () => [] }: ServeLinesOptions,
): Promise<Serving> => {
  const chosen = chooseLines(lines, settings.LINES);
  const platform = await openPlatform({
    ...{ databaseUrl, lines: chosen, ...keySourceOf(settings) },
    ...{ anchorsFile: settings.ANCHORS_FILE, chainAlgorithm: settings.CHAIN_ALGORITHM },
    requestsUrl: settings.REQUESTS_DATABASE_URL,
  });
  opened.then(() => platform.close());
  const api = await serve(platform, {
    host: settings.HOST,
    port: settings.PORT,
    web: settings,
    log,
    projects,
    backups,
    removal,
    alone,
  });
  opened.then(() => api.stop());
  for (const role of roles(platform)) {
    role.start();
    opened.then(() => role.stop());
  }
  return api;
};
