import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { balancesTopic } from '#application/balance-record.js';
import type { TopicNames } from '#application/line-topics.js';
import { type Leases, LeaseLost } from '#application/ports/relay.js';
import { BalancePublisher } from '#application/publish-balances.js';
import { Loop } from '#application/run-loop.js';
import { type Kafka, partitionOf } from '../kafka/index.js';
import type { Log } from '../log.js';
import { PostgresBalanceCells } from '../postgres/balances/balance-cells.js';
import { PostgresPublicationProgress } from '../postgres/balances/publication-progress.js';
import type { Role } from './role.js';

export interface BalancesRoleOptions extends TopicNames {
  readonly holder: string;
  readonly log: Log;
  /** Milliseconds a leader is left in peace after its last sign. */
  readonly term?: number;
}

const TERM = 10_000;
const PAGE = 2000;
const WINDOW = 20_000;
/** Milliseconds between two looks of one who stands by, and of a leader at figures that did not change. */
const STAND_BY = 1000;
const LOOK = 250;

/** Publishes the balances of the database, or stands by while another process does. */
export const balancesRole = (
  { pool, leases }: { readonly pool: pg.Pool; readonly leases: Leases },
  kafka: Kafka,
  { prefix, replicas, holder, log, term = TERM }: BalancesRoleOptions,
): Role => {
  const publisher = kafka.publisher();
  const balances = new BalancePublisher(
    {
      cells: new PostgresBalanceCells(pool),
      progress: new PostgresPublicationProgress(pool),
      leases,
      publisher,
      partitionOf,
    },
    { topic: balancesTopic(prefix, replicas), holder, term, pageSize: PAGE, window: WINDOW },
  );
  let steps = 0;
  const loop = new Loop({
    step: async () => {
      const published = await balances.step();
      steps += 1;
      return published === undefined || published === 0 ? 'idle' : 'busy';
    },
    rest: () => pause(balances.leads ? LOOK : STAND_BY).then(() => undefined),
    onError: (error) => {
      balances.reset();
      log(error instanceof LeaseLost ? 'info' : 'warn', 'publishing the balances begins again', {
        message: String(error),
      });
    },
  });
  return {
    name: 'balances',
    start: () => loop.start(),
    stop: async () => {
      await loop.stop();
      await balances
        .resign()
        .catch((error: unknown) => log('info', 'the lead was not given back', { message: String(error) }));
      await publisher.close();
    },
    ready: () => steps > 0,
  };
};
