import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface LaunchOptions {
  readonly port?: number;
  readonly room?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Runs the process as this user; only root may say so. */
  readonly uid?: number;
}

/** A Node process that looks after an embedded PostgreSQL in a folder, and ways to end either of them. */
export interface LaunchedServer {
  readonly url: string;
  readonly origin: string;
  /** Process id of PostgreSQL when it was launched. */
  readonly pid: number;
  /** Ends the Node process in order, which stops PostgreSQL. */
  stop(): Promise<void>;
  /** SIGKILL to the Node process; PostgreSQL is left an orphan. */
  killNode(): Promise<void>;
  /** SIGKILL to the PostgreSQL that holds the folder now. */
  killPostgres(): void;
}

export class LaunchFailure extends Error {
  constructor(
    readonly code: string | undefined,
    message: string,
  ) {
    super(message);
  }
}

/** A temporary folder that the user `postgres` may enter. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
  chmodSync(folder, 0o755);
  return folder;
};

/** Process id of the PostgreSQL that holds the data folder, from its lock file. */
export const postgresPid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

const ended = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill(signal);
  await exit;
};

/**
 * Launches the supervisor in a process of its own and waits until PostgreSQL serves. Launching again on the same folder
 * is the restart.
 * @throws LaunchFailure with the supervisor's code
 */
export const launchEmbedded = async (dataDir: string, options: LaunchOptions = {}): Promise<LaunchedServer> => {
  const { uid, ...rest } = options;
  const child = spawn(
    process.execPath,
    [join(process.cwd(), 'test/support/embedded-child.mjs'), JSON.stringify({ dataDir, ...rest })],
    { stdio: ['ignore', 'pipe', 'pipe'], ...(uid === undefined ? {} : { uid, gid: uid }) },
  );
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  let said: { url?: string; origin?: string; pid?: number; code?: string; message?: string } = {};
  for await (const line of createInterface(child.stdout)) {
    said = JSON.parse(line) as typeof said;
    break;
  }
  const { url, origin, pid } = said;
  if (url === undefined || origin === undefined || pid === undefined) {
    throw new LaunchFailure(said.code, said.message ?? complaints);
  }
  return {
    url,
    origin,
    pid,
    stop: () => ended(child, 'SIGTERM'),
    killNode: () => ended(child, 'SIGKILL'),
    killPostgres: () => void process.kill(postgresPid(dataDir), 'SIGKILL'),
  };
};
