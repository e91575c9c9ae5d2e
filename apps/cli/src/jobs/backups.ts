import { listBackups } from '#adapters/postgres/backup/list-backups.js';
import { systemClock } from '#adapters/system/clock.js';
import { backupDir, backupsGiven } from '../backups.js';
import { asJson, exitCodes, type Job } from '../job.js';

const HOUR = 3_600_000;

/** Lists backups, how old each is, and up to when it can be restored. */
export const job: Job = {
  name: 'backups',
  summary: 'lists backups with their age, what each can be restored to, and the last drill',
  options: { 'backup-dir': backupDir, json: asJson },
  run: async (context) => {
    const { folder, keys } = backupsGiven(context);
    const listed = await listBackups(folder, keys);
    if (context.flag('json')) context.out(JSON.stringify(listed));
    else {
      const now = Date.parse(systemClock.now().now);
      for (const { series, backups: bases, drill } of listed) {
        context.out(
          `${series} · last drill ${drill === null ? 'none' : `${drill.at} ${drill.ok ? 'good' : 'FAILED'}`}`,
        );
        for (const base of bases) {
          if ('fault' in base) {
            context.out(`  ${base.id} · ${base.fault}`);
            continue;
          }
          const hours = Math.floor((now - Date.parse(base.from)) / HOUR);
          const hole = base.hole === null ? '' : ` · ${base.hole} is missing`;
          context.out(
            `  ${base.id} · ${hours} h old · position ${base.head} · any moment ${base.from} … ${base.to}${hole}`,
          );
        }
      }
    }
    const sound = listed.every(({ backups: bases }) => bases.every((base) => !('fault' in base) && base.hole === null));
    return sound ? exitCodes.done : exitCodes.wrong;
  },
};
