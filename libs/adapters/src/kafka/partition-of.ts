import type { PartitionMetadata } from 'kafkajs';
import { kafkajs } from './kafkajs/library.js';

const choose = kafkajs.Partitioners.DefaultPartitioner();

/**
 * Partition of a key: the murmur2 rule of the Java client, so that any producer anywhere sends a key to the same place. It
 * depends on nothing but the key and the number of partitions, which is therefore fixed for the life of a topic.
 */
export const partitionOf = (key: string, partitions: number): number =>
  choose({
    topic: '',
    partitionMetadata: partitionsOf(partitions),
    message: { key, value: null },
  });

const known = new Map<number, PartitionMetadata[]>();

const partitionsOf = (count: number): PartitionMetadata[] => {
  let found = known.get(count);
  if (found === undefined) {
    found = Array.from({ length: count }, (_, partitionId) => ({
      partitionErrorCode: 0,
      partitionId,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    known.set(count, found);
  }
  return found;
};
