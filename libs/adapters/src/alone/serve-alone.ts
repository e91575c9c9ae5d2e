import { hostname } from 'node:os';
import type pg from 'pg';
import type { BackupDesk, BackupWork } from '#application/backup/desk.js';
import type { LineDefinition } from '#application/define-line.js';
import type { FlowDefinition } from '#application/flow.js';
import type { Log } from '../log.js';
import { serveLines } from '../nest/serve-lines.js';
import { greeting } from '../nest/serve.js';
import type { Platform } from '../platform/platform.js';
import { type BackupCare, careForBackups } from '../postgres/backup/backup-care.js';
import { drillsOf } from '../postgres/backup/drills.js';
import { type OpenDatabase, openDatabase } from '../postgres/backup/open-database.js';
import { readRecord } from '../postgres/backup/read-record.js';
import type { Opened } from '../run-process.js';
import type { SelfContainedSettings } from '../settings.js';
import { systemClock } from '../system/clock.js';
import type { Role } from '../worker/role.js';
import { rolesOf } from '../worker/roles.js';
import { WorkerMetrics } from '../worker/worker-metrics.js';
import { offerRemoval } from './demo-removal.js';
import { runJob } from './run-job.js';

export interface AloneOptions {
  readonly opened: Opened;
  readonly log: Log;
  readonly lines: readonly LineDefinition[];
  readonly flows: readonly FlowDefinition[];
  /** Tells whoever started the process a line. */
  readonly say: (line: string) => void;
}

interface CaredFor {
  readonly care: BackupCare;
  readonly desk: BackupDesk;
}

const careOf = (
  { DATA_DIR, BACKUP_HOUR }: SelfContainedSettings,
  backups: OpenDatabase['backups'],
  log: Log,
): CaredFor | undefined => {
  if (backups === undefined) return undefined;
  const record = () => readRecord(DATA_DIR, backups.series, backups.current);
  const care = careForBackups({
    clock: systemClock,
    hour: BACKUP_HOUR,
    record,
    work: { backup: (signal) => runJob('backup', signal), drill: (signal) => runJob('drill', signal) },
    log,
  });
  const desk = {
    record,
    drills: () => drillsOf(backups.series),
    underWay: () => care.underWay(),
    begin: (work: BackupWork) => care.ask(work),
  };
  return { care, desk };
};

/**
 * Serves everything in one process, for as long as it runs: the database unless another is named, the figures (over Kafka where it is
 * named), the API. Where it serves a demo and that is to be removed, all is closed and opened again at the same address, without it.
 */
export const serveAlone = async (settings: SelfContainedSettings, options: AloneOptions): Promise<never> => {
  const { opened, log, lines, flows, say } = options;
  for (let port = settings.PORT; ;) {
    const { url: databaseUrl, backups } = await openDatabase(settings, { opened, log, serves: true });
    const cared = careOf(settings, backups, log);
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
          ...(cared === undefined ? {} : { care: cared.care }),
          onDead: (reason) => {
            log('error', 'the process ends so that it can be started again', { reason });
            process.exit(1);
          },
        },
      );
    const projects = brokers === undefined;
    const { removal, ordered } = offerRemoval(settings, !projects);
    const parts = { opened, log, projects, alone: true, roles, backups: cared?.desk, removal };
    const api = await serveLines({ ...settings, PORT: port }, lines, databaseUrl, parts);
    say(greeting(api));
    await ordered;
    port = Number(new URL(api.address).port);
    await opened.close(log);
  }
};
