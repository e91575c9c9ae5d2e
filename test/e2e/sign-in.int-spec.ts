import { createApiApp } from '#adapters/nest/create-api-app.js';
import { SIGN_IN } from '#adapters/nest/tokens.js';
import type { SignInUses } from '#adapters/sign-in/open-sign-in.js';
import { SignInSettings } from '#adapters/sign-in/settings.js';
import { roleCodes } from '#application/roles/role-table.js';
import { oneTimePassword, stepAt } from '#application/sign-in/totp.js';
import { Browser, SENTENCE, makePerson } from '../support/browser.js';
import { fixedClock } from '../support/fixed-clock.js';
import { ApiWorld, OFFICE, OFFICE_2 } from './api-world.js';

const OTHER = 'Birnbaum+19+Schaukel';
const MINUTE = 60_000;
const clock = fixedClock('2024-05-01T08:00:00.000Z');
let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open(undefined, {}, { clock })));
afterAll(() => world.close());

const uses = (): SignInUses => world.app.get(SIGN_IN);
const holds = async (browser: Browser): Promise<number> => (await browser.call('GET', '/v1/offices')).status;
const signedIn = async (name: string): Promise<Browser> => {
  const browser = new Browser(world);
  expect((await browser.signIn(name)).status).toBe(200);
  return browser;
};

describe('the first start', () => {
  const administrators = [
    { name: 'safe', password: SENTENCE, role: 'security-admin' },
    { name: 'system', password: OTHER, role: 'system-admin' },
    { name: 'audit', password: 'Ziegelei=55=Moorhuhn', role: 'audit-admin' },
  ];
  const setUp = (code: string, of: readonly object[] = administrators) =>
    new Browser(world).post('/v1/setup', { code, administrators: of });

  it('makes three administrators by the code on the console, once', async () => {
    const code = (await uses().manage.offerSetup()) ?? '';
    const [safe, system] = administrators;
    expect((await setUp('22222-22222-22222-22222')).body.code).toBe('setup-refused');
    expect((await setUp(code, [system ?? {}])).body.details).toMatchObject([{ code: 'security-admin-missing' }]);
    expect((await setUp(code, [safe ?? {}, safe ?? {}])).body.details).toHaveLength(2);
    expect((await setUp(code, [{ ...safe, password: 'Admin-43092201-2023!' }])).body.details).toMatchObject([
      { at: 'administrators[0].password', code: 'password-too-common' },
    ]);
    const made = await setUp(code);
    expect([made.status, made.body.users.map(({ roles }: { roles: string[] }) => roles[0])]).toEqual([
      201,
      ['security-admin', 'system-admin', 'audit-admin'],
    ]);
    expect((await setUp(code)).status).toBe(403);
  });

  it('leaves the security administrator to make the others, who choose their own passwords', async () => {
    const safe = await signedIn('safe');
    const asked = { kind: 'person', name: 'lin', roles: ['office-clerk'], offices: [OFFICE] };
    const made = await safe.post('/v1/users', asked);
    expect(made.status).toBe(201);
    expect((await safe.post('/v1/users', asked)).body.code).toBe('name-taken');
    expect((await safe.post('/v1/users', { ...asked, name: 'x', offices: ['nowhere'] })).status).toBe(400);
    expect((await safe.post('/v1/users', { ...asked, name: 'x', roles: ['king'] })).status).toBe(400);
    const lin = new Browser(world);
    const choose = (code: string, newPassword: string) =>
      lin.post('/v1/password-reset', { name: 'lin', code, newPassword });
    expect((await choose(made.body.code, 'kurz gewählt')).body.details).toMatchObject([
      { at: 'newPassword', code: 'password-too-short' },
      { at: 'newPassword', code: 'password-too-plain' },
    ]);
    expect((await choose(made.body.code, SENTENCE)).status).toBe(204);
    expect((await choose(made.body.code, OTHER)).status).toBe(401);
    const { body } = await lin.signIn('lin');
    expect(body).toMatchObject({ stage: 'open', user: { name: 'lin', roles: ['office-clerk'], offices: [OFFICE] } });
    expect(await holds(lin)).toBe(200);
    expect((await lin.call('GET', '/v1/users')).body.code).toBe('not-permitted');
    const listed = (await safe.call('GET', '/v1/users')).body;
    expect(listed.users.map(({ name }: { name: string }) => name)).toContain('lin');
    expect(listed.roles).toHaveLength(roleCodes.length);
    expect(listed.roles).toEqual(
      expect.arrayContaining([
        { role: 'office-clerk', title: '司法所工作人员', administrator: false },
        { role: 'security-admin', title: '安全管理员', administrator: true },
      ]),
    );
    expect((await lin.call('GET', '/v1/sessions')).body.roleTitles).toEqual(['司法所工作人员']);
    expect(JSON.stringify(listed)).not.toMatch(/argon2|codeHash/);
  });

  it('lets no administrator see a record, and none change his own rights', async () => {
    for (const { name, password } of administrators) {
      const browser = new Browser(world);
      const { body } = await browser.signIn(name, password);
      expect((await browser.call('GET', '/v1/indicators?period=2023&codes=NT-01')).body.code).toBe('not-permitted');
      expect((await browser.call('GET', '/v1/registers/notary.matters')).status).toBeGreaterThanOrEqual(403);
      const own = await browser.call('PATCH', `/v1/users/${body.user.userId}`, {
        body: { roles: ['deputy-director'] },
      });
      expect(own.body.code).toBe(name === 'safe' ? 'own-rights' : 'not-permitted');
    }
  });
});

describe('cookies', () => {
  it('go to the browser alone, over TLS alone, and to no other site', async () => {
    await makePerson(world, 'cookies');
    const browser = new Browser(world);
    const { headers } = await browser.signIn('cookies');
    const given = [headers['set-cookie'] ?? []].flat();
    expect(given).toHaveLength(2);
    for (const cookie of given)
      expect(cookie).toMatch(
        /^__Host-taizhang(-device)?=[\w-]{43}; (Max-Age=15552000; )?Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      );
    expect(headers['cache-control']).toBe('no-store');
    const out = await browser.post('/v1/sign-out');
    expect(out.status).toBe(204);
    expect(out.headers['set-cookie']).toMatch(/^__Host-taizhang=; Max-Age=0; /);
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"');
    expect(browser.cookie).toMatch(/^__Host-taizhang-device=[\w-]+$/);
    expect((await browser.post('/v1/sign-out')).status).toBe(401);
  });

  it('are of no use to another site', async () => {
    const userId = await makePerson(world, 'victim', { roles: ['security-admin'] });
    const victim = await signedIn('victim');
    const reset = (headers: Readonly<Record<string, string>>) =>
      world.call('POST', `/v1/users/${userId}/reset`, {
        as: null,
        body: {},
        headers: { cookie: victim.cookie, ...headers },
      });
    const own = { 'x-taizhang': '1' };
    for (const headers of [
      {},
      { ...own, origin: 'https://evil.example' },
      { ...own, origin: 'null' },
      { ...own, 'sec-fetch-site': 'cross-site' },
      { ...own, 'sec-fetch-site': 'same-site' },
      { ...own, 'sec-fetch-site': 'none' },
    ]) {
      const { status, body } = await reset(headers);
      expect([status, body.code]).toEqual([403, 'cross-site']);
    }
    for (const headers of [
      own,
      { ...own, origin: 'http://localhost', host: 'localhost', 'sec-fetch-site': 'same-origin' },
    ])
      expect((await reset(headers)).body.code).toBe('own-rights'); // it got as far as the rules
    const signIn = { name: 'victim', password: SENTENCE };
    const lured = await world.call('POST', '/v1/sign-in', {
      as: null,
      body: signIn,
      headers: { origin: 'https://evil.example' },
    });
    expect(lured.body.code).toBe('cross-site');
  });

  it('mean nothing where a token is shown, and the other way round', async () => {
    await makePerson(world, 'both');
    const browser = await signedIn('both');
    expect((await browser.call('GET', '/v1/offices', { headers: { authorization: 'Bearer nobody' } })).status).toBe(
      401,
    );
    expect((await world.call('GET', '/v1/sessions', { as: 'clerk' })).body.code).toBe('session-needed');
    expect((await world.call('POST', '/v1/sign-out', { as: 'clerk' })).body.code).toBe('session-needed');
  });
});

describe('a session is refused with the next request', () => {
  let userId: string;
  let count = 0;
  let browser: Browser;
  let name: string;
  beforeEach(async () => {
    userId = await makePerson(world, (name = `ends-${(count += 1)}`), { offices: [OFFICE] });
    browser = await signedIn(name);
    expect(await holds(browser)).toBe(200);
  });
  const admin = (method: 'PATCH' | 'POST', path: string, body: object) =>
    world.call(method, `/v1/users/${userId}${path}`, { as: 'guard', body });

  it.each<[string, () => Promise<unknown>]>([
    ['it was ended', () => browser.post('/v1/sign-out')],
    ['he signed in elsewhere', () => signedIn(name)],
    ['his password was reset', () => admin('POST', '/reset', {})],
    ['he was dismissed', () => admin('PATCH', '', { disabled: true })],
    ['his roles changed', () => admin('PATCH', '', { roles: ['auditor'] })],
    ['his office changed', () => admin('PATCH', '', { offices: [OFFICE_2] })],
    ['he did nothing for 30 minutes', async () => clock.advance(30 * MINUTE)],
  ])('once %s', async (_, end) => {
    const { cookie } = browser;
    await end();
    const answer = await world.call('GET', '/v1/offices', { as: null, headers: { cookie } });
    expect([answer.status, answer.body.code]).toEqual([401, 'unauthenticated']);
  });

  it('once he took another password: the old session ends, a new one is opened', async () => {
    const { cookie } = browser;
    const changed = await browser.post('/v1/password', { password: SENTENCE, newPassword: OTHER });
    expect(changed.status).toBe(200);
    expect((await world.call('GET', '/v1/offices', { as: null, headers: { cookie } })).status).toBe(401);
    expect(await holds(browser)).toBe(200);
  });

  it('12 hours after it was opened, however busy', async () => {
    for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
      clock.advance(20 * MINUTE);
      expect(await holds(browser)).toBe(200);
    }
    clock.advance(20 * MINUTE);
    expect(await holds(browser)).toBe(401);
  });

  it('at the start of the one process that answers; what ended before stays so', async () => {
    await uses().endSessions();
    clock.advance(1000);
    expect(await holds(browser)).toBe(401);
  });

  it('on every other node, within a second', async () => {
    const other = await createApiApp({ ...world.platform, clock }, { log: () => undefined });
    const ask = async () =>
      (await other.inject({ method: 'GET', url: '/v1/offices', headers: { cookie: browser.cookie } })).statusCode;
    expect(await ask()).toBe(200);
    await uses().manage.change(userId, { disabled: true });
    clock.advance(1000);
    expect(await ask()).toBe(401);
    await other.close();
  });

  it('and another of his is ended by him, by nobody else', async () => {
    const { body } = await browser.call('GET', '/v1/sessions');
    expect(body.sessions).toMatchObject([{ current: true, network: '127.0.0.0/24' }]);
    const [{ sessionId }] = body.sessions;
    await makePerson(world, `${name}-other`);
    const other = await signedIn(`${name}-other`);
    expect((await other.call('DELETE', `/v1/sessions/${sessionId}`)).status).toBe(404);
    expect((await browser.call('DELETE', `/v1/sessions/${sessionId}`)).status).toBe(204);
    expect(await holds(browser)).toBe(401);
  });
});

describe('duties', () => {
  it('a spent password is changed before anything else is answered', async () => {
    await makePerson(world, 'spent');
    clock.advance(90 * 24 * 60 * MINUTE);
    const browser = new Browser(world);
    expect((await browser.signIn('spent')).body.duty).toBe('password-must-change');
    expect((await browser.call('GET', '/v1/offices')).body.code).toBe('password-must-change');
    expect((await browser.call('GET', '/v1/sessions')).body.duty).toBe('password-must-change');
    expect((await browser.post('/v1/password', { password: SENTENCE, newPassword: OTHER })).body.duty).toBeUndefined();
    expect(await holds(browser)).toBe(200);
  });

  it('a second factor is set up first, where everybody needs one, and asked for from then on', async () => {
    const settings = Object.assign(new SignInSettings(), { SECOND_FACTOR: 'required' });
    const strict = await ApiWorld.open(undefined, { signIn: settings }, { clock });
    await makePerson(strict, 'lin');
    const browser = new Browser(strict);
    expect((await browser.signIn('lin')).body.duty).toBe('second-factor-missing');
    expect((await browser.call('GET', '/v1/offices')).body.code).toBe('second-factor-missing');
    const enrolled = await browser.post('/v1/second-factor/enrol', { password: SENTENCE });
    expect(enrolled.body.uri).toContain(enrolled.body.key);
    const code = () => oneTimePassword(enrolled.body.key, stepAt(clock.now().now));
    expect((await browser.post('/v1/second-factor/confirm', { code: code() })).status).toBe(200);
    expect((await browser.call('GET', '/v1/offices')).status).toBe(200);
    clock.advance(MINUTE);
    const next = new Browser(strict);
    const { body } = await next.signIn('lin');
    expect(body).toEqual({ stage: 'second-factor', ticket: expect.any(String) });
    expect(
      (await strict.call('GET', '/v1/offices', { as: null, headers: { cookie: `__Host-taizhang=${body.ticket}` } }))
        .status,
    ).toBe(401);
    const second = (given: string) => next.post('/v1/sign-in/second-factor', { ticket: body.ticket, code: given });
    expect((await second('000000')).body.code).toBe('sign-in-refused');
    expect((await second(code())).body.user.secondFactor).toBe(true);
    expect((await next.call('GET', '/v1/offices')).status).toBe(200);
    expect((await second(code())).status).toBe(401);
    await strict.close();
  });
});

it('too many at once are told when to come again', async () => {
  const answers = await Promise.all(
    Array.from({ length: 130 }, (_, at) => new Browser(world).signIn(`crowd-${at}`, OTHER)),
  );
  const busy = answers.filter(({ status }) => status === 503);
  expect(busy.length).toBeGreaterThan(0);
  expect(answers.filter(({ status }) => status === 401).length + busy.length).toBe(130);
  for (const { headers, body } of busy) expect([headers['retry-after'], body.code]).toEqual(['5', 'too-busy']);
});
