import { createApiApp } from '#adapters/nest/create-api-app.js';
import { SignInSettings } from '#adapters/sign-in/settings.js';
import { Browser, makePerson } from '../support/browser.js';
import { ApiWorld } from '../e2e/api-world.js';
import { fixedClock } from '../support/fixed-clock.js';
import { LONG, say } from './figures.js';

const GUESSES = LONG ? 10_000 : 200;
const AT_ONCE = 50;
const HOUR = 3_600_000;

const clock = fixedClock('2024-05-01T08:00:00.000Z');
/** Takes the word of a proxy for where a guess comes from. */
const settings = Object.assign(new SignInSettings(), { TRUSTED_PROXIES: ['127.0.0.1'] });
let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open(undefined, { signIn: settings }, { clock })));
afterAll(() => world.close());

const from = (network: number): Readonly<Record<string, string>> => ({
  'x-forwarded-for': `10.${Math.floor(network / 256)}.${network % 256}.7`,
});

it.each([1, 10, 1000])(
  `guesses at one user within an hour from %d networks: 20 at most are looked at`,
  async (networks) => {
    const name = `guessed-from-${networks}`;
    await makePerson(world, name);
    const rightful = new Browser(world, from(9999));
    expect((await rightful.signIn(name)).status).toBe(200);
    await rightful.post('/v1/sign-out');
    const statuses = new Map<number, number>();
    const step = HOUR / GUESSES;
    for (let guess = 0; guess < GUESSES; guess += AT_ONCE) {
      const answers = await Promise.all(
        Array.from({ length: AT_ONCE }, (_, at) =>
          new Browser(world, from((guess + at) % networks)).signIn(name, `Rübenacker-${guess + at}-Wolke`),
        ),
      );
      for (const { status } of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      clock.advance(step * AT_ONCE - 1);
    }
    const began = performance.now();
    const { status, body } = await rightful.signIn(name);
    const took = Math.round(performance.now() - began);
    expect([status, body.stage]).toEqual([200, 'open']);
    expect(took).toBeLessThan(10_000);
    const looked = statuses.get(401) ?? 0;
    say(
      `${GUESSES} guesses from ${networks} networks in an hour: ${looked} looked at, 0 right; on a known device in after ${took} ms`,
    );
    expect(looked).toBeGreaterThan(0);
    expect(looked).toBeLessThanOrEqual(20);
    expect([...statuses.keys()].sort()).toEqual([401, 429]);
    clock.advance(HOUR);
  },
  LONG ? 900_000 : 60_000,
);

it('counts for all nodes together, and is not fooled by who says where he comes from', async () => {
  await makePerson(world, 'twice');
  const other = await createApiApp({ ...world.platform, clock }, { log: () => undefined });
  const statuses = [];
  for (let guess = 0; guess < 12; guess += 1) {
    const body = { name: 'twice', password: `Rübenacker-${guess}-Wolke` };
    const ask = { method: 'POST' as const, url: '/v1/sign-in', payload: body, headers: from(guess) };
    const node = guess % 2 === 0 ? other : world.app;
    // `other` has no proxies before it: what it is told is not believed, and all its guesses are of one network.
    statuses.push((await node.inject(ask)).statusCode);
  }
  await other.close();
  expect(statuses.filter((status, at) => at % 2 === 0 && status === 401)).toHaveLength(3);
});
