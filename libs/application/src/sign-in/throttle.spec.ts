import type { Try } from '../ports/sessions.js';
import { networkOf } from './network.js';
import { type ThrottleRule, deviceSource, passwordThrottle, pauseBefore, secondFactorThrottle } from './throttle.js';

const at = (milliseconds: number): string => new Date(Date.parse('2024-01-01T00:00:00Z') + milliseconds).toISOString();
const HOUR = 3_600_000;

/** Tries as fast as the rule lets one, from `sources` in turn, for some hours; gives when each was looked at. */
const guesses = (rule: ThrottleRule, sources: readonly string[], hours: number): readonly number[] => {
  const before: Try[] = [];
  const times: number[] = [];
  for (let now = 0; now < hours * HOUR;) {
    const [next] = sources
      .map((source) => ({ source, pause: pauseBefore(rule, before, source, at(now)) }))
      .sort((a, b) => a.pause - b.pause);
    if (next === undefined) return times;
    now += next.pause;
    before.push({ source: next.source, at: at(now) });
    times.push(now);
  }
  return times;
};
const mostWithin = (times: readonly number[], span: number): number =>
  Math.max(...times.map((from) => times.filter((time) => time >= from && time < from + span).length));

it.each(['dengbao3', 'asvs'] as const)(
  '%s: no more than 20 tries of a user in any hour, from 1, 10 or 1,000 networks',
  (name) => {
    for (const networks of [1, 10, 1000]) {
      const sources = Array.from({ length: networks }, (_, index) => `10.0.${index}.0/24`);
      expect(mostWithin(guesses(passwordThrottle[name], sources, 2), HOUR)).toBeLessThanOrEqual(20);
    }
  },
);

it('the pause after wrong tries grows', () => {
  const times = guesses(passwordThrottle.asvs, ['a'], 4);
  const pauses = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(pauses.slice(0, 8)).toEqual([0, 0, 5000, 15_000, 30_000, 60_000, 300_000, 900_000]);
  expect(passwordThrottle.dengbao3.pauses.at(4)).toBe(HOUR / 2);
});

it('strangers use up nothing of a device that is known', () => {
  const before = Array.from({ length: 20 }, (_, index) => ({ source: `n${index}`, at: at(0) }));
  expect(pauseBefore(passwordThrottle.dengbao3, before, 'another', at(1))).toBe(HOUR - 1);
  expect(pauseBefore(passwordThrottle.dengbao3, before, deviceSource('d'), at(1))).toBe(0);
});

it('one-time passwords: at most five tries in half a minute, from anywhere', () => {
  const sources = Array.from({ length: 50 }, (_, index) => (index % 2 ? `n${index}` : deviceSource(`d${index}`)));
  const times = guesses(secondFactorThrottle, sources, 2);
  expect(mostWithin(times, 30_000)).toBe(5);
  expect(mostWithin(times, HOUR)).toBe(20);
});

it.each([
  ['10.1.2.3', '10.1.2.0/24'],
  ['::ffff:10.1.2.3', '10.1.2.0/24'],
  ['2001:0db8:0:1:aaaa::7', '2001:db8:0:1::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['unknown', 'unknown'],
])('%s is of %s', (address, network) => expect(networkOf(address)).toBe(network));
