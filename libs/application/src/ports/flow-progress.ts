import type { Uuid } from '../kernel.js';

/** A command of a flow that the rules refused: somebody has to look at it. */
export interface RefusedFlow {
  readonly flow: string;
  /** The event that caused it. */
  readonly eventId: Uuid;
  readonly position: number;
  readonly command: string;
  readonly streamId: Uuid;
  /** Rejection code. */
  readonly code: string;
}

/** How far the flows have looked at the log, and what of them was refused. */
export interface FlowProgress {
  /** Position of the newest event looked at; the head of the log when asked for the first time: flows do not act on the past. */
  position(): Promise<number>;
  /** The same for who only looks on: undefined where no flow has looked yet. */
  stand(): Promise<number | undefined>;
  /** Moves on, with what was refused on the way, in one transaction. */
  moveTo(position: number, refused: readonly RefusedFlow[]): Promise<void>;
  /** Newest first. */
  refused(limit: number): Promise<readonly RefusedFlow[]>;
}
