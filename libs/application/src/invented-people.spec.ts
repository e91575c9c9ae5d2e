import { checkResidentNumber } from '#kernel/identity-number.js';
import { inventPerson } from './invented-people.js';
import type { PersonDetails } from './ports/person-registry.js';
import { seededRandom } from './seeded-random.js';
import { PersonDesk } from './simulate.js';

const DAY = '2023-01-01';

it('invents people with a number that is formally right, of the sex and age asked for', () => {
  for (let at = 0; at < 300; at += 1) {
    const sex = at % 2 === 0 ? 'male' : 'female';
    const person = inventPerson('430922', `p${at}`, DAY, { sex, age: 17 + (at % 50) });
    const { idNo = '', birthDate } = person;
    expect(checkResidentNumber(idNo, { sex, ...(birthDate === undefined ? {} : { birthDate }) }, 'idNo')).toEqual([]);
    expect(person.sex).toBe(sex);
    const birthday = `${2023 - (17 + (at % 50))}-01-01`;
    expect((birthDate ?? '') <= birthday && (birthDate ?? '') > `${Number(birthday.slice(0, 4)) - 1}-01-01`).toBe(true);
  }
  expect(inventPerson('430922', 'p1', DAY)).toEqual(inventPerson('430922', 'p1', DAY));
  expect(inventPerson('430922', 'p1', DAY)).not.toEqual(inventPerson('430922', 'p2', DAY));
});

describe('the desk where simulated people are registered', () => {
  const desk = (register: (people: readonly PersonDetails[]) => Promise<string[]>) =>
    new PersonDesk({ registerMany: (_bureau, people) => register(people) }, '430922', DAY);

  it('registers those that ask together at once, nobody twice, and no two under one number', async () => {
    const calls: (readonly PersonDetails[])[] = [];
    const at = desk((people) => {
      calls.push(people);
      return Promise.resolve(people.map(({ idNo }) => idNo ?? ''));
    });
    const keys = Array.from({ length: 5000 }, (_, index) => `k${index}`);
    const refs = await Promise.all([...keys, 'k0'].map((key) => at.person(key, { age: 30 })));
    expect([calls.length, calls[0]?.length, new Set(refs).size]).toEqual([1, 5000, 5000]);
    expect(refs[5000]).toBe(refs[0]);
    await at.person('later');
    expect(calls.length).toBe(2);
  });

  it('tells everybody who waits when the registry fails', async () => {
    const at = desk(() => Promise.reject(new Error('registry is away')));
    const asked = await Promise.allSettled([at.person('a'), at.person('b')]);
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  });
});

describe('seeded randomness', () => {
  it('repeats for a seed, differs for another, and stays within its bounds', () => {
    const draws = (seed: string) => Array.from({ length: 1000 }, seededRandom(seed).next);
    expect(draws('a')).toEqual(draws('a'));
    expect(draws('a')).not.toEqual(draws('b'));
    expect(draws('a').every((value) => value >= 0 && value < 1)).toBe(true);
    const mean = draws('a').reduce((sum, value) => sum + value, 0) / 1000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.05);
    const random = seededRandom('c');
    const days = Array.from({ length: 2000 }, () => random.date('2023-12-30', '2024-01-02'));
    expect([...new Set(days)].sort()).toEqual(['2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02']);
    expect(random.shuffle([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
    expect(() => random.pick([])).toThrow('nothing to pick from');
  });
});
