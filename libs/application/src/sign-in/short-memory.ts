import type { Instant } from '../kernel.js';

/** Milliseconds for which what was looked up is taken for so: the most by which another process may be late. */
const FRESH = 1000;
/** Keys remembered at most. */
const MOST = 10_000;

/** Spares looking the same thing up for every request of a busy caller. */
export class ShortMemory<Value> {
  private readonly kept = new Map<string, { readonly at: number; readonly value: Value }>();
  private forgotten = 0;

  /** What is remembered of a key, or found now. What was being looked up while all was forgotten is not kept. */
  async get(key: string, now: Instant, find: () => Promise<Value | undefined>): Promise<Value | undefined> {
    const at = Date.parse(now);
    const known = this.kept.get(key);
    if (known !== undefined && at >= known.at && at - known.at < FRESH) return known.value;
    const { forgotten } = this;
    const value = await find();
    if (forgotten === this.forgotten) this.set(key, value, at);
    return value;
  }

  /** Puts another value in the place of one that is remembered, for as long as that one would have been. */
  amend(key: string, value: Value): void {
    const known = this.kept.get(key);
    if (known !== undefined) this.kept.set(key, { ...known, value });
  }

  forget(): void {
    this.forgotten += 1;
    this.kept.clear();
  }

  private set(key: string, value: Value | undefined, at: number): void {
    if (this.kept.size >= MOST) this.kept.clear();
    if (value === undefined) this.kept.delete(key);
    else this.kept.set(key, { at, value });
  }
}
