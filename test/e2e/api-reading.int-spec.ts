import { gunzipSync } from 'node:zlib';
import { randomUUID } from 'node:crypto';
import { ApiWorld, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

const caughtUp = () => world.platform.projector.catchUp();

describe('reading', () => {
  const streamId = randomUUID();
  beforeAll(async () => {
    await world.command('accept-matter', streamId, matter('Q-1', { acceptedOn: '2020-02-03' }));
    await world.command('pay-fee', streamId, { receiptNo: 'Q-1', amount: '88.50', paidOn: '2020-02-04' });
    for (const no of ['S-1', 'S-2', 'S-3', 'S-4']) {
      const other = randomUUID();
      await world.command('accept-matter', other, matter(no));
      await world.command('issue-certificate', other, { certificateNo: no, issuedOn: '2023-03-10' });
    }
    await caughtUp();
  });

  it('tells a case with what stands, what may follow and what is due', async () => {
    const { headers, body } = await world.call('GET', `/v1/notary/matter/${streamId}`);
    expect(headers['etag']).toBe('"2"');
    expect(body).toMatchObject({ state: 'open', owner: OFFICE, version: 2 });
    expect(body.allowedNext.map(({ command }: { command: string }) => command)).toContain('notary.IssueCertificate');
    expect(body.events.map(({ standing, recordedBy }: never) => [standing, recordedBy])).toEqual([
      ['in-force', 'supervisor'],
      ['in-force', 'supervisor'],
    ]);
    expect(body.facts.map(({ kind }: { kind: string }) => kind).sort()).toEqual(['notary.fee', 'notary.matter']);
    expect(body.duties).toMatchObject([{ deadline: 'NT-D01', metOn: null }]);
  });

  it('tells a case as it was known at a position', async () => {
    const now = (await world.call('GET', `/v1/notary/matter/${streamId}`)).body;
    const { body } = await world.call('GET', `/v1/notary/matter/${streamId}?asOf=${now.events[0].position}`);
    expect(body).toMatchObject({ version: 1, state: 'open' });
    expect(body.facts.map(({ kind }: { kind: string }) => kind)).toEqual(['notary.matter']);
    expect((await world.call('GET', `/v1/notary/matter/${streamId}?asOf=0`)).status).toBe(404);
  });

  it('gives figures with their position, and each opens to as many records as it says', async () => {
    const { body } = await world.call('GET', `/v1/indicators?period=2020&office=${OFFICE}`);
    expect(body.freshness).toMatchObject({ lag: 0, stale: false });
    const values = Object.fromEntries(body.values.map(({ code, printed }: never) => [code, printed]));
    expect(values).toMatchObject({ 'NT-01': '1', 'NT-02': '0', 'NT-04': '—', 'NT-06': '88.50' });
    const link = body.values.find(({ code }: { code: string }) => code === 'NT-01').evidence as string;
    const evidence = (await world.call('GET', link)).body;
    expect(evidence.position).toBe(body.position);
    expect(evidence.terms).toMatchObject([{ measure: 'notary.accepted', side: 'value', sign: 1, total: '1' }]);
    expect(evidence.rows).toHaveLength(1);
    expect(evidence.rows[0]).toMatchObject({
      streamId,
      case: `/v1/notary/matter/${streamId}`,
      fact: { kind: 'notary.matter', fields: { matterNo: 'Q-1' } },
      events: [{ type: 'notary.MatterAccepted', recordedBy: 'supervisor', occurredOn: '2020-02-03' }],
    });
  });

  it('opens both sides of a rate', async () => {
    const { body } = await world.call('GET', '/v1/indicators/NT-04/evidence?period=2023&term=1&limit=1');
    expect(body.terms.map(({ side }: { side: string }) => side)).toEqual(['numerator', 'denominator']);
    const total = Number(body.terms[1].total);
    const rows = [...body.rows];
    for (let { next } = body; next !== undefined;) {
      const page = (await world.call('GET', `/v1/indicators/NT-04/evidence?period=2023&term=1&limit=1&after=${next}`))
        .body;
      rows.push(...page.rows);
      next = page.next;
    }
    expect(total).toBeGreaterThan(1);
    expect(new Set(rows.map((row) => row.streamId)).size).toBe(total);
    const beyond = await world.call('GET', '/v1/indicators/NT-04/evidence?period=2023&term=2');
    expect(beyond.status).toBe(400);
  });

  it('gives the figures of a past position, and of a past instant', async () => {
    const earlier = await world.stored();
    const before = (await world.call('GET', '/v1/indicators?period=2020&codes=NT-01')).body.values[0].value;
    const until = world.platform.clock.now().now;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await world.command('accept-matter', randomUUID(), matter('Q-2', { acceptedOn: '2020-07-01' }));
    await caughtUp();
    const value = async (asOf: string) =>
      (await world.call('GET', `/v1/indicators?period=2020&codes=NT-01${asOf}`)).body.values[0].value;
    expect(await value('')).toBe(String(Number(before) + 1));
    expect(await value(`&asOf=${earlier}`)).toBe(before);
    expect(await value(`&asOf=${until}`)).toBe(before);
    expect((await world.call('GET', '/v1/indicators?period=2020&asOf=999999999')).status).toBe(400);
    expect((await world.call('GET', '/v1/indicators?period=2020&asOf=2999-01-01T00:00:00Z')).status).toBe(400);
  });

  it('never gives a value older than asked for: it waits, or says how far behind it is', async () => {
    const { body } = await world.command('accept-matter', randomUUID(), matter('Q-3', { acceptedOn: '2019-07-01' }));
    const url = `/v1/indicators?period=2019&codes=NT-01&min-position=${body.position}`;
    const late = await world.call('GET', url);
    expect(late.status).toBe(202);
    expect(late.body).toMatchObject({ wanted: body.position, behind: 1 });
    const waiting = world.call('GET', url);
    setTimeout(() => void caughtUp(), 200);
    expect((await waiting).body.values[0].value).toBe('1');
  });

  it('lists a register by filter, a page at a time', async () => {
    await caughtUp();
    const first = (await world.call('GET', `/v1/registers/notary.matters?kind=will&limit=2&office=${OFFICE}`)).body;
    expect(first.rows).toHaveLength(2);
    const second = (await world.call('GET', `/v1/registers/notary.matters?kind=will&limit=2&after=${first.next}`)).body;
    const ids = [...first.rows, ...second.rows].map(({ streamId: each }: { streamId: string }) => each);
    expect(new Set(ids).size).toBe(4);
    const none = await world.call('GET', '/v1/registers/notary.matters?kind=gift');
    expect(none.body.rows).toEqual([]);
  });

  it('lists what is due', async () => {
    const { body } = await world.call('GET', '/v1/deadlines?dueBy=2020-12-31');
    expect(body.rows).toContainEqual(expect.objectContaining({ streamId, deadline: 'NT-D01', metOn: null }));
  });

  it('finds nothing wrong where nothing is', async () => {
    const { body } = await world.call('GET', '/v1/findings?period=2020');
    expect(body.findings).toEqual([]);
  });

  it('describes the lines so that a page can build its forms', async () => {
    const { body } = await world.call('GET', '/v1/lines', { as: 'reader' });
    const [line] = body.lines;
    expect(line.code).toBe('notary');
    const commands = line.streams[0].commands.map(({ type }: { type: string }) => type);
    expect(commands).toEqual(expect.arrayContaining(['notary.AcceptMatter', 'notary.RequestCorrection']));
    expect(line.codeTables.map(({ name }: { name: string }) => name)).toEqual(['notary.kind', 'record.reason']);
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br', undefined],
    ['gzip;q=0, identity', undefined],
    [undefined, undefined],
  ])('sends them to who takes %s as %s', async (accepted, encoding) => {
    const { body } = await world.call('GET', '/v1/lines', { as: 'reader' });
    const { headers, rawPayload } = await world.app.inject({
      ...{ method: 'GET', url: '/v1/lines' },
      headers: {
        authorization: `Bearer ${world.tokenOf('reader')}`,
        ...(accepted === undefined ? {} : { 'accept-encoding': accepted }),
      },
    });
    expect([headers['content-encoding'], headers['vary'], headers['cache-control']]).toEqual([
      encoding,
      'accept-encoding',
      'no-store',
    ]);
    const plain = encoding === undefined ? rawPayload : gunzipSync(rawPayload);
    expect(JSON.parse(plain.toString('utf8'))).toEqual(body);
  });
});
