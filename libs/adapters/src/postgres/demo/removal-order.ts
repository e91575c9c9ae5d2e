import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isUuid, type Uuid } from '#kernel/ids.js';
import { syncFolder } from '../backup/sealed-file.js';

/** That the demo of a data folder is to be removed: written before anything goes, taken away when all is gone. */
export interface RemovalOrder {
  /** The log that goes, and no other. */
  readonly logId: Uuid;
}

const orderIn = (dataDir: string): string => join(dataDir, 'demo-removal.json');

/** No order can be read there; whoever opens a folder says what is wrong with it. */
const UNREADABLE = ['ENOENT', 'ENOTDIR', 'EACCES'];

/** The order that has not been carried out; undefined where there is none, or none that can be understood. */
export const readOrder = async (dataDir: string): Promise<RemovalOrder | undefined> => {
  try {
    const { logId } = JSON.parse(await readFile(orderIn(dataDir), 'utf8')) as Partial<RemovalOrder>;
    return isUuid(logId) ? { logId } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || UNREADABLE.includes((error as NodeJS.ErrnoException).code ?? ''))
      return undefined;
    throw error;
  }
};

/** Durable when it returns. */
export const writeOrder = async (dataDir: string, order: RemovalOrder): Promise<void> => {
  const draft = `${orderIn(dataDir)}.part`;
  await writeFile(draft, `${JSON.stringify(order)}\n`, { mode: 0o600, flush: true });
  await rename(draft, orderIn(dataDir));
  await syncFolder(dataDir);
};

/** What was removed before stays removed when the order goes. */
export const forgetOrder = async (dataDir: string): Promise<void> => {
  await syncFolder(dataDir);
  await rm(orderIn(dataDir), { force: true });
};
