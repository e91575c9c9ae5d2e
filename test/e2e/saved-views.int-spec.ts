import { randomUUID } from 'node:crypto';
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
const keep = (browser: Browser, content: unknown, viewId = randomUUID()) =>
  browser.call('PUT', `/v1/saved-views/${viewId}`, { body: { content } });

it('how somebody looks at a register is kept for him alone, wherever he signs in', async () => {
  const [lin, chen] = [await signedIn('lin'), await signedIn('chen')];
  const viewId = randomUUID();
  const content = {
    name: '在册',
    register: 'notary.matters',
    filters: { kind: 'will' },
    columns: ['kind'],
    order: 'oldest',
  };
  expect((await lin.call('GET', '/v1/saved-views')).body).toEqual({ views: [] });
  expect((await keep(lin, content, viewId)).status).toBe(204);
  const elsewhere = new Browser(world);
  await elsewhere.signIn('lin');
  expect((await elsewhere.call('GET', '/v1/saved-views')).body).toEqual({ views: [{ viewId, content }] });
  expect((await chen.call('GET', '/v1/saved-views')).body).toEqual({ views: [] });
  expect((await chen.call('DELETE', `/v1/saved-views/${viewId}`)).status).toBe(204);
  expect((await elsewhere.call('GET', '/v1/saved-views')).body.views).toHaveLength(1);
  expect((await elsewhere.call('DELETE', `/v1/saved-views/${viewId}`)).status).toBe(204);
  expect((await elsewhere.call('GET', '/v1/saved-views')).body).toEqual({ views: [] });
});

it('is for persons, of the size of a view, and fifty at most', async () => {
  expect((await world.call('GET', '/v1/saved-views', { as: 'supervisor' })).status).toBe(403);
  expect((await world.call('GET', '/v1/saved-views', { as: null })).status).toBe(401);
  const wang = await signedIn('wang');
  expect((await keep(wang, ['a'])).status).toBe(400);
  const large = await keep(wang, { name: 'x'.repeat(20_000) });
  expect([large.status, large.body.details]).toMatchObject([400, [{ at: 'content', code: 'too-long' }]]);
  for (let at = 0; at < 50; at += 1) expect((await keep(wang, { name: `${at}` })).status).toBe(204);
  const more = await keep(wang, { name: '多' });
  expect([more.status, more.body.code]).toEqual([409, 'too-many-views']);
});
