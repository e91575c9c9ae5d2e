import fc from 'fast-check';
import type { RecordedEvent } from './kernel.js';
import { positionAt } from './position-at.js';

const START = Date.parse('2023-01-01T00:00:00.000Z');
const at = (milliseconds: number): string => new Date(START + milliseconds).toISOString();

/** A log of events at the given distances in time, with holes between its positions. */
const logOf = (gaps: readonly { hole: number; pause: number }[]) => {
  let position = 0;
  let time = 0;
  const events = gaps.map(({ hole, pause }) => {
    position += hole;
    time += pause;
    return { position, recordedAt: at(time) } as RecordedEvent;
  });
  const feed = {
    head: async () => events.at(-1)?.position ?? 0,
    read: async (after: number, limit: number) => ({
      events: events.filter((event) => event.position > after).slice(0, limit),
      head: events.at(-1)?.position ?? 0,
    }),
  };
  return { events, feed };
};

describe('the position at an instant', () => {
  it('is that of the last event recorded by then, whatever the holes in the log', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ hole: fc.integer({ min: 1, max: 5 }), pause: fc.integer({ min: 0, max: 50 }) })),
        fc.integer({ min: -10, max: 600 }),
        async (gaps, time) => {
          const { events, feed } = logOf(gaps);
          const expected = events.filter((event) => event.recordedAt <= at(time)).at(-1)?.position ?? 0;
          expect(await positionAt(feed, at(time))).toBe(expected);
        },
      ),
    ));
});
