import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** What V8 is asked for where memory ran out: it collects until nothing more comes free, and hands empty pages back at once. */
const ALL = { type: 'major', execution: 'sync', flavor: 'last-resort' } as const;

/** Gives memory back to the system after a burst of work that will not come again; a process at rest does not by itself. */
export const releaseMemory = (): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (how: typeof ALL) => void;
  setFlagsFromString('--no-expose-gc');
  collect(ALL);
};
