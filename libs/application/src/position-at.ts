import type { Instant } from './kernel.js';
import type { Feed } from './ports/feed.js';

/**
 * The last position recorded at or before an instant: what a report "as known on that day" reads up to; 0 before the first
 * event. Recording times rise with positions, so some twenty reads of one event find it in a log of any size.
 */
export const positionAt = async (feed: Pick<Feed, 'read' | 'head'>, instant: Instant): Promise<number> => {
  const wanted = Date.parse(instant);
  let before = 0;
  let beyond = (await feed.head()) + 1;
  while (beyond - before > 1) {
    const middle = Math.floor((before + beyond) / 2);
    const [event] = (await feed.read(middle - 1, 1)).events;
    if (event === undefined || event.position >= beyond || Date.parse(event.recordedAt) > wanted) beyond = middle;
    else before = event.position;
  }
  return before;
};
