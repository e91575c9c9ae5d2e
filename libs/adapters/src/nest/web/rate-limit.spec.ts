import { RateLimit, callerAt } from './rate-limit.js';

describe('a limit of 60 a minute', () => {
  let now = 1_000_000;
  const limit = new RateLimit(60, () => now, 3);
  const many = (caller: string, times: number) => Array.from({ length: times }, () => limit.take(caller));

  it('takes a minute’s worth at once, says how long to wait, and takes one more for every second', () => {
    expect(many('a', 60)).toEqual(Array.from({ length: 60 }, () => 0));
    expect(many('a', 2)).toEqual([1, 1]);
    now += 1000;
    expect(many('a', 2)).toEqual([0, 1]);
    now += 600_000;
    expect(many('a', 61).filter((wait) => wait > 0)).toHaveLength(1);
  });
  it('counts each caller for himself, and forgets who was silent longest', () => {
    expect([limit.take('b'), limit.take('c'), limit.size]).toEqual([0, 0, 3]);
    expect(limit.take('a')).toBe(1);
    limit.take('d');
    expect(limit.size).toBe(3);
    expect(limit.take('a')).toBe(0); // forgotten, as the oldest
  });
});

it('counts an address of IPv4, a network of IPv6, and this machine not at all', () => {
  expect(['10.1.2.3', '::ffff:10.1.2.3', '2001:db8:1:2:3::4', '2001:db8:1:2:9::9'].map(callerAt)).toEqual([
    ...['10.1.2.3', '::ffff:10.1.2.3', '2001:db8:1:2::/64', '2001:db8:1:2::/64'],
  ]);
  expect(['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1'].map(callerAt)).toEqual(Array.from({ length: 4 }));
});
