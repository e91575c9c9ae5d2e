import type { Kafka } from 'kafkajs';
import type { Log } from '../../log.js';
import { kafkajs } from './library.js';

export interface KafkaOptions {
  /** `host:port`, one or several of the cluster. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly log: Log;
}

/**
 * Its messages go to our log, without the parts that could hold a payload, and quietly: what it calls an error it mostly tries
 * again, and what it gives up reaches us as an error that we log ourselves.
 */
export const makeClient = ({ brokers, clientId, log }: KafkaOptions): Kafka => {
  return new kafkajs.Kafka({
    brokers: [...brokers],
    clientId,
    connectionTimeout: 3000,
    requestTimeout: 15_000,
    enforceRequestTimeout: true,
    retry: { initialRetryTime: 100, maxRetryTime: 2000, retries: 5 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => {
      const { message, error, topic, partition, groupId, broker } = entry.log as Readonly<Record<string, unknown>>;
      log('debug', `kafka: ${String(message)}`, { error, topic, partition, groupId, broker });
    },
  });
};
