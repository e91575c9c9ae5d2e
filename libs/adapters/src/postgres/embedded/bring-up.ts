import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type Cluster, startServer, stopServer } from './control.js';
import { clusterIn, rememberPort, rememberedPort } from './data-folder.js';
import { diagnose, isPassing } from './diagnosis.js';
import { EmbeddedPostgresFailure } from './failure.js';
import { choosePort } from './port.js';
import { runningPostmaster } from './postmaster.js';
import type { ServerSettings } from './server-settings.js';

export type Log = (level: 'info' | 'warn' | 'error', message: string) => void;

export interface Wanted {
  /** Loopback port; absent: the one served last time, else any free one. */
  readonly port: number | undefined;
  readonly password: string;
  readonly settings: ServerSettings;
  readonly log: Log;
}

export interface Running {
  /** A session of the superuser on the database `postgres`. */
  readonly client: pg.Client;
  readonly port: number;
  /** True when the server was running before we came. */
  readonly found: boolean;
}

/** Tries before giving up; with pauses growing to a second, some five minutes: as long as a crash recovery may take. */
const ATTEMPTS = 300;
/** Refused connections before a server that does not answer is stopped and started anew. */
const DEAF = 20;

export const addressOf = (port: number, password: string, database: string): string =>
  `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;

/** Connects; `recovering` while the server says it is starting up or shutting down, `deaf` while it says nothing. */
const connect = async (url: string): Promise<pg.Client | 'recovering' | 'deaf'> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    application_name: 'taizhang caretaker',
  });
  client.on('error', () => undefined); // acted on when the connection ends
  try {
    await client.connect();
    return client;
  } catch (error) {
    await client.end().catch(() => undefined);
    const { code } = error as { readonly code?: string };
    if (code === '28P01') {
      throw new EmbeddedPostgresFailure('password-unusable', 'postgres.password', {
        zh: '请恢复与数据目录同时备份的密码文件。',
        en: 'Restore the password file backed up with the data folder.',
      });
    }
    return code === '57P03' ? 'recovering' : 'deaf';
  }
};

/**
 * Brings a cluster to accept connections, whatever state it is in: down, running (an orphan, or another process's),
 * recovering from a crash, half dead.
 * @throws EmbeddedPostgresFailure
 */
export const bringUp = async (cluster: Cluster, wanted: Wanted): Promise<Running> => {
  let found = true;
  let deaf = 0;
  let complaint: string | undefined;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (attempt > 0) await pause(Math.min(25 * 2 ** Math.min(attempt, 6), 1000));
    let running = runningPostmaster(clusterIn(cluster.dataDir));
    if (running === undefined) {
      const port = await choosePort(wanted.port, rememberedPort(cluster.dataDir));
      complaint = await startServer(cluster, port, wanted.settings);
      if (complaint !== undefined && !isPassing(complaint)) throw diagnose(complaint);
      if (complaint !== undefined) continue;
      found = false;
      rememberPort(cluster.dataDir, port);
      running = runningPostmaster(clusterIn(cluster.dataDir));
    }
    const answer = running === undefined ? 'deaf' : await connect(addressOf(running.port, wanted.password, 'postgres'));
    if (running !== undefined && typeof answer === 'object') return { client: answer, port: running.port, found };
    if (answer === 'deaf') deaf += 1;
    if (deaf === DEAF && running !== undefined) {
      wanted.log('warn', `PostgreSQL ${running.pid} does not answer and is stopped`);
      if (!(await stopServer(cluster, 'fast'))) await stopServer(cluster, 'immediate');
      deaf = 0;
    }
  }
  throw diagnose(complaint ?? 'the server accepts no connection');
};
