import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { BUREAU, id, office } from '../events.mjs';
import { summary } from '../measure.mjs';
import { firstToken } from '../server.mjs';

/** Starts a program and gives its lines as they come. */
const launch = (args, env) => {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const lines = createInterface({ input: child.stdout });
  const find = (pattern) =>
    new Promise((resolve, reject) => {
      lines.on('line', (line) => pattern.exec(line) && resolve(pattern.exec(line)));
      void ended.then((code) => reject(new Error(`ended with ${code}`)));
    });
  return { child, find, stop: async () => (child.kill('SIGTERM'), await ended) };
};

const post = async (method, url, token, body) => {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': id() };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
};

/** From an empty folder to the first accepted command: database made, migrated, served. Seconds. */
const coldStart = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
  chmodSync(folder, 0o755);
  const began = performance.now();
  const service = launch(['dist/apps/standalone/src/main.js'], { DATA_DIR: folder, PORT: '0' });
  try {
    const [line] = await service.find(/.*set-up code.*/);
    const { address, token, keeper } = await firstToken(line);
    const unit = (code, parent, kind) => ({
      code,
      parent,
      bureau: BUREAU,
      name: code,
      kind,
      validFrom: '2000-01-01',
      validTo: null,
      successor: null,
    });
    await post('PUT', `${address}/v1/offices`, keeper, {
      offices: [unit(BUREAU, null, 'bureau'), unit(office(0), BUREAU, 'justice-office')],
    });
    const data = { heldOn: '2023-06-15', scope: 'corrections', screenedCount: 1, keyPersonsFound: [] };
    await post('POST', `${address}/v1/corrections/screening/${id()}/hold-safety-screening`, token, {
      office: office(0),
      data,
    });
    return (performance.now() - began) / 1000;
  } finally {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Memory of Node a while after the demo was loaded and nothing is asked. MiB. */
const idleMemory = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-start-'));
  chmodSync(folder, 0o755);
  const demo = launch(['dist/apps/cli/src/main.js', 'demo', '--data-dir', folder], { PORT: '0' });
  try {
    await demo.find(/http:\/\/127/);
    await pause(10_000);
    const status = readFileSync(`/proc/${demo.child.pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)[1]) / 1024;
  } finally {
    await demo.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** How soon a fresh machine serves, and what it takes when nobody asks anything. */
export const run = async ({ rounds }) => {
  const starts = [];
  for (let round = 0; round < rounds; round += 1) starts.push(await coldStart());
  return { metrics: { cold_start_s: summary(starts, 's', 2), rss_mb: summary([await idleMemory()], 'MiB') } };
};
