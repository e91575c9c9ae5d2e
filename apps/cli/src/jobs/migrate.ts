import { processLog } from '#adapters/log.js';
import { openDatabase } from '#adapters/postgres/backup/open-database.js';
import { migrate as bringUpToDate } from '#adapters/postgres/migrate.js';
import { dataDir, exitCodes, type Job } from '../job.js';
import { readSettings } from '../settings.js';

/** Brings the database up to date and ends: for a rollout that does so before new processes start. */
export const job: Job = {
  name: 'migrate',
  summary: 'brings the database up to date; every process also does so at its start',
  options: { 'data-dir': dataDir },
  run: async (context) => {
    const settings = readSettings({ folder: context.text('data-dir') });
    const { url } = await openDatabase(settings, { opened: context.opened, log: processLog(settings.LOG_LEVEL) });
    const steps = await bringUpToDate(url);
    context.out(steps.length === 0 ? 'up to date' : steps.join('\n'));
    return exitCodes.done;
  },
};
