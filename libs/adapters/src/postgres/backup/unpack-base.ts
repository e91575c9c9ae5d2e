import { createWriteStream } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, giveTo } from '../embedded/account.js';
import { clusterIn, writePassword } from '../embedded/data-folder.js';
import type { BackupKeys } from './backup-key.js';
import { each } from './base-backup.js';
import { BackupFault } from './fault.js';
import { openInto } from './sealed-file.js';
import { type Manifest, type Series, baseIn } from './series.js';

/**
 * Unpacks a base backup into a data folder that holds nothing yet, and marks it for recovery.
 * @throws BackupFault naming the file that is missing, damaged, or not the one the manifest tells of
 */
export const unpackBase = async (
  series: Series,
  manifest: Manifest,
  keys: BackupKeys,
  dataDir: string,
  account: Account,
): Promise<void> => {
  const cluster = clusterIn(dataDir);
  for (const folder of ['', ...manifest.folders]) {
    const path = join(cluster, folder);
    await mkdir(path, { recursive: true, mode: 0o700 });
    await chmod(path, 0o700);
    giveTo(account, path);
  }
  await each(manifest.files, async ({ path, size, sha256 }) => {
    const { file, place } = baseIn(series, manifest.id, ['data', path]);
    const target = join(cluster, path);
    const found = await openInto(keys, file, place, createWriteStream(target, { flags: 'wx', mode: 0o600 }));
    if (found.size !== size || found.sha256 !== sha256) throw new BackupFault('damaged', file);
    giveTo(account, target);
  });
  const signal = join(cluster, 'recovery.signal');
  await writeFile(signal, '', { mode: 0o600 });
  giveTo(account, signal);
  writePassword(dataDir, manifest.password);
};
