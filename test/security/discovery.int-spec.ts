import type { Answered } from '../e2e/api-world.js';
import { ApiWorld } from '../e2e/api-world.js';
import { Browser, makePerson } from '../support/browser.js';
import { LONG, medianOf, say } from './figures.js';

const EACH = LONG ? 2000 : 50;
/** In how few tries a median is known to no better than this. */
const WITHIN = LONG ? 0.05 : 0.6;

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

it('whether a user is there, is not, or is dismissed cannot be told from the answer or its time', async () => {
  const kinds = ['existing', 'missing', 'disabled'] as const;
  const tries = 3; // looked at without a pause
  const people = Math.ceil(EACH / tries);
  for (let person = 0; person < people; person += 1) {
    await makePerson(world, `existing-${person}`);
    const userId = await makePerson(world, `disabled-${person}`);
    await world.platform.users.change(userId, (user) => ({ ...user, disabled: true, version: user.version + 1 }));
  }
  const taken: Record<(typeof kinds)[number], number[]> = { existing: [], missing: [], disabled: [] };
  const said = new Set<string>();
  const seen = ({ status, body, headers }: Answered): string => {
    const { correlationId: _id, ...rest } = body as Record<string, unknown>;
    const { date: _date, 'x-correlation-id': _correlation, ...others } = headers;
    return JSON.stringify([status, rest, others]);
  };
  const warm = new Browser(world);
  for (let count = 0; count < 5; count += 1) await warm.signIn(`warm-${count}`, 'Rübenacker-Wolke-1');
  for (let count = 0; count < EACH; count += 1) {
    // In turn, and each first as often: whatever else the machine does falls on all alike.
    for (const kind of [0, 1, 2].map((at) => kinds[(at + count) % 3] ?? 'missing')) {
      const name = `${kind}-${Math.floor(count / tries)}`;
      const began = performance.now();
      const answer = await new Browser(world).signIn(name, 'Rübenacker-Wolke-1');
      taken[kind].push(performance.now() - began);
      said.add(seen(answer));
    }
  }
  expect([...said]).toHaveLength(1);
  expect([...said][0]).toContain('sign-in-refused');
  const medians = kinds.map((kind) => medianOf(taken[kind]));
  const apart = Math.max(...medians) / Math.min(...medians) - 1;
  say(
    `user discovery, ${EACH} each: one answer; medians ${medians.map((time) => `${time.toFixed(1)} ms`).join(', ')}, ${(100 * apart).toFixed(1)} % apart`,
  );
  expect(apart).toBeLessThan(WITHIN);
}, 1_800_000);

it('nor by the codes of a reset, the tickets of a second factor, or the secrets of programs', async () => {
  await makePerson(world, 'there');
  const browser = new Browser(world);
  const same = async (...answers: readonly Promise<Answered>[]) => {
    const all = (await Promise.all(answers)).map(({ status, body }) => `${status} ${body.code}`);
    expect(new Set(all)).toEqual(new Set(['401 sign-in-refused']));
  };
  const reset = (name: string) =>
    browser.post('/v1/password-reset', { name, code: '22222-22222-22222-22222', newPassword: 'x' });
  await same(reset('there'), reset('nobody'), reset('chief'));
  const exchange = (name: string) => browser.post('/v1/machine-tokens', { name, secret: 'x' });
  await same(exchange('chief'), exchange('nobody'), exchange('there'));
  const second = (ticket: string) => browser.post('/v1/sign-in/second-factor', { ticket, code: '123456' });
  await same(second('A'.repeat(43)), second('B'.repeat(43)));
});
