import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { describeWithKafka, freshPrefix, kafkaBrokers, ownCluster } from './kafka.js';

const client = (brokers: readonly string[]) =>
  new Kafka({ clientId: 'test', brokers: [...brokers], logLevel: logLevel.NOTHING, retry: { retries: 8 } });

/** Writes some records as the relay does, and reads them as one of a group. */
const roundTrip = async (brokers: readonly string[], topic: string, values: readonly string[]): Promise<string[]> => {
  const kafka = client(brokers);
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
  const consumer = kafka.consumer({ groupId: `${topic}-group`, sessionTimeout: 6000 });
  const found: string[] = [];
  try {
    await producer.connect();
    await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key: 'k', value })) });
    await consumer.connect();
    await consumer.subscribe({ topic, fromBeginning: true });
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`only ${found.length} of ${values.length} records came`)), 30_000).unref();
      consumer
        .run({
          autoCommit: false,
          eachMessage: async ({ message }) => {
            found.push(String(message.value));
            if (found.length === values.length) resolve();
          },
        })
        .catch(reject);
    });
    return found;
  } finally {
    await consumer.disconnect();
    await producer.disconnect();
  }
};

const makeTopic = async (brokers: readonly string[], topic: string, replicationFactor: number): Promise<void> => {
  const admin = client(brokers).admin();
  await admin.connect();
  const configEntries = [
    { name: 'retention.ms', value: '60000' },
    { name: 'min.insync.replicas', value: String(replicationFactor === 3 ? 2 : 1) },
  ];
  await admin.createTopics({ topics: [{ topic, numPartitions: 2, replicationFactor, configEntries }] });
  await admin.disconnect();
};

describeWithKafka('Kafka without containers', () => {
  it('is one kafkajs can write to, read from as a group, and look after', async () => {
    const topic = freshPrefix();
    await makeTopic(kafkaBrokers(), topic, 1);
    expect(await roundTrip(kafkaBrokers(), topic, ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
    const admin = client(kafkaBrokers()).admin();
    await admin.connect();
    const offsets = await admin.fetchTopicOffsets(topic);
    expect(offsets.map(({ high }) => Number(high)).reduce((sum, high) => sum + high, 0)).toBe(3);
    await admin.deleteTopics({ topics: [topic] });
    await admin.disconnect();
  });

  it('keeps its data over kill -9 and a new start, and loses it when wiped', async () => {
    const cluster = await ownCluster();
    try {
      await makeTopic(cluster.brokers, 'kept', 1);
      await roundTrip(cluster.brokers, 'kept', ['a']);
      await cluster.nodes[0]?.kill('SIGKILL');
      await cluster.start();
      const admin = client(cluster.brokers).admin();
      await admin.connect();
      expect(await admin.listTopics()).toContain('kept');
      await admin.disconnect();
      await cluster.wipe();
      const again = client(cluster.brokers).admin();
      await again.connect();
      expect(await again.listTopics()).not.toContain('kept');
      await again.disconnect();
    } finally {
      await cluster.stop();
    }
  });

  it('with three brokers goes on when one is lost', async () => {
    const cluster = await ownCluster(3);
    try {
      await makeTopic(cluster.brokers, 'copied', 3);
      await cluster.nodes[0]?.kill('SIGKILL');
      // Until the others have noticed, a client may be sent to the one that is gone; on a busy machine that takes a while.
      const until = Date.now() + 90_000;
      const insist = async (): Promise<string[]> =>
        roundTrip(cluster.brokers, 'copied', ['a', 'b']).catch(async (error: unknown) => {
          if (Date.now() > until) throw error;
          await pause(500);
          return insist();
        });
      expect((await insist()).slice(0, 2)).toEqual(['a', 'b']);
    } finally {
      await cluster.stop();
    }
  }, 180_000);
});
