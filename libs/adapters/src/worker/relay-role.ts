import { setTimeout as pause } from 'node:timers/promises';
import type { LineDefinition } from '#application/define-line.js';
import type { TopicNames } from '#application/line-topics.js';
import { topicsOf } from '#application/line-topics.js';
import { LeaseLost } from '#application/ports/relay.js';
import { Registry } from '#application/registry.js';
import { Relay } from '#application/relay-events.js';
import { Loop } from '#application/run-loop.js';
import { type Kafka, partitionOf } from '../kafka/index.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from './role.js';
import type { WorkerMetrics } from './worker-metrics.js';

export interface RelayRoleOptions extends TopicNames {
  /** All lines of the deployment: one process publishes the events of every one. */
  readonly deployed: readonly LineDefinition[];
  readonly holder: string;
  readonly log: Log;
  readonly metrics: WorkerMetrics;
  /** Events published at a time. */
  readonly batchSize?: number;
}

/** Milliseconds a leader is left in peace after its last sign. */
const TERM = 10_000;
/** Milliseconds between two looks of one who stands by, and the longest a leader waits for an event. */
const STAND_BY = 1000;
const WAIT = 250;

/** Publishes the log to the topics, or stands by while another process does. */
export const relayRole = (platform: Platform, kafka: Kafka, options: RelayRoleOptions): Role => {
  const { feed, leases, relayProgress: progress } = platform;
  const { prefix, deployed, holder, log, metrics, batchSize = 2000 } = options;
  const publisher = kafka.publisher();
  const relay = new Relay(
    { feed, progress, leases, publisher, registry: new Registry(deployed), partitionOf },
    { topics: topicsOf(deployed, options), prefix, holder, term: TERM, batchSize },
  );
  let steps = 0;
  const loop = new Loop({
    step: async () => {
      const published = await relay.step();
      steps += 1;
      return published === undefined || published === 0 ? 'idle' : 'busy';
    },
    rest: () => (relay.leads ? feed.wait(relay.published, WAIT) : pause(STAND_BY).then(() => undefined)),
    onError: (error) => {
      metrics.relayErrors.inc();
      relay.reset();
      log(error instanceof LeaseLost ? 'info' : 'warn', 'the relay begins again', { message: String(error) });
    },
  });
  metrics.gauge('taizhang_relay_leader', '1 where this process publishes the log', () => (relay.leads ? 1 : 0));
  metrics.gauge(
    'taizhang_relay_position',
    'Published up to this position',
    async () => (await progress.stand()).position,
  );
  metrics.gauge(
    'taizhang_relay_lag_events',
    'Positions of the log that are not published yet',
    async () => (await feed.head()) - (await progress.stand()).position,
  );
  return {
    name: 'relay',
    start: () => loop.start(),
    stop: async () => {
      await loop.stop();
      await relay
        .resign()
        .catch((error: unknown) => log('info', 'the lead was not given back', { message: String(error) }));
      await publisher.close();
    },
    ready: () => steps > 0,
  };
};
