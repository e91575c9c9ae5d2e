import type { Ids } from '#application/ports/clock.js';
import { uuidV7 } from '#kernel/ids.js';
import { systemRandom } from './random.js';

/** Random bytes of one id. */
const BYTES = 10;

/** Bytes are drawn for many ids at once: asking the system for each is most of what an id costs. */
let drawn: Buffer = Buffer.alloc(0);
const nextBytes = (): Buffer => {
  if (drawn.length < BYTES) drawn = systemRandom(BYTES * 512);
  const bytes = drawn.subarray(0, BYTES);
  drawn = drawn.subarray(BYTES);
  return bytes;
};

/** New ids (UUID version 7): unpredictable, and in the order of their millisecond. */
export const systemIds: Ids = { next: () => uuidV7(Date.now(), nextBytes()) };
