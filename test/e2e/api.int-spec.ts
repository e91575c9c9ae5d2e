import { randomUUID } from 'node:crypto';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, matter } from './api-world.js';

let world: ApiWorld;
beforeAll(async () => (world = await ApiWorld.open()));
afterAll(() => world.close());

const caughtUp = () => world.platform.projector.catchUp();

describe('recording', () => {
  it('answers 201 with the receipt, the new version and the place in the log', async () => {
    const streamId = randomUUID();
    const { status, headers, body } = await world.command('accept-matter', streamId, matter('R-1'));
    expect(status).toBe(201);
    expect(body).toMatchObject({ streamId, version: 1, recorded: true });
    expect(headers['etag']).toBe('"1"');
    expect(headers['x-position']).toBe(String(body.position));
  });

  it('answers 200 when it was so already', async () => {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('R-2'));
    const issue = { certificateNo: 'C-2', issuedOn: '2023-03-10' };
    expect((await world.command('issue-certificate', streamId, issue)).status).toBe(201);
    const again = await world.command('issue-certificate', streamId, issue);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ recorded: false, version: 2, eventIds: [] });
  });

  it('refuses a step the state does not allow, and names those it does', async () => {
    const { status, body } = await world.command('issue-certificate', randomUUID(), { certificateNo: 'C-3', issuedOn: '2023-03-10' });
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'illegal-step', title: '当前状态不允许此步骤' });
    expect(body.allowedNext).toEqual([
      { event: 'notary.MatterAccepted', command: 'notary.AcceptMatter', title: 'notary.MatterAccepted' },
    ]);
  });

  it('asks for a second person where a soft rule is broken, and takes one', async () => {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('R-4'));
    const fee = { receiptNo: 'F-1', amount: '20000.00', paidOn: '2023-03-07' };
    const asked = await world.command('pay-fee', streamId, fee);
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({ code: 'approval-required', details: [{ at: 'approvedBy', code: 'notary.large-fee' }] });
    const body = { office: OFFICE, data: fee, approvedBy: '王所长', evidence: [{ docKind: '收据', docNo: 'F-1' }] };
    expect((await world.command('pay-fee', streamId, fee, { body })).status).toBe(201);
  });

  it('goes by the version in If-Match', async () => {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('R-5'), { headers: { 'if-match': '"0"' } });
    const fee = (no: string) => ({ receiptNo: no, amount: '10', paidOn: '2023-03-07' });
    const stale = await world.command('pay-fee', streamId, fee('V-1'), { headers: { 'if-match': '"0"' } });
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ code: 'stale-version', details: [{ at: 'version', code: '1' }] });
    expect((await world.command('pay-fee', streamId, fee('V-1'), { headers: { 'if-match': '"1"' } })).status).toBe(201);
  });

  it('lets one of two who write at once win', async () => {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('R-6'));
    const issue = (no: string) =>
      world.command('issue-certificate', streamId, { certificateNo: no, issuedOn: '2023-03-10' }, { headers: { 'if-match': '"1"' } });
    const answers = await Promise.all([issue('W-1'), issue('W-2'), issue('W-3')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412]);
  });
});

describe('a correction', () => {
  it('takes effect when another person approves it, and shows before, after, reason and both', async () => {
    const streamId = randomUUID();
    const accepted = await world.command('accept-matter', streamId, matter('K-1'));
    const [eventId] = accepted.body.eventIds as string[];
    const asked = { eventId, patch: { kind: 'contract', acceptedOn: '2022-12-30' }, reason: 'entry-error' };
    const key = randomUUID();
    const request = await world.command('request-correction', streamId, asked, { key });
    expect(request.status).toBe(201);
    const [requestId] = request.body.eventIds as string[];
    const own = await world.command('approve-correction', streamId, { requestId });
    expect(own.status).toBe(403);
    expect(own.body.code).toBe('same-person');
    expect((await world.command('approve-correction', streamId, { requestId }, { as: 'admin' })).status).toBe(201);
    expect((await world.command('request-correction', streamId, asked, { key })).body).toEqual(request.body);

    const { body } = await world.call('GET', `/v1/notary/matter/${streamId}`);
    expect(body.events[0]).toMatchObject({
      standing: 'corrected',
      data: { kind: 'will' },
      effective: { occurredOn: '2022-12-30', data: { kind: 'contract' } },
    });
    expect(body.events[2]).toMatchObject({
      standing: 'record',
      title: '记录已更正',
      recordedBy: 'admin',
      data: { reason: 'entry-error', requestedBy: 'supervisor' },
    });
    expect(body.events[2].data.changes).toContainEqual({ field: 'kind', before: '"will"', after: '"contract"' });
  });

  it('of a correction’s only case down to nothing shows 0, not a blank', async () => {
    const streamId = randomUUID();
    const data = matter('K-2', { acceptedOn: '2021-05-05' });
    const accepted = await world.command('accept-matter', streamId, data, { office: OFFICE_2 });
    const figure = async () => {
      await caughtUp();
      const url = `/v1/indicators?bureau=${BUREAU}&office=${OFFICE_2}&period=2021&codes=NT-01`;
      return (await world.call('GET', url)).body.values[0];
    };
    expect(await figure()).toMatchObject({ value: '1', printed: '1' });
    const void_ = { eventIds: accepted.body.eventIds, reason: 'did-not-happen' };
    const request = await world.command('request-void', streamId, void_, { office: OFFICE_2 });
    const approval = { requestId: request.body.eventIds[0] };
    expect((await world.command('approve-correction', streamId, approval, { office: OFFICE_2, as: 'admin' })).status).toBe(201);
    expect(await figure()).toMatchObject({ value: '0', printed: '0' });
  });

  it('is refused without a reason, and not decided by a clerk', async () => {
    const streamId = randomUUID();
    const accepted = await world.command('accept-matter', streamId, matter('K-3'));
    const asked = { eventId: accepted.body.eventIds[0], patch: { kind: 'contract' } };
    const bare = await world.command('request-correction', streamId, asked, { as: 'clerk' });
    expect(bare.status).toBe(400);
    expect(bare.body.details).toContainEqual({ at: 'data.reason', code: 'missing', title: '必填' });
    const request = await world.command('request-correction', streamId, { ...asked, reason: 'other' }, { as: 'admin' });
    const data = { requestId: request.body.eventIds[0], note: '材料不足' };
    expect((await world.command('decline-correction', streamId, data, { as: 'clerk' })).status).toBe(403);
    expect((await world.command('decline-correction', streamId, data)).status).toBe(201);
  });
});

describe('many at once', () => {
  const item = (matterNo: string, more: object = {}) => ({
    type: 'notary.AcceptMatter',
    streamId: randomUUID(),
    commandId: randomUUID(),
    office: OFFICE,
    data: matter(matterNo),
    ...more,
  });
  const send = (atomic: boolean, commands: readonly unknown[], as: 'clerk' | 'supervisor' = 'supervisor') =>
    world.call('POST', '/v1/commands', { as, body: { atomic, commands } });

  it('answers each by itself', async () => {
    const good = item('B-1');
    const { status, body } = await send(false, [
      good,
      item('B-2', { data: matter('B-2', { kind: 'gift' }) }),
      item('B-3', { office: 'nowhere' }),
      item('B-4', { type: 'notary.Fly' }),
      { ...good },
      'nonsense',
    ]);
    expect(status).toBe(200);
    expect(body.recorded).toBe(1);
    expect(body.answers[0]).toMatchObject({ streamId: good.streamId, version: 1, recorded: true });
    expect(body.answers.slice(1).map(({ code, status: each }: never) => [each, code])).toEqual([
      [400, 'invalid-data'],
      [404, 'not-found'],
      [404, 'unknown-command'],
      [400, 'invalid-data'],
      [400, 'invalid-data'],
    ]);
  });

  it('stores all or nothing when asked to', async () => {
    const before = await world.stored();
    const refused = await send(true, [item('B-10'), item('B-11', { data: matter('B-11', { acceptedOn: '2023-02-30' }) })]);
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ recorded: 0, answers: [{ code: 'abandoned' }, { code: 'invalid-data' }] });
    const taken = await send(true, [item('B-12'), item('B-12')]);
    expect(taken.status).toBe(409);
    expect(await world.stored()).toBe(before);
    const stored = await send(true, [item('B-13'), item('B-14')]);
    expect(stored.body.recorded).toBe(2);
    expect(await world.stored()).toBe(before + 2);
  });

  it('takes 500 and no more', async () => {
    const commands = Array.from({ length: 501 }, (_, at) => item(`B-500-${at}`));
    expect((await send(true, commands)).status).toBe(400);
    expect((await send(true, commands.slice(0, 500))).body.recorded).toBe(500);
  });

  it('lets a clerk approve nothing by that door either', async () => {
    const { body } = await send(false, [item('B-20', { type: 'notary.ApproveCorrection', data: { requestId: randomUUID() } })], 'clerk');
    expect(body.answers[0]).toMatchObject({ status: 403, code: 'not-permitted' });
  });
});

describe('reading', () => {
  const streamId = randomUUID();
  beforeAll(async () => {
    await world.command('accept-matter', streamId, matter('Q-1', { acceptedOn: '2020-02-03' }));
    await world.command('pay-fee', streamId, { receiptNo: 'Q-1', amount: '88.50', paidOn: '2020-02-04' });
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
    for (let { next } = body; next !== undefined; ) {
      const page = (await world.call('GET', `/v1/indicators/NT-04/evidence?period=2023&term=1&limit=1&after=${next}`)).body;
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
});

describe('the directory', () => {
  it('keeps offices with the time they exist, for those who may', async () => {
    const offices = [{ ...(await world.call('GET', '/v1/offices')).body.offices[1], code: '43092203', name: '新设司法所' }];
    expect((await world.call('PUT', '/v1/offices', { body: { offices } })).status).toBe(403);
    const saved = await world.call('PUT', '/v1/offices', { as: 'admin', body: { offices } });
    expect(saved.body.offices).toContainEqual(expect.objectContaining({ code: '43092203', name: '新设司法所' }));
    const lost = await world.call('PUT', '/v1/offices', { as: 'admin', body: { offices: [{ ...offices[0], parent: 'x' }] } });
    expect(lost.body.details).toContainEqual(expect.objectContaining({ at: 'offices[0].parent', code: 'not-found' }));
  });

  it('registers a person once, and says nothing of them anywhere', async () => {
    const person = { bureau: BUREAU, name: '欧阳试验', idType: 'resident-id', idNo: '430922198001011232', sex: 'male', birthDate: '1980-01-01' };
    const first = await world.call('POST', '/v1/persons', { body: person });
    expect(first.status).toBe(201);
    const again = await world.call('POST', '/v1/persons', { body: person });
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ personRef: first.body.personRef, known: true });
    const wrong = await world.call('POST', '/v1/persons', { body: { ...person, idNo: '430922198001011233', phone: '\u0000' } });
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
    const { body } = await world.call('GET', '/metrics', { as: null });
    for (const name of ['taizhang_append_total', 'taizhang_append_seconds_bucket', 'taizhang_feed_lag_events', 'taizhang_projector_lag_seconds'])
      expect(body).toContain(name);
    expect(body).toMatch(/taizhang_http_request_seconds_count\{method="POST",route="\/v1\/notary\/matter\/:streamId\/accept-matter",status="2xx"\} \d+/);
    expect(body).not.toContain(OFFICE);
  });
});
