import { fixedClock } from '../../../../../test/support/fixed-clock.js';
import { FreshnessWatch, NotYet } from './freshness.js';

const world = () => {
  const clock = fixedClock('2024-03-01T00:00:10.000Z');
  const mark = { position: 5, head: 9, behindSince: '2024-03-01T00:00:00.000Z' as string | null, parked: 0 };
  let tell = (): void => undefined;
  const ledger = { watermark: async () => ({ ...mark }) };
  const onApplied = (listener: () => void) => {
    tell = listener;
    return () => undefined;
  };
  const watch = new FreshnessWatch({ clock, ledger: ledger as never, onApplied: onApplied as never }, 5000);
  const move = (position: number) => {
    mark.position = position;
    tell();
  };
  return { clock, mark, watch, move };
};

it('tells position, lag, and from when it is stale', async () => {
  const { clock, mark, watch } = world();
  expect(await watch.now()).toEqual({ position: 5, head: 9, lag: 10_000, stale: true, parked: 0 });
  clock.set('2024-03-01T00:00:04.999Z');
  expect(await watch.now()).toMatchObject({ lag: 4999, stale: false });
  mark.behindSince = null;
  expect(await watch.now()).toMatchObject({ lag: 0, stale: false });
});

it('waits for a position, and no longer than a second', async () => {
  const { watch, move } = world();
  const reached = watch.reach(7);
  setTimeout(() => move(8), 30);
  expect((await reached).position).toBe(8);
  const began = performance.now();
  await expect(watch.reach(9)).rejects.toThrow(NotYet);
  expect(performance.now() - began).toBeGreaterThanOrEqual(990);
});

describe('figures read while the ledger moves', () => {
  it('are those of one position: read again by cut-off', async () => {
    const { watch, move } = world();
    const asked: (number | undefined)[] = [];
    const found = await watch.steady({}, async (asOf) => {
      asked.push(asOf);
      if (asOf === undefined) move(6);
      return asOf ?? 'in between';
    });
    expect(asked).toEqual([undefined, 6]);
    expect(found).toMatchObject({ value: 6, position: 6 });
  });
  it('are read once when nothing moved, and by the cut-off asked for', async () => {
    const { watch } = world();
    const read = jest.fn(async (asOf: number | undefined) => asOf ?? 'now');
    expect(await watch.steady({}, read)).toMatchObject({ value: 'now', position: 5 });
    expect(await watch.steady({ asOf: 3 }, read)).toMatchObject({ value: 3, position: 3 });
    expect(read).toHaveBeenCalledTimes(2);
  });
});
