import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Lease, LeaseLost } from '#application/ports/relay.js';
import { Loop } from '#application/run-loop.js';
import { Schedule } from '#application/run-schedule.js';
import type { LocalDate } from '#kernel/dates.js';
import type { Log } from '../log.js';
import type { BackupCare } from '../postgres/backup/backup-care.js';
import type { Platform } from '../platform/platform.js';
import type { Role } from './role.js';

export interface SchedulerRoleOptions {
  readonly holder?: string;
  readonly log: Log;
  /** Milliseconds between two looks at the calendar, a minute when absent. */
  readonly every?: number;
  /** Backups and drills that are due; begun here, and done beside it. */
  readonly care?: Pick<BackupCare, 'look' | 'stop'>;
}

/** Milliseconds of rest at a time, so that a request to stop is heard. */
const NAP = 500;
const MINUTE = 60_000;

/**
 * Records what follows from the calendar alone, drops records of looking that were kept long enough and tells what stands out once
 * a day, and draws up what is asked for at the end of a year, one bureau a step; or stands by while another process does.
 */
export const schedulerRole = (platform: Platform, options: SchedulerRoleOptions): Role => {
  const { leases, clock, looks } = platform;
  const { holder = `${hostname()}-${process.pid}`, log, every = MINUTE, care } = options;
  const term = every * 3;
  const schedule = new Schedule(platform, ({ type, streamId }, code) =>
    log('warn', 'what the calendar says was refused', { type, streamId, code }),
  );
  let lease: Lease | undefined;
  let next = 0;
  let looked = false;
  let expiredOn: LocalDate | undefined;
  const expireLooks = async (): Promise<void> => {
    const { today } = clock.now();
    if (expiredOn === today) return;
    expiredOn = today;
    try {
      const through = await looks.expire();
      if (through !== undefined) log('info', 'records of looking were kept long enough', { through });
    } catch (error) {
      log('warn', 'records of looking are tried again tomorrow', { message: String(error) });
    }
  };
  const loop = new Loop({
    step: async () => {
      if (performance.now() < next) return 'idle';
      if (lease === undefined) lease = await leases.take('scheduler', holder, term);
      else await leases.renew(lease, term);
      if (lease !== undefined) {
        await care?.look();
        const recorded = await schedule.step();
        if (recorded > 0) log('info', 'recorded by the calendar', { events: recorded });
        await expireLooks();
        const alerted = await platform.alertRun.step();
        if (alerted !== undefined) {
          log(alerted.failure === undefined ? 'info' : 'warn', 'alerts of the day', { ...alerted });
          looked = true;
          return 'busy';
        }
        const drawn = await platform.yearEnd.step();
        if (drawn !== undefined) {
          log(drawn.failed > 0 ? 'warn' : 'info', 'drafts of the year that is over', drawn);
          looked = true;
          return 'busy';
        }
      }
      looked = true;
      next = performance.now() + every;
      return 'idle';
    },
    rest: () => pause(NAP).then(() => undefined),
    onError: (error) => {
      if (error instanceof LeaseLost) lease = undefined;
      log('warn', 'the schedule begins again', { message: String(error) });
    },
  });
  return {
    name: 'scheduler',
    start: () => loop.start(),
    stop: async () => {
      await loop.stop();
      await care?.stop();
      if (lease !== undefined) await leases.release(lease).catch(() => undefined);
    },
    ready: () => looked,
  };
};
