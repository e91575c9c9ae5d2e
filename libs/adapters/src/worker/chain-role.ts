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
/** After a full block it rests so many times as long as that took: it catches up in the quiet, and never crowds out who records. */
const SHARE = 9;

/**
 * Chains the log and the records of looking as they grow, or leaves it to another process that is at it, and writes an anchor
 * outside the database every hour and when it stops.
 */
export const chainRole = ({ chain, lookChain, anchor }: Platform, { log, every = HOUR }: ChainRoleOptions): Role => {
  let stopping = new AbortController();
  let looked = false;
  let next = performance.now() + every;
  let rest = REST;
  const loop = new Loop({
    step: async () => {
      const began = performance.now();
      const chained = Math.max((await chain.step()) ?? 0, (await lookChain.step()) ?? 0);
      rest = chained === BLOCK_RECORDS ? Math.min(REST, SHARE * (performance.now() - began)) : REST;
      looked = true;
      if (performance.now() >= next) {
        await anchor();
        next = performance.now() + every;
      }
      return 'idle';
    },
    rest: () => pause(rest, undefined, { signal: stopping.signal }).catch(() => undefined),
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
