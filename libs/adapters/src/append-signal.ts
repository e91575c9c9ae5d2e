/**
 * Tells readers in this process that the log grew, right after the commit, so that they need not wait for their next
 * poll. It knows nothing of other processes.
 */
export class AppendSignal {
  private newest = 0;
  private readonly waiting = new Set<() => void>();

  /** Highest position this process has appended, 0 before the first. */
  get position(): number {
    return this.newest;
  }

  raise(position: number): void {
    if (position <= this.newest) return;
    this.newest = position;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next growth of the log, or after the time-out in milliseconds. */
  next(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }
}
