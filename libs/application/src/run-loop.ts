/** What a loop's step says of itself: `busy` when there is more to do at once, `idle` when not. */
export type Turn = 'busy' | 'idle';

export interface LoopOptions {
  readonly step: () => Promise<Turn>;
  /** Waits for something to do, no longer than a moment. */
  readonly rest: () => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds of the first and the longest pause after errors in a row. */
  readonly pause?: { readonly first: number; readonly longest: number };
}

const PAUSE = { first: 100, longest: 5000 };

/** Runs a step over and over until stopped; after an error it pauses, longer each time, and goes on. */
export class Loop {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  constructor(private readonly options: LoopOptions) {}

  start(): void {
    this.stopping = false;
    this.running ??= this.run();
  }

  /** Lets the step at hand finish. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
    this.running = undefined;
  }

  private async run(): Promise<void> {
    const { step, rest, onError, pause = PAUSE } = this.options;
    let next = pause.first;
    while (!this.stopping) {
      try {
        const turn = await step();
        next = pause.first;
        if (turn === 'idle' && !this.stopping) await rest();
      } catch (error) {
        onError(error);
        await this.sleep(next);
        next = Math.min(next * 2, pause.longest);
      }
    }
  }

  private sleep(milliseconds: number): Promise<void> {
    if (this.stopping) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
