import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Account, giveTo } from './account.js';
import { programIn } from './binaries.js';
import { clusterIn, draftPrefix } from './data-folder.js';
import { type ServerSettings, asArguments } from './server-settings.js';

/** One cluster and how to run programs on it. */
export interface Cluster {
  readonly dataDir: string;
  readonly binaries: string;
  readonly account: Account;
}

interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** The longest a server may take to recover from a crash before we say it failed. Seconds. */
const PATIENCE = 300;

const run = (cluster: Cluster, program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const before = process.umask(0o077);
    const child = spawn(programIn(cluster.binaries, program), args, {
      ...cluster.account,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    process.umask(before);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ status: -1, output: error.message }));
    child.on('close', (status) => resolve({ status: status ?? -1, output: output.trim() }));
  });

/** Removes the drafts a crash left behind: those more than an hour older than the given one. */
const sweepDraftsOlderThan = (draft: string): void => {
  const [folder, newest] = [dirname(draft), statSync(draft).mtimeMs];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const isDraft = path.startsWith(draftPrefix(folder));
    if (isDraft && newest - statSync(path).mtimeMs > 3_600_000) rmSync(path, { recursive: true, force: true });
  }
};

/**
 * Makes the cluster: checksums on, UTF-8, C locale, SCRAM passwords. It is drafted beside its place and moved there in
 * one rename, so a crash half-way leaves no half cluster, and of two processes that start together the first one wins.
 * @returns what initdb complained of; undefined when the cluster is there
 */
export const createCluster = async (cluster: Cluster, password: string): Promise<string | undefined> => {
  const draft = mkdtempSync(draftPrefix(cluster.dataDir));
  sweepDraftsOlderThan(draft);
  const secret = join(draft, 'password');
  try {
    writeFileSync(secret, password, { mode: 0o600 });
    giveTo(cluster.account, secret);
    giveTo(cluster.account, draft);
    const { status, output } = await run(cluster, 'initdb', [
      `--pgdata=${join(draft, 'cluster')}`,
      '--username=postgres',
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--data-checksums',
    ]);
    if (status !== 0) return output;
    const place = clusterIn(cluster.dataDir);
    if (!existsSync(place)) renameSync(join(draft, 'cluster'), place);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
};

const startLog = (cluster: Cluster): string => join(clusterIn(cluster.dataDir), 'start.log');

/** The newest log of the server's own collector and its length: once that runs, only there it says why it gave up. */
const newestLog = (cluster: Cluster): { readonly file: string; readonly size: number } | undefined => {
  const folder = join(clusterIn(cluster.dataDir), 'log');
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const file = files.sort((a, b) => statSync(a).mtimeMs - statSync(b).mtimeMs).at(-1);
  return file === undefined ? undefined : { file, size: statSync(file).size };
};

/**
 * Starts the server in a session of its own, so that a Ctrl-C at the terminal reaches us and not it.
 * @returns what it complained of; undefined when it accepts connections
 */
export const startServer = async (
  cluster: Cluster,
  port: number,
  settings: ServerSettings,
): Promise<string | undefined> => {
  const log = startLog(cluster);
  rmSync(log, { force: true });
  const before = newestLog(cluster);
  const { status, output } = await run(cluster, 'pg_ctl', [
    'start',
    '--wait',
    `--timeout=${PATIENCE}`,
    `--pgdata=${clusterIn(cluster.dataDir)}`,
    `--log=${log}`,
    `--options=${asArguments({ ...settings, port: String(port) })}`,
  ]);
  if (status === 0) return undefined;
  const said = existsSync(log) ? readFileSync(log, 'utf8') : '';
  const after = newestLog(cluster);
  const ended =
    after === undefined ? '' : readFileSync(after.file).subarray(after.file === before?.file ? before.size : 0);
  return [output, said, ended.toString()]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
};

/** Stops the server: `fast` rolls back what is open and checkpoints; `immediate` leaves recovery to the next start. */
export const stopServer = async (cluster: Cluster, mode: 'fast' | 'immediate'): Promise<boolean> => {
  const { status } = await run(cluster, 'pg_ctl', [
    'stop',
    '--wait',
    '--timeout=60',
    `--mode=${mode}`,
    `--pgdata=${clusterIn(cluster.dataDir)}`,
  ]);
  return status === 0;
};
