import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export const PROJECT = join(__dirname, '../..');

/** The data folder of jobs that a test gives none. */
export const spareFolder = mkdtempSync(join(tmpdir(), 'taizhang-cli-'));
afterAll(() => rmSync(spareFolder, { recursive: true, force: true }));

/** Runs a job of the command line as its own process, as a person would, and gives what it said and its exit code. */
export const runCli = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { DATABASE_URL: _url, ...inherited } = process.env;
    const child = spawn(process.execPath, [join(PROJECT, 'dist/apps/cli/src/main.js'), ...args], {
      cwd: PROJECT,
      env: { ...inherited, DATA_DIR: spareFolder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
