import { checkFrame } from './check-frame.js';
import type { ScoringFrame } from './frame.js';
import { frameByCode, frameInForce, frames } from './frames/index.js';
import { hunanZiyang } from './frames/hunan-ziyang.frame.js';
import { national2020 } from './frames/national-2020.frame.js';

const problems = (frame: unknown): readonly string[] => {
  const verdict = checkFrame(frame);
  return verdict.kind === 'reject' ? verdict.details.map(({ at, code }) => `${at} ${code}`) : [];
};
const national = (more: Partial<ScoringFrame>): ScoringFrame => ({ ...national2020, ...more });

describe('the frames that come with the product', () => {
  it.each(frames.map((frame) => [frame.code, frame]))('%s is sound, and is data', (_code, frame) => {
    expect(problems(frame)).toEqual([]);
    expect(JSON.parse(JSON.stringify(frame))).toEqual(frame);
  });

  it('are found by code', () => expect(frameByCode('hunan-ziyang')).toBe(hunanZiyang));
  it('are found by province and day', () => {
    expect(frameInForce('湖南省', '2022-12-31')).toBe(hunanZiyang);
    expect(frameInForce(undefined, '2022-12-31')).toBe(national2020);
  });
  it('are the newest in force on the day', () => {
    const later: ScoringFrame = { ...hunanZiyang, validFrom: '2024-01-01', version: 2 };
    const all = [later, hunanZiyang];
    expect(frameInForce('湖南省', '2023-12-31', all)).toBe(hunanZiyang);
    expect(frameInForce('湖南省', '2024-01-01', all)).toBe(later);
    expect(frameByCode('hunan-ziyang', all)).toBe(later);
  });

  it.each([
    ['a code nobody knows', frameByCode('atlantis-2020'), 'atlantis-2020'],
    ['a province without one', frameInForce('宁夏回族自治区', '2020-12-31'), '宁夏回族自治区 2020-12-31'],
    ['a day before the first', frameInForce('湖南省', '2021-12-31'), '湖南省 2021-12-31'],
  ])('refuse %s by name', (_what, answer, message) =>
    expect(answer).toMatchObject({ kind: 'reject', code: 'unknown-frame', details: [{ message }] }),
  );
});

describe('a frame is refused', () => {
  const [output, benefit, satisfaction] = national2020.level1;
  const level1 = (weight: string) => [output!, benefit!, { ...satisfaction!, weight }];

  it('whose weights do not sum to the total', () => {
    expect(problems(national({ level1: level1('20') }))).toEqual(['level1 weights-not-100']);
    expect(problems(national({ execution: { weight: '10', inTotal: false, capped: true } }))).toEqual([
      'level1 weights-not-100',
    ]);
    expect(problems(national({ execution: { weight: '101', inTotal: true, capped: true } }))).toEqual([
      'execution.weight weights-not-100',
    ]);
  });
  it('whose second level exceeds its first', () => {
    const level2 = output!.level2.map(({ name }) => ({ name, weight: '15' }));
    expect(problems(national({ level1: [{ ...output!, level2 }, benefit!, satisfaction!] }))).toEqual([
      'level1[0].level2 weights-not-100',
    ]);
  });
  it('whose rule does not fit the operator', () => {
    const rules = { ...national2020.rules, atLeast: national2020.rules.atMost };
    expect(problems(national({ rules }))).toEqual(['rules.atLeast rule-does-not-fit']);
  });
  it('whose bands or grades do not descend to nothing', () => {
    const [first, second, third] = national2020.bands;
    expect(problems(national({ bands: [second!, first!, third!] }))).toEqual(['bands bounds-not-descending']);
    expect(problems(national({ grades: national2020.grades.slice(0, 3) }))).toEqual(['grades bounds-not-descending']);
    expect(problems(national({ lights: { greenFrom: '0', yellowFrom: '0' } }))).toEqual([
      'lights bounds-not-descending',
    ]);
  });
  it('that names a level or a band twice', () => {
    expect(problems(national({ level1: [output!, { ...output!, weight: '40' }] }))).toEqual(['level1 named-twice']);
    const [first, second, third] = national2020.bands;
    expect(problems(national({ bands: [first!, { ...second!, code: first!.code }, third!] }))).toEqual([
      'bands named-twice',
    ]);
  });
  it('that doubts what it does not have', () =>
    expect(problems(national({ uncertain: ['execution.ceiling'] }))).toEqual(['uncertain unknown-field']));
  it('that is not shaped like one, every problem at once', () =>
    expect(problems({ ...national2020, decimals: 9, rounding: 'up', script: 'x' })).toEqual([
      'data.script unknown-field',
      'data.decimals too-large',
      'data.rounding not-in-code-table',
    ]));
});
