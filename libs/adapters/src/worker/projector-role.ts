import { setTimeout as pause } from 'node:timers/promises';
import type { LineDefinition } from '#application/define-line.js';
import { type TopicNames, partitionsOf, topicsOf } from '#application/line-topics.js';
import type { PartitionedConsumer } from '#application/ports/topics.js';
import { UnfoldableEvent } from '#application/post-facts.js';
import { PartitionProjector } from '#application/project-partition.js';
import { LEDGER_VIEW, takeUpParked } from '#application/project-slice.js';
import type { Kafka } from '../kafka/index.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from './role.js';
import type { WorkerMetrics } from './worker-metrics.js';

export interface ProjectorRoleOptions extends TopicNames {
  /** All lines of the deployment, of which this process may run some only. */
  readonly deployed: readonly LineDefinition[];
  readonly log: Log;
  readonly metrics: WorkerMetrics;
  /** Called when the consumer has given up; the process should end and be started again. */
  readonly onDead: (reason: string) => void;
  /** Events folded in a transaction at most. */
  readonly batchSize?: number;
  /** Milliseconds an event is waited for whose successor came first. */
  readonly gapPatience?: number;
  /** Milliseconds without a heartbeat after which the group goes on without this process. */
  readonly sessionTimeout?: number;
}

/** While one partition waits for its commit, others are folded. */
const PARTITIONS_AT_ONCE = 4;
const PAUSES = { first: 500, longest: 5000 };

/** Keeps the figures from the topics, sharing the partitions with every other process that does. */
export const projectorRole = (platform: Platform, kafka: Kafka, options: ProjectorRoleOptions): Role => {
  const { prefix, deployed, log, metrics, onDead, batchSize = 1000, gapPatience = 10_000, sessionTimeout } = options;
  const { store, projections, registry, calendar, definitions } = platform;
  const projector = new PartitionProjector(
    {
      store,
      projections,
      registry,
      definitions,
      calendar,
      onBatch: (applied, repeats) => {
        metrics.batches.inc();
        metrics.events.inc(applied);
        metrics.repeats.inc(repeats);
      },
      onGap: ({ message }) => {
        metrics.gaps.inc();
        log('error', 'an event came before its predecessor', { message });
      },
      onParked: (parked) => {
        for (const { streamId, position, reason } of parked)
          log('error', 'a stream was set aside', { streamId, position, reason });
      },
    },
    { batchSize, gapPatience },
  );
  let consumer: PartitionedConsumer | undefined;
  let stopping = false;
  let joined = false;
  let joining: Promise<void> = Promise.resolve();

  const join = async (): Promise<void> => {
    const publisher = kafka.publisher();
    try {
      const topics = topicsOf(deployed, options);
      await publisher.prepare(topics);
      await projections.feedFromTopics(LEDGER_VIEW, partitionsOf(topics));
      await takeUpAll(platform, log);
    } finally {
      await publisher.close();
    }
    if (stopping) return;
    const names = topicsOf(registry.lines, options).map(({ name }) => name);
    const started = kafka.consumer(`${prefix}.${LEDGER_VIEW}`, {
      atOnce: PARTITIONS_AT_ONCE,
      ...(sessionTimeout === undefined ? {} : { sessionTimeout }),
    });
    consumer = started;
    await started.start(
      names,
      (batch, holding) =>
        projector.handle(batch, holding).catch((error: unknown) => {
          metrics.heldBack.inc();
          throw error;
        }),
      onDead,
    );
    joined = true;
  };

  const insist = async (): Promise<void> => {
    for (let wait = PAUSES.first; !stopping; wait = Math.min(wait * 2, PAUSES.longest)) {
      try {
        return await join();
      } catch (error) {
        log('warn', 'cannot begin to read the topics yet', { message: String(error) });
        await consumer?.stop().catch(() => undefined);
        await pause(wait);
      }
    }
  };

  return {
    name: 'projector',
    start: () => void (joining = insist()),
    stop: async () => {
      stopping = true;
      await consumer?.stop();
      await joining;
    },
    ready: () => joined,
  };
};

/** New code may be able to read what old code set aside. */
const takeUpAll = async ({ projections, ...ports }: Platform, log: Log): Promise<void> => {
  for (const { streamId } of await projections.list(LEDGER_VIEW))
    await takeUpParked({ ...ports, parked: projections }, streamId).catch((error: unknown) => {
      if (!(error instanceof UnfoldableEvent)) throw error;
      log('warn', 'a stream stays set aside', { streamId, reason: error.message });
    });
};
