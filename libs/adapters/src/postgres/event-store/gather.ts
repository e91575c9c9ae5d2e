/** Most keys of one query, and most queries under way at once. */
const MOST_KEYS = 500;
const MOST_QUERIES = 2;

interface Asked<Value> {
  resolve(value: Value | undefined): void;
  reject(error: unknown): void;
}

/**
 * Answers the look-ups of one event-loop turn with one query. While enough queries are under way the next one collects.
 * A look-up never joins a query that has already begun, so it sees everything committed before it was asked.
 */
export class Gather<Value> {
  private asked = new Map<string, Asked<Value>[]>();
  private underWay = 0;
  private planned = false;

  constructor(private readonly fetch: (keys: readonly string[]) => Promise<ReadonlyMap<string, Value>>) {}

  get(key: string): Promise<Value | undefined> {
    return new Promise((resolve, reject) => {
      const others = this.asked.get(key);
      if (others === undefined) this.asked.set(key, [{ resolve, reject }]);
      else others.push({ resolve, reject });
      this.plan();
    });
  }

  private plan(): void {
    if (this.planned || this.asked.size === 0 || this.underWay >= MOST_QUERIES) return;
    this.planned = true;
    setImmediate(() => {
      this.planned = false;
      void this.query();
    });
  }

  private async query(): Promise<void> {
    const batch = new Map([...this.asked].slice(0, MOST_KEYS));
    for (const key of batch.keys()) this.asked.delete(key);
    this.underWay += 1;
    this.plan();
    try {
      const found = await this.fetch([...batch.keys()]);
      for (const [key, asked] of batch) for (const { resolve } of asked) resolve(found.get(key));
    } catch (error) {
      for (const asked of batch.values()) for (const { reject } of asked) reject(error);
    } finally {
      this.underWay -= 1;
      this.plan();
    }
  }
}
