import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../e2e/run-cli.js';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'taizhang-start-'))));
afterAll(() => rmSync(folder, { recursive: true }));

const url = (password: string): string => `postgres://taizhang:${password}@127.0.0.1:9/taizhang`;
const GUESSED = 'changeme';

/** A process begun as it is in production, with settings of ours over none. */
const start = (program: string, args: readonly string[], own: Readonly<Record<string, string>>) => {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    MODE: 'production',
    DATA_DIR: join(folder, 'data'),
    PORT: '0',
    ...own,
  };
  const file = join(PROJECT, 'dist/apps', program, 'src/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [file, ...args], {
    cwd: PROJECT,
    env,
    timeout: 60_000,
  });
  return { status, said: `${stdout.toString()}${stderr.toString()}` };
};

it.each([
  ['api', []],
  ['worker', []],
  ['standalone', []],
  ['cli', ['looks', 'list']],
] as const)(
  '%s started in production with a password everybody knows ends, and says which setting it is and not what',
  (program, args) => {
    const { status, said } = start(program, args, { DATABASE_URL: url(GUESSED), KAFKA_BROKERS: '127.0.0.1:9' });
    expect(said).toContain('DATABASE_URL: ');
    expect(said).not.toContain(GUESSED);
    expect(said).not.toMatch(/^ +at /m);
    expect(status).not.toBe(0);
  },
  60_000,
);
