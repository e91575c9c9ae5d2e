import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FirstCaller, setUp, setupCodeIn, tokensOf } from '../support/first-caller.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { OFFICES } from './api-world.js';
import { EventSource } from './event-source.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-process-'));
const running = new Set<ChildProcess>();
let database: FreshDatabase;
beforeAll(async () => {
  execFileSync(process.execPath, ['infra/build.mjs']);
  database = await freshDatabase();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.drop();
  rmSync(folder, { recursive: true });
});

/** A process of ours as a user starts it; `said` is what it wrote so far. */
const start = (app: 'standalone' | 'api', settings: Readonly<Record<string, string>> = {}) => {
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    PORT: '0',
    ...settings,
  };
  const child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], { env });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve)).finally(() =>
    running.delete(child),
  );
  const line = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => said.out.includes('\n') && resolve(said.out));
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said.err}`)));
  });
  line.catch(() => undefined);
  return { child, said, ended, line };
};

const addressIn = (line: string): string => /http:\S+/.exec(line)?.[0] ?? '';

describe('standalone', () => {
  let caller: FirstCaller;
  let token = '';
  const headers = () => ({
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': 'first',
  });

  it('prints one line with its address and a set-up code, serves, and stops within seconds when told to', async () => {
    const { child, said, ended, line } = start('standalone');
    const address = addressIn(await line);
    caller = await setUp(address, setupCodeIn(await line) ?? '');
    token = await tokensOf(address, caller)('/v1/offices');
    const saved = await fetch(`${address}/v1/offices`, {
      method: 'PUT',
      headers: headers(),
      body: JSON.stringify({ offices: OFFICES }),
    });
    expect(saved.status).toBe(200);
    const source = await EventSource.open(`${address}/v1/live`, await tokensOf(address, caller)());
    const began = performance.now();
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(performance.now() - began).toBeLessThan(5000);
    await source.over();
    expect(said.out.trim().split('\n')).toHaveLength(1);
    expect(said.err).toBe('');
    expect(statSync(join(folder, 'person.key')).mode & 0o077).toBe(0);
  });

  it('keeps what it has between starts, and shows no code once there are administrators', async () => {
    const { child, ended, line } = start('standalone');
    const address = addressIn(await line);
    expect((await line).trim()).toBe(`Taizhang 台账 ${address}`);
    const offices = (await (await fetch(`${address}/v1/offices`, { headers: headers() })).json()) as {
      offices: unknown[];
    };
    expect(offices.offices).toHaveLength(OFFICES.length);
    token = await tokensOf(address, caller)();
    expect((await fetch(`${address}/v1/offices`, { headers: headers() })).status).toBe(200);
    child.kill('SIGINT');
    expect(await ended).toBe(0);
  });
});

describe('what keeps a process from starting is said plainly', () => {
  const complaint = async (app: 'standalone' | 'api', settings: Readonly<Record<string, string>>) => {
    const { said, ended } = start(app, settings);
    expect(await ended).toBe(1);
    expect(said.out).toBe('');
    return said.err;
  };

  it('settings, all at once', async () => {
    const said = await complaint('standalone', { PORT: 'http', LOG_LEVEL: 'loud', LINES: 'nobody' });
    expect(said).toContain('PORT: ');
    expect(said).toContain('LOG_LEVEL: ');
  });

  it('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const said = await complaint('standalone', { PORT: String(port) });
    expect(said).toContain(`端口 ${port} 无法使用`);
    expect(said).not.toContain('    at ');
    server.close();
  });

  it('a database that is not there', async () => {
    const said = await complaint('api', { DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/nowhere' });
    expect(said).toContain('无法连接数据库');
    expect(said).not.toContain('secret');
  });

  it('a data folder that is none', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    expect(await complaint('standalone', { DATABASE_URL: '', DATA_DIR: join(file, 'inside') })).toContain(
      '数据目录无法读写',
    );
  });
});

it('a key file that is not the one the users were sealed under', async () => {
  const { said, ended } = start('api', { KEY_FILE: join(folder, 'another.key') });
  expect(await ended).toBe(1);
  expect(said.err).toContain('KEY_FILE');
  expect(said.err).not.toContain('    at ');
});

it('the API alone answers without projecting', async () => {
  const { child, ended, line } = start('api', { PROJECTOR: 'off' });
  const ready = (await (await fetch(`${addressIn(await line)}/health/ready`)).json()) as object;
  expect(ready).toMatchObject({ status: 'ready', projector: 'stopped' });
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
