import { evenly } from './simulated-year.js';

describe('a whole number in parts', () => {
  it('differs by at most one and adds up', () => {
    expect(evenly(80, 3)).toEqual([27, 27, 26]);
    expect(evenly(2, 4)).toEqual([1, 1, 0, 0]);
    expect(evenly(0, 2)).toEqual([0, 0]);
  });
  it('has no part where none is asked for', () => expect(evenly(0, 0)).toEqual([]));
});
