import { randomUUID } from 'node:crypto';
import { ApiWorld, BUREAU, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

describe('the directory', () => {
  it('keeps offices with the time they exist, for those who may', async () => {
    const offices = [
      { ...(await world.call('GET', '/v1/offices')).body.offices[1], code: '43092203', name: '新设司法所' },
    ];
    expect((await world.call('PUT', '/v1/offices', { body: { offices } })).status).toBe(403);
    const saved = await world.call('PUT', '/v1/offices', { as: 'keeper', body: { offices } });
    expect(saved.body.offices).toContainEqual(expect.objectContaining({ code: '43092203', name: '新设司法所' }));
    const lost = await world.call('PUT', '/v1/offices', {
      as: 'keeper',
      body: { offices: [{ ...offices[0], parent: 'x' }] },
    });
    expect(lost.body.details).toContainEqual(expect.objectContaining({ at: 'offices[0].parent', code: 'not-found' }));
  });

  it('registers a person once, and says nothing of them anywhere', async () => {
    const person = {
      bureau: BUREAU,
      name: '欧阳试验',
      idType: 'resident-id',
      idNo: '430922198001011232',
      sex: 'male',
      birthDate: '1980-01-01',
    };
    const first = await world.call('POST', '/v1/persons', { body: person });
    expect(first.status).toBe(201);
    const again = await world.call('POST', '/v1/persons', { body: person });
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ personRef: first.body.personRef, known: true });
    const wrong = await world.call('POST', '/v1/persons', {
      body: { ...person, idNo: '430922198001011233', phone: '\u0000' },
    });
    expect(wrong.status).toBe(400);
    for (const said of [first, again, wrong].map(({ body }) => JSON.stringify(body)).concat(world.logged)) {
      expect(said).not.toContain('欧阳');
      expect(said).not.toContain('19800101');
    }
  });
});

describe('operations', () => {
  it('tells live from ready', async () => {
    expect((await world.call('GET', '/health/live', { as: null })).body).toEqual({ status: 'up' });
    const ready = await world.call('GET', '/health/ready', { as: null });
    expect(ready.body).toMatchObject({ status: 'ready', database: 'up' });
  });

  it('counts for Prometheus', async () => {
    await world.command('accept-matter', randomUUID(), matter('M-1'));
    const { body } = await world.call('GET', '/metrics', { as: null });
    for (const name of [
      'taizhang_append_total',
      'taizhang_append_seconds_bucket',
      'taizhang_feed_lag_events',
      'taizhang_projector_lag_seconds',
    ])
      expect(body).toContain(name);
    expect(body).toMatch(
      /taizhang_http_request_seconds_count\{method="POST",route="\/v1\/notary\/matter\/:streamId\/accept-matter",status="2xx"\} \d+/,
    );
    expect(body).not.toContain(OFFICE);
  });

  it('logs each answer with its ids, and nothing of what was said', async () => {
    const streamId = randomUUID();
    const { headers, body } = await world.command('accept-matter', streamId, matter('SAID-IT'));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(JSON.parse(world.logged.at(-1) ?? '')).toMatchObject({
      correlationId: headers['x-correlation-id'],
      route: '/v1/notary/matter/:streamId/accept-matter',
      status: 201,
      stream: streamId,
      position: body.position,
    });
    expect(world.logged.join()).not.toContain('SAID-IT');
  });
});
