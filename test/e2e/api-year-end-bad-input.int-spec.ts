import { randomUUID } from 'node:crypto';
import JSZip from 'jszip';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { once, withParts } from '../support/office-parts.js';
import { wordForm } from '../support/word-form.js';
import { type Answered, ApiWorld, BUREAU } from './api-world.js';

let world: ApiWorld;
const [PROJECT, SHEET] = [randomUUID(), randomUUID()] as const;
const proof = { attachmentHash: 'a'.repeat(64), enteredBy: '0190a6f0-0000-7000-8000-000000000003' };
const rows = [
  {
    ...{ row: 'order', level1: '产出指标', level2: '质量指标', level3: '公证秩序', weight: '60', targetText: '提升' },
  },
  {
    ...{ row: 'served', level1: '满意度指标', level2: '服务对象满意度指标', level3: '群众满意度', weight: '30' },
    ...{ operator: 'at-least', target: '95', unit: '%', targetText: '≥95%' },
  },
];
const targets = {
  ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'project', subjectCode: 'notary-project' },
  ...{ subjectName: '公证业务经费', frame: 'national-2020', form: 'project-targets', budget: '380000.00', rows },
};
const plan = {
  ...{ setOn: '2023-01-12', percentByMarch: '15', percentByJune: '40', percentByOctober: '70' },
  percentByDecember: '100',
};

const command = (path: string, streamId: string, name: string, data: object): Promise<Answered> =>
  world.call('POST', `/v1/${path}/${streamId}/${name}`, {
    ...{ as: path.startsWith('funds') ? 'everyPost' : 'director', body: { office: BUREAU, data } },
    ...{ headers: { 'idempotency-key': randomUUID() } },
  });
const must = async (...asked: Parameters<typeof command>): Promise<void> => {
  const { status, body } = await command(...asked);
  if (status !== 201) throw new Error(`${asked[2]}: ${status} ${JSON.stringify(body)}`);
  await world.platform.projector.catchUp();
};
const evaluate = (entries: object): Promise<Answered> =>
  world.call('POST', `/v1/performance-sheets/${SHEET}/evaluate`, {
    ...{ as: 'director', headers: { 'idempotency-key': randomUUID() } },
    body: { entries, explanations: [{ rule: '*', reason: '已核实' }] },
  });
const upload = async (bytes: Buffer): Promise<Answered> => {
  const found = await world.app.inject({
    ...{ method: 'PUT', url: '/v1/templates/own?title=own', payload: bytes },
    headers: { authorization: `Bearer ${world.tokenOf('director')}`, 'content-type': mediaTypes.docx },
  });
  return { status: found.statusCode, headers: {}, body: found.json() };
};
/** All that could have grown: events, forms, drafts. */
const kept = async () => ({
  events: await world.stored(),
  templates: await world.platform.templates.list(BUREAU),
  drafts: await world.platform.drafts.list(2023, BUREAU),
});
/** Sends what is wrong: it is refused by name, and nothing is stored. */
const refused = async (send: () => Promise<Answered>): Promise<readonly string[]> => {
  const before = await kept();
  const { status, body } = await send();
  await world.platform.projector.catchUp();
  expect(await kept()).toEqual(before);
  expect(body).toMatchObject({ type: `urn:problem:${body.code}`, title: expect.stringMatching(/[\u4e00-\u9fff]/) });
  const details = (body.details ?? []) as readonly { readonly at: string; readonly code: string }[];
  return [`${status} ${body.code}`, ...details.map(({ at, code }) => `${at} ${code}`)];
};

beforeAll(async () => {
  world = await ApiWorld.open([funds, notary, performance, reporting]);
  await must('funds/project', PROJECT, 'approve-budget', {
    ...{ approvedOn: '2023-01-10', projectCode: 'notary-project', fiscalYear: 2023, projectName: '公证业务经费' },
    ...{ fund: '部门整体支出', class: 'project', sources: [{ sourceCode: 'county', amount: '380000.00' }] },
  });
  await must('performance/sheet', SHEET, 'set-targets', targets);
});
afterAll(() => world.close());

describe('a spending plan is refused', () => {
  const set = (more: object) =>
    refused(() => command('funds/project', PROJECT, 'set-expenditure-plan', { ...plan, ...more }));
  it('that falls', async () => expect((await set({ percentByJune: '10' }))[0]).toBe('422 funds.plan-not-rising'));
  it('that does not end with the whole', async () =>
    expect((await set({ percentByDecember: '99.99' }))[0]).toBe('422 funds.plan-not-whole'));
});

describe('a sheet is refused', () => {
  const order = { row: 'order', band: 'achieved', score: '58', deviationReason: '个别地段不均衡', ...proof };
  const served = { row: 'served', actual: '96', actualText: '96%', ...proof };

  it('under a frame that nobody knows', async () => {
    const asked = { ...targets, subjectCode: 'other', frame: 'moon-2020' };
    expect(await refused(() => command('performance/sheet', randomUUID(), 'set-targets', asked))).toEqual([
      '422 performance.unknown-frame',
      'data.frame performance.unknown-frame',
    ]);
    const supposed = () =>
      world.call('POST', `/v1/performance-sheets/${SHEET}/what-if`, { body: { suppose: { frame: 'moon-2020' } } });
    expect((await refused(supposed))[0]).toBe('404 unknown-frame');
  });

  it('with weights that do not add up', async () => {
    expect(await refused(() => evaluate({ rows: [{ ...order, weight: '61' }, served] }))).toEqual([
      '422 invalid-sheet',
      'weights weights-not-100',
    ]);
  });

  it.each([
    ['above its weight', { score: '60.01' }, 'rows.order.qualitative score-outside-band'],
    ['below its band', { score: '10' }, 'rows.order.qualitative score-outside-band'],
    ['of no band', { band: 'splendid' }, 'rows.order.qualitative unknown-band'],
  ])('with a score %s', async (_what, more, expected) => {
    expect(await refused(() => evaluate({ rows: [{ ...order, ...more }, served] }))).toEqual([
      '422 invalid-sheet',
      expected,
    ]);
  });

  it('with such a score by the plain command too', async () => {
    const answers = [
      { row: 'order', actualText: '提升', qualitativeGrade: 'not-met', score: '58', ...proof },
      { row: 'served', actual: '96', actualText: '96%', ...proof },
    ];
    const data = { evaluatedOn: '2024-01-20', rows: answers, groups: [] };
    expect((await refused(() => command('performance/sheet', SHEET, 'self-evaluate', data)))[0]).toBe(
      '422 performance.score-outside-band',
    );
  });

  it('with a result typed as a bound', async () => {
    const data = {
      ...{ evaluatedOn: '2024-01-20', groups: [] },
      rows: [
        { row: 'order', actualText: '提升', qualitativeGrade: 'met', score: '58', ...proof },
        { row: 'served', actualText: '≥96%', ...proof },
      ],
    };
    expect((await refused(() => command('performance/sheet', SHEET, 'self-evaluate', data)))[0]).toBe(
      '422 performance.actual-is-inequality',
    );
  });

  it('no longer when all of it is sound', async () => {
    const { status } = await evaluate({ rows: [order, served] });
    expect(status).toBe(201);
  });
});

describe('a form of a bureau’s own is refused', () => {
  const fine = (): Promise<Buffer> => wordForm(['{bureau}{year}']);
  const RELATIONS = 'word/_rels/document.xml.rels';
  const relation = (more: string) => once('</Relationships>', `<Relationship Id="x" ${more}/></Relationships>`);
  const bomb = async (): Promise<Buffer> => {
    const parts = await JSZip.loadAsync(await fine());
    parts.file('word/media/large.bin', Buffer.alloc(100 << 20));
    return parts.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const linked = 'Type="image" TargetMode="External" Target="https://elsewhere.example/p.png"';
  const template = 'Type="http://x/attachedTemplate" Target="other.dotm"';
  const entity = '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;&b;">]>';

  it.each<[string, () => Promise<Buffer>, string]>([
    ['that swells when it is unpacked', bomb, 'file zip-bomb'],
    [
      'that fetches from elsewhere',
      async () => withParts(await fine(), { [RELATIONS]: relation(linked) }),
      'file external-link',
    ],
    [
      'that hangs on another document',
      async () => withParts(await fine(), { [RELATIONS]: relation(template) }),
      'file embedded-object',
    ],
    ['with a macro', async () => withParts(await fine(), { 'word/vbaProject.bin': () => 'x' }), 'file macro'],
    [
      'with an object inside',
      async () => withParts(await fine(), { 'word/embeddings/a.bin': () => 'x' }),
      'file embedded-object',
    ],
    ['with a script for a placeholder', () => wordForm(['{process.exit(1)}']), 'word/document.xml, paragraph 1 script'],
    [
      'with a placeholder nobody knows',
      () => wordForm(['{nobody}']),
      'word/document.xml, paragraph 1 unknown-placeholder',
    ],
    [
      'with entities of its own',
      async () => withParts(await fine(), { 'word/document.xml': (xml) => xml.replace(/\?>/, `?>${entity}`) }),
      'file broken-xml',
    ],
    ['that is no document', async () => Buffer.from('PK\u0003\u0004nonsense'), 'file not-a-zip'],
  ])('%s', async (_what, made, expected) => {
    const bytes = await made();
    const [answer, ...details] = await refused(() => upload(bytes));
    expect(answer).toMatch(/^422 /);
    expect(details).toEqual([expected]);
  });

  it('no longer when it is harmless', async () => {
    expect((await upload(await fine())).status).toBe(201);
    expect((await kept()).templates).toHaveLength(1);
  });
});
