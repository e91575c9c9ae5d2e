import type { Feed } from '#application/ports/feed.js';
import {
  type Lease,
  LeaseLost,
  type Leases,
  type PartitionEnd,
  type RelayProgress,
  type RelayStand,
} from '#application/ports/relay.js';
import { partitionName } from '#application/ports/topics.js';

interface Held {
  readonly epoch: number;
  readonly holder: string;
  readonly until: number;
}

/** What the relay notes of itself, without a database: for the simulator. Time is counted by a clock that it is given. */
export class MemoryRelay implements Leases, RelayProgress {
  private readonly held = new Map<string, Held>();
  private readonly ends = new Map<string, PartitionEnd>();
  private position = 0;
  private lives = 1;
  private asked = 0;
  /** Position the figures had reached at least. */
  reached = 0;
  private published: string | undefined;
  /** Asked before anything moves, so that a figure never goes back. */
  projectedTo: () => number = () => 0;

  constructor(
    private readonly log: Pick<Feed, 'logId' | 'head'>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get life(): number {
    return this.lives;
  }

  ask(life: number): void {
    this.asked = life;
  }

  /** Position of the newest event published to a partition, and of the newest published at all. */
  publishedTo(partition: string): { readonly inPartition: number; readonly altogether: number } {
    return { inPartition: this.ends.get(partition)?.position ?? 0, altogether: this.position };
  }

  async take(role: string, holder: string, milliseconds: number): Promise<Lease | undefined> {
    const known = this.held.get(role);
    if (known !== undefined && known.until > this.now() && known.holder !== holder) return undefined;
    const epoch = (known?.epoch ?? 0) + 1;
    this.held.set(role, { epoch, holder, until: this.now() + milliseconds });
    return { role, epoch };
  }

  async renew({ role, epoch }: Lease, milliseconds: number): Promise<void> {
    const { holder } = this.holding({ role, epoch });
    this.held.set(role, { epoch, holder, until: this.now() + milliseconds });
  }

  async release(lease: Lease): Promise<void> {
    const known = this.held.get(lease.role);
    if (known?.epoch === lease.epoch) this.held.set(lease.role, { ...known, until: this.now() - 1 });
  }

  async stand(): Promise<RelayStand> {
    const logId = await this.log.logId();
    this.published ??= logId;
    const sameLog = this.published === logId && this.position <= (await this.log.head());
    return {
      position: this.position,
      life: this.lives,
      asked: this.asked === this.lives,
      sameLog,
      ends: [...this.ends.values()],
    };
  }

  async advance(lease: Lease, position: number, ends: readonly PartitionEnd[]): Promise<void> {
    this.holding(lease);
    this.reached = Math.max(this.reached, this.projectedTo());
    this.position = position;
    for (const end of ends) this.ends.set(partitionName(end), end);
  }

  async startAgain(lease: Lease): Promise<number> {
    const logId = await this.log.logId();
    this.holding(lease);
    this.reached = Math.max(this.reached, this.projectedTo());
    this.published = logId;
    this.position = 0;
    this.ends.clear();
    this.lives += 1;
    return this.lives;
  }

  private holding({ role, epoch }: Lease): Held {
    const known = this.held.get(role);
    if (known?.epoch !== epoch) throw new LeaseLost(`another process took over the role ${role}`);
    return known;
  }
}
