import type { Feed } from '#application/ports/feed.js';
import type { FlowProgress, RefusedFlow } from '#application/ports/flow-progress.js';

/** How far flows have looked, without a database. */
export class MemoryFlowProgress implements FlowProgress {
  private at: number | undefined;
  private readonly list: RefusedFlow[] = [];

  constructor(private readonly feed: Pick<Feed, 'head'>) {}

  async position(): Promise<number> {
    this.at ??= await this.feed.head();
    return this.at;
  }

  async stand(): Promise<number | undefined> {
    return this.at;
  }

  async moveTo(position: number, refused: readonly RefusedFlow[]): Promise<void> {
    this.at = position;
    this.list.unshift(...[...refused].reverse());
  }

  async refused(limit: number): Promise<readonly RefusedFlow[]> {
    return this.list.slice(0, limit);
  }
}
