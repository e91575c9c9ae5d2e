import { parentPort, workerData } from 'node:worker_threads';
import type { Read } from './read-apart.js';
import { type Reader, readers } from './readers.js';
import { UnusableFile } from './unusable-file.js';

const { reader, given } = workerData as { readonly reader: Reader; readonly given: readonly unknown[] };

const read = async (): Promise<Read> => {
  try {
    return { kind: 'read', result: await (readers[reader] as (...of: readonly unknown[]) => unknown)(...given) };
  } catch (error) {
    if (error instanceof UnusableFile) return { kind: 'unusable', code: error.code, what: error.what };
    throw error;
  }
};

parentPort?.postMessage(await read());
