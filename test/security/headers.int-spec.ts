import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { WebSettings } from '#adapters/nest/web/settings.js';
import { SignInSettings } from '#adapters/sign-in/settings.js';
import { lines } from '#lines/index.js';
import { ApiWorld } from '../e2e/api-world.js';
import { Browser, makePerson } from '../support/browser.js';
import { say } from './figures.js';
import { operationsOf } from './fuzz/operations.js';

const PROXY = { TRUSTED_PROXIES: ['127.0.0.1'] };
const web = Object.assign(new WebSettings(), { MODE: 'production', RATE_PER_ADDRESS: 40, RATE_PER_USER: 30 });
const patience = { head: 400, whole: 800, look: 50 };
let world: ApiWorld;
beforeAll(async () => {
  const signIn = Object.assign(new SignInSettings(), PROXY);
  world = await ApiWorld.open(lines, { web, signIn, patience });
  await world.app.listen(0, '127.0.0.1');
}, 600_000);
afterAll(() => world.close());

/** The page runs its own scripts, and calls its own server. */
const PAGE_POLICY =
  "default-src 'none';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data: blob:;font-src 'self';connect-src 'self';frame-ancestors 'none';base-uri 'none';form-action 'none'";
const POLICY = "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'";

/** What every answer carries, and what none does. @source ASVS 5.0 3.4, 14.2.2; S-4a */
const faultsOf = (headers: Readonly<Record<string, unknown>>, isPage = false): readonly string[] => {
  const expected: Readonly<Record<string, string>> = {
    'content-security-policy': isPage ? PAGE_POLICY : POLICY,
    'cache-control': isPage ? 'no-cache' : 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
  };
  const wrong = Object.entries(expected).filter(([name, value]) => headers[name] !== value);
  const telling = ['server', 'x-powered-by', 'via', 'x-aspnet-version'].filter((name) => headers[name] !== undefined);
  return [...wrong.map(([name]) => `${name}: ${String(headers[name])}`), ...telling];
};

it('every route answers with the headers of a careful server, whoever asks and whatever comes of it', async () => {
  const faults: string[] = [];
  let answers = 0;
  const urls = operationsOf(world.document).map(({ method, path, parameters }) => {
    const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const schema = parameters.find((parameter) => parameter.name === name)?.schema;
      return String(schema?.examples?.[0] ?? 'x');
    });
    return { method, url: filled };
  });
  const others = [
    '/',
    '/index.html',
    '/v1/nothing',
    '/%zz',
    '/v1/../etc/passwd',
    `/${'x'.repeat(300)}`,
    '/v1/lines?a=%00',
  ];
  for (const { method, url } of [...urls, ...others.map((path) => ({ method: 'GET', url: path }))])
    for (const authorization of [undefined, `Bearer ${world.tokenOf('everyPost')}`]) {
      const headers = authorization === undefined ? {} : { authorization };
      const found = await world.app.inject({ method: method as 'GET', url, headers });
      answers += 1;
      const isPage = found.statusCode === 200 && /html/.test(String(found.headers['content-type']));
      for (const fault of faultsOf(found.headers, isPage))
        faults.push(`${method} ${url} ${found.statusCode}: ${fault}`);
    }
  say(`headers: ${answers} answers of ${urls.length} operations, ${faults.length} without what they should carry`);
  expect(faults.slice(0, 10)).toEqual([]);
  expect(answers).toBeGreaterThan(1_400);
}, 600_000);

it('cookies are for this host, TLS and the server alone', async () => {
  await makePerson(world, 'cookie');
  const { headers } = await new Browser(world).signIn('cookie');
  const given = [headers['set-cookie'] ?? []].flat();
  expect(given.length).toBeGreaterThan(0);
  for (const cookie of given) expect(cookie).toMatch(/^__Host-.*Path=\/; Secure; HttpOnly; SameSite=Strict$/);
});

describe('who asks too much', () => {
  const ask = (from: string, headers: Readonly<Record<string, string>> = {}) =>
    world.app.inject({ method: 'GET', url: '/v1/lines', headers: { 'x-forwarded-for': from, ...headers } });
  /** Asks until it is refused for now: on a slow machine some of it is forgiven meanwhile. */
  const untilRefused = async (one: (at: number) => ReturnType<typeof ask>) => {
    const found = [];
    do found.push(await one(found.length));
    while (found.at(-1)?.statusCode !== 429 && found.length < 1_000);
    return found;
  };

  it('is told to wait, by address; others are not', async () => {
    const began = performance.now();
    const found = await untilRefused(() => ask('203.0.113.7'));
    const [refused, taken] = [found.at(-1), found.length - 1];
    expect(taken).toBeGreaterThanOrEqual(web.RATE_PER_ADDRESS);
    expect(taken).toBeLessThanOrEqual(web.RATE_PER_ADDRESS * (1 + (performance.now() - began) / 60_000) + 1);
    expect([refused?.statusCode, Number(refused?.headers['retry-after'])]).toEqual([429, expect.any(Number)]);
    expect(refused?.json()).toMatchObject({ code: 'too-many-requests', title: '请求过于频繁，请稍后再试' });
    expect(faultsOf(refused?.headers ?? {})).toEqual([]);
    expect((await ask('203.0.113.8')).statusCode).toBe(401);
  });

  it('is told to wait, by user, from however many addresses', async () => {
    const authorization = `Bearer ${world.tokenOf('clerk')}`;
    const found = await untilRefused((at) =>
      ask(`198.51.${100 + Math.floor(at / 250)}.${at % 250}`, { authorization }),
    );
    expect(found.at(-1)?.statusCode).toBe(429);
    expect(found.length).toBeGreaterThan(web.RATE_PER_USER);
    const other = await ask('198.51.100.1', { authorization: `Bearer ${world.tokenOf('clerk2')}` });
    expect(other.statusCode).toBe(200);
  });

  it('is not this machine itself', async () =>
    expect(await Promise.all(Array.from({ length: 100 }, async () => (await ask('127.0.0.1')).statusCode))).toEqual(
      Array.from({ length: 100 }, () => 401),
    ));
});

describe('who sends a request drop by drop', () => {
  const drip = (first: string, drop: string): Promise<{ readonly said: string; readonly after: number }> =>
    new Promise((resolve) => {
      const began = performance.now();
      const socket = connect((world.app.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
      let said = '';
      socket.write(first);
      const drops = setInterval(() => socket.writable && socket.write(drop), 50);
      socket.on('data', (chunk) => (said += chunk.toString()));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(drops);
        resolve({ said, after: performance.now() - began });
      });
    });

  it.each([
    ['its head', 'GET /health/live HTTP/1.1\r\nHost: a\r\n', 'x: y\r\n'],
    [
      'its body',
      'POST /v1/sign-in HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n',
      ' ',
    ],
  ])('%s is waited for so long and no longer', async (_, first, drop) => {
    const { said, after } = await drip(first, drop);
    expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(said).toContain('请求超时');
    expect(after).toBeLessThan(30_000);
    expect((await world.call('GET', '/health/live')).status).toBe(200);
  });
});
