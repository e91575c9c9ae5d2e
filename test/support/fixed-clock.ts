import type { Clock } from '#application/ports/clock.js';
import { type Instant, dateInShanghai } from '#kernel/dates.js';

export interface FixedClock extends Clock {
  set(now: Instant): void;
  /** Moves on by that many milliseconds. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved. */
export const fixedClock = (now: Instant): FixedClock => {
  let at = Date.parse(now);
  return {
    now: () => ({ now: new Date(at).toISOString(), today: dateInShanghai(new Date(at)) }),
    set: (instant) => void (at = Date.parse(instant)),
    advance: (milliseconds) => void (at += milliseconds),
  };
};
