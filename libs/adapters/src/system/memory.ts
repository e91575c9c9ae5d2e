import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Gives memory back to the system after a burst of work that will not come again; a process at rest does not by itself. */
export const releaseMemory = (): void => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  setFlagsFromString('--no-expose-gc');
  collect();
};
