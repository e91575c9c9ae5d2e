import { Later } from '#application/sign-in/later.js';

type Job = () => Promise<void>;

/**
 * Does work a few at a time and lets a bounded number wait: what takes memory and a processor, as password hashing and the
 * writing of large files do. Whoever comes when too many wait is told to come again.
 */
export class BoundedQueue {
  private readonly waiting: Job[] = [];
  private running = 0;

  /** `atOnce` run, `most` wait; `seconds` is what the others are told. */
  constructor(
    private readonly atOnce: number,
    private readonly most: number,
    private readonly seconds: number,
  ) {}

  /**
   * Does work when its turn comes. `first` goes before those who wait, and may be as many again.
   * @rejects too-busy more are waiting than may
   */
  async do<Answer>(work: () => Promise<Answer>, first = false): Promise<Answer> {
    if (this.waiting.length >= (first ? 2 * this.most : this.most)) throw new Later('too-busy', this.seconds);
    return new Promise((resolve, reject) => {
      const job: Job = () => work().then(resolve, reject);
      if (first) this.waiting.unshift(job);
      else this.waiting.push(job);
      this.next();
    });
  }

  private next(): void {
    if (this.running >= this.atOnce) return;
    const job = this.waiting.shift();
    if (job === undefined) return;
    this.running += 1;
    void job().finally(() => {
      this.running -= 1;
      this.next();
    });
  }
}
