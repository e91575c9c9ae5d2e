import type pg from 'pg';
import { type Kafka, openKafka } from '../kafka/index.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { BackupCare } from '../postgres/backup/backup-care.js';
import { balancesRole } from './balances-role.js';
import { chainRole } from './chain-role.js';
import { flowsRole } from './flows-role.js';
import { projectorRole } from './projector-role.js';
import { relayRole } from './relay-role.js';
import { rollUpRole } from './roll-up-role.js';
import { schedulerRole } from './scheduler-role.js';
import type { Role } from './role.js';
import type { WorkerMetrics } from './worker-metrics.js';
import type { FlowDefinition } from '#application/flow.js';
import type { LineDefinition } from '#application/define-line.js';

/** What a worker can be asked to do. */
export const roleNames = ['relay', 'projector', 'balances', 'rollup', 'scheduler', 'flows', 'chain'] as const;
export type RoleName = (typeof roleNames)[number];

export interface RoleParts {
  readonly platform: Platform & { readonly pool: pg.Pool };
  /** Topics of balances to add up; those of the own deployment where none are named. */
  readonly topics?: readonly string[];
  readonly brokers: readonly string[];
  readonly prefix: string;
  readonly replicas: number;
  /** All lines of the deployment. */
  readonly deployed: readonly LineDefinition[];
  readonly flows: readonly FlowDefinition[];
  readonly log: Log;
  readonly metrics: WorkerMetrics;
  /** Who this process is, among those that may hold a role. */
  readonly holder: string;
  /** Milliseconds without a sign after which the others take over what this process reads. */
  readonly sessionTimeout?: number;
  /** Backups the scheduler looks after, where the database is ours. */
  readonly care?: BackupCare;
  readonly onDead: (reason: string) => void;
}

/** The roles asked for, not started. */
export const rolesOf = (names: readonly RoleName[], parts: RoleParts): readonly Role[] => {
  const { platform, brokers, holder, log } = parts;
  const kafka: Kafka = openKafka({ brokers, clientId: holder, log });
  const make: Readonly<Record<RoleName, () => Role>> = {
    relay: () => relayRole(platform, kafka, parts),
    projector: () => projectorRole(platform, kafka, parts),
    balances: () => balancesRole(platform, kafka, parts),
    rollup: () => rollUpRole(platform, kafka, parts),
    scheduler: () => schedulerRole(platform, parts),
    flows: () => flowsRole(platform, parts),
    chain: () => chainRole(platform, parts),
  };
  return names.map((name) => make[name]());
};
