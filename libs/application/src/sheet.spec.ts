import { Sheet } from './sheet.js';

const place = ({ before, fact, changed }: Sheet['touched'][number]) => ({
  before: before?.fields,
  fact: fact?.fields,
  changed,
});

describe('the sheet of a stream that is folded', () => {
  const sheet = () => {
    const folded = new Sheet([
      { kind: 'a', key: 'one', office: '01', fields: { on: '2023-01-01', kind: 'x' } },
      { kind: 'b', key: 'one', office: '01', fields: { on: '2023-01-02' } },
    ]);
    folded.office = '02';
    return folded;
  };

  it('tells facts of one key and another kind apart, and lists them in the order in which they came', () => {
    const folded = sheet();
    folded.put('c', 'one', { on: '2023-01-03' });
    expect(folded.get('b', 'one')?.fields).toEqual({ on: '2023-01-02' });
    expect(folded.values().map(({ kind, office }) => [kind, office])).toEqual([
      ['a', '01'],
      ['b', '01'],
      ['c', '02'],
    ]);
    expect(folded.all('c')).toHaveLength(1);
    expect(folded.get('c', 'two')).toBeUndefined();
  });

  it('remembers what an event did to each fact, once, and the fields that differ', () => {
    const folded = sheet();
    folded.put('a', 'one', { kind: 'x', more: 1 });
    folded.put('a', 'one', { kind: 'y' });
    folded.put('a', 'two', { kind: 'z' });
    expect(folded.touched.map(place)).toEqual([
      {
        before: { on: '2023-01-01', kind: 'x' },
        fact: { on: '2023-01-01', kind: 'y', more: 1 },
        changed: ['more', 'kind'],
      },
      { before: undefined, fact: { kind: 'z' }, changed: undefined },
    ]);
    folded.settle();
    expect(folded.touched).toEqual([]);
    folded.put('a', 'one', { kind: 'y' });
    expect(folded.touched.map(({ changed }) => changed)).toEqual([[]]);
  });

  it('knows no fields of a fact that went to another office', () => {
    const folded = sheet();
    folded.put('a', 'one', { kind: 'y' }, { office: '03' });
    expect(folded.touched.map(({ changed }) => changed)).toEqual([undefined]);
  });

  it('has a fact that is removed and put again as one that became another, at the end of the list', () => {
    const folded = sheet();
    folded.remove('a', 'one');
    expect(folded.get('a', 'one')).toBeUndefined();
    folded.put('a', 'one', { kind: 'new' });
    expect(folded.touched.map(place)).toEqual([
      { before: { on: '2023-01-01', kind: 'x' }, fact: { kind: 'new' }, changed: undefined },
    ]);
    expect(folded.values().map(({ kind }) => kind)).toEqual(['b', 'a']);
  });

  it('writes a derived field into what the event touched', () => {
    const folded = sheet();
    folded.put('a', 'one', { more: 1 });
    for (const change of folded.touched) folded.derive(change, 'dueOn', '2023-02-01');
    expect(folded.touched.map(({ changed }) => changed)).toEqual([['more', 'dueOn']]);
    expect(folded.get('a', 'one')?.fields['dueOn']).toBe('2023-02-01');
  });

  it('tells what must change for another to become it: those facts first', () => {
    const fresh = new Sheet([
      { kind: 'c', key: 'one', office: '01', fields: {} },
      { kind: 'b', key: 'one', office: '01', fields: { on: '2023-03-01' } },
    ]);
    expect(fresh.changesFrom(sheet()).map(place)).toEqual([
      { before: { on: '2023-01-01', kind: 'x' }, fact: undefined },
      { before: { on: '2023-01-02' }, fact: { on: '2023-03-01' } },
      { before: undefined, fact: {} },
    ]);
  });
});
