import type { Seeded } from './seeded.js';

/**
 * Runs tasks one step at a time in an order the seed decides. A task waits for its `turn()` before every step that the
 * outside world could interleave with (a read, a write, a sleep); between two turns it runs alone. With no real timer and
 * no real input or output, a seed replays a run exactly.
 */
export class Scheduler {
  private waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly random: Seeded) {}

  turn(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Starts tasks and runs everything to its end, or fails with the first error. */
  async run(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    let failed: { readonly error: unknown } | undefined;
    for (const task of tasks) {
      this.running += 1;
      void this.turn()
        .then(task)
        .catch((error: unknown) => (failed ??= { error }))
        .finally(() => (this.running -= 1));
    }
    while (this.running > 0) {
      await settled();
      if (failed !== undefined) throw failed.error;
      if (this.running === 0) break;
      const [next] = this.waiting.splice(this.random.below(this.waiting.length), 1);
      if (next === undefined) throw new Error('every task waits for something that is not a turn');
      next();
    }
  }
}

/** All promise callbacks that can run without outside help have run. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
