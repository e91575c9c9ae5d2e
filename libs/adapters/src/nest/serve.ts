import { rmSync } from 'node:fs';
import type { BackupRecord } from '#application/backup/health.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import { openTokenFile } from './callers/token-file.js';
import { createApiApp } from './create-api-app.js';

export interface ServeOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Who may call; made with one administrator when missing. */
  readonly tokenFile: string;
  readonly log: Log;
  /** Whether this process also projects. */
  readonly projects: boolean;
  /** What is known of the backups; absent where this process makes none. */
  readonly backups?: (() => Promise<BackupRecord>) | undefined;
}

export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Token of the first administrator, on the first start only. */
  readonly firstToken?: string;
  /** Ends live streams, finishes what was begun, stops the projector. The platform stays open. */
  stop(): Promise<void>;
}

/** The port is in use, or not ours to take. */
export class PortTaken extends Error {
  constructor(host: string, port: number, reason: string) {
    super(
      `端口 ${port} 无法使用（${reason}），请以 PORT 另行指定。\nport ${port} on ${host} cannot be used (${reason}); choose another with PORT`,
    );
    this.name = 'PortTaken';
  }
}

/**
 * Serves the API over a platform.
 * @throws PortTaken; TokenFileFault
 */
export const serve = async (platform: Platform, options: ServeOptions): Promise<Serving> => {
  const { host, port, tokenFile, log, projects, backups } = options;
  const { callers, firstToken } = openTokenFile(tokenFile);
  const app = await createApiApp(platform, { callers, log, projects, backups });
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    // Nobody was shown the token: let the next start make another.
    if (firstToken !== undefined) rmSync(tokenFile, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE' || code === 'EACCES' ? new PortTaken(host, port, code) : error;
  }
  if (projects) {
    // Where other processes kept the figures from topics, this one takes over where they stand.
    await platform.projections.feedFromLog(LEDGER_VIEW);
    platform.projector.start((error) => log('error', 'projecting failed', { message: String(error) }));
  }
  return {
    address: await app.getUrl(),
    ...(firstToken === undefined ? {} : { firstToken }),
    stop: async () => {
      await app.close();
      await platform.projector.stop();
    },
  };
};
