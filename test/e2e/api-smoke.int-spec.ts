import { callersOf, hashOfToken } from '#adapters/nest/callers/token-file.js';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import { memoryPlatform } from './api-world.js';

it('smoke', async () => {
  const platform = await memoryPlatform();
  const callers = callersOf([{ tokenHash: hashOfToken('t'), name: 'admin', roles: ['admin'], offices: ['*'] }]);
  const app = await createApiApp(platform, { callers, log: (...a) => console.log(...a) });
  const auth = { authorization: 'Bearer t' };
  const say = async (method: any, url: string, payload?: any, headers: any = {}) => {
    const r = await app.inject({ method, url, headers: { ...auth, ...headers }, ...(payload === undefined ? {} : { payload }) });
    console.log(method, url, r.statusCode, JSON.stringify(r.headers), r.body.slice(0, 1500));
    return r;
  };
  await say('GET', '/health/live');
  await say('PUT', '/v1/offices', { offices: [
    { code: '430922', parent: null, bureau: '430922', name: 'b', kind: 'bureau', validFrom: '2000-01-01', validTo: null, successor: null },
    { code: '43092201', parent: '430922', bureau: '430922', name: 'b', kind: 'justice-office', validFrom: '2000-01-01', validTo: null, successor: null }] });
  const id = '0190a6f0-0000-7000-8000-000000000001';
  await say('POST', `/v1/notary/matter/${id}/accept-matter`, { office: '43092201', data: { personRef: id, matterNo: 'A1', kind: 'will', acceptedOn: '2023-03-01' } }, { 'idempotency-key': 'k1' });
  await say('POST', `/v1/notary/matter/${id}/accept-matter`, { office: '43092201', data: { personRef: id, matterNo: 'A1', kind: 'will', acceptedOn: '2023-03-01' } }, { 'idempotency-key': 'k1' });
  await say('POST', `/v1/notary/matter/${id}/accept-matter`, { office: '43092201', foo: 1, evidence: null, data: { x: 1 } }, {});
  await say('POST', `/v1/notary/matter/${id}/accept-matter`, { office: '43092201', data: { x: 1 } }, { 'idempotency-key': 'k2'});
  await platform.projector.catchUp();
  await say('GET', `/v1/notary/matter/${id}`);
  await say('GET', `/v1/indicators?period=2023`);
  await say('GET', `/v1/indicators/NT-01/evidence?period=2023`);
  await say('GET', `/v1/findings?period=2023`);
  await say('GET', `/v1/deadlines?dueBy=2023-12-01`);
  await say('GET', `/v1/registers/notary.matters?kind=will`);
  await say('GET', `/v1/lines`);
  await say('GET', `/metrics`);
  await say('GET', `/health/ready`);
  await say('GET', `/nothing`);
  await say('POST', `/v1/commands`, { atomic: true, commands: [{}, 3] });
  await say('GET', `/openapi.json`);
  const bad = await app.inject({ method: 'POST', url: '/v1/commands', headers: { ...auth, 'content-type': 'text/plain' }, payload: 'x' });
  console.log(bad.statusCode, bad.body);
  const bad2 = await app.inject({ method: 'POST', url: '/v1/commands', headers: { ...auth, 'content-type': 'application/json' }, payload: '{x' });
  console.log(bad2.statusCode, bad2.body);
  const bad3 = await app.inject({ method: 'GET', url: '/v1/%zz', headers: auth });
  console.log(bad3.statusCode, bad3.body);
  await app.close();
});
