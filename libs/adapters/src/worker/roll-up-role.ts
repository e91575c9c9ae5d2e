import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { balancesTopic } from '#application/balance-record.js';
import type { TopicNames } from '#application/line-topics.js';
import type { PartitionedConsumer } from '#application/ports/topics.js';
import { RollUp } from '#application/roll-up.js';
import type { Kafka } from '../kafka/index.js';
import type { Log } from '../log.js';
import { PostgresRollUpStore } from '../postgres/roll-up/roll-up-store.js';
import type { Role } from './role.js';

export interface RollUpRoleOptions extends TopicNames {
  /** Topics of balances to add up; those of the own deployment where none are named. */
  readonly topics?: readonly string[];
  readonly log: Log;
  /** Called when the consumer has given up; the process should end and be started again. */
  readonly onDead: (reason: string) => void;
  /** Milliseconds without a heartbeat after which the group goes on without this process. */
  readonly sessionTimeout?: number;
}

const PAUSES = { first: 500, longest: 5000 };

/** Gathers the balances of many deployments, sharing the partitions with every other process that does. */
export const rollUpRole = (
  { pool }: { readonly pool: pg.Pool },
  kafka: Kafka,
  { prefix, replicas, topics, log, onDead, sessionTimeout }: RollUpRoleOptions,
): Role => {
  const own = balancesTopic(prefix, replicas);
  const settings = (topics ?? [own.name]).map((name) => ({ ...own, name }));
  const rollUp = new RollUp({ store: new PostgresRollUpStore(pool) });
  let consumer: PartitionedConsumer | undefined;
  let stopping = false;
  let joined = false;
  let joining: Promise<void> = Promise.resolve();

  const join = async (): Promise<void> => {
    const publisher = kafka.publisher();
    try {
      await publisher.prepare(settings);
    } finally {
      await publisher.close();
    }
    if (stopping) return;
    const started = kafka.consumer(`${prefix}.rollup`, sessionTimeout === undefined ? {} : { sessionTimeout });
    consumer = started;
    await started.start(
      settings.map(({ name }) => name),
      (batch, holding) => rollUp.handle(batch, holding),
      onDead,
    );
    joined = true;
  };

  const insist = async (): Promise<void> => {
    for (let wait = PAUSES.first; !stopping; wait = Math.min(wait * 2, PAUSES.longest)) {
      try {
        return await join();
      } catch (error) {
        log('warn', 'cannot begin to read the balances yet', { message: String(error) });
        await consumer?.stop().catch(() => undefined);
        await pause(wait);
      }
    }
  };

  return {
    name: 'rollup',
    start: () => void (joining = insist()),
    stop: async () => {
      stopping = true;
      await consumer?.stop();
      await joining;
    },
    ready: () => joined,
  };
};
