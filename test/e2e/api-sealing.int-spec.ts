import { randomUUID } from 'node:crypto';
import { askLog } from '#adapters/documents/ask-log.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { verifyPrinted } from '#application/documents/verify-printed.js';
import { periodStreamId } from '#kernel/seal.js';
import { fiscalYear } from '#kernel/period.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, OFFICE_2, matter } from './api-world.js';

let world: ApiWorld;
const BOOKS = periodStreamId(BUREAU, 'notary', fiscalYear(2022));
const explanations = [{ rule: 'reports-missing', reason: '两所当年未设岗' }];

beforeAll(async () => {
  world = await ApiWorld.open([notary, reporting]);
  await accept('in-time', '2022-06-06');
  await accept('second', '2022-06-07', OFFICE_2);
});
afterAll(() => world.close());

const accept = async (name: string, acceptedOn: string, office = OFFICE, asked: Asked = {}) => {
  const answer = await world.command('accept-matter', randomUUID(), matter(name, { acceptedOn }), { office, ...asked });
  await world.platform.projector.catchUp();
  return answer;
};
const close = (asked: Asked & { period?: string; line?: string; explained?: boolean } = {}) => {
  const { period = '2022', line = 'notary', explained = true, ...rest } = asked;
  const body = { bureau: BUREAU, line, period, ...(explained ? { explanations } : {}) };
  return world.call('POST', '/v1/periods/close', { as: 'director', body, ...rest });
};
const onBooks = (name: string, data: object, asked: Asked = {}) =>
  world.call('POST', `/v1/reporting/period/${BOOKS}/${name}`, {
    as: 'director',
    body: { office: BUREAU, data },
    ...asked,
    headers: { 'idempotency-key': randomUUID() },
  });
const today = () => world.platform.clock.now().today;
const reopen = (asked: Asked = {}, reason: object = { reason: '上级核查发现漏报' }) =>
  onBooks('reopen-period', { reopenedOn: today(), ...reason }, { as: 'chief', ...asked });
const ofBooks = (what: string, asked: Asked = {}) => world.call('GET', `/v1/periods/${BOOKS}/${what}`, asked);
const figure = async (query = '', asked: Asked = {}) =>
  (await world.call('GET', `/v1/indicators?bureau=${BUREAU}&period=2022&codes=NT-01${query}`, asked)).body.values[0];

describe('closing 2022 over HTTP', () => {
  it('is not for a clerk, nor to be explained away by who may not explain', async () => {
    expect((await close({ as: 'clerk' })).status).toBe(403);
    expect((await close({ as: 'supervisor' })).status).toBe(403);
    const open = await close({ explained: false });
    expect(open.status).toBe(409);
    expect(open.body).toMatchObject({ code: 'period-blocked', details: [{ at: 'reports-missing' }] });
  });

  it('has no door for figures that somebody typed', async () => {
    expect((await onBooks('close-period', {})).status).toBe(404);
    const command = {
      type: 'reporting.ClosePeriod',
      streamId: BOOKS,
      commandId: randomUUID(),
      office: BUREAU,
      data: {},
    };
    const bulk = await world.call('POST', '/v1/commands', {
      as: 'chief',
      body: { atomic: false, commands: [command] },
    });
    expect(bulk.body.answers[0]).toMatchObject({ status: 403, code: 'not-permitted' });
  });

  it('asks for the approver once it is softly closed', async () => {
    const data = {
      softClosedOn: today(),
      bureau: BUREAU,
      businessLine: 'notary',
      ...fiscalYear(2022),
      approver: '王科长',
    };
    expect((await onBooks('soft-close-period', data, { as: 'clerk' })).status).toBe(403);
    expect((await onBooks('soft-close-period', data, { as: 'supervisor' })).status).toBe(201);
    await world.platform.projector.catchUp();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    const late = await accept('unapproved', '2022-12-31');
    expect(late.status).toBe(409);
    expect(late.body).toMatchObject({
      code: 'approval-required',
      details: [{ at: 'approvedBy', code: 'period-soft-closed' }],
    });
    const body = { office: OFFICE, data: matter('approved', { acceptedOn: '2022-12-31' }), approvedBy: '王科长' };
    expect((await accept('approved', '2022-12-31', OFFICE, { body })).status).toBe(201);
    expect((await accept('next-year', '2023-01-01')).status).toBe(201);
  });

  it('gives one seal, however often and however many ask at once', async () => {
    // Who comes a moment later waits until the figures have come as far as the seal of the first.
    world.platform.projector.start((error) => world.logged.push(String(error)));
    const answers = await Promise.all([close(), close(), close()]);
    await world.platform.projector.stop();
    expect(answers.filter(({ status }) => status !== 200 && status !== 201)).toEqual([]);
    expect(new Set(answers.map(({ body }) => body.hash)).size).toBe(1);
    const again = await close();
    expect([again.status, again.body.recorded, again.body.number]).toEqual([200, false, 1]);
    await world.platform.projector.catchUp();
    const { body } = await world.call('GET', `/v1/periods?bureau=${BUREAU}`);
    expect(body.periods).toEqual([
      expect.objectContaining({
        streamId: BOOKS,
        businessLine: 'notary',
        from: '2022-01-01',
        state: 'closed',
        seal: 1,
      }),
    ]);
  });

  it('shows the figures to each as far as he may see', async () => {
    const { body } = await ofBooks('seals/1');
    expect(body).toMatchObject({
      state: 'closed',
      intact: true,
      explained: [{ rule: 'reports-missing', role: 'deputy-director' }],
    });
    expect(body.figures[0]).toMatchObject({ indicator: 'NT-01', revision: 1 });
    expect(
      body.figures[0].values.map(({ office, value }: { office: string; value: string }) => [office, value]),
    ).toEqual([
      [BUREAU, '3'],
      [OFFICE, '2'],
      [OFFICE_2, '1'],
    ]);
    const ofClerk = await ofBooks('seals/1', { as: 'clerk' });
    expect(ofClerk.body.figures[0].values).toEqual([{ office: OFFICE, value: '2', printed: '2' }]);
    expect((await ofBooks('seals/1', { as: 'stranger' })).status).toBe(404);
    expect((await ofBooks('seals/2')).status).toBe(404);
  });
});

describe('an event of 2022 after that', () => {
  it('is accepted, is in the inbox, and changes the restated value alone, both labelled', async () => {
    const { body: before } = await ofBooks('seals/1');
    expect((await accept('first-day', '2022-01-01')).status).toBe(201);
    expect((await accept('last-day', '2022-12-31', OFFICE_2)).status).toBe(201);
    expect((await accept('day-before', '2021-12-31')).status).toBe(201);
    expect((await accept('day-after', '2023-01-01')).status).toBe(201);
    const inbox = await ofBooks('late');
    expect(
      inbox.body.entries.map(({ kind, event }: never) => [kind, (event as { occurredOn: string }).occurredOn]),
    ).toEqual([
      ['late', '2022-01-01'],
      ['late', '2022-12-31'],
    ]);
    expect((await ofBooks('late', { as: 'clerk2' })).body.entries).toHaveLength(1);
    expect((await ofBooks('late?limit=1')).body.next).toBeGreaterThan(0);
    expect((await ofBooks('seals/1')).body).toEqual(before);
    const shown = await figure();
    expect(shown).toMatchObject({
      value: '5',
      seal: {
        titles: { reported: '上报值', restated: '修正值' },
        reported: { value: '3' },
        delta: '2',
        state: 'closed',
      },
    });
    expect((await figure('', { as: 'clerk' })).seal).toMatchObject({ reported: { value: '2' }, delta: '1' });
    const causes = await world.call('GET', shown.seal.causes);
    const [restated] = causes.body.figures;
    expect(restated).toMatchObject({
      indicator: 'NT-01',
      delta: '2',
      reported: { value: '3' },
      restated: { value: '5' },
    });
    const listed = restated.sides[0].causes.map(({ signed }: { signed: string }) => Number(signed));
    expect(listed.reduce((sum: number, each: number) => sum + each, 0)).toBe(2);
    const all = await ofBooks(`restatement?office=${BUREAU}`);
    const stock = all.body.figures.find(({ indicator }: { indicator: string }) => indicator === 'NT-03');
    expect(stock).toMatchObject({ delta: '3', openingAdjustment: '3' });
    expect(all.body.titles.openingAdjustment).toBe('期初调整');
  });

  it.each(['docx', 'xlsx'])(
    'is filed as a pack of what moved and why, as %s, and every number of it holds',
    async (format) => {
      const found = await world.app.inject({
        method: 'GET',
        url: `/v1/periods/${BOOKS}/restatement/${format}?office=${BUREAU}`,
        headers: { authorization: `Bearer ${world.tokenOf('supervisor')}` },
      });
      expect(found.statusCode).toBe(200);
      const evidence = readEvidence(found.rawPayload);
      const received = evidence.manifest.figures.filter(
        ({ source }) => source.kind === 'indicator' && source.indicator === 'NT-01',
      );
      expect(received.map(({ printed }) => printed)).toEqual(['3', '5']);
      expect(evidence.manifest.figures.map(({ printed }) => printed)).toContain('2');
      const caller = { name: 'auditor', roles: ['auditor'], offices: [BUREAU] };
      const verdict = await verifyPrinted(evidence, askLog(world.platform, caller));
      expect(verdict.refuted).toEqual([]);
      expect(verdict.confirmed).toHaveLength(2 * (evidence.manifest.figures.length / 3));
      expect((await ofBooks(`restatement/${format}`, { as: 'stranger' })).status).toBe(404);
    },
  );

  it('moves no figure as known before it', async () => {
    const { body } = await ofBooks('seals/1');
    expect(await figure(`&asOf=${body.seal.recordedAt}`)).toMatchObject({ value: '3', seal: { delta: '0' } });
    expect((await figure(`&asOf=${body.seal.position}`)).seal).toBeUndefined();
    expect((await ofBooks(`restatement?asOf=${body.seal.recordedAt}`)).body.figures).toEqual([]);
  });
});

describe('opening the books again', () => {
  it('is a right, with a reason, and leads to another seal beside the first', async () => {
    const { body: first } = await ofBooks('seals/1');
    expect((await reopen({ as: 'supervisor' })).status).toBe(403);
    expect((await reopen({ as: 'clerk' })).status).toBe(403);
    expect((await reopen({}, {})).status).toBe(400);
    expect((await reopen({}, { reason: ' ' })).status).toBe(400);
    expect((await reopen({ as: 'director' })).body.code).toBe('reporting.sealed-by-same-person');
    expect((await reopen()).status).toBe(201);
    expect((await reopen()).status).toBe(409);
    expect((await figure()).seal).toMatchObject({ number: 1, state: 'reopened', reported: { value: '3' } });
    expect((await close()).status).toBe(202);
    await world.platform.projector.catchUp();
    const closed = await close();
    expect([closed.status, closed.body.number]).toEqual([201, 2]);
    const second = (await ofBooks('seals/2')).body;
    expect(second.figures[0].values[0]).toMatchObject({ value: '5' });
    expect((await ofBooks('seals/1')).body).toEqual({ ...first, state: 'closed' });
    await world.platform.projector.catchUp();
    expect((await figure()).seal).toMatchObject({ number: 2, delta: '0' });
    expect((await ofBooks('restatement?seal=1')).body.figures.length).toBeGreaterThan(0);
    expect((await ofBooks('restatement')).body.figures).toEqual([]);
  });

  it('is the only way back: a seal is neither corrected nor voided', async () => {
    const stored = await world.platform.store.load(BOOKS);
    const data = { eventIds: [stored?.events.at(-1)?.eventId], reason: 'did-not-happen' };
    expect((await onBooks('request-void', data, { as: 'chief' })).status).toBe(404);
    const command = { type: 'reporting.RequestVoid', streamId: BOOKS, commandId: randomUUID(), office: BUREAU, data };
    const bulk = await world.call('POST', '/v1/commands', {
      as: 'chief',
      body: { atomic: false, commands: [command] },
    });
    expect(bulk.body.answers[0]).toMatchObject({ status: 409, code: 'not-correctable' });
  });
});

describe('a definition of the bureau that changes after the seal', () => {
  it('leaves what was sealed with its edition', async () => {
    const define = (value: object) =>
      world.call('POST', '/v1/definitions', {
        as: 'keeper',
        body: {
          bureau: BUREAU,
          indicators: [{ code: 'OWN-accepted', title: '本局受理', unit: '件', from: '2006-03-01', value }],
        },
      });
    expect((await define({ flow: 'notary.accepted' })).status).toBe(201);
    await accept('march', '2021-03-03');
    const closed = await close({ period: '2021' });
    expect(closed.status).toBe(201);
    const sealed = async () =>
      (await world.call('GET', `/v1/periods/${closed.body.streamId}/seals/1`)).body.figures.find(
        ({ indicator }: { indicator: string }) => indicator === 'OWN-accepted',
      );
    const before = await sealed();
    expect(before).toMatchObject({ title: '本局受理', revision: 1 });
    expect((await define({ flow: 'notary.accepted', where: { kind: 'contract' } })).status).toBe(201);
    expect(await sealed()).toEqual(before);
    const { body } = await world.call(
      'GET',
      `/v1/periods/${closed.body.streamId}/restatement?codes=OWN-accepted&office=${BUREAU}`,
    );
    expect(body.figures[0]).toMatchObject({
      definition: { sealed: before.definition },
      sides: [{ byRecords: '0', byDefinition: '-2', causes: [] }],
    });
  });
});
