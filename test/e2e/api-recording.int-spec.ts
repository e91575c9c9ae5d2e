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
    const streamId = randomUUID();
    const issue = { certificateNo: 'C-3', issuedOn: '2023-03-10' };
    expect((await world.command('issue-certificate', streamId, issue)).body.code).toBe('not-found');
    await world.command('accept-matter', streamId, matter('R-3'));
    const { status, body } = await world.command('accept-matter', streamId, matter('R-4'));
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'illegal-step', title: '当前状态不允许此步骤' });
    expect(body.allowedNext[1]).toEqual({
      ...{ event: 'notary.FeePaid', command: 'notary.PayFee', title: 'notary.FeePaid' },
    });
  });

  it('asks for a second person where a soft rule is broken, and takes one', async () => {
    const streamId = randomUUID();
    await world.command('accept-matter', streamId, matter('R-4'));
    const fee = { receiptNo: 'F-1', amount: '20000.00', paidOn: '2023-03-07' };
    const asked = await world.command('pay-fee', streamId, fee);
    expect(asked.status).toBe(409);
    expect(asked.body).toMatchObject({
      code: 'approval-required',
      details: [{ at: 'approvedBy', code: 'notary.large-fee' }],
    });
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
      world.command(
        'issue-certificate',
        streamId,
        { certificateNo: no, issuedOn: '2023-03-10' },
        { headers: { 'if-match': '"1"' } },
      );
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
    expect((await world.command('approve-correction', streamId, { requestId }, { as: 'chief' })).status).toBe(201);
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
      recordedBy: 'chief',
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
    expect(
      (await world.command('approve-correction', streamId, approval, { office: OFFICE_2, as: 'chief' })).status,
    ).toBe(201);
    expect(await figure()).toMatchObject({ value: '0', printed: '0' });
  });

  it('is refused without a reason, and not decided by a clerk', async () => {
    const streamId = randomUUID();
    const accepted = await world.command('accept-matter', streamId, matter('K-3'));
    const asked = { eventId: accepted.body.eventIds[0], patch: { kind: 'contract' } };
    const bare = await world.command('request-correction', streamId, asked, { as: 'clerk' });
    expect(bare.status).toBe(400);
    expect(bare.body.details).toContainEqual({ at: 'data.reason', code: 'missing', title: '必填' });
    const request = await world.command('request-correction', streamId, { ...asked, reason: 'other' }, { as: 'chief' });
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
    const refused = await send(true, [
      item('B-10'),
      item('B-11', { data: matter('B-11', { acceptedOn: '2023-02-30' }) }),
    ]);
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
    const { body } = await send(
      false,
      [item('B-20', { type: 'notary.ApproveCorrection', data: { requestId: randomUUID() } })],
      'clerk',
    );
    expect(body.answers[0]).toMatchObject({ status: 403, code: 'not-permitted' });
  });
});
