import { randomUUID } from 'node:crypto';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, type Asked, BUREAU, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
const [SHEET, SILENT] = [randomUUID(), randomUUID()] as const;
const [PROJECT, OTHER] = [randomUUID(), randomUUID()] as const;
const CODE = 'notary-project';
const proof = { attachmentHash: 'a'.repeat(64), enteredBy: '0190a6f0-0000-7000-8000-000000000003' };

const row = (id: string, level1: string, level2: string, weight: string, more: object) => ({
  ...{ row: id, level1, level2, level3: id, weight },
  ...more,
});
const rows = [
  row('accepted', '产出指标', '数量指标', '30', {
    ...{ operator: 'at-least', target: '4', unit: '件', targetText: '≥4件', indicatorCode: 'NT-01' },
  }),
  row('cost', '产出指标', '成本指标', '5', {
    ...{ operator: 'at-most', target: '38', unit: '万元', targetText: '≤38万元', indicatorCode: 'BF-03' },
  }),
  row('on-time', '产出指标', '质量指标', '15', {
    ...{ operator: 'at-least', target: '90', unit: '%', targetText: '≥90%', indicatorCode: 'NT-04' },
  }),
  row('fees', '效益指标', '经济效益指标', '10', {
    ...{ operator: 'at-least', target: '0.5', unit: '万元', targetText: '≥0.5万元', indicatorCode: 'NT-06' },
  }),
  row('order', '效益指标', '社会效益指标', '20', { targetText: '提升' }),
  row('served', '满意度指标', '服务对象满意度指标', '10', {
    ...{ operator: 'at-least', target: '95', unit: '%', targetText: '≥95%' },
  }),
];
const targets = {
  setOn: '2023-01-12',
  fiscalYear: 2023,
  subject: 'project',
  subjectCode: CODE,
  subjectName: '公证业务经费',
  frame: 'national-2020',
  form: 'project-targets',
  budget: '380000.00',
  rows,
};

/** Sends a command; the figures have read it when this resolves. */
const record = async (path: string, streamId: string, command: string, data: object, asked: Asked = {}) => {
  const answer = await world.call('POST', `/v1/${path}/${streamId}/${command}`, {
    ...(path.startsWith('funds') && { as: 'everyPost' as const }),
    body: { office: BUREAU, data },
    ...asked,
    headers: { 'idempotency-key': randomUUID() },
  });
  await world.platform.projector.catchUp();
  return answer;
};
const must = async (...what: Parameters<typeof record>): Promise<void> => {
  const { status, body } = await record(...what);
  if (status !== 201) throw new Error(`${what[2]}: ${status} ${JSON.stringify(body)}`);
};
const accept = async (streamId: string, acceptedOn: string): Promise<void> =>
  must('notary/matter', streamId, 'accept-matter', matter(streamId, { acceptedOn }), {
    body: { office: OFFICE, data: matter(streamId, { acceptedOn }) },
  });
const signed = (role: string) => ({ role, opinion: 'pass', signedOn: '2023-05-20' });

const payment = (amount: string) => ({
  ...{ paidOn: '2023-05-20', paymentId: randomUUID(), amount, sourceCode: 'county' },
  economicClass: 'goods-and-services',
  approvals: ['joint-review', 'finance-deputy', 'funds-supervisor', 'finance-office'].map(signed),
});

beforeAll(async () => {
  world = await ApiWorld.open([funds, notary, performance, reporting]);
  await must('funds/project', PROJECT, 'approve-budget', {
    ...{ approvedOn: '2023-01-10', projectCode: CODE, fiscalYear: 2023, projectName: '公证业务经费' },
    ...{ fund: '部门整体支出', class: 'project', sources: [{ sourceCode: 'county', amount: '380000.00' }] },
  });
  await must('funds/project', PROJECT, 'set-expenditure-plan', {
    ...{ setOn: '2023-01-12', percentByMarch: '15', percentByJune: '40', percentByOctober: '70' },
    percentByDecember: '100',
  });
  await must('funds/project', PROJECT, 'make-payment', payment('196200.00'));
  await must('funds/project', OTHER, 'approve-budget', {
    ...{ approvedOn: '2023-01-10', projectCode: 'other', fiscalYear: 2023, projectName: '普法经费' },
    ...{ fund: '部门整体支出', class: 'project', sources: [{ sourceCode: 'county', amount: '500000.00' }] },
  });
  await must('funds/project', OTHER, 'make-payment', payment('400000.00'));
  const [first, second, third] = [randomUUID(), randomUUID(), randomUUID()] as const;
  await accept(first, '2023-03-06');
  await accept(second, '2023-03-07');
  await accept(third, '2023-09-11');
  await must('notary/matter', first, 'pay-fee', { receiptNo: 'R1', amount: '3000.00', paidOn: '2023-03-08' });
  await must('notary/matter', first, 'issue-certificate', { certificateNo: 'C1', issuedOn: '2023-03-09' });
  await must('performance/sheet', SHEET, 'set-targets', targets);
});
afterAll(() => world.close());

const of = (sheet: string, what: string, asked: Asked = {}) =>
  world.call('GET', `/v1/performance-sheets/${sheet}/${what}`, asked);
const draft = async (query = '') => (await of(SHEET, `draft${query}`)).body;
const suppose = (body: object, asked: Asked = {}) =>
  world.call('POST', `/v1/performance-sheets/${SHEET}/what-if`, { body, ...asked });
const evaluate = (body: object, asked: Asked & { readonly key?: string } = {}) => {
  const { key = randomUUID(), ...rest } = asked;
  const headers = { 'idempotency-key': key };
  return world.call('POST', `/v1/performance-sheets/${SHEET}/evaluate`, { as: 'director', body, ...rest, headers });
};
interface Row {
  readonly id: string;
  readonly computed?: { readonly value: string | null };
  readonly score: { readonly score: string | null; readonly basis: string; readonly override?: object } | null;
}
const rowIn = (body: { readonly rows: readonly Row[] }, id: string): Row =>
  body.rows.find((item) => item.id === id) as Row;
const scores = (body: { readonly rows: readonly Row[] }) =>
  Object.fromEntries(body.rows.map(({ id, score }) => [id, score?.score]));

const entered = [
  { row: 'accepted', deviationReason: '年末两件顺延至次年' },
  { row: 'fees', deviationReason: '减免较多' },
  { row: 'order', band: 'achieved', score: '18', deviationReason: '个别地段不均衡', ...proof },
  { row: 'served', actual: '96', actualText: '96%', ...proof },
];
const explanations = [{ rule: 'offices-not-reported', reason: '两所当年未设岗' }];

describe('frames and sheets', () => {
  it('are listed, a frame with all its rules', async () => {
    const { body } = await world.call('GET', '/v1/scoring-frames');
    expect(body.frames.map(({ code }: { code: string }) => code)).toContain('hunan-ziyang');
    const one = await world.call('GET', '/v1/scoring-frames/national-2020');
    expect(one.body).toMatchObject({ execution: { weight: '10', inTotal: true }, scoredBy: 'row' });
    expect((await world.call('GET', '/v1/scoring-frames/nowhere')).body.code).toBe('unknown-frame');
    const sheets = await world.call('GET', `/v1/performance-sheets?year=2023&bureau=${BUREAU}`);
    expect(sheets.body.sheets).toMatchObject([
      { streamId: SHEET, subjectCode: CODE, status: 'set', statusTitle: '已设定目标', rowCount: 6, recorded: null },
    ]);
    expect((await world.call('GET', `/v1/performance-sheets?year=2022&bureau=${BUREAU}`)).body.sheets).toEqual([]);
  });

  it('take no frame that nobody knows', async () => {
    const answer = await record('performance/sheet', randomUUID(), 'set-targets', {
      ...targets,
      ...{ subjectCode: 'other', frame: 'hebei-targets' },
    });
    expect([answer.status, answer.body.code]).toEqual([422, 'performance.unknown-frame']);
  });

  it('are not shown to who answers for less than the bureau', async () => {
    expect((await of(SHEET, 'draft', { as: 'clerk' })).status).toBe(404);
    expect((await of(SHEET, 'draft', { as: 'stranger' })).status).toBe(404);
    expect((await of(randomUUID(), 'draft')).status).toBe(404);
    expect((await evaluate({}, { as: 'reader' })).status).toBe(403);
  });
});

describe('the draft', () => {
  it('has results from the log, money of the project, and scores by the frame', async () => {
    const body = await draft();
    expect(rowIn(body, 'accepted').computed).toMatchObject({ value: '3', printed: '3件', indicator: 'NT-01' });
    expect(rowIn(body, 'on-time').computed).toMatchObject({ numerator: '1', denominator: '1' });
    expect(rowIn(body, 'fees').computed).toMatchObject({ value: '0.3', unit: '万元' });
    expect(rowIn(body, 'cost').computed).toMatchObject({
      value: '19.62',
      printed: '19.62万元',
      where: { project: CODE },
    });
    expect(body.money).toEqual({ initial: '380000', adjusted: '380000', executed: '196200' });
    expect(body.execution).toMatchObject({ rate: '51.63', score: '5.16', basis: 'computed' });
    expect(scores(body)).toEqual({
      accepted: '22.50',
      cost: '5.00',
      'on-time': '15.00',
      fees: '6.00',
      order: null,
      served: null,
    });
    expect([body.total, body.refusal, body.position]).toEqual([null, null, await world.stored()]);
    const open = body.findings.filter(({ code }: { code: string }) => code === 'needs-a-person');
    expect(open.flatMap((found: { rows: string[] }) => found.rows)).toEqual(['order', 'served']);
  });

  it('opens each result to records that are as many as it says', async () => {
    const drawn = await draft();
    const evidence = async (id: string) => {
      const { computed } = rowIn(drawn, id) as unknown as { computed: { evidence: string } };
      return (await world.call('GET', computed.evidence)).body;
    };
    expect((await evidence('accepted')).rows).toHaveLength(3);
    const cost = await evidence('cost');
    expect(cost.terms).toMatchObject([{ where: { project: CODE }, total: '196200' }]);
    expect(cost.rows).toHaveLength(1);
    const wrong = `/v1/indicators/NT-01/evidence?period=2023&where=project:${CODE}`;
    expect((await world.call('GET', wrong)).body.details).toMatchObject([{ at: 'where', code: 'unknown-field' }]);
  });

  it('has no result where nobody reported, which is not 0', async () => {
    await must('performance/sheet', SILENT, 'set-targets', {
      ...targets,
      ...{ setOn: '2021-01-12', fiscalYear: 2021, subjectCode: 'silent', rows: [{ ...rows[0], weight: '90' }] },
    });
    const { body } = await of(SILENT, 'draft');
    expect(rowIn(body, 'accepted')).toMatchObject({
      computed: { value: null, printed: '未报' },
      score: { score: null },
    });
    expect(body.money).toBeNull();
  });

  it('says why it cannot be scored, and scores nothing, where the weights do not add up', async () => {
    const { body } = await suppose({ suppose: { rows: [{ row: 'order', weight: '40' }] } });
    expect(body.supposed).toMatchObject({ total: null, refusal: { code: 'invalid-sheet' } });
    expect(body.supposed.refusal.details).toMatchObject([{ code: 'weights-not-100', title: '权重之和与总分不符' }]);
  });
});

describe('supposing', () => {
  it('gives another score beside the official one, and leaves no trace', async () => {
    const [before, events] = [await draft(), await world.stored()];
    const changed = [
      { row: 'accepted', target: '3', weight: '20' },
      { row: 'on-time', weight: '25' },
    ];
    const { status, body } = await suppose({ entries: { rows: entered }, suppose: { rows: changed } });
    expect([status, body.official.total, body.supposed.total]).toEqual([200, '81.66', '89.16']);
    expect(scores(body.supposed)).toMatchObject({ accepted: '20.00', 'on-time': '25.00' });
    const money = await suppose({ suppose: { budget: { executed: '380000' } } });
    expect(money.body.supposed.execution.score).toBe('10.00');
    const ziyang = await suppose({ suppose: { frame: 'hunan-ziyang' } });
    expect(ziyang.body.supposed).toMatchObject({ frame: { code: 'hunan-ziyang' }, refusal: { code: 'invalid-sheet' } });
    expect((await suppose({ suppose: { frame: 'nowhere' } })).status).toBe(404);
    expect((await suppose({ suppose: { rows: [{ row: 'accepted', weight: 'many' }] } })).status).toBe(400);
    expect(await world.stored()).toBe(events);
    expect({ ...(await draft()), freshness: null }).toEqual({ ...before, freshness: null });
  });
});

describe('evaluating', () => {
  it('is refused while a row has no value and no person', async () => {
    const { status, body } = await evaluate({ entries: { rows: entered.slice(0, 2) }, explanations });
    expect([status, body.code]).toEqual([409, 'evaluation-blocked']);
    expect(body.details.map(({ at, code }: never) => [at, code])).toEqual([
      ['rows.order', 'needs-a-person'],
      ['rows.served', 'needs-a-person'],
    ]);
  });

  it('takes no result typed for a row that is computed, none without proof, no override without a reason', async () => {
    const refusal = async (entry: object, more: object = {}) => {
      const { status, body } = await evaluate({
        entries: { rows: [...entered.slice(1), entry], ...more },
        explanations,
      });
      return [status, ...body.details.map(({ at, code }: { at: string; code: string }) => `${at} ${code}`)];
    };
    const typed = { row: 'accepted', actual: '4', deviationReason: '实际四件', ...proof };
    expect(await refusal(typed)).toEqual([422, 'rows.accepted actual-is-computed']);
    expect(await refusal({ row: 'on-time', override: { score: '9' } })).toEqual([
      422,
      'rows.on-time override-without-reason',
    ]);
    const execution = { override: { score: '9' } };
    expect(await refusal(entered[0] as object, { execution })).toEqual([422, 'execution override-without-reason']);
    expect(await refusal({ row: 'nowhere' })).toEqual([422, 'rows.nowhere unknown-row']);
    const unproved = entered.map((entry) => (entry.row === 'served' ? { row: 'served', actual: '96' } : entry));
    const { body } = await evaluate({ entries: { rows: unproved }, explanations });
    expect(body.details).toMatchObject([{ at: 'rows.served', code: 'proof-missing' }]);
  });

  it('asks for what was lost and not explained, and leaves explaining to who may', async () => {
    const unexplained = entered.map(({ deviationReason: _, ...entry }) => entry);
    const { body } = await evaluate({ entries: { rows: unexplained } });
    expect(body.details.map(({ at }: { at: string }) => at).sort()).toEqual([
      'deviation-reason-missing',
      'offices-not-reported',
    ]);
    const bySupervisor = await evaluate({ entries: { rows: entered }, explanations }, { as: 'supervisor' });
    expect([bySupervisor.status, bySupervisor.body.code]).toEqual([403, 'not-permitted']);
    expect((await draft()).sheet.status).toBe('set');
  });

  it('records what was computed, once however often it is sent', async () => {
    const key = randomUUID();
    const position = await world.stored();
    const body = { entries: { rows: entered }, explanations, evaluatedOn: '2024-02-28' };
    const answer = await evaluate(body, { key });
    expect(answer.status).toBe(201);
    expect((await evaluate(body, { key })).body).toEqual(answer.body);
    expect(await world.stored()).toBe(position + 1);
    await world.platform.projector.catchUp();
    const { recorded, status } = (await draft()).sheet;
    expect([status, recorded.total, recorded.grade, recorded.position]).toEqual(['evaluated', '81.66', '良', position]);
    expect(recorded.execution).toEqual({ weight: '10', score: '5.16' });
    expect(recorded.explained).toEqual([{ ...explanations[0], role: 'deputy-director' }]);
    const ofRow = (id: string) => recorded.rows.find((item: { row: string }) => item.row === id);
    expect(ofRow('accepted')).toMatchObject({ actual: '3', actualText: '3件', score: '22.50' });
    expect(ofRow('order')).toMatchObject({ band: 'achieved', score: '18.00', ...proof });
    expect(ofRow('served')).toMatchObject({ actual: '96', score: '10.00' });
  });

  it('stands after a late event, while the draft moves', async () => {
    const before = await draft();
    expect([before.total, before.findings.some(({ code }: { code: string }) => code === 'needs-a-person')]).toEqual([
      '81.66',
      false,
    ]);
    await accept(randomUUID(), '2023-12-31');
    const after = await draft();
    expect(after.total).toBe('89.16');
    expect(rowIn(after, 'accepted')).toMatchObject({ computed: { value: '4' }, score: { score: '30.00' } });
    expect(after.sheet.recorded).toEqual(before.sheet.recorded);
    expect({ ...(await draft(`?asOf=${before.position}`)), freshness: null }).toEqual({ ...before, freshness: null });
  });

  it('shows 9 for 5.16 as an override with its reason', async () => {
    const execution = { override: { score: '9', reason: '年末集中支付' } };
    expect((await evaluate({ entries: { execution }, explanations })).status).toBe(201);
    await world.platform.projector.catchUp();
    const body = await draft();
    expect(body.execution).toMatchObject({
      ...{ score: '9.00', computed: '5.16', basis: 'override' },
      override: { score: '9.00', reason: '年末集中支付', by: 'director' },
    });
    expect(body.sheet.recorded).toMatchObject({ total: '93.00', execution: { overrideReason: '年末集中支付' } });
    expect(body.findings).toContainEqual(expect.objectContaining({ code: 'score-overridden', severity: 'warn' }));
  });
});

describe('monitoring at a month end', () => {
  it('holds results against the calendar and money against its plan', async () => {
    const { body } = await of(SHEET, 'monitoring?monthEnd=2023-06-30');
    expect(rowIn(body, 'accepted')).toMatchObject({
      ...{ computed: { value: '2' }, completion: '50.00', gap: '0.00', forecast: '4.00' },
      ...{ behind: false, light: 'green' },
    });
    expect(rowIn(body, 'order')).toMatchObject({ completion: null, behind: null, light: null });
    expect(body.money).toEqual({
      ...{ budget: '380000', executed: '196200', rate: '51.63', planned: '152000.00' },
      ...{ gap: '11.63', behind: false },
    });
    const december = (await of(SHEET, 'monitoring?monthEnd=2023-12-31')).body;
    expect(december.money).toMatchObject({ planned: '380000.00', gap: '-48.37', behind: true });
    expect((await of(SHEET, 'monitoring?monthEnd=2023-06-29')).body.details).toMatchObject([
      { at: 'monthEnd', code: 'not-a-month-over' },
    ]);
    expect((await of(SHEET, 'monitoring?monthEnd=2024-01-31')).status).toBe(400);
  });
});
