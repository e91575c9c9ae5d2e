import type { PartitionedConsumer, Publisher } from '#application/ports/topics.js';
import type { KafkaOptions } from './kafkajs/client.js';
import { type ConsumerOptions, KafkaJsConsumer } from './kafkajs/consumer.js';
import { KafkaJsPublisher } from './kafkajs/publisher.js';

export { partitionOf } from './partition-of.js';

/** Ways to one Kafka cluster; nothing is connected before it is used. */
export interface Kafka {
  publisher(): Publisher;
  /** One of a group that shares the partitions out. */
  consumer(group: string, options?: Omit<ConsumerOptions, 'group' | keyof KafkaOptions>): PartitionedConsumer;
}

export const openKafka = (options: KafkaOptions): Kafka => ({
  publisher: () => new KafkaJsPublisher(options),
  consumer: (group, more) => new KafkaJsConsumer({ ...options, group, ...more }),
});
