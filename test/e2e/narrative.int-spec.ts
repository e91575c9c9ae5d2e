import mammoth from 'mammoth';
import { randomUUID } from 'node:crypto';
import { readEvidence } from '#adapters/documents/manifest.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, BUREAU, OFFICE, type Person, matter } from './api-world.js';

jest.setTimeout(120_000);

let world: ApiWorld;
const sheet = randomUUID();
const row = (id: string, level3: string, more: object) => ({
  ...{ row: id, level1: '产出指标', level2: '数量指标', level3, weight: '45', operator: 'at-least', target: '2' },
  ...more,
});

const record = async (path: string, data: object, office = BUREAU): Promise<void> => {
  const headers = { 'idempotency-key': randomUUID() };
  const { status, body } = await world.call('POST', path, { as: 'director', headers, body: { office, data } });
  if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
  await world.platform.projector.catchUp();
};
const accept = (name: string) =>
  record(`/v1/notary/matter/${randomUUID()}/accept-matter`, matter(name, { acceptedOn: '2023-03-06' }), OFFICE);

beforeAll(async () => {
  world = await ApiWorld.open([funds, notary, performance, reporting]);
  await accept('first');
  await accept('second');
  await record(`/v1/performance/sheet/${sheet}/set-targets`, {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'project', subjectCode: 'notary-project' },
    ...{ subjectName: '公证业务经费', frame: 'national-2020', form: 'project-targets', budget: '380000.00' },
    rows: [
      row('accepted', '受理公证', { unit: '件', indicatorCode: 'NT-01' }),
      row('served', '群众满意', { targetText: '满意' }),
    ],
  });
});
afterAll(() => world.close());

const url = `/v1/performance-sheets/${sheet}/narrative`;
const write = async (part: string, paragraphs: readonly string[], { as = 'director' as Person, headers = {} } = {}) => {
  const asked = { as, body: { part, paragraphs }, headers: { 'idempotency-key': randomUUID(), ...headers } };
  const answer = await world.call('POST', url, asked);
  await world.platform.projector.catchUp();
  return answer;
};
const read = async (query = '') => (await world.call('GET', `${url}${query}`, { as: 'reader' })).body;
const said = async (part: string): Promise<unknown> =>
  ((await read()).parts as { part: string; paragraphs: string[] }[]).find((one) => one.part === part)?.paragraphs;
/** The report as it comes. */
const report = async (): Promise<{ readonly text: string; readonly bytes: Buffer }> => {
  const { statusCode, rawPayload, body } = await world.app.inject({
    ...{ method: 'GET', url: `/v1/performance-sheets/${sheet}/documents/report/docx` },
    headers: { authorization: `Bearer ${world.tokenOf('director')}` },
  });
  if (statusCode !== 200) throw new Error(`${statusCode} ${body}`);
  return { text: (await mammoth.extractRawText({ buffer: rawPayload })).value, bytes: rawPayload };
};

describe('what a bureau says in its own report', () => {
  it('may name every figure of the sheet, and stands under six headings', async () => {
    const { parts, figures } = await read();
    expect((parts as { title: string }[]).map(({ title }) => title)).toEqual([
      ...['一、项目概况', '二、预算执行情况', '三、绩效目标完成情况'],
      ...['四、存在的问题', '五、改进措施', '六、自评结果应用'],
    ]);
    expect(figures).toEqual(
      expect.arrayContaining([
        { name: 'accepted.actual', title: '受理公证：实际完成值', printed: '2件' },
        { name: 'total.score', title: '总分', printed: '—' },
      ]),
    );
  });

  it('stands in the report where it belongs, a changed value changes the sentence', async () => {
    const paragraphs = [
      '# 全年受理公证{accepted.actual}，目标{accepted.target}，得{total.score}分。',
      '@@ 其余见附表。',
    ];
    const { status, body } = await write('results', paragraphs);
    expect([status, body.recorded]).toEqual([201, true]);
    expect(await said('results')).toEqual(paragraphs);
    const before = await report();
    expect(before.text).toContain('# 全年受理公证2件，目标≥2件，得—分。\n\n@@ 其余见附表。\n\n四、存在的问题');
    const bound = readEvidence(before.bytes).manifest.figures.find(({ id }) => id === 'accepted.actual');
    await accept('third');
    const after = await report();
    expect(after.text).toContain('# 全年受理公证3件，目标≥2件，得—分。');
    // Bound wherever it is printed, the sentence among them.
    expect(bound?.places.length).toBeGreaterThan(2);
    await write('results', []);
    expect((await report()).text).not.toContain('其余见附表');
  });

  it('takes the place of what is said where there is nothing to say', async () => {
    expect((await report()).text).toContain('尚未评分，未填写改进措施');
    await write('measures', ['下一年度增加办证窗口。']);
    const { text } = await report();
    expect(text).toContain('五、改进措施\n\n下一年度增加办证窗口。\n\n六、');
    expect(text).not.toContain('未填写改进措施');
  });

  it('is refused naming each figure nobody knows, each brace alone and each figure typed, with its paragraph', async () => {
    const events = await world.stored();
    const { status, body } = await write('use', ['通顺。', '受理{accepted.actuall}，收费{', '受理3件，已办。']);
    expect([status, body.code, await world.stored()]).toEqual([422, 'narrative-refused', events]);
    expect((body.details as object[]).map((fault) => ({ ...fault, title: undefined }))).toEqual([
      { at: 'paragraphs[1]', code: 'unknown-placeholder', message: '{accepted.actuall}' },
      { at: 'paragraphs[1]', code: 'broken-placeholder' },
      { at: 'paragraphs[2]', code: 'typed-figure', message: '3：受理公证：实际完成值' },
    ]);
    expect((await write('use', ['  '])).status).toBe(400);
    expect((await write('preface', ['开头。'])).status).toBe(400);
  });

  it('prints still when a number typed then is a figure now, and a row that is gone is a dash', async () => {
    expect((await write('use', ['去年受理4件，今年{accepted.actual}，{served.target}。'])).status).toBe(201);
    await accept('fourth');
    expect((await report()).text).toContain('去年受理4件，今年4件，满意。');
    await record(`/v1/performance/sheet/${sheet}/revise-targets`, {
      ...{ revisedOn: '2023-06-01', reason: '调整' },
      rows: [row('accepted', '受理公证', { unit: '件', indicatorCode: 'NT-01' })],
    });
    expect((await report()).text).toContain('去年受理4件，今年4件，—。');
  });

  it('is known as it was at a position, and written upon what was read', async () => {
    const { position, sheet: head } = await read();
    await write('overview', ['本项目由公证处实施。']);
    expect((await read(`?asOf=${position}`)).parts[0]).toMatchObject({ paragraphs: [] });
    expect(await said('overview')).toEqual(['本项目由公证处实施。']);
    const stale = await write('overview', ['改写。'], { headers: { 'if-match': `"${head.version}"` } });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale-version']);
    expect((await write('overview', ['本项目由公证处实施。'])).status).toBe(200);
  });

  it('is for who may keep the sheets of the bureau, and nobody sends the event by hand', async () => {
    expect((await write('use', ['好。'], { as: 'reader' })).status).toBe(403);
    expect((await write('use', ['好。'], { as: 'stranger' })).status).toBe(404);
    const headers = { 'idempotency-key': randomUUID() };
    const path = `/v1/performance/sheet/${sheet}/write-narrative`;
    expect((await world.call('POST', path, { as: 'chief', body: { office: BUREAU, data: {} }, headers })).status).toBe(
      404,
    );
  });
});
