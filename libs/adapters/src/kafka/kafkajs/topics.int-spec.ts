import { Kafka, logLevel } from 'kafkajs';
import { topicsContract } from '../../../../../test/contracts/topics.contract.js';
import { describeWithKafka, freshPrefix, kafkaBrokers } from '../../../../../test/support/kafka.js';
import { openKafka } from '../index.js';

const asAdmin = async (work: (admin: ReturnType<Kafka['admin']>) => Promise<unknown>): Promise<void> => {
  const admin = new Kafka({ brokers: [...kafkaBrokers()], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await work(admin);
  await admin.disconnect();
};

topicsContract(
  'kafkajs',
  () => {
    const kafka = openKafka({ brokers: kafkaBrokers(), clientId: 'contract', log: () => undefined });
    return {
      prefix: freshPrefix(),
      publisher: () => kafka.publisher(),
      consumer: (group) => kafka.consumer(group, { sessionTimeout: 6000 }),
      deleteTopic: (name) => asAdmin((admin) => admin.deleteTopics({ topics: [name] })),
      expire: (topic, partition, below) =>
        asAdmin(async (admin) => {
          // The client looks only at topics it has met.
          await admin.fetchTopicOffsets(topic);
          await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: String(below) }] });
        }),
    };
  },
  describeWithKafka,
);
