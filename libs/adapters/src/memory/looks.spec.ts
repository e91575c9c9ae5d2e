import { DAYS_KEPT } from '#application/looks/look.js';
import { looksContract } from '../../../../test/contracts/looks.contract.js';
import { fixedClock } from '../../../../test/support/fixed-clock.js';
import { someLook } from '../../../../test/support/some-look.js';
import { MemoryLooks } from './looks.js';

looksContract(async () => ({
  looks: new MemoryLooks(fixedClock('2023-06-01T02:00:00.000Z')),
  close: async () => undefined,
}));

it('drops what was kept for three years, and says so', async () => {
  let now = '2023-06-01T02:00:00.000Z';
  const looks = new MemoryLooks({ now: () => ({ now, today: now.slice(0, 10) }) });
  await looks.write(someLook({ object: 'old' }));
  now = new Date(Date.parse(now) + DAYS_KEPT * 86_400_000).toISOString();
  await looks.write(someLook({ object: 'new' }));
  expect(await looks.expire()).toBeUndefined();
  now = new Date(Date.parse(now) + 1).toISOString();
  expect(await looks.expire()).toBe(1);
  expect((await looks.find({ limit: 9 })).map(({ object, position }) => [object, position])).toEqual([
    ['through 1', 3],
    ['new', 2],
  ]);
});
