import { SharedReads } from './shared-reads.js';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const world = () => {
  const shared = new SharedReads();
  let reads = 0;
  const read = async (): Promise<number> => (reads += 1);
  return { shared, read };
};

it('reads once for all who ask the same of one position, and anew where it moved', async () => {
  const { shared, read } = world();
  expect(await Promise.all([1, 2, 3].map(() => shared.at(5, 'a', read)))).toEqual([1, 1, 1]);
  expect(await shared.at(5, 'a', read)).toBe(1);
  expect(await shared.at(5, 'b', read)).toBe(2);
  expect(await shared.at(6, 'a', read)).toBe(3);
  expect(await shared.at(6, 'b', read)).toBe(4);
});

it('keeps nothing for long, and nothing from before rows were derived again', async () => {
  const { shared, read } = world();
  expect(await shared.at(5, 'a', read)).toBe(1);
  expect(await shared.at(4, 'a', read)).toBe(2);
  await jest.advanceTimersByTimeAsync(249);
  expect(await shared.at(5, 'a', read)).toBe(1);
  await jest.advanceTimersByTimeAsync(1);
  expect(await shared.at(5, 'a', read)).toBe(3);
});

it('passes a failure on to those who wait, and tries again for the next', async () => {
  const { shared, read } = world();
  const failing = () => Promise.reject(new Error('the database went away'));
  const [one, other] = [shared.at(5, 'a', failing), shared.at(5, 'a', read)];
  await expect(one).rejects.toThrow('the database went away');
  await expect(other).rejects.toThrow('the database went away');
  expect(await shared.at(5, 'a', read)).toBe(1);
});
