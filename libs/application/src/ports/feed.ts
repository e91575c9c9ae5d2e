import type { RecordedEvent } from '../kernel.js';

/** A slice of the log after a position, in position order, with nothing left out. */
export interface FeedBatch {
  readonly events: readonly RecordedEvent[];
  /** Highest position in the log when the slice was read. */
  readonly head: number;
}

export interface Feed {
  read(after: number, limit: number): Promise<FeedBatch>;
  head(): Promise<number>;
  /** Identity of this log; it changes when the log is rewound or replaced. */
  logId(): Promise<string>;
  /** Resolves when an event after the position may be there, or after the time-out (ms). A hint, never a promise. */
  wait(after: number, milliseconds: number): Promise<void>;
}
