import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { FlowDefinition } from '#application/flow.js';
import { type Lease, LeaseLost } from '#application/ports/relay.js';
import { FlowRunner } from '#application/run-flows.js';
import { Loop } from '#application/run-loop.js';
import type { Log } from '../log.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from './role.js';

export interface FlowsRoleOptions {
  readonly flows: readonly FlowDefinition[];
  readonly holder?: string;
  readonly log: Log;
}

/** Milliseconds the lease is held without a sign, and of rest while another process holds it. */
const TERM = 15_000;
const NAP = 500;

/** Carries events of one line to another, or stands by while another process does. */
export const flowsRole = (platform: Platform, options: FlowsRoleOptions): Role => {
  const { leases, flowProgress, feed } = platform;
  const { flows, holder = `${hostname()}-${process.pid}`, log } = options;
  const runner = new FlowRunner({ ...platform, flows }, (refused) =>
    log('warn', 'what a flow asked for was refused', { ...refused }),
  );
  let lease: Lease | undefined;
  let looked = false;
  const loop = new Loop({
    step: async () => {
      if (lease === undefined) lease = await leases.take('flows', holder, TERM);
      else await leases.renew(lease, TERM);
      looked = true;
      if (lease === undefined) return 'idle';
      return (await runner.step()) > 0 ? 'busy' : 'idle';
    },
    rest: async () => {
      if (lease === undefined) await pause(NAP);
      else await feed.wait(await flowProgress.position(), NAP);
    },
    onError: (error) => {
      if (error instanceof LeaseLost) lease = undefined;
      log('warn', 'flows begin again', { message: String(error) });
    },
  });
  return {
    name: 'flows',
    start: () => loop.start(),
    stop: async () => {
      await loop.stop();
      if (lease !== undefined) await leases.release(lease).catch(() => undefined);
    },
    ready: () => looked,
  };
};
