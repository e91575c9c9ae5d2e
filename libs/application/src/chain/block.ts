import { hash as hashOnce } from 'node:crypto';
import type { Instant } from '../kernel.js';
import { type ChainRecord, lineOf } from './record.js';

/** Hash functions a chain may be made with; each gives 32 bytes. @source FIPS 180-4; GB/T 32905-2016 */
export const chainAlgorithms = ['sha256', 'sm3'] as const;
export type ChainAlgorithm = (typeof chainAlgorithms)[number];

export const HASH_BYTES = 32;
/** Records of a block at most. */
export const BLOCK_RECORDS = 1000;

/** The stretch of a chain over one life of a log with one set of columns. */
export interface ChainSegment {
  /** Name of the chain: `events`. */
  readonly chain: string;
  /** From 1. */
  readonly number: number;
  readonly logId: string;
  /** Columns the hashes cover, in this order. */
  readonly columns: readonly string[];
  readonly algorithm: ChainAlgorithm;
  /** End of the segment before, and its hash: what this one goes on from. 0 and null for the first. */
  readonly after: number;
  readonly previous: Uint8Array | null;
  /** Hash the first record of the segment follows. */
  readonly genesis: Uint8Array;
}

/** Some records in a row, and the running hash after each of them. */
export interface ChainBlock {
  readonly chain: string;
  /** From 1, over all segments. */
  readonly number: number;
  readonly segment: number;
  readonly algorithm: ChainAlgorithm;
  /** Hash the first record follows. */
  readonly previous: Uint8Array;
  readonly positions: readonly number[];
  /** 32 bytes for every position. */
  readonly hashes: Uint8Array;
  readonly chainedAt: Instant;
  /** Hash over all of the above, which tells a changed block from a changed record. */
  readonly digest: Uint8Array;
}

/** Nothing where a stored name is that of no algorithm: then nothing holds. */
const hashOf = (algorithm: ChainAlgorithm, ...parts: readonly (Uint8Array | string)[]): Buffer => {
  if (!chainAlgorithms.includes(algorithm)) return Buffer.alloc(0);
  const whole = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  return hashOnce(algorithm, whole, 'buffer');
};

/** The running hash after a record: of the hash before it and its line. */
export const nextHash = (algorithm: ChainAlgorithm, previous: Uint8Array, record: Uint8Array): Buffer =>
  hashOf(algorithm, previous, record);

const NOTHING = new Uint8Array(HASH_BYTES);

/** Hash a segment begins with: it says whose log it is, what is covered, and what it goes on from. */
export const genesisOf = (segment: Omit<ChainSegment, 'genesis'>): Buffer => {
  const { algorithm, previous, chain, number, logId, after, columns } = segment;
  const line = lineOf(['segment', chain, String(number), logId, algorithm, String(after), ...columns]);
  return hashOf(algorithm, previous ?? NOTHING, line);
};

/** Hash over everything a block says. */
export const digestOf = (block: Omit<ChainBlock, 'digest'>): Buffer => {
  const { algorithm, previous, hashes, chain, number, segment, chainedAt, positions } = block;
  const line = lineOf(['block', chain, String(number), String(segment), algorithm, chainedAt, positions.join(',')]);
  return hashOf(algorithm, previous, `${line}\n`, hashes);
};

/** The next block of a segment over records that follow a hash. */
export const blockOf = (
  head: Pick<ChainBlock, 'chain' | 'number' | 'segment' | 'algorithm' | 'previous' | 'chainedAt'>,
  records: readonly ChainRecord[],
): ChainBlock => {
  const hashes = Buffer.alloc(records.length * HASH_BYTES);
  let previous = head.previous;
  records.forEach(({ bytes }, at) => {
    previous = nextHash(head.algorithm, previous, bytes);
    hashes.set(previous, at * HASH_BYTES);
  });
  const block = { ...head, positions: records.map(({ position }) => position), hashes };
  return { ...block, digest: digestOf(block) };
};

/** The running hash after the record at a place of the block, from 0. */
export const hashAt = ({ hashes }: Pick<ChainBlock, 'hashes'>, at: number): Uint8Array =>
  hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

export const sameHash = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
