import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../e2e/run-cli.js';
import { OFFICES } from '../../e2e/api-world.js';
import { setUp, setupCodeIn, tokensOf } from '../../support/first-caller.js';
import { freshDatabase } from '../../support/services.js';

/**
 * What the process says of itself: milliseconds its event loop was late, and at most worked between two looks at what is
 * waiting, whatever else the machine does; threads it began, MiB the largest took, MiB resident.
 */
export interface Measured {
  readonly p99: number;
  readonly max: number;
  readonly worked: number;
  readonly threads: number;
  readonly threadMegabytes: number;
  readonly resident: number;
}

export interface Said {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what a caller gets is untyped
  readonly body: any;
}

export interface ApiProcess {
  readonly child: ChildProcess;
  readonly address: string;
  send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    payload?: Buffer | object,
  ): Promise<Said>;
  authorization(): Promise<Readonly<Record<string, string>>>;
  /** Measured since it was last asked. */
  measured(): Promise<Measured>;
  readonly said: () => string;
  stop(): Promise<void>;
}

/** The API as it is run, in a process of its own over a real PostgreSQL, asked over real sockets by an administrator's program. */
export const startApi = async (settings: Readonly<Record<string, string>> = {}): Promise<ApiProcess> => {
  const [database, folder] = [await freshDatabase(), mkdtempSync(join(tmpdir(), 'taizhang-files-'))];
  const own = { DATABASE_URL: database.url, DATA_DIR: folder, PORT: '0', PROJECTOR: 'on', ...settings };
  const probe = join(PROJECT, 'test/security/files/probe.mjs');
  const child = spawn(process.execPath, ['--import', probe, 'dist/apps/api/src/main.js'], {
    cwd: PROJECT,
    env: { PATH: process.env['PATH'], HOME: folder, ...own },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const line = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stdout?.on('data', (chunk: Buffer) => (out += chunk.toString()).includes('\n') && resolve(out));
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${said}`)));
  });
  const address = /http:\S+/.exec(line)?.[0] ?? '';
  const token = tokensOf(address, await setUp(address, setupCodeIn(line) ?? ''));
  const send: ApiProcess['send'] = async (method, path, given, payload) => {
    const bytes = payload === undefined || Buffer.isBuffer(payload) ? payload : Buffer.from(JSON.stringify(payload));
    const type = payload === undefined || Buffer.isBuffer(payload) ? {} : { 'content-type': 'application/json' };
    const length = bytes === undefined ? {} : { 'content-length': bytes.length };
    const headers = { authorization: `Bearer ${await token(path)}`, ...type, ...length, ...given };
    return new Promise((resolve, reject) => {
      const sent = request(`${address}${path}`, { method, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const json = /json/.test(String(answer.headers['content-type']));
          const head = answer.headers as Said['headers'];
          resolve({ status: answer.statusCode ?? 0, headers: head, body: json ? (JSON.parse(text) as unknown) : text });
        });
      });
      sent.once('error', reject);
      sent.end(bytes);
    });
  };
  const saved = await send('PUT', '/v1/offices', {}, { offices: OFFICES });
  if (saved.status !== 200) throw new Error(JSON.stringify(saved));
  return {
    ...{ child, address, send, said: () => said },
    authorization: async () => ({ authorization: `Bearer ${await token()}` }),
    measured: () =>
      new Promise((resolve) => {
        child.once('message', (figures) => resolve(figures as Measured));
        child.send('figures');
      }),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
};
