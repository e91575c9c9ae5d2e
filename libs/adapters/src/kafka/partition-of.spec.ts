import { partitionOf } from './partition-of.js';

it('sends a key where the Java client sends it', () => {
  // murmur2 of the UTF-8 bytes, made positive, modulo the number of partitions: known values of Kafka's own Utils.murmur2.
  const murmur2 = {
    '21': -973932308,
    foobar: -790332482,
    'a-little-bit-long-string': -985981536,
    '{"a":1}': undefined,
  };
  for (const [key, hash] of Object.entries(murmur2))
    if (hash !== undefined) expect(partitionOf(key, 12)).toBe((hash & 0x7fffffff) % 12);
});

it('spreads the offices of a county over the partitions', () => {
  const used = new Set(Array.from({ length: 60 }, (_, at) => partitionOf(`430922${String(at).padStart(3, '0')}`, 12)));
  expect(used.size).toBe(12);
});
