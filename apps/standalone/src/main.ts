import { hostname } from 'node:os';
import type pg from 'pg';
import { type Log, processLog } from '#adapters/log.js';
import type { Platform } from '#adapters/platform/platform.js';
import { serveLines } from '#adapters/nest/serve-lines.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { runProcess } from '#adapters/run-process.js';
import type { Role } from '#adapters/worker/role.js';
import { rolesOf } from '#adapters/worker/roles.js';
import { WorkerMetrics } from '#adapters/worker/worker-metrics.js';
import { flows } from '#flows/index.js';
import { lines } from '#lines/index.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** Everything in one process: the database unless another is named, the figures (over Kafka where it is named), the API. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    let databaseUrl = settings.DATABASE_URL;
    if (databaseUrl === undefined) {
      const server = await startEmbeddedPostgres({ dataDir: settings.DATA_DIR, log });
      opened.then(() => server.stop());
      databaseUrl = server.url;
    }
    const brokers = settings.KAFKA_BROKERS;
    const roles = (platform: Platform & { readonly pool: pg.Pool }): readonly Role[] =>
      rolesOf(
        brokers === undefined ? ['scheduler', 'flows'] : ['relay', 'projector', 'balances', 'scheduler', 'flows'],
        {
          platform,
          brokers: brokers ?? [],
          prefix: settings.KAFKA_PREFIX,
          replicas: settings.KAFKA_REPLICATION,
          deployed: lines,
          flows,
          log,
          metrics: new WorkerMetrics(),
          holder: `${hostname()}-${process.pid}`,
          onDead: (reason) => {
            log('error', 'the process ends so that it can be started again', { reason });
            process.exit(1);
          },
        },
      );
    const projects = brokers === undefined;
    process.stdout.write(await serveLines(settings, lines, databaseUrl, { opened, log, projects, alone: true, roles }));
  },
);
