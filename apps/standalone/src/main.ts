import { hostname } from 'node:os';
import type pg from 'pg';
import type { BackupWork } from '#application/backup/desk.js';
import { type Log, processLog } from '#adapters/log.js';
import type { Platform } from '#adapters/platform/platform.js';
import { serveLines } from '#adapters/nest/serve-lines.js';
import { careForBackups } from '#adapters/postgres/backup/backup-care.js';
import { drillsOf } from '#adapters/postgres/backup/drills.js';
import { openDatabase } from '#adapters/postgres/backup/open-database.js';
import { readRecord } from '#adapters/postgres/backup/read-record.js';
import { runProcess } from '#adapters/run-process.js';
import type { Role } from '#adapters/worker/role.js';
import { rolesOf } from '#adapters/worker/roles.js';
import { WorkerMetrics } from '#adapters/worker/worker-metrics.js';
import { flows } from '#flows/index.js';
import { lines } from '#lines/index.js';
import { systemClock } from '#adapters/system/clock.js';
import { runJob } from './run-job.js';
import { readSettings } from './settings.js';

let log: Log = () => undefined;

/** Everything in one process: the database unless another is named, the figures (over Kafka where it is named), the API. */
runProcess(
  () => log,
  async (opened) => {
    const settings = readSettings();
    log = processLog(settings.LOG_LEVEL);
    const { url: databaseUrl, backups } = await openDatabase(settings, { opened, log, serves: true });
    const record = backups && (() => readRecord(settings.DATA_DIR, backups.series, backups.current));
    const care =
      record &&
      careForBackups({
        clock: systemClock,
        hour: settings.BACKUP_HOUR,
        record,
        work: { backup: (signal) => runJob('backup', signal), drill: (signal) => runJob('drill', signal) },
        log,
      });
    const desk = backups &&
      record &&
      care && {
        record,
        drills: () => drillsOf(backups.series),
        underWay: () => care.underWay(),
        begin: (work: BackupWork) => care.ask(work),
      };
    const brokers = settings.KAFKA_BROKERS;
    const roles = (platform: Platform & { readonly pool: pg.Pool }): readonly Role[] =>
      rolesOf(
        brokers === undefined
          ? ['scheduler', 'flows', 'chain']
          : ['relay', 'projector', 'balances', 'scheduler', 'flows', 'chain'],
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
          ...(care === undefined ? {} : { care }),
          onDead: (reason) => {
            log('error', 'the process ends so that it can be started again', { reason });
            process.exit(1);
          },
        },
      );
    const projects = brokers === undefined;
    const options = { opened, log, projects, alone: true, roles, backups: desk };
    process.stdout.write(await serveLines(settings, lines, databaseUrl, options));
  },
);
