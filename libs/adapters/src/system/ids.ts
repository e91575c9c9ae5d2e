import type { Ids } from '#application/ports/clock.js';
import { uuidV7 } from '#kernel/ids.js';
import { systemRandom } from './random.js';

/** New ids (UUID version 7): unpredictable, and in the order of their millisecond. */
export const systemIds: Ids = { next: () => uuidV7(Date.now(), systemRandom(10)) };
