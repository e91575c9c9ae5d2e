import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

/** The server process that holds a cluster, as its lock file `postmaster.pid` tells. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

const lockFile = (cluster: string): string => join(cluster, 'postmaster.pid');

const commandLine = (pid: number): string => {
  if (platform() !== 'linux') return spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
};

/** Whether the process is a PostgreSQL serving this cluster; a dead one, or another program with its id, is not. */
const serves = (pid: number, cluster: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (platform() === 'win32') return true;
  const line = commandLine(pid);
  return line.includes('postgres') && line.includes(cluster);
};

/**
 * The running server of a cluster. A lock file left by a dead server whose process id another program has since been
 * given is removed, because PostgreSQL itself would refuse to start; any other stale file is left to PostgreSQL, whose
 * own check of shared memory keeps two servers from one cluster.
 */
export const runningPostmaster = (cluster: string): Postmaster | undefined => {
  let lines: readonly string[];
  try {
    lines = readFileSync(lockFile(cluster), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 1) return undefined;
  if (serves(pid, cluster)) return { pid, port: Number(lines[3]) };
  try {
    process.kill(pid, 0);
    rmSync(lockFile(cluster), { force: true });
  } catch {
    // dead: PostgreSQL clears the file
  }
  return undefined;
};
