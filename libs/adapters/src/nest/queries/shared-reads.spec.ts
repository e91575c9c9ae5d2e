import { SharedReads } from './shared-reads.js';

const world = () => {
  const shared = new SharedReads();
  let reads = 0;
  const read = async (): Promise<number> => (reads += 1);
  return { shared, read };
};

it('reads once for all who ask the same of one position, and anew where it moved', async () => {
  const { shared, read } = world();
  expect(await Promise.all([1, 2, 3].map(() => shared.at(5, 'a', read)))).toEqual([1, 1, 1]);
  expect(await Promise.all(['a', 'b', 'a'].map((key) => shared.at(5, key, read)))).toEqual([2, 3, 2]);
  expect(await Promise.all([5, 6, 6].map((position) => shared.at(position, 'a', read)))).toEqual([4, 5, 5]);
});

it('keeps nothing, and shares nothing with who begins behind because rows are derived again', async () => {
  const { shared, read } = world();
  expect(await shared.at(5, 'a', read)).toBe(1);
  expect(await shared.at(5, 'a', read)).toBe(2);
  expect(await Promise.all([5, 4, 5].map((position) => shared.at(position, 'a', read)))).toEqual([3, 4, 3]);
});

it('passes a failure on to those who wait, and tries again for the next', async () => {
  const { shared, read } = world();
  const failing = () => Promise.reject(new Error('the database went away'));
  const [one, other] = [shared.at(5, 'a', failing), shared.at(5, 'a', read)];
  await expect(one).rejects.toThrow('the database went away');
  await expect(other).rejects.toThrow('the database went away');
  expect(await shared.at(5, 'a', read)).toBe(1);
});
