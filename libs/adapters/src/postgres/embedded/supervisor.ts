import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { type Log, type Running, addressOf, bringUp } from './bring-up.js';
import { stopServer } from './control.js';
import { clusterIn } from './data-folder.js';
import { runningPostmaster } from './postmaster.js';
import { prepare } from './preflight.js';
import { type ServerSettings, settingsForSmallMachine } from './server-settings.js';

export interface EmbeddedPostgresOptions {
  /** Folder for the cluster, its password and its port; made when missing. */
  readonly dataDir: string;
  /** Loopback port; absent: the one served last time, else any free one. */
  readonly port?: number;
  readonly log: Log;
  /** PostgreSQL parameters over those for a small machine. */
  readonly settings?: ServerSettings;
  /** Bytes that must be free before a new cluster is made. */
  readonly room?: number;
}

/** How we came by the server: made, started, taken over from a process that died, or shared with one that lives. */
export type Origin = 'created' | 'started' | 'adopted' | 'shared';

export interface EmbeddedPostgres {
  /** Address with password of the database `taizhang`, as superuser; it stays the same while we look after the server. */
  readonly url: string;
  readonly origin: Origin;
  /** Process id of the server now; undefined while it is down. */
  pid(): number | undefined;
  /** Stops the server with a last checkpoint, unless another living process looks after it. */
  stop(): Promise<void>;
}

const DATABASE = 'taizhang';
/** Advisory lock whose holder looks after the server; it ends with the holder's session, however the holder ends. */
const CARETAKER = 0x7a11;

const ensureDatabase = async (client: pg.Client): Promise<void> => {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
  if (rowCount !== 0) return;
  await client.query(`create database ${DATABASE} template template0`).catch((error: { readonly code?: string }) => {
    if (error.code !== '42P04' && error.code !== '23505') throw error; // made beside us meanwhile
  });
};

/** Takes the caretaker's lock. A few tries: the session of a killed holder lives on for a moment. */
const becomeCaretaker = async (client: pg.Client): Promise<boolean> => {
  for (let attempt = 0; attempt < 6; attempt += 1) {
    if (attempt > 0) await pause(50);
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [CARETAKER]);
    if (rows[0]?.mine === true) return true;
  }
  return false;
};

const originOf = (created: boolean, running: Running, caretaker: boolean): Origin => {
  if (!caretaker) return 'shared';
  if (running.found) return 'adopted';
  return created ? 'created' : 'started';
};

/**
 * Starts the PostgreSQL that comes with us on a data folder, or takes over the one already serving it, and looks after
 * it: when it dies it is started again on the same port. A second process on the same folder shares the server and
 * leaves it running.
 * @throws EmbeddedPostgresFailure naming what is wrong and what to do, in Chinese and English
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { log } = options;
  const { cluster, password, created } = await prepare(options.dataDir, options.room);
  const settings = { ...settingsForSmallMachine(), ...options.settings };
  const running = await bringUp(cluster, { port: options.port, password, settings, log });
  const { port } = running;
  let { client } = running;
  await ensureDatabase(client);
  let caretaker = await becomeCaretaker(client);
  const origin = originOf(created, running, caretaker);
  let stopping = false;
  let revival: Promise<void> = Promise.resolve();

  const revive = async (): Promise<void> => {
    log('warn', 'PostgreSQL is gone; bringing it up again');
    while (!stopping) {
      try {
        ({ client } = await bringUp(cluster, { port, password, settings, log }));
        caretaker = await becomeCaretaker(client);
        watch();
        return log('info', 'PostgreSQL is back');
      } catch (error) {
        log('error', error instanceof Error ? error.message : String(error));
        await pause(1000);
      }
    }
  };
  const watch = (): void => {
    client.once('end', () => {
      if (!stopping && caretaker) revival = revive();
    });
  };
  watch();
  log('info', `PostgreSQL ${origin} on 127.0.0.1:${port}, data in ${cluster.dataDir}`);

  return {
    url: addressOf(port, password, DATABASE),
    origin,
    pid: () => runningPostmaster(clusterIn(cluster.dataDir))?.pid,
    stop: async () => {
      if (stopping) return;
      stopping = true;
      await revival;
      await client.end();
      if (caretaker && !(await stopServer(cluster, 'fast'))) await stopServer(cluster, 'immediate');
    },
  };
};
