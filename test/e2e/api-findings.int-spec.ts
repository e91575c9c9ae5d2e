import { randomUUID } from 'node:crypto';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
const SHEET = randomUUID();
const URL = `/v1/findings?period=2023&bureau=${BUREAU}`;
const row = { row: 'accepted', level1: '产出指标', level2: '数量指标', level3: '受理公证事项', weight: '90' };
const target = { operator: 'at-least', target: '4', unit: '件', targetText: '≥4件', indicatorCode: 'NT-01' };

const record = async (path: string, streamId: string, command: string, data: object, office = BUREAU) => {
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body } = await world.call('POST', `/v1/${path}/${streamId}/${command}`, {
    ...{ as: 'director', body: { office, data }, headers },
  });
  if (status !== 201) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
  await world.platform.projector.catchUp();
};

beforeAll(async () => {
  world = await ApiWorld.open([funds, notary, performance, reporting]);
  await record('notary/matter', randomUUID(), 'accept-matter', matter('first'), OFFICE);
  await record('performance/sheet', SHEET, 'set-targets', {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'project', subjectCode: 'notary-project' },
    ...{ subjectName: '公证业务经费', frame: 'national-2020', form: 'project-targets', budget: '380000.00' },
    ...{ goal: '全年受理公证事项500件以上', rows: [{ ...row, ...target }] },
  });
});
afterAll(() => world.close());

interface Listed {
  readonly id: string;
  readonly code: string;
  readonly state: string;
}
const listed = async (asked: Asked = {}) => (await world.call('GET', URL, asked)).body.findings;
const one = async (code: string, asked: Asked = {}) => (await listed(asked)).find((item: Listed) => item.code === code);
const answer = async (id: string, said: object, asked: Asked & { readonly key?: string } = {}) => {
  const { key = randomUUID(), ...rest } = asked;
  const body = { bureau: BUREAU, period: '2023', answer: 'explained', reason: '目标为两年合计', ...said };
  const headers = { 'idempotency-key': key };
  const found = await world.call('POST', `/v1/findings/${id}/answer`, { as: 'director', body, ...rest, headers });
  await world.platform.projector.catchUp();
  return found;
};
const close = (explanations: readonly object[] = [{ rule: 'reports-missing', reason: '两所当年未设岗' }]) =>
  world.call('POST', '/v1/periods/close', {
    as: 'director',
    body: { bureau: BUREAU, line: 'notary', period: '2023', explanations },
  });
const CODE = 'narrative-contradicts-table';

describe('the findings to settle', () => {
  it('are listed with place, who may explain them and what they keep open', async () => {
    expect(await one(CODE, { as: 'reader' })).toMatchObject({
      ...{ severity: 'block', state: 'open', answer: null, stops: ['notary'], rows: ['accepted'] },
      ...{ title: '文中数字与表中不一致', mayExplain: ['deputy-director', 'director'] },
      place: { kind: 'sheet', streamId: SHEET, subjectName: '公证业务经费' },
    });
    expect(await one('goal-without-result')).toMatchObject({ state: 'to-read', needs: 'reader' });
    const books = (await listed()).filter((item: Listed) => item.code === 'reports-missing');
    expect(books.map(({ place, stops }: never) => [place, stops])).toContainEqual([
      { kind: 'books', line: 'notary' },
      ['notary'],
    ]);
  });

  it('are not shown to who answers for an office alone, who sees the balances of his figures', async () => {
    expect(await listed({ as: 'clerk' })).toEqual([]);
    expect((await world.call('GET', URL, { as: 'stranger' })).status).toBe(404);
  });

  it('keep the year open while one is not explained, and are not answered by who may not', async () => {
    const { id } = await one(CODE);
    expect((await answer(id, {}, { as: 'supervisor' })).status).toBe(403);
    expect((await answer('0'.repeat(64), {})).status).toBe(404);
    expect((await answer(id, { answer: 'in-order' })).body.code).toBe('answer-does-not-fit');
    expect((await answer(id, { reason: ' ' })).status).toBe(400);
    const before = await world.stored();
    const { status, body } = await close();
    expect([status, body.code]).toEqual([409, 'period-blocked']);
    expect(body.details).toMatchObject([{ at: '公证业务经费/accepted', code: CODE }]);
    expect(await world.stored()).toBe(before);
  });

  it('are answered by name, once however often it is sent, and by no other door', async () => {
    const { id } = await one(CODE);
    const key = randomUUID();
    const first = await answer(id, {}, { key });
    expect(first.status).toBe(201);
    const after = await world.stored();
    expect((await answer(id, {}, { key })).body).toEqual(first.body);
    expect((await answer(id, {})).status).toBe(200);
    expect(await world.stored()).toBe(after);
    expect(await one(CODE)).toMatchObject({
      state: 'explained',
      answer: { by: 'director', role: 'deputy-director', reason: '目标为两年合计', answer: 'explained' },
    });
    const typed = {
      type: 'reporting.AnswerFinding',
      streamId: randomUUID(),
      commandId: randomUUID(),
      office: BUREAU,
      data: {},
    };
    const bulk = await world.call('POST', '/v1/commands', { as: 'chief', body: { atomic: false, commands: [typed] } });
    expect(bulk.body.answers[0]).toMatchObject({ status: 403, code: 'not-permitted' });
    const register = await world.call('GET', `/v1/registers/reporting.findings?bureau=${BUREAU}`);
    expect(register.body.rows).toHaveLength(1);
    expect(register.body.rows[0].columns).toMatchObject({
      rule: CODE,
      place: '公证业务经费/accepted',
      answer: 'explained',
    });
  });

  it('stand in the seal with who, when and why', async () => {
    const closed = await close();
    expect(closed.status).toBe(201);
    await world.platform.projector.catchUp();
    const { body } = await world.call('GET', `/v1/periods/${closed.body.streamId}/seals/1`);
    const { id } = await one(CODE);
    expect(body.explained).toEqual([
      { rule: 'reports-missing', reason: '两所当年未设岗', role: 'deputy-director' },
      {
        ...{ rule: CODE, reason: '目标为两年合计', role: 'deputy-director', by: 'director', finding: id },
        on: world.platform.clock.now().today,
      },
    ]);
  });

  it('are read by a person, and count as open until then', async () => {
    const { id } = await one('goal-without-result');
    expect((await answer(id, { answer: 'wrong', reason: '没有完成结果' })).status).toBe(201);
    expect(await one('goal-without-result')).toMatchObject({
      state: 'wrong',
      severity: 'block',
      stops: ['performance'],
    });
    expect((await answer(id, { answer: 'in-order', reason: '已补正' })).status).toBe(201);
    expect(await one('goal-without-result')).toMatchObject({
      state: 'in-order',
      stops: [],
      answer: { by: 'director' },
    });
  });
});
