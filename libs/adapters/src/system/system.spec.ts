import { setTimeout as pause } from 'node:timers/promises';
import { isUuid } from '#kernel/ids.js';
import { atMost } from '../../../../test/support/marks.js';
import { systemClock } from './clock.js';
import { systemIds } from './ids.js';
import { releaseMemory } from './memory.js';

afterEach(() => jest.useRealTimers());

it('the clock gives the Shanghai date of a UTC instant, also around midnight', () => {
  jest.useFakeTimers({ now: Date.parse('2023-12-31T15:59:59.999Z') });
  expect(systemClock.now()).toEqual({ now: '2023-12-31T15:59:59.999Z', today: '2023-12-31' });
  jest.setSystemTime(Date.parse('2023-12-31T16:00:00.000Z'));
  expect(systemClock.now()).toEqual({ now: '2023-12-31T16:00:00.000Z', today: '2024-01-01' });
});

it('ids are distinct UUIDs in the order of time', () => {
  jest.useFakeTimers({ now: 1_700_000_000_000 });
  const first = systemIds.next();
  const sameMoment = Array.from({ length: 1000 }, () => systemIds.next());
  jest.setSystemTime(1_700_000_000_001);
  const later = systemIds.next();
  expect(new Set([first, ...sameMoment, later]).size).toBe(1002);
  expect([first, later, ...sameMoment].every(isUuid)).toBe(true);
  expect(sameMoment.every((id) => id < later)).toBe(true);
});

it('memory that is no longer used is given back', async () => {
  const held = { ballast: Array.from({ length: 40 }, () => Buffer.alloc(2_000_000, 1)) };
  const full = process.memoryUsage().arrayBuffers;
  expect(full).toBeGreaterThan(80_000_000);
  held.ballast.length = 0;
  // What is collected is handed back by a thread of its own, which may be at it yet.
  await atMost(full - 70_000_000, async () => {
    releaseMemory();
    await pause(100);
    return process.memoryUsage().arrayBuffers;
  });
});
