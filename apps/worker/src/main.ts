import 'reflect-metadata';
import { hostname } from 'node:os';
import { chooseLines } from '#adapters/choose-lines.js';
import { type Log, processLog } from '#adapters/log.js';
import { PortTaken } from '#adapters/nest/serve.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { runProcess } from '#adapters/run-process.js';
import { rolesOf } from '#adapters/worker/roles.js';
import { WorkerMetrics } from '#adapters/worker/worker-metrics.js';
import { createWorkerApp } from '#adapters/worker/worker.module.js';
import { flows } from '#flows/index.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** What happens behind the API: publishing the log, keeping the figures, minding the calendar. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    const chosen = chooseLines(lines, settings.LINES);
    const platform = await openPlatform({
      ...{ databaseUrl: settings.DATABASE_URL, lines: chosen },
      ...{ anchorsFile: settings.ANCHORS_FILE, chainAlgorithm: settings.CHAIN_ALGORITHM },
    });
    opened.then(() => platform.close());
    const metrics = new WorkerMetrics();
    const now = (): number => Date.parse(platform.clock.now().now);
    metrics.watch(platform.ledger, now);
    metrics.watchChains([platform.chain, platform.lookChain], now);
    const roles = rolesOf(settings.WORKER_ROLES, {
      platform,
      brokers: settings.KAFKA_BROKERS ?? [],
      prefix: settings.KAFKA_PREFIX,
      replicas: settings.KAFKA_REPLICATION,
      deployed: lines,
      flows,
      sessionTimeout: settings.KAFKA_SESSION_MS,
      ...(settings.ROLLUP_TOPICS === undefined ? {} : { topics: settings.ROLLUP_TOPICS }),
      log,
      metrics,
      holder: `${hostname()}-${process.pid}`,
      onDead: (reason) => {
        log('error', 'the process ends so that it can be started again', { reason });
        process.exit(1);
      },
    });
    const app = await createWorkerApp({ roles, feed: platform.feed, metrics });
    opened.then(() => app.close());
    await app.listen(settings.PORT, settings.HOST).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new PortTaken(settings.HOST, settings.PORT, error.code) : error;
    });
    for (const role of roles) {
      role.start();
      opened.then(() => role.stop());
    }
    process.stdout.write(`Taizhang 台账 worker ${settings.WORKER_ROLES.join(',')} ${await app.getUrl()}\n`);
  },
);
