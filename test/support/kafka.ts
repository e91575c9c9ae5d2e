import { randomBytes } from 'node:crypto';
import type { KafkaCluster } from '../../infra/kafka/cluster.mjs';

/** Addresses of the Kafka of this run. @throws Error when there is none, which `describeWithKafka` keeps tests from meeting */
export const kafkaBrokers = (): readonly string[] => {
  const brokers = process.env['TAIZHANG_TEST_KAFKA'];
  if (brokers === undefined) throw new Error('TAIZHANG_TEST_KAFKA is not set: run the tests through `npm test`');
  return brokers.split(',');
};

/** First word of the topics and groups of one test, so that tests do not meet. */
export const freshPrefix = (): string => `t${randomBytes(6).toString('hex')}`;

/**
 * Tests that need Kafka. Where the run has none they are left out, counted as skipped, and the run says why at its end;
 * with REQUIRE_KAFKA=1 it does not even begin.
 */
export const describeWithKafka = (name: string, tests: () => void): void => {
  const missing = process.env['TAIZHANG_TEST_NO_KAFKA'];
  if (missing === undefined) describe(name, tests);
  else it.skip(`${name} (left out: ${missing})`, () => undefined);
};

/** A cluster for a test that stops or wipes it; to be stopped by the test. */
export const ownCluster = async (brokers: 1 | 3 = 1): Promise<KafkaCluster> => {
  const { startKafka } = await import('../../infra/kafka/cluster.mjs');
  return startKafka({ brokers });
};
