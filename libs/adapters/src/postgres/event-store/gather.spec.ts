import { Gather } from './gather.js';

const slow = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('gathered look-ups', () => {
  it('ask once for all keys of a turn, and once for a key asked twice', async () => {
    const queries: (readonly string[])[] = [];
    const gather = new Gather(async (keys) => {
      queries.push(keys);
      return new Map(keys.filter((key) => key !== 'absent').map((key) => [key, key.toUpperCase()]));
    });
    expect(await Promise.all(['a', 'b', 'a', 'absent'].map((key) => gather.get(key)))).toEqual([
      'A',
      'B',
      'A',
      undefined,
    ]);
    expect(queries).toEqual([['a', 'b', 'absent']]);
  });

  it('never answer from a query that began before the question', async () => {
    let committed = 'old';
    const gather = new Gather(async (keys) => {
      const seen = committed;
      await slow(10);
      return new Map(keys.map((key) => [key, seen]));
    });
    const first = gather.get('a');
    await slow(3);
    committed = 'new';
    expect(await gather.get('a')).toBe('new');
    expect(await first).toBe('old');
  });

  it('collect while two queries are under way, and split what is too much for one', async () => {
    const sizes: number[] = [];
    let underWay = 0;
    const gather = new Gather(async (keys) => {
      sizes.push(keys.length);
      underWay += 1;
      expect(underWay).toBeLessThanOrEqual(2);
      await slow(5);
      underWay -= 1;
      return new Map(keys.map((key) => [key, key]));
    });
    const asked = Array.from({ length: 1_300 }, (_, at) => gather.get(String(at)));
    expect(await Promise.all(asked)).toHaveLength(1_300);
    expect(sizes).toEqual([500, 500, 300]);
  });

  it('fail for those who asked, and go on', async () => {
    let broken = true;
    const gather = new Gather(async (keys) => {
      if (broken) throw new Error('down');
      return new Map(keys.map((key) => [key, key]));
    });
    await expect(gather.get('a')).rejects.toThrow('down');
    broken = false;
    expect(await gather.get('a')).toBe('a');
  });
});
