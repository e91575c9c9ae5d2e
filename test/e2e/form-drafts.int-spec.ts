import { Browser, makePerson } from '../support/browser.js';
import { ApiWorld } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

const signedIn = async (name: string): Promise<Browser> => {
  await makePerson(world, name);
  const browser = new Browser(world);
  await browser.signIn(name);
  return browser;
};

it('what somebody has not finished waits for him alone, until he drops it', async () => {
  const [lin, chen] = [await signedIn('lin'), await signedIn('chen')];
  const path = '/v1/form-drafts/notary.OpenMatter';
  expect((await lin.call('GET', path)).body).toEqual({ content: null });
  const content = { openedOn: '2023-05-08', note: '王小明', list: [{ a: 1 }] };
  expect((await lin.call('PUT', path, { body: { content } })).status).toBe(204);
  expect((await lin.call('GET', path)).body).toEqual({ content });
  expect((await chen.call('GET', path)).body).toEqual({ content: null });
  expect((await lin.call('DELETE', path)).status).toBe(204);
  expect((await lin.call('GET', path)).body).toEqual({ content: null });
});

it('is for persons, for forms with a name, and of the size of a form', async () => {
  const lin = await signedIn('wang');
  expect((await world.call('GET', '/v1/form-drafts/x', { as: 'supervisor' })).status).toBe(403);
  expect((await world.call('GET', '/v1/form-drafts/x', { as: null })).status).toBe(401);
  expect((await lin.call('GET', `/v1/form-drafts/${encodeURIComponent('../x')}`)).status).toBe(400);
  expect((await lin.call('PUT', '/v1/form-drafts/x', { body: { content: ['a'] } })).status).toBe(400);
  const large = { content: { note: 'x'.repeat(1_100_000) } };
  expect((await lin.call('PUT', '/v1/form-drafts/x', { body: large })).status).toBe(413);
});
