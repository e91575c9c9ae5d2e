import { resolve } from 'node:path';
import { takeBaseBackup } from '#adapters/postgres/backup/base-backup.js';
import { tidy } from '#adapters/postgres/backup/tidy.js';
import { clusterIn, passwordOf } from '#adapters/postgres/embedded/data-folder.js';
import { databaseWithBackups, sealerOf } from '../backups.js';
import { asJson, dataDir, exitCodes, type Job } from '../job.js';

/** Copies the embedded database, sealed, while it is written to, and removes what is older than is to be kept. */
export const job: Job = {
  name: 'backup',
  summary: 'makes a sealed base backup of the embedded database in BACKUP_DIR, while it is in use',
  options: { 'data-dir': dataDir, json: asJson },
  run: async (context) => {
    const { settings, url, backups } = await databaseWithBackups(context);
    const { series, keys } = backups;
    const sealer = sealerOf(keys);
    const folder = resolve(settings.DATA_DIR);
    const made = await takeBaseBackup({
      url,
      cluster: clusterIn(folder),
      password: passwordOf(folder, true),
      series,
      sealer,
    });
    const removed = await tidy(series, keys, sealer.now(), settings.BACKUP_KEEP_DAYS);
    const { id, startedAt, finishedAt, head, files } = made;
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    if (context.flag('json'))
      context.out(
        JSON.stringify({ series: series.name, id, startedAt, finishedAt, head, files: files.length, bytes, removed }),
      );
    else
      context.out(
        `${series.name}/${id}: ${files.length} files, ${Math.ceil(bytes / 2 ** 20)} MB, position ${head}; ${removed.length} older removed`,
      );
    return exitCodes.done;
  },
};
