import type { Clock } from '#application/ports/clock.js';
import { dateInShanghai } from '#kernel/dates.js';

/** The machine's clock: instants in UTC, dates in Asia/Shanghai whatever the machine's own zone is. */
export const systemClock: Clock = {
  now: () => {
    const instant = new Date();
    return { now: instant.toISOString(), today: dateInShanghai(instant) };
  },
};
