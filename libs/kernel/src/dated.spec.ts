import { inForce } from './dated.js';

describe('a rule the law changed', () => {
  const versions = [
    { from: '2012-03-01', value: 'old' },
    { from: '2020-07-01', value: 'new' },
  ];
  it('holds from its first day until the next one', () => {
    expect(inForce(versions, '2020-06-30')).toBe('old');
    expect(inForce(versions, '2020-07-01')).toBe('new');
  });
  it('stands in for what came before the oldest known', () => expect(inForce(versions, '2003-07-10')).toBe('old'));
  it('is nothing without a version', () => expect(() => inForce([], '2020-07-01')).toThrow());
});
