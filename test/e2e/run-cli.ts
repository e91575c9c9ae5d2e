import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const PROJECT = join(__dirname, '../..');

/** Runs a job of the command line as its own process, as a person would, and gives what it said and its exit code. */
export const runCli = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _url, DATA_DIR: _folder, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(PROJECT, 'dist/apps/cli/src/main.js'), ...args], {
      cwd: PROJECT,
      env: { ...inherited, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
