import fc from 'fast-check';
import { type Fact, type Spell, valueOn } from './facts.js';
import { addDays } from '#kernel/dates.js';
import { isUuid } from '#kernel/ids.js';
import { exact } from '#kernel/money.js';
import { type Condition, defineMeasure } from './measure.js';
import { type PostedAmount, compileMeasure, differences, fieldsOf, postsAlike } from './measure-postings.js';

const register = defineMeasure({
  code: 't.register',
  fact: 't.case',
  unit: '人',
  kind: 'stock',
  from: 'inOn',
  to: 'outOn',
});
const left = defineMeasure({ code: 't.left', fact: 't.case', unit: '人', kind: 'flow', on: 'outOn' });
const classed = defineMeasure({
  code: 't.classed',
  fact: 't.case',
  unit: '例',
  kind: 'cohort',
  cohort: 'inOn',
  from: 'judgedOn',
  to: 'outOn',
});
const paid = defineMeasure({ code: 't.paid', fact: 't.case', unit: '元', kind: 'flow', on: 'inOn', sum: 'amount' });

const fact = (fields: Fact['fields'], office: Fact['office'] = 'A', person = 'p1'): Fact => ({
  kind: 't.case',
  key: 'k',
  office,
  person,
  fields,
});

const total = (postings: readonly PostedAmount[], upTo = '9999-12-31'): string =>
  postings
    .filter(({ on }) => on <= upTo)
    .reduce((sum, { amount }) => sum.plus(amount), exact(0))
    .toString();

describe('a flow', () => {
  const post = compileMeasure(left);

  it('posts once, on its date, in the office in charge that day', () =>
    expect(post(fact({ outOn: '2023-12-31' }))).toEqual([
      { office: 'A', on: '2023-12-31', cohort: null, splits: '{}', amount: 1, person: 'p1' },
    ]));
  it('posts nothing without its date', () => expect(post(fact({ inOn: '2023-12-31' }))).toEqual([]));
  it('belongs to the old office on 31 December and to the new one from 1 January', () => {
    const moved = [
      { from: '2020-01-01', value: 'A' },
      { from: '2024-01-01', value: 'B' },
    ];
    expect(post(fact({ outOn: '2023-12-31' }, moved))[0]?.office).toBe('A');
    expect(post(fact({ outOn: '2024-01-01' }, moved))[0]?.office).toBe('B');
    expect(post(fact({ outOn: '2019-05-01' }, moved))[0]?.office).toBe('A');
  });
  it('of a bureau posts neither a day that is none nor an amount that is none', () => {
    const own = compileMeasure({ ...paid, bureau: '430922' });
    expect(own(fact({ inOn: '2023-05-01', amount: '5.50' }))).toHaveLength(1);
    expect(own(fact({ inOn: 'in review', amount: '5.50' }))).toEqual([]);
    expect(own(fact({ inOn: '2023-02-30', amount: '5.50' }))).toEqual([]);
    expect(own(fact({ inOn: '2023-05-01', amount: '2023-05-01' }))).toEqual([]);
  });
  it('remembers the person only where persons are counted', () => {
    const acts = compileMeasure({ ...left, unit: '人次' });
    expect(acts(fact({ outOn: '2023-01-01' }))[0]?.person).toBeNull();
  });
});

describe('a measure that counts something else than persons once', () => {
  const reached = defineMeasure({
    code: 't.reached',
    fact: 't.case',
    unit: '个',
    kind: 'flow',
    on: 'inOn',
    distinct: 'village',
  });
  const post = compileMeasure(reached);
  const villageOf = (village: string | undefined, person = 'p1') =>
    post(fact({ inOn: '2023-05-01', village }, 'A', person))[0]?.person;

  it('remembers the thing, the same one for the same text whoever the person is', () => {
    expect(villageOf('v1')).toBe(villageOf('v1', 'p2'));
    expect(villageOf('v1')).not.toBe(villageOf('v2'));
    expect(isUuid(villageOf('v1'))).toBe(true);
  });
  it('remembers nobody where the text is missing', () => expect(villageOf(undefined)).toBeNull());
  it('reads the text, so that a correction of it posts again', () => {
    const [before, after] = ['v1', 'v2'].map((village) => fact({ inOn: '2023-05-01', village })) as [Fact, Fact];
    expect(postsAlike(fieldsOf(reached), before, after)).toBe(false);
    expect(differences(post(before), post(after)).map(({ amount }) => amount)).toEqual([-1, 1]);
  });
});

describe('a sum', () => {
  const post = compileMeasure(paid);

  it('keeps exact decimals as they are written', () => {
    const postings = Array.from({ length: 10 }, () => post(fact({ inOn: '2023-01-01', amount: '0.1' }))).flat();
    expect(total(postings)).toBe('1');
  });
  it.each([undefined, '', '0.00', 0])('posts nothing for the amount %p', (amount) =>
    expect(post(fact({ inOn: '2023-01-01', amount }))).toEqual([]),
  );
  it('is reversed exactly when the amount is corrected to zero', () => {
    const before = post(fact({ inOn: '2023-01-01', amount: '12.30' }));
    const change = differences(before, post(fact({ inOn: '2023-01-01', amount: '0' })));
    expect(change).toEqual([expect.objectContaining({ amount: '-12.30' })]);
    expect(total([...before, ...change])).toBe('0');
  });
  it('reverses a negative amount', () =>
    expect(differences(post(fact({ inOn: '2023-01-01', amount: '-4.5' })), [])[0]?.amount).toBe('4.5'));
});

describe('a stock', () => {
  const post = compileMeasure(register);

  it('counts from its first day to the day before its end', () => {
    const postings = post(fact({ inOn: '2023-01-01', outOn: '2023-12-31' }));
    expect(['2022-12-31', '2023-01-01', '2023-12-30', '2023-12-31'].map((b) => total(postings, b))).toEqual([
      '0',
      '1',
      '1',
      '0',
    ]);
  });
  it('stays open without an end', () => expect(total(post(fact({ inOn: '2023-01-01' })))).toBe('1'));
  it('posts nothing for an empty or backward stretch', () => {
    expect(post(fact({ inOn: '2023-01-01', outOn: '2023-01-01' }))).toEqual([]);
    expect(post(fact({ inOn: '2023-01-02', outOn: '2023-01-01' }))).toEqual([]);
  });
  it('moves with the office on the day of the transfer', () => {
    const office = [
      { from: '2023-01-01', value: 'A' },
      { from: '2023-07-01', value: 'B' },
      { from: '2024-03-01', value: 'C' },
    ];
    const postings = post(fact({ inOn: '2023-01-01', outOn: '2023-12-31' }, office));
    expect(postings.map(({ office: at, on, amount }) => [at, on, amount])).toEqual([
      ['A', '2023-01-01', 1],
      ['A', '2023-07-01', -1],
      ['B', '2023-07-01', 1],
      ['B', '2023-12-31', -1],
    ]);
  });
  it('does not move on the day it ends', () => {
    const office = [
      { from: '2023-01-01', value: 'A' },
      { from: '2023-12-31', value: 'B' },
    ];
    const postings = post(fact({ inOn: '2023-01-01', outOn: '2023-12-31' }, office));
    expect(postings.map(({ office: at, on, amount }) => [at, on, amount])).toEqual([
      ['A', '2023-01-01', 1],
      ['A', '2023-12-31', -1],
    ]);
  });
  it('moves between the values of a split that holds spells, sorted and as text', () => {
    const byLevel = compileMeasure({ ...register, splits: ['level', 'age', 'absent'] });
    const level = [
      { from: '2023-02-01', value: 'strict' },
      { from: '2023-03-01', value: 'normal' },
    ];
    const postings = byLevel(fact({ inOn: '2023-01-01', level, age: 30 }));
    expect(postings.map(({ splits, on, amount }) => [splits, on, amount])).toEqual([
      ['{"age":"30"}', '2023-01-01', 1],
      ['{"age":"30"}', '2023-02-01', -1],
      ['{"age":"30","level":"strict"}', '2023-02-01', 1],
      ['{"age":"30","level":"strict"}', '2023-03-01', -1],
      ['{"age":"30","level":"normal"}', '2023-03-01', 1],
    ]);
  });
  it('counts only while a condition over spells holds', () => {
    const strict = compileMeasure({ ...register, where: { level: 'strict' } });
    const level = [
      { from: '2023-02-01', value: 'strict' },
      { from: '2023-03-01', value: 'normal' },
    ];
    const postings = strict(fact({ inOn: '2023-01-01', level }));
    expect(postings.map(({ on, amount }) => [on, amount])).toEqual([
      ['2023-02-01', 1],
      ['2023-03-01', -1],
    ]);
  });
});

describe('a cohort', () => {
  const post = compileMeasure(classed);

  it('keeps the class date beside the date it stands from', () =>
    expect(post(fact({ inOn: '2023-12-31', judgedOn: '2024-01-01' }))).toEqual([
      { office: 'A', on: '2024-01-01', cohort: '2023-12-31', splits: '{}', amount: 1, person: null },
    ]));
  it('posts nothing without a class date', () => expect(post(fact({ judgedOn: '2024-01-01' }))).toEqual([]));
});

describe('a condition', () => {
  const holds = (where: Condition, fields: Fact['fields']): boolean =>
    compileMeasure({ ...left, where })(fact({ outOn: '2023-06-01', ...fields })).length === 1;

  it.each<[Condition, Fact['fields'], Fact['fields']]>([
    [{ kind: 'a' }, { kind: 'a' }, { kind: 'b' }],
    [{ late: true }, { late: true }, {}],
    [{ kind: { oneOf: ['a', 'b'] } }, { kind: 'b' }, { kind: 'c' }],
    [{ docNo: { exists: true } }, { docNo: 'x' }, {}],
    [{ docNo: { exists: false } }, {}, { docNo: 'x' }],
    [{ days: { atMost: 15 } }, { days: 15 }, { days: 16 }],
    [{ days: { atLeast: 15 } }, { days: '15.0' }, { days: '14.9' }],
    [{ days: { atMost: 15 } }, { days: 1 }, {}],
    [
      { doneOn: { notAfter: 'dueOn' } },
      { doneOn: '2023-01-02', dueOn: '2023-01-02' },
      { doneOn: '2023-01-03', dueOn: '2023-01-02' },
    ],
    [{ doneOn: { notAfter: 'dueOn' } }, { doneOn: '2023-01-01', dueOn: '2023-01-02' }, { doneOn: '2023-01-01' }],
    [
      { doneOn: { after: 'dueOn' } },
      { doneOn: '2023-01-03', dueOn: '2023-01-02' },
      { doneOn: '2023-01-02', dueOn: '2023-01-02' },
    ],
    [{ doneOn: { after: 'dueOn' } }, { doneOn: '2023-01-03', dueOn: '2023-01-02' }, { dueOn: '2023-01-02' }],
    [
      { a: 1, b: 2, c: 3 },
      { a: 1, b: 2, c: 3 },
      { a: 1, b: 2, c: 4 },
    ],
    [
      { a: 1, b: 2 },
      { a: 1, b: 2 },
      { a: 2, b: 2 },
    ],
  ])('%j holds for %j and not for %j', (where, yes, no) => {
    expect(holds(where, yes)).toBe(true);
    expect(holds(where, no)).toBe(false);
  });
  it('is refused when its shape is unknown', () =>
    expect(() => compileMeasure({ ...left, where: { kind: { like: 'a' } as never } })).toThrow(TypeError));
});

it('is refused without the date its kind needs', () => {
  expect(() => compileMeasure({ ...left, on: undefined })).toThrow(TypeError);
  expect(() => compileMeasure({ ...register, from: undefined })).toThrow(TypeError);
  expect(() => compileMeasure({ ...classed, cohort: undefined })).toThrow(TypeError);
});

describe('what a measure reads', () => {
  const measure = { ...classed, splits: ['level'], where: { doneOn: { notAfter: 'dueOn' }, kind: 'a' } as const };

  it('is every date, split, sum and condition field, once', () =>
    expect(fieldsOf(measure)).toEqual(['doneOn', 'dueOn', 'inOn', 'judgedOn', 'kind', 'level', 'outOn']));
  it('posts alike while nothing of it changed', () => {
    const before = fact({ inOn: '2023-01-01', other: 1 });
    expect(postsAlike(fieldsOf(measure), before, fact({ inOn: '2023-01-01', other: 2 }))).toBe(true);
    expect(postsAlike(fieldsOf(measure), before, fact({ inOn: '2023-01-02', other: 1 }))).toBe(false);
    expect(postsAlike(fieldsOf(measure), before, fact({ inOn: '2023-01-01' }, 'B'))).toBe(false);
    expect(postsAlike(fieldsOf(measure), before, fact({ inOn: '2023-01-01' }, 'A', 'p2'))).toBe(false);
  });
});

describe('for any fact', () => {
  const day = fc.integer({ min: 0, max: 60 }).map((days) => addDays('2023-12-01', days));
  const spells = (values: readonly string[]): fc.Arbitrary<readonly Spell[]> =>
    fc
      .uniqueArray(fc.record({ from: day, value: fc.constantFrom(...values) }), {
        selector: ({ from }) => from,
        maxLength: 5,
      })
      .map((list) => list.sort((a, b) => (a.from < b.from ? -1 : 1)));
  const anyFact = fc
    .record({
      office: spells(['A', 'B', 'C']).filter((list) => list.length > 0),
      level: spells(['strict', 'normal']),
      inOn: fc.option(day, { nil: undefined }),
      outOn: fc.option(day, { nil: undefined }),
      judgedOn: fc.option(day, { nil: undefined }),
    })
    .map(({ office, ...fields }) => fact(fields, office));
  const measures = [
    { ...register, splits: ['level'] },
    { ...register, where: { level: { oneOf: ['strict'] } } },
    { ...left, splits: ['level'] },
    { ...classed, splits: ['level'] },
  ];

  it('the postings of a stock give, on every day, office and split, what counting by hand gives', () => {
    const post = compileMeasure(measures[0] as never);
    fc.assert(
      fc.property(fc.array(anyFact, { maxLength: 6 }), day, fc.constantFrom('A', 'B', 'C'), (facts, b, office) => {
        const ownerOn = (item: Fact): string | undefined =>
          valueOn(item.office as readonly Spell[], b) ?? (item.office as readonly Spell[])[0]?.value;
        for (const level of ['strict', 'normal', undefined]) {
          const counted = facts.filter(({ fields: { inOn, outOn, level: levels }, ...item }) => {
            const there = inOn !== undefined && (inOn as string) <= b && (outOn === undefined || (outOn as string) > b);
            return there && ownerOn(item as Fact) === office && valueOn(levels as readonly Spell[], b) === level;
          }).length;
          const splits = level === undefined ? '{}' : `{"level":"${level}"}`;
          const postings = facts.flatMap(post).filter((item) => item.office === office && item.splits === splits);
          expect(total(postings, b)).toBe(String(counted));
        }
      }),
    );
  });

  it('differences add up to after less before, and repeat nothing that stayed', () => {
    const key = ({ office, on, cohort, splits }: PostedAmount): string => [office, on, cohort, splits].join();
    const sums = (postings: readonly PostedAmount[], sign: number, into: Map<string, number>): Map<string, number> => {
      for (const item of postings) into.set(key(item), (into.get(key(item)) ?? 0) + sign * Number(item.amount));
      return into;
    };
    fc.assert(
      fc.property(anyFact, anyFact, fc.constantFrom(...measures), (old, now, measure) => {
        const post = compileMeasure(measure);
        const change = differences(post(old), post(now));
        const rest = sums(change, -1, sums(post(old), -1, sums(post(now), 1, new Map())));
        expect([...rest.values()].every((amount) => amount === 0)).toBe(true);
        expect(differences(post(now), post(now))).toEqual([]);
        expect(change.length).toBeLessThanOrEqual(post(old).length + post(now).length);
      }),
    );
  });
});
