import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '#adapters/project-root.js';
import type { Opened } from '#adapters/run-process.js';
import { type CliSettings, workerEnvironment } from './settings.js';

/** The processes of a small deployment, each in its roles. */
const WORKERS = ['relay,balances,scheduler,flows,chain', 'projector', 'projector'];
const PATIENCE = 60_000;

interface Cluster {
  readonly brokers: readonly string[];
  stop(): Promise<void>;
}

/**
 * Starts what the distributed form has beside the API, on a database: a broker unless the settings name some, and workers
 * as processes of their own. Everything ends with this process.
 * @throws Error when there can be no broker here, or a worker does not become ready
 */
export const startWorkers = async (databaseUrl: string, settings: CliSettings, opened: Opened): Promise<void> => {
  const brokers = settings.KAFKA_BROKERS ?? (await startBroker(opened));
  await Promise.all(
    WORKERS.map((roles) => startWorker(workerEnvironment(settings, { databaseUrl, brokers, roles }), opened)),
  );
};

const startBroker = async (opened: Opened): Promise<readonly string[]> => {
  const module = pathToFileURL(join(projectRoot(), 'infra', 'kafka', 'cluster.mjs'));
  const { startKafka } = (await import(module.href)) as { readonly startKafka: () => Promise<Cluster> };
  const cluster = await startKafka();
  opened.then(() => cluster.stop());
  return cluster.brokers;
};

const startWorker = async (env: NodeJS.ProcessEnv, opened: Opened): Promise<void> => {
  const main = join(projectRoot(), 'dist', 'apps', 'worker', 'src', 'main.js');
  const child = spawn(process.execPath, ['--enable-source-maps', main], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  opened.then(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  let line = '';
  for await (const text of child.stdout ?? []) {
    line += String(text);
    if (line.includes('\n')) break;
  }
  const [address] = /http:\S+/.exec(line) ?? [];
  if (address === undefined) throw new Error(`a worker did not start (${env.WORKER_ROLES})`);
  for (const until = performance.now() + PATIENCE; ; await pause(100)) {
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.status === 200) return;
    if (performance.now() > until) throw new Error(`a worker is not ready (${env.WORKER_ROLES})`);
  }
};
