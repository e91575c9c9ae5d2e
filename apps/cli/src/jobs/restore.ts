import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Target } from '#adapters/postgres/backup/choose-base.js';
import { restoreBackup } from '#adapters/postgres/backup/restore.js';
import { tombstonesBeside } from '#adapters/postgres/person-registry/tombstones.js';
import { backupDir, backupsGiven } from '../backups.js';
import { asJson, exitCodes, given, type Job, type JobContext, UsageFault } from '../job.js';

const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;

/** What a restore goes to. @throws UsageFault */
export const targetOf = (context: Pick<JobContext, 'text'>): Target => {
  const [to, position] = [context.text('to'), context.text('to-position')];
  if ((to === undefined) === (position === undefined)) throw new UsageFault('either --to or --to-position is needed');
  if (position !== undefined) {
    if (!/^[1-9]\d*$/.test(position)) throw new UsageFault(`--to-position ${position} is no position`);
    return { kind: 'position', position: Number(position) };
  }
  if (to === 'newest') return { kind: 'newest' };
  const at = Date.parse(to ?? '');
  if (Number.isNaN(at) || !ZONED.test(to ?? ''))
    throw new UsageFault(`--to ${to} is no instant with its zone, as 2024-03-01T17:30:00+08:00`);
  return { kind: 'time', at: new Date(at).toISOString() };
};

/** Restores into a new data folder; the one in use is never touched. */
export const job: Job = {
  name: 'restore',
  summary: 'restores a backup to a time, a position or the newest state, into a new data folder',
  options: {
    to: { type: 'string', value: '<instant|newest>', help: 'state to restore: everything committed up to then' },
    'to-position': { type: 'string', value: '<position>', help: 'state just after the event of this position' },
    into: {
      type: 'string',
      value: '<folder>',
      help: 'data folder to make; it must not be there, or be empty',
      required: true,
    },
    series: { type: 'string', value: '<series>', help: 'run of backups to restore from; the youngest that reaches it' },
    'backup-dir': backupDir,
    json: asJson,
  },
  run: async (context) => {
    const target = targetOf(context);
    const { folder, keys, settings } = backupsGiven(context);
    const into = given(context, 'into');
    const series = context.text('series');
    const done = await restoreBackup({ from: folder, keys, target, into, ...(series === undefined ? {} : { series }) });
    // A start replays them: what was erased since stays erased.
    const erasures = tombstonesBeside(settings.KEY_FILE);
    if (existsSync(erasures)) copyFileSync(erasures, tombstonesBeside(join(into, 'person.key')));
    if (context.flag('json')) context.out(JSON.stringify({ ...done, into }));
    else {
      context.out(`${into}: ${done.events} events up to position ${done.head}, from ${done.series}/${done.base}`);
      context.note(
        `Keys are in no backup. Put the key of persons at ${into}/person.key, or name it with KEY_FILE (now ${settings.KEY_FILE}), before the start.\n`,
      );
    }
    return exitCodes.done;
  },
};
