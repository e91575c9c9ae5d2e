import { type ComparedFigure, type FormerFigure, changeBetween, compareRow, definitionMark } from './comparison.js';

const now = (more: Partial<ComparedFigure> = {}): ComparedFigure => ({
  ...{ printed: '227人', value: '227', unit: '人', indicator: 'CC-02', definition: '2003-07-10', fingerprint: 'f1' },
  ...more,
});
const then = (more: Partial<FormerFigure> = {}): FormerFigure => ({
  ...{ printed: '230人', value: '230', unit: '人', indicator: 'CC-02', definition: '2003-07-10' },
  ...{ from: 'imported', seal: null },
  ...more,
});

describe('the change', () => {
  it('is exact, however many digits a rate has', () => {
    const rate = now({ unit: '%', value: '85.714285714285714285714285714285714286', printed: '85.71%' });
    expect(changeBetween(rate, then({ unit: '%', value: '0.1' }))).toBe('85.614285714285714285714285714285714286');
    expect(changeBetween(now(), then())).toBe('-3');
  });
  it('of money is in the unit of this year', () => {
    expect(changeBetween(now({ unit: '万元', value: '20.5' }), then({ unit: '元', value: '190000' }))).toBe('1.5');
    expect(changeBetween(now({ unit: '元', value: '190000' }), then({ unit: '万元', value: '20.5' }))).toBe('-15000');
  });
  it.each([
    ['a figure that is not there', now({ value: null }), then()],
    ['words', now(), then({ value: null })],
    ['another unit', now(), then({ unit: '人次' })],
    ['a unit nobody named', now(), then({ unit: undefined as never })],
  ])('is none with %s', (_, a, b) => expect(changeBetween(a, b)).toBeNull());
});

describe('the definition', () => {
  it.each([
    ['same', {}, {}],
    ['changed', {}, { definition: '2020-07-01' }],
    ['changed', {}, { indicator: 'CC-07' }],
    ['changed', {}, { unit: '人次' }],
    ['changed', {}, { fingerprint: 'f2' }],
    // A definition that only begins anew, and counts as before, is the same.
    ['same', {}, { definition: '2020-07-01', fingerprint: 'f1' }],
    ['unknown', {}, { indicator: undefined, definition: undefined }],
    ['changed', { indicator: undefined }, {}],
    [null, { indicator: undefined }, { indicator: undefined }],
  ])('is %s', (mark, ours, theirs) => expect(definitionMark(now(ours as never), then(theirs as never))).toBe(mark));
});

describe('a row', () => {
  const compared = { row: 'received', level1: '', level2: '', level3: '', now: now() };
  it('shows what the log says first, and what the file says where it says otherwise', () => {
    const logged = then({ from: 'sealed', printed: '231人', value: '231' });
    expect(compareRow(compared, logged, then())).toMatchObject({
      ...{ former: { from: 'sealed', value: '231' }, change: '-4', contradicted: '230人' },
    });
    expect(compareRow(compared, then({ from: 'sealed' }), then())).not.toHaveProperty('contradicted');
    expect(compareRow(compared, undefined, then())).toMatchObject({ former: { from: 'imported' }, change: '-3' });
    expect(compareRow(compared, undefined, undefined)).toMatchObject({ former: null, change: null, definition: null });
  });
  it('does not take what a form rounds for another figure', () => {
    const logged = then({ from: 'sealed', unit: '%', printed: '85.71%', value: '85.714285714' });
    const typed = (value: string) => then({ unit: '%', printed: `${value}%`, value });
    expect(compareRow(compared, logged, typed('85.71'))).not.toHaveProperty('contradicted');
    expect(compareRow(compared, logged, typed('85.73'))).toHaveProperty('contradicted', '85.73%');
  });
});
