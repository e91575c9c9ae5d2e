import { randomUUID } from 'node:crypto';
import { someLook } from '../../../../test/support/some-look.js';
import type { Look } from './look.js';
import { ODD_MINORS, oddUses } from './odd-use.js';

let position = 0;
const START = Date.parse('2023-06-01T02:00:00.000Z');
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString();
const seen = (seconds: number, minors: readonly string[], name = 'clerk'): Look => ({
  ...someLook({ name, subjects: minors, minors }),
  ...{ position: (position += 1), at: at(seconds) },
});
const different = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());
const eachAlone = (count: number, every: number, from = 0, name = 'clerk'): readonly Look[] =>
  different(count).map((minor, place) => seen(from + place * every, [minor], name));

describe('odd use of what is held of minors', () => {
  it('is many of them in ten minutes, by one person, one by one or in one list', () => {
    expect(oddUses(eachAlone(ODD_MINORS, 20))).toEqual([
      {
        ...{ kind: 'many-minors', caller: 'clerk', minors: ODD_MINORS, from: at(0), to: at(20 * (ODD_MINORS - 1)) },
        position: expect.any(Number),
      },
    ]);
    expect(oddUses([seen(0, different(ODD_MINORS))])).toHaveLength(1);
  });
  it('is not one fewer, nor as many over a day, nor of several persons, nor one minor again and again', () => {
    expect(oddUses(eachAlone(ODD_MINORS - 1, 1))).toEqual([]);
    expect(oddUses(eachAlone(ODD_MINORS * 3, 60))).toEqual([]);
    const both = [...eachAlone(ODD_MINORS - 1, 1, 0, 'one'), ...eachAlone(ODD_MINORS - 1, 1, 0, 'two')];
    expect(oddUses(both)).toEqual([]);
    const [minor = ''] = different(1);
    expect(oddUses(Array.from({ length: 100 }, (_, place) => seen(place, [minor])))).toEqual([]);
  });
  it('is one stretch as long as it goes on, and another when it begins again; the newest first, in whatever order looks come', () => {
    const looks = [...eachAlone(100, 5), ...eachAlone(ODD_MINORS, 5, 7200)];
    const uses = oddUses(looks.toReversed());
    expect(uses.map(({ minors, from }) => [minors, from])).toEqual([
      [ODD_MINORS, at(7200)],
      [100, at(0)],
    ]);
  });
});
