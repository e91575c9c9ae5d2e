import { type AnchorEntry, isRewinding } from './anchor.js';
import {
  type ChainBlock,
  type ChainSegment,
  HASH_BYTES,
  digestOf,
  genesisOf,
  hashAt,
  nextHash,
  sameHash,
} from './block.js';
import { CheckedAnchors } from './check-anchors.js';
import { type ChainFault, type ChainFinding, MOST_FINDINGS } from './finding.js';
import type { ChainRecord } from './record.js';
import type { Instant } from '../kernel.js';

/** What a check of a whole chain found. */
export interface ChainVerdict {
  readonly chain: string;
  /** Records whose hash was computed again. */
  readonly records: number;
  readonly blocks: number;
  /** Last position of the chain; 0 where there is none. */
  readonly position: number;
  /** Running hash there. */
  readonly hash: string | null;
  readonly anchors: number;
  /** In order of position, 1,000 at most; `wrong` counts them all. */
  readonly findings: readonly ChainFinding[];
  readonly wrong: number;
}

/** What was dropped because it was old: records up to a position, of blocks made before an instant. */
export interface Expired {
  readonly through: number;
  readonly before: Instant;
}

interface OpenBlock {
  readonly block: ChainBlock;
  readonly intact: boolean;
  /** Whether it begins with the hash that the one before ends in. */
  readonly follows: boolean;
  /** Findings there were when it was opened. */
  readonly before: number;
  /** Place of the next position of its list. */
  at: number;
}

/**
 * Computes a chain again, record by record: memory does not grow with it. Segments, blocks and records are handed in as they
 * follow each other. After something wrong it goes on from what the chain says, so that everything wrong is named.
 */
export class ChainVerification {
  private readonly findings: ChainFinding[] = [];
  private readonly anchors: CheckedAnchors;
  private wrong = 0;
  private records = 0;
  private blocks = 0;
  private segment: ChainSegment | undefined;
  private open: OpenBlock | undefined;
  private lastNumber = 0;
  private end = 0;
  private hash: Uint8Array | undefined;
  /** A segment that does not go on from where the one before ends; a block that is gone may be why. */
  private loose: number | undefined;
  /** A block that is gone, until a record of it shows where it began, and where the next one begins. */
  private lost: number | undefined;
  private passOver = Number.MIN_SAFE_INTEGER;
  /** What the last hash would be from the record, where the chain says otherwise. */
  private alternate: Uint8Array | undefined;

  constructor(
    private readonly chain: string,
    entries: readonly AnchorEntry[] = [],
    private readonly expired?: Expired,
  ) {
    const own = entries.filter((entry) => entry.chain === chain);
    this.anchors = new CheckedAnchors(
      own.flatMap((entry) => (isRewinding(entry) ? [] : [entry])),
      own.filter(isRewinding),
    );
  }

  /** Last position gone through. */
  get position(): number {
    return this.end;
  }

  /** Opens the segment that the next blocks belong to. */
  begin(segment: ChainSegment): void {
    this.finish();
    const { number, after, previous, logId } = segment;
    const follows = this.hash === undefined ? previous === null : previous !== null && this.isEnd(previous);
    const genuine = sameHash(segment.genesis, genesisOf(segment)) && number === (this.segment?.number ?? 0) + 1;
    if (!genuine) this.find('segment-edited', this.end + 1, `segment ${number}`);
    else if (after !== this.end || !follows) this.loose = number;
    this.segment = segment;
    this.hash = segment.genesis;
    this.alternate = undefined;
    this.anchors.begin(logId, this.end);
  }

  /** Opens the next block; the records up to its last position are to follow. */
  block(block: ChainBlock): void {
    this.finish();
    const { number, previous, positions, hashes, digest, segment } = block;
    const [first = this.end + 1] = positions;
    const before = this.wrong;
    const follows = this.isEnd(previous);
    if (segment !== this.segment?.number) this.find('block-edited', first, `block ${number} names segment ${segment}`);
    if (number !== this.lastNumber + 1) {
      this.lost = this.lastNumber + 1;
      // Its records are as unproven as it is: they are passed over, not called inserted.
      this.passOver = first;
      this.hash = previous;
    } else if (this.loose !== undefined) this.find('segment-edited', first, `segment ${this.loose}`);
    else if (!follows) this.alternate = previous;
    this.loose = undefined;
    const intact = hashes.length === positions.length * HASH_BYTES && sameHash(digest, digestOf(block));
    this.open = { block, intact, follows, before, at: 0 };
    this.lastNumber = number;
    this.blocks += 1;
  }

  /** The next record of the table, in order of position. */
  record({ position, bytes }: ChainRecord): void {
    const open = this.open;
    if (open === undefined) return;
    this.nameLost(position);
    if (position < this.passOver) return;
    // What was read of a segment before is read once; positions begin at 1.
    if (position <= this.end && position > 0) return;
    const { positions } = open.block;
    for (let next = positions[open.at]; next !== undefined && next < position; next = positions[open.at])
      this.missing(open, next);
    if (positions[open.at] === position) this.compare(open, position, bytes);
    else this.find(open.intact ? 'record-inserted' : 'block-edited', position, `block ${open.block.number}`);
  }

  /** The verdict, when everything was handed in. */
  verdict(): ChainVerdict {
    this.finish();
    const fromAnchors = this.anchors.end(this.segment?.logId);
    const findings = [...this.findings, ...fromAnchors].sort((one, other) => one.position - other.position);
    return {
      chain: this.chain,
      records: this.records,
      blocks: this.blocks,
      position: this.end,
      hash: this.hash === undefined ? null : Buffer.from(this.hash).toString('hex'),
      anchors: this.anchors.count,
      findings: findings.slice(0, MOST_FINDINGS),
      wrong: this.wrong + fromAnchors.length,
    };
  }

  private compare(open: OpenBlock, position: number, bytes: Uint8Array): void {
    const { algorithm, number } = open.block;
    const stated = hashAt(open.block, open.at);
    open.at += 1;
    const computed = nextHash(algorithm, this.hash ?? new Uint8Array(), bytes);
    const holds =
      sameHash(computed, stated) ||
      (this.alternate !== undefined && sameHash(nextHash(algorithm, this.alternate, bytes), stated));
    if (!holds) this.find(open.intact ? 'record-edited' : 'block-edited', position, `block ${number}`);
    this.alternate = holds ? undefined : computed;
    this.pass(position, stated.length === HASH_BYTES ? stated : computed);
    this.records += 1;
  }

  private missing(open: OpenBlock, position: number): void {
    if (!this.hasExpired(open, position))
      this.find(open.intact ? 'record-missing' : 'block-edited', position, `block ${open.block.number}`);
    const stated = hashAt(open.block, open.at);
    open.at += 1;
    this.alternate = undefined;
    this.pass(position, stated);
  }

  /** The hash a record had stays when the record is dropped: what follows is held against it. */
  private hasExpired({ intact, block }: OpenBlock, position: number): boolean {
    const { expired } = this;
    return expired !== undefined && intact && position <= expired.through && block.chainedAt <= expired.before;
  }

  private pass(position: number, hash: Uint8Array): void {
    this.hash = hash;
    this.end = Math.max(this.end, position);
    this.anchors.pass(position, hash);
  }

  private nameLost(position: number): void {
    if (this.lost === undefined) return;
    this.find('block-missing', Math.min(position, this.passOver), `block ${this.lost}`);
    this.lost = undefined;
  }

  private finish(): void {
    const open = this.open;
    if (open === undefined) return;
    const { block, intact, follows, before } = open;
    this.nameLost(this.passOver);
    for (let next = block.positions[open.at]; next !== undefined; next = block.positions[open.at])
      this.missing(open, next);
    // What was changed of it is nothing that a record could show.
    if (this.wrong === before && !(intact && follows && block.positions.length > 0))
      this.find('block-edited', block.positions[0] ?? this.end + 1, `block ${block.number}`);
    this.open = undefined;
  }

  private isEnd(hash: Uint8Array): boolean {
    return [this.hash, this.alternate].some((end) => end !== undefined && sameHash(end, hash));
  }

  private find(fault: ChainFault, position: number, detail: string): void {
    this.wrong += 1;
    if (this.findings.length < MOST_FINDINGS)
      this.findings.push({ fault, position, after: Math.min(this.end, position - 1), detail });
  }
}
