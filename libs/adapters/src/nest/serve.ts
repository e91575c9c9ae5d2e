import type { BackupDesk } from '#application/backup/desk.js';
import type { DemoRemoval } from '#application/demo/removal.js';
import { LEDGER_VIEW } from '#application/project-slice.js';
import { PlainFault } from '#kernel/plain-fault.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { SignInUses } from '../sign-in/open-sign-in.js';
import { createApiApp } from './create-api-app.js';
import { SIGN_IN } from './tokens.js';
import type { WebSettings } from './web/settings.js';

export interface ServeOptions {
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** How people and programs sign in, and how much they may ask. */
  readonly web: WebSettings;
  readonly log: Log;
  /** Whether this process also projects. */
  readonly projects: boolean;
  /** Who looks after the backups; absent where this process makes none. */
  readonly backups?: BackupDesk | undefined;
  /** How this process removes a demo it serves; left out where others serve it too. */
  readonly removal?: DemoRemoval | undefined;
  /** Whether it is the only one that answers: then a start ends what was opened before. */
  readonly alone: boolean;
}

export interface Serving {
  /** `http://127.0.0.1:3000` */
  readonly address: string;
  /** Code by which the first administrators are made, until they are. */
  readonly setupCode?: string;
  readonly signIn: SignInUses;
  /** Ends live streams, finishes what was begun, stops the projector. The platform stays open. */
  stop(): Promise<void>;
}

/** The port is in use, or not ours to take. */
export class PortTaken extends PlainFault {
  constructor(host: string, port: number, reason: string) {
    super(
      `端口 ${port} 无法使用（${reason}），请以 PORT 另行指定。\nport ${port} on ${host} cannot be used (${reason}); choose another with PORT`,
    );
    this.name = 'PortTaken';
  }
}

/**
 * Serves the API over a platform.
 * @throws PortTaken
 */
export const serve = async (platform: Platform, options: ServeOptions): Promise<Serving> => {
  const { host, port, web, log, projects, alone, backups, removal } = options;
  const app = await createApiApp(platform, { signIn: web, web, log, projects, backups, removal });
  const signIn = app.get<SignInUses>(SIGN_IN);
  if (alone) await signIn.endSessions();
  try {
    await app.listen(port, host);
  } catch (error) {
    await app.close();
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EADDRINUSE' || code === 'EACCES' ? new PortTaken(host, port, code) : error;
  }
  if (projects) {
    // Where other processes kept the figures from topics, this one takes over where they stand.
    await platform.projections.feedFromLog(LEDGER_VIEW);
    platform.projector.start((error) => log('error', 'projecting failed', { message: String(error) }));
  }
  const setupCode = await signIn.manage.offerSetup();
  return {
    address: await app.getUrl(),
    ...(setupCode === undefined ? {} : { setupCode }),
    signIn,
    stop: async () => {
      await app.close();
      await platform.projector.stop();
    },
  };
};

/** What a process says once it listens. */
export const greeting = ({ address, setupCode }: Serving): string =>
  `Taizhang 台账 ${address}${setupCode === undefined ? '' : ` · set-up code, for this start alone: ${setupCode}`}`;
