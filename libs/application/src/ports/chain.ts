import type { Anchor } from '../chain/anchor.js';

/** How far a chain has come. */
export interface ChainLag {
  /** Last position it covers; 0 before the first. */
  readonly position: number;
  /** Newest position of the table. */
  readonly head: number;
  /** When the oldest record it does not cover was stored; null where there is none. */
  readonly behindSince: string | null;
}

/** A running hash over an append-only table. */
export interface Chain {
  /**
   * Chains what came since, one block at most, and gives the number of its records; undefined where another process is at
   * it. A step that dies leaves nothing behind.
   */
  step(): Promise<number | undefined>;
  /**
   * The hash after the last record up to a position, or up to the newest. The chain is brought there first where it has not
   * come so far; undefined where there is no such record.
   */
  anchorAt(position?: number): Promise<Anchor | undefined>;
  /** Whether the chain holds an anchor, as it says itself; `taizhang verify --chain` computes it again. */
  holds(anchor: Anchor): Promise<boolean>;
  lag(): Promise<ChainLag>;
}

/** Seconds since the oldest record that nothing vouches for yet was stored; 0 where there is none. */
export const secondsUnchained = async (chain: Pick<Chain, 'lag'>, now: number): Promise<number> => {
  const { behindSince } = await chain.lag();
  return behindSince === null ? 0 : Math.max(0, now - Date.parse(behindSince)) / 1000;
};

/** Anchors kept outside the database. */
export interface AnchorFile {
  /** On disk when it answers. */
  append(anchor: Anchor): Promise<void>;
}
