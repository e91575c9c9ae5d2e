import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SignInSettings } from '#adapters/sign-in/settings.js';
import { Browser, makePerson } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { CLIENT, signInThere, startOpenIdProvider } from '../support/openid-provider.js';
import { ApiWorld } from './api-world.js';

const HOME = 'http://taizhang.test';
const CALLBACK = `${HOME}/v1/sign-in/oidc/callback`;
const folder = mkdtempSync(join(tmpdir(), 'taizhang-oidc-'));
let provider: Awaited<ReturnType<typeof startOpenIdProvider>>;
let world: ApiWorld;
beforeAll(async () => {
  const port = await freePort();
  provider = await startOpenIdProvider(port, CALLBACK);
  const secret = join(folder, 'secret');
  writeFileSync(secret, `${CLIENT.secret}\n`);
  const settings = Object.assign(new SignInSettings(), {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_SECRET_FILE: secret,
    PUBLIC_ORIGIN: [HOME],
  });
  world = await ApiWorld.open(undefined, { signIn: settings });
});
afterAll(async () => {
  await world.close();
  await provider.stop();
  rmSync(folder, { recursive: true });
});

const begin = async (browser: Browser): Promise<string> => {
  const { status, headers } = await browser.call('GET', '/v1/sign-in/oidc');
  expect(status).toBe(302);
  return String(headers['location']);
};
/** The way back, as a path of ours. */
const comeBack = async (browser: Browser, subject: string): Promise<string> =>
  (await signInThere(await begin(browser), subject, HOME)).slice(HOME.length);
const bind = (userId: string, subject: string) =>
  world.call('PATCH', `/v1/users/${userId}`, { as: 'guard', body: { subject } });

it('lets in whoever is bound to the subject, with the rights kept here', async () => {
  const userId = await makePerson(world, 'lin', { roles: ['auditor'] });
  expect((await bind(userId, 'lin@there')).body.subject).toBe(`${provider.issuer}|lin@there`);
  const browser = new Browser(world);
  const answer = await browser.call('GET', await comeBack(browser, 'lin@there'));
  expect([answer.status, answer.body.stage, answer.body.user.roles]).toEqual([200, 'open', ['auditor']]);
  expect([answer.headers['set-cookie'] ?? []].flat().map((cookie) => cookie.split('=')[0])).toEqual([
    '__Host-taizhang',
    '__Host-taizhang-device',
    '__Host-taizhang-oidc',
  ]);
  expect((await browser.call('GET', '/v1/offices')).status).toBe(200);
  await world.call('PATCH', `/v1/users/${userId}`, { as: 'guard', body: { disabled: true } });
  expect((await browser.call('GET', '/v1/offices')).status).toBe(401);
  expect((await browser.call('GET', await comeBack(browser, 'lin@there'))).body.code).toBe('sign-in-refused');
});

it('makes nobody: a subject that is bound to no user is refused', async () => {
  const browser = new Browser(world);
  expect((await browser.call('GET', await comeBack(browser, 'nobody-of-ours'))).body.code).toBe('sign-in-refused');
  expect((await world.platform.users.list()).map(({ name }) => name)).not.toContain('nobody-of-ours');
});

it('binds a subject to one user, and no user by his name', async () => {
  const wang = await makePerson(world, 'wang');
  expect((await bind(wang, 'lin@there')).body.code).toBe('name-taken');
  const browser = new Browser(world);
  expect((await browser.call('GET', await comeBack(browser, 'wang'))).status).toBe(401);
});

describe('an answer is taken once, by the browser that asked', () => {
  beforeAll(async () => {
    await bind(await makePerson(world, 'zhou'), 'zhou@there');
  });

  it('not a second time', async () => {
    const browser = new Browser(world);
    const back = await comeBack(browser, 'zhou@there');
    const { cookie } = browser;
    expect((await browser.call('GET', back)).status).toBe(200);
    const again = await world.call('GET', back, { as: null, headers: { cookie } });
    expect([again.status, again.body.code]).toEqual([401, 'sign-in-refused']);
  });

  it('not in another browser, nor one that began something else', async () => {
    const back = await comeBack(new Browser(world), 'zhou@there');
    expect((await new Browser(world).call('GET', back)).status).toBe(401);
    const other = new Browser(world);
    await begin(other);
    expect((await other.call('GET', back)).status).toBe(401);
  });

  it.each([
    ['without a code', (back: string) => back.replace(/code=[^&]+/, '')],
    ['with another code', (back: string) => back.replace(/code=[^&]+/, 'code=invented')],
    ['with another state', (back: string) => back.replace(/state=[^&]+/, 'state=invented')],
    ['from another issuer', (back: string) => back.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example')],
    ['that says no', () => '/v1/sign-in/oidc/callback?error=access_denied'],
    ['that says nothing', () => '/v1/sign-in/oidc/callback'],
  ])('nor one %s', async (_, change) => {
    const browser = new Browser(world);
    const back = change(await comeBack(browser, 'zhou@there'));
    expect((await browser.call('GET', back)).status).toBe(401);
  });
});

it('is not there where no provider is named', async () => {
  const plain = await ApiWorld.open();
  expect((await plain.call('GET', '/v1/sign-in/oidc', { as: null })).status).toBe(404);
  const userId = await makePerson(plain, 'lin');
  const bound = await plain.call('PATCH', `/v1/users/${userId}`, { as: 'guard', body: { subject: 'x' } });
  expect(bound.body.details).toMatchObject([{ at: 'subject', code: 'unknown-field' }]);
  await plain.close();
});

it('while the provider is down others sign in as always, and who comes by it is told', async () => {
  await makePerson(world, 'zheng');
  const port = await freePort();
  const settings = Object.assign(new SignInSettings(), {
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_SECRET_FILE: join(folder, 'secret'),
    PUBLIC_ORIGIN: [HOME],
  });
  const lonely = await ApiWorld.open(undefined, { signIn: settings });
  await makePerson(lonely, 'zheng');
  expect((await new Browser(lonely).call('GET', '/v1/sign-in/oidc')).status).toBe(503);
  expect((await new Browser(lonely).signIn('zheng')).status).toBe(200);
  await lonely.close();
});
