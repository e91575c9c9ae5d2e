import type { Anchor, Rewinding } from './anchor.js';
import type { ChainFinding } from './finding.js';

type Stretch = { readonly begins: number; ends: number };

/** Holds the hashes of a chain against the anchors, as they are gone through. */
export class CheckedAnchors {
  private readonly open: ReadonlyMap<string, Map<number, Anchor[]>>;
  /** What of each log the chain holds. */
  private readonly held = new Map<string, Stretch>();
  private here = new Map<number, Anchor[]>();
  private stretch: Stretch = { begins: 0, ends: 0 };
  private firstWrong: ChainFinding | undefined;
  private holding = 0;

  constructor(
    private readonly anchors: readonly Anchor[],
    private readonly rewindings: readonly Rewinding[],
  ) {
    const open = new Map<string, Map<number, Anchor[]>>();
    for (const anchor of anchors) {
      const log = open.get(anchor.logId) ?? new Map<number, Anchor[]>();
      open.set(anchor.logId, log);
      log.set(anchor.position, [...(log.get(anchor.position) ?? []), anchor]);
    }
    this.open = open;
  }

  get count(): number {
    return this.anchors.length;
  }

  /** The chain goes on with a log, after a position. */
  begin(logId: string, after: number): void {
    this.here = this.open.get(logId) ?? new Map();
    this.stretch = this.held.get(logId) ?? { begins: after, ends: after };
    this.held.set(logId, this.stretch);
  }

  pass(position: number, hash: Uint8Array): void {
    this.stretch.ends = position;
    const anchors = this.here.get(position);
    if (anchors === undefined) return;
    this.here.delete(position);
    const found = Buffer.from(hash).toString('hex');
    const wrong = anchors.find((anchor) => anchor.hash !== found);
    if (wrong === undefined) this.holding = position;
    else this.rewritten(wrong, `${found}, anchored as ${wrong.hash}`);
  }

  /** What the anchors say that the chain does not reach; the lowest of each kind. */
  end(current: string | undefined): readonly ChainFinding[] {
    const found = new Map<string, ChainFinding>();
    const note = (finding: ChainFinding): void => {
      const known = found.get(`${finding.fault} ${finding.detail}`);
      if (known === undefined || finding.position < known.position)
        found.set(`${finding.fault} ${finding.detail}`, finding);
    };
    for (const [logId, left] of this.open)
      for (const anchor of [...left.values()].flat()) {
        const { position } = anchor;
        const stretch = this.held.get(logId);
        if (stretch === undefined) note({ fault: 'other-log', position, after: 0, detail: `log ${logId}` });
        else if (position <= stretch.ends) this.rewritten(anchor, `no record, anchored as ${anchor.hash}`);
        else if (logId === current) note({ fault: 'truncated', position, after: stretch.ends, detail: `log ${logId}` });
        else if (!this.answered(logId, stretch.ends))
          note({ fault: 'rewound', position, after: stretch.ends, detail: `log ${logId}` });
      }
    return [...(this.firstWrong === undefined ? [] : [this.firstWrong]), ...found.values()];
  }

  private answered(logId: string, ends: number): boolean {
    return this.rewindings.some((entry) => entry.logId === logId && entry.rewoundTo <= ends);
  }

  private rewritten({ position }: Anchor, detail: string): void {
    if (this.firstWrong !== undefined && this.firstWrong.position <= position) return;
    this.firstWrong = { fault: 'rewritten', position, after: Math.min(this.holding, position), detail };
  }
}
