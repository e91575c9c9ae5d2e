import { join, resolve } from 'node:path';
import { processLog } from '#adapters/log.js';
import { checkRestored } from '#adapters/platform/check-restored.js';
import { holdDrill } from '#adapters/postgres/backup/drill.js';
import { systemClock } from '#adapters/system/clock.js';
import { lines } from '#lines/index.js';
import { databaseWithBackups } from '../backups.js';
import { asJson, dataDir, exitCodes, type Job } from '../job.js';

/** Tries a restore for real, and writes down whether it succeeded. */
export const job: Job = {
  name: 'drill',
  summary: 'restores the newest state into a scratch folder, starts it, verifies it, and records the result',
  options: { 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const { settings, url, backups } = await databaseWithBackups(context);
    const held = await holdDrill({
      ...backups,
      scratch: join(resolve(settings.DATA_DIR), 'drill'),
      now: () => systemClock.now().now,
      log: processLog(settings.LOG_LEVEL),
      live: url,
      check: (restored) => checkRestored(restored, lines),
    });
    if (context.flag('json')) context.out(JSON.stringify(held));
    else {
      for (const problem of held.problems) context.out(problem);
      const { ok, events, head, base, seconds } = held;
      const verdict = ok ? 'good' : 'FAILED';
      context.out(
        `${verdict}: ${events} events up to position ${head} restored from ${base ?? 'nothing'}, ${seconds} s`,
      );
    }
    return held.ok ? exitCodes.done : exitCodes.wrong;
  },
};
