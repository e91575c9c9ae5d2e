import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Rejected, reject as rejection } from '#kernel/reject.js';
import { projectRoot } from '../project-root.js';
import type { Reader, Readers } from './readers.js';
import { UnusableFile } from './unusable-file.js';

/** What reading one file from outside may take: MiB of memory, milliseconds, and how many more may wait. */
export const apartLimits = { memory: 384, time: 20_000, waiting: 32 } as const;

/** Compiled, because a thread starts from a file; tests that read files run on a build as well. */
const THREAD = 'dist/libs/adapters/src/documents/reading-thread.js';

/** What a thread says at its end. */
export type Read =
  | { readonly kind: 'read'; readonly result: unknown }
  | { readonly kind: 'unusable'; readonly code: UnusableFile['code']; readonly what: string };

const start = (reader: Reader, given: readonly unknown[], limits: { memory: number; time: number }): Promise<Read> =>
  new Promise((resolve, reject) => {
    const thread = new Worker(join(projectRoot(), THREAD), {
      workerData: { reader, given },
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
      // Nothing of the process's own is handed over, its settings least of all.
      env: {},
      argv: [],
    });
    const late = setTimeout(() => {
      resolve({ kind: 'unusable', code: 'too-costly', what: `reading it takes longer than ${limits.time / 1000} s` });
      void thread.terminate();
    }, limits.time);
    thread.once('message', (said: Read) => resolve(said));
    thread.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve({ kind: 'unusable', code: 'too-costly', what: `reading it takes more than ${limits.memory} MiB` });
      else reject(error);
    });
    thread.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the thread that reads files ended with ${code} and no answer`));
    });
  });

/** The last file taken up; each waits for the one before, so that memory is taken once. */
let last: Promise<unknown> = Promise.resolve();
let waiting = 0;

/**
 * Reads a file from outside on a thread of its own, one file at a time: whatever is in it, the process goes on answering,
 * and what it takes is bounded.
 * @throws UnusableFile as the reader does; `too-costly` beyond the limits
 * @rejects unavailable where too many wait already: the same again in a moment
 */
export const readApart = async <Name extends Reader>(
  reader: Name,
  given: Parameters<Readers[Name]>,
  limits: { readonly memory: number; readonly time: number } = apartLimits,
): Promise<Awaited<ReturnType<Readers[Name]>>> => {
  if (waiting >= apartLimits.waiting) throw new Rejected(rejection('unavailable'));
  waiting += 1;
  const turn = last.then(() => start(reader, given, limits));
  last = turn.catch(() => undefined);
  try {
    const said = await turn;
    if (said.kind === 'unusable') throw new UnusableFile(said.code, said.what);
    return said.result as Awaited<ReturnType<Readers[Name]>>;
  } finally {
    waiting -= 1;
  }
};
