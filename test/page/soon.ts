import { setTimeout as pause } from 'node:timers/promises';

/** Milliseconds a page may take to show something on a machine that is busy with more. */
const PATIENCE = 30_000;

/**
 * Looks at a page until what is expected of it holds, as somebody does who waits for it.
 * @throws Error what did not hold when it was last looked at
 */
export const soon = async (holds: () => Promise<void>): Promise<void> => {
  const until = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await holds();
    } catch (fault) {
      if (performance.now() > until) throw fault;
    }
    await pause(50);
  }
};
