import { uuidV5 } from '#kernel/ids.js';
import type { Receipt } from '#kernel/command.js';
import { OFFICES, World, head } from '../support/world.js';

const person = uuidV5('person', '1');
const accept = (more: object = {}) => ({
  personRef: person,
  matterNo: '〔2023〕1',
  kind: 'will',
  acceptedOn: '2023-03-01',
  ...more,
});
const fee = (receiptNo: string, paidOn = '2023-04-01', amount = '100.00') => ({ receiptNo, amount, paidOn });
const issue = (issuedOn = '2023-03-10', certificateNo = 'C1') => ({ certificateNo, issuedOn });

describe('the one front door', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  it('records an accepted command and says where', async () => {
    const receipt = await world.send('notary.AcceptMatter', 'a', accept());
    expect(receipt).toMatchObject({ version: 1, position: 1, recorded: true });
    const stored = await world.store.load(receipt.streamId);
    expect(stored?.events[0]).toMatchObject({
      type: 'notary.MatterAccepted',
      occurredOn: '2023-03-01',
      recordedBy: 'clerk',
    });
    expect(stored?.owner).toBe(OFFICES[0]);
  });

  it('answers a repeat with the first answer, even after the state has moved on', async () => {
    const first = world.command('notary.AcceptMatter', 'a', accept());
    const answer = await world.handler.handle(first);
    await world.send('notary.IssueCertificate', 'a', issue());
    expect(await world.handler.handle(first)).toEqual(answer);
    expect((await world.store.load(answer.streamId))?.version).toBe(2);
  });

  it('refuses the same command id with other content', async () => {
    const first = world.command('notary.AcceptMatter', 'a', accept());
    await world.handler.handle(first);
    expect((await world.refused(first.type, 'a', accept({ matterNo: '2' }), { commandId: first.commandId })).code).toBe(
      'command-id-reused',
    );
  });

  it('stores nothing for a retry of what is already so', async () => {
    await world.send('notary.AcceptMatter', 'a', accept());
    await world.send('notary.IssueCertificate', 'a', issue());
    expect(await world.send('notary.IssueCertificate', 'a', issue())).toMatchObject({ recorded: false, eventIds: [] });
  });

  it('names the step it refuses and the steps allowed', async () => {
    await world.send('notary.AcceptMatter', 'a', accept());
    await world.send('notary.IssueCertificate', 'a', issue());
    const refusal = await world.refused('notary.AcceptMatter', 'a', accept({ matterNo: '2' }));
    expect(refusal).toMatchObject({ code: 'illegal-step', allowedNext: expect.any(Array) });
    expect(world.store.head).toBe(2);
  });

  it('goes on with nothing that is not there', async () => {
    expect((await world.refused('notary.IssueCertificate', 'a', issue())).code).toBe('not-found');
    expect(world.store.head).toBe(0);
  });

  it.each([
    ['unknown command', 'notary.Unknown', {}, 'unknown-command'],
    ['unknown field', 'notary.AcceptMatter', accept({ surplus: 1 }), 'invalid-data'],
    ['wrong type', 'notary.AcceptMatter', accept({ matterNo: 1 }), 'invalid-data'],
    ['impossible date', 'notary.AcceptMatter', accept({ acceptedOn: '2023-02-30' }), 'invalid-data'],
    ['future date', 'notary.AcceptMatter', accept({ acceptedOn: '2024-03-02' }), 'invalid-data'],
  ])('stores nothing for bad input: %s', async (_what, type, data, code) => {
    expect((await world.refused(type, 'a', data)).code).toBe(code);
    expect(world.store.head).toBe(0);
  });

  it('takes the day in Shanghai for today', async () => {
    world.now = new Date('2024-02-29T16:00:00Z');
    await world.send('notary.AcceptMatter', 'a', accept({ acceptedOn: '2024-03-01' }));
    expect(world.store.head).toBe(1);
  });

  it('refuses an office that is not in scope, not of the bureau, or not active that day', async () => {
    const outsider = { name: 'x', roles: [], offices: [OFFICES[1]] };
    expect((await world.refused('notary.AcceptMatter', 'a', accept(), { principal: outsider })).code).toBe('not-found');
    expect((await world.refused('notary.AcceptMatter', 'a', accept(), { office: '99999901' })).code).toBe('not-found');
    expect((await world.refused('notary.AcceptMatter', 'a', accept(), { office: '43092299' })).code).toBe(
      'office-not-active',
    );
    await world.send('notary.AcceptMatter', 'b', accept({ acceptedOn: '2022-12-31' }), { office: '43092299' });
  });

  it('treats a stream of another office like one that does not exist', async () => {
    await world.send('notary.AcceptMatter', 'a', accept());
    const outsider = { name: 'x', roles: [], offices: [OFFICES[1]] };
    const foreign = await world.refused('notary.PayFee', 'a', fee('1'), { principal: outsider, office: OFFICES[1] });
    expect(foreign).toEqual({ kind: 'reject', code: 'not-found', details: [] });
  });

  it('keeps a natural key to one stream, and names the holder', async () => {
    const first = await world.send('notary.AcceptMatter', 'a', accept());
    const refusal = await world.refused('notary.AcceptMatter', 'b', accept());
    expect(refusal).toMatchObject({ code: 'notary.matter-known', details: [{ at: first.streamId }] });
  });

  it('asks for a second person where a soft rule is broken', async () => {
    await world.send('notary.AcceptMatter', 'a', accept());
    const large = fee('1', '2023-04-01', '20000');
    expect(await world.refused('notary.PayFee', 'a', large)).toMatchObject({
      code: 'approval-required',
      details: [{ code: 'notary.large-fee' }],
    });
    expect((await world.refused('notary.PayFee', 'a', large, { approvedBy: 'clerk' })).code).toBe('approval-required');
    expect((await world.send('notary.PayFee', 'a', large, { approvedBy: 'head' })).recorded).toBe(true);
  });

  it('refuses a stale version and lets exactly one of two win', async () => {
    const { streamId } = await world.send('notary.AcceptMatter', 'a', accept());
    expect((await world.refused('notary.PayFee', 'a', fee('1'), { expectedVersion: 0 })).code).toBe('stale-version');
    const both = await Promise.allSettled(
      [1, 2].map((n) => world.send('notary.PayFee', 'a', fee(String(n)), { expectedVersion: 1 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await world.store.load(streamId))?.version).toBe(2);
  });

  it('decides again when another writer was first and no version was named', async () => {
    const { streamId } = await world.send('notary.AcceptMatter', 'a', accept());
    await Promise.all(Array.from({ length: 4 }, (_, n) => world.send('notary.PayFee', 'a', fee(String(n)))));
    expect((await world.store.load(streamId))?.version).toBe(5);
  });

  describe('late and out-of-order entry', () => {
    it('accepts a late event that fits, and judges it by the state of its own day', async () => {
      await world.send('notary.AcceptMatter', 'a', accept());
      await world.send('notary.IssueCertificate', 'a', issue('2023-06-01'));
      expect(
        (await world.send('notary.MoveMatter', 'a', { toOffice: OFFICES[1], movedOn: '2023-05-01' })).recorded,
      ).toBe(true);
      expect(
        (await world.refused('notary.MoveMatter', 'a', { toOffice: OFFICES[1], movedOn: '2023-07-01' })).code,
      ).toBe('illegal-step');
    });

    it('refuses one dated before the opening', async () => {
      await world.send('notary.AcceptMatter', 'a', accept());
      expect((await world.refused('notary.PayFee', 'a', fee('1', '2023-02-28'))).code).toBe('illegal-step');
    });

    it('refuses one that would make a later event impossible, and lists it', async () => {
      await world.send('notary.AcceptMatter', 'a', accept());
      const moved = await world.send('notary.MoveMatter', 'a', { toOffice: OFFICES[1], movedOn: '2023-05-01' });
      const refusal = await world.refused('notary.IssueCertificate', 'a', issue('2023-04-01'));
      expect(refusal).toMatchObject({
        code: 'later-events-conflict',
        details: [{ at: moved.eventIds[0], code: 'illegal-step' }],
      });
    });
  });

  describe('corrections and voids', () => {
    const request = ([eventId]: readonly string[], patch: object) => ({ eventId, patch, reason: 'entry-error' });
    const requestVoid = (...eventIds: string[]) => ({ eventIds, reason: 'entered-twice' });
    const requestOf = ({ eventIds }: Receipt) => ({ requestId: eventIds[0] });
    const approve = (asked: Receipt) =>
      world.send('notary.ApproveCorrection', 'a', requestOf(asked), { principal: head });
    const refusedApproval = (asked: Receipt, more: object = { principal: head }) =>
      world.refused('notary.ApproveCorrection', 'a', requestOf(asked), more);

    const correct = async (opened: Receipt, patch: object) =>
      approve(await world.send('notary.RequestCorrection', 'a', request(opened.eventIds, patch)));

    const voidAll = async (...eventIds: string[]) =>
      approve(await world.send('notary.RequestVoid', 'a', requestVoid(...eventIds)));

    it('takes two persons, and the correction carries what was asked, not what the approver says', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      const asked = await world.send(
        'notary.RequestCorrection',
        'a',
        request(opened.eventIds, { matterNo: '〔2023〕9' }),
      );
      expect((await refusedApproval(asked, {})).code).toBe('same-person');
      await approve(asked);
      const last = (await world.store.load(opened.streamId))?.events.at(-1);
      expect(last).toMatchObject({
        type: 'notary.RecordCorrected',
        recordedBy: 'head',
        data: {
          changes: [{ field: 'matterNo', before: '"〔2023〕1"', after: '"〔2023〕9"' }],
          requestedBy: 'clerk',
          reason: 'entry-error',
        },
      });
      expect((await refusedApproval(asked)).code).toBe('request-settled');
    });

    it('moves the natural key with the correction', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      await correct(opened, { matterNo: '〔2023〕9' });
      await world.send('notary.AcceptMatter', 'b', accept());
      expect((await world.refused('notary.AcceptMatter', 'c', accept({ matterNo: '〔2023〕9' }))).code).toBe(
        'notary.matter-known',
      );
    });

    it('refuses what would make a later event impossible, when asked and not only when approved', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      const paid = await world.send('notary.PayFee', 'a', fee('1', '2023-04-01'));
      const refusal = await world.refused(
        'notary.RequestCorrection',
        'a',
        request(opened.eventIds, { acceptedOn: '2023-05-01' }),
      );
      expect(refusal).toMatchObject({ code: 'later-events-conflict', details: [{ at: paid.eventIds[0] }] });
    });

    it('refuses a correction that leaves the record invalid', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      expect(
        (await world.refused('notary.RequestCorrection', 'a', request(opened.eventIds, { kind: 'poem' }))).code,
      ).toBe('invalid-data');
      expect(
        (await world.refused('notary.RequestCorrection', 'a', request([uuidV5('nobody')], { kind: 'contract' }))).code,
      ).toBe('event-not-found');
      expect((await world.refused('notary.RequestCorrection', 'a', request(opened.eventIds, {}))).code).toBe(
        'nothing-to-correct',
      );
      expect(
        (await world.refused('notary.RequestCorrection', 'a', request(opened.eventIds, { kind: 'will' }))).code,
      ).toBe('nothing-to-correct');
      expect(
        (await world.refused('notary.RequestCorrection', 'a', request(opened.eventIds, { surplus: 1 }))).code,
      ).toBe('invalid-data');
    });

    it('voids an opening only together with everything that rests on it, and gives its key back', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      const paid = await world.send('notary.PayFee', 'a', fee('1'));
      expect((await world.refused('notary.RequestVoid', 'a', requestVoid(...opened.eventIds))).code).toBe(
        'later-events-conflict',
      );
      await voidAll(...opened.eventIds, ...paid.eventIds);
      expect((await world.send('notary.AcceptMatter', 'b', accept())).recorded).toBe(true);
    });

    it('shows 0, not blank, when the only record of a figure is voided', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      await world.projector.catchUp();
      expect(await world.figures('2023', ['NT-01', 'NT-03', 'NT-05'])).toEqual({
        'NT-01': '1',
        'NT-03': '1',
        'NT-05': '1',
      });
      await voidAll(...opened.eventIds);
      await world.projector.catchUp();
      expect(await world.figures('2023', ['NT-01', 'NT-03', 'NT-05'])).toEqual({
        'NT-01': '0',
        'NT-03': '0',
        'NT-05': '0',
      });
      expect(await world.figures('2023', ['NT-01'], { asOf: 1 })).toEqual({ 'NT-01': '1' });
    });

    it('moves the figure to the period of the corrected date', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      await correct(opened, { acceptedOn: '2022-12-31' });
      await world.projector.catchUp();
      expect(await world.figures('2023', ['NT-01'])).toEqual({ 'NT-01': '0' });
      expect(await world.figures('2022', ['NT-01'])).toEqual({ 'NT-01': '1' });
    });

    it('declines a request, after which it is settled', async () => {
      const opened = await world.send('notary.AcceptMatter', 'a', accept());
      const asked = await world.send('notary.RequestCorrection', 'a', request(opened.eventIds, { kind: 'contract' }));
      await world.send('notary.DeclineCorrection', 'a', { ...requestOf(asked), note: '无需更正' }, { principal: head });
      expect((await refusedApproval(asked)).code).toBe('request-settled');
    });
  });

  describe('many at once', () => {
    const batch = () => [
      world.command('notary.AcceptMatter', 'a', accept()),
      world.command('notary.PayFee', 'a', fee('1')),
      world.command('notary.AcceptMatter', 'b', accept({ matterNo: '2', kind: 'poem' })),
      world.command('notary.AcceptMatter', 'c', accept()),
      world.command('notary.AcceptMatter', 'd', accept({ matterNo: '4' })),
    ];
    const codes = (answers: readonly object[]) =>
      answers.map((answer) => ('code' in answer ? answer.code : 'recorded'));

    it('stores the good ones and names what is wrong with the others', async () => {
      const answers = await world.handler.handleMany(batch(), false);
      expect(codes(answers)).toEqual(['recorded', 'recorded', 'invalid-data', 'notary.matter-known', 'recorded']);
      expect(world.store.eventsAfter(0, 10)).toHaveLength(3);
    });

    it('stores nothing when all or nothing is asked and one is wrong', async () => {
      const answers = await world.handler.handleMany(batch(), true);
      expect(codes(answers)).toEqual(['abandoned', 'abandoned', 'invalid-data', 'abandoned', 'abandoned']);
      const held = await world.handler.handleMany(
        batch().filter((_, at) => at !== 2),
        true,
      );
      expect(codes(held)).toEqual(['abandoned', 'abandoned', 'notary.matter-known', 'abandoned']);
      expect(world.store.eventsAfter(0, 10)).toHaveLength(0);
    });

    it('gives the first answers to a repeat of the whole batch', async () => {
      const commands = batch().filter((_, at) => at !== 2 && at !== 3);
      const first = await world.handler.handleMany(commands, true);
      expect(await world.handler.handleMany(commands, true)).toEqual(first);
      expect(world.store.eventsAfter(0, 10)).toHaveLength(3);
    });
  });
});
