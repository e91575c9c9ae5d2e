import { setTimeout as pause } from 'node:timers/promises';
import { BLOCK_RECORDS } from '#application/chain/block.js';
import { Loop } from '#application/run-loop.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from './role.js';

export interface ChainRoleOptions {
  readonly log: Log;
  /** Milliseconds between two anchors, an hour when absent. */
  readonly every?: number;
}

const HOUR = 3_600_000;
/** Milliseconds between two blocks that are not full: what is younger may not be chained yet. */
const REST = 1000;

/**
 * Chains the log as it grows, or leaves it to another process that is at it, and writes an anchor outside the database every
 * hour and when it stops.
 */
export const chainRole = ({ chain, anchor }: Platform, { log, every = HOUR }: ChainRoleOptions): Role => {
  let stopping = new AbortController();
  let looked = false;
  let next = performance.now() + every;
  const loop = new Loop({
    step: async () => {
      const chained = await chain.step();
      looked = true;
      if (performance.now() >= next) {
        await anchor();
        next = performance.now() + every;
      }
      return chained === BLOCK_RECORDS ? 'busy' : 'idle';
    },
    rest: () => pause(REST, undefined, { signal: stopping.signal }).catch(() => undefined),
    onError: (error) => log('warn', 'the chain begins again', { message: String(error) }),
  });
  return {
    name: 'chain',
    start: () => {
      stopping = new AbortController();
      loop.start();
    },
    stop: async () => {
      stopping.abort();
      await loop.stop();
      await anchor().catch((error: unknown) => log('warn', 'no anchor was written', { message: String(error) }));
    },
    ready: () => looked,
  };
};
