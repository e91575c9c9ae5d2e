import { randomUUID } from 'node:crypto';
import { askLog } from '#adapters/documents/ask-log.js';
import mammoth from 'mammoth';
import { openPackage } from '#adapters/documents/office-package.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { verifyPrinted } from '#application/documents/verify-printed.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { notary } from '../support/notary.js';
import { ApiWorld, BUREAU, OFFICE, matter } from './api-world.js';

let world: ApiWorld;
const SHEET = randomUUID();
const DEPARTMENT = randomUUID();
const ROW = { row: 'accepted', level1: '产出指标', level2: '数量指标', level3: '受理公证', weight: '90' };
const TARGET = { operator: 'at-least', target: '4', unit: '件', targetText: '≥4件', indicatorCode: 'NT-01' };

const record = async (path: string, streamId: string, command: string, data: object, office = BUREAU) => {
  const { status, body } = await world.call('POST', `/v1/${path}/${streamId}/${command}`, {
    as: 'director',
    body: { office, data },
    headers: { 'idempotency-key': randomUUID() },
  });
  if (status !== 201) throw new Error(`${command}: ${status} ${JSON.stringify(body)}`);
  await world.platform.projector.catchUp();
};
const accept = (name: string, acceptedOn: string) =>
  record('notary/matter', randomUUID(), 'accept-matter', matter(name, { acceptedOn }), OFFICE);
const close = async (line: string) => {
  const explanations = [{ rule: '*', reason: '已核实' }];
  const body = { bureau: BUREAU, line, period: '2023', explanations };
  const { status } = await world.call('POST', '/v1/periods/close', { as: 'director', body });
  expect(status).toBe(201);
  await world.platform.projector.catchUp();
};
const get = async (url: string, as = 'director') => {
  const found = await world.app.inject({
    method: 'GET',
    url,
    headers: { authorization: `Bearer ${world.tokenOf(as)}` },
  });
  return { status: found.statusCode, bytes: found.rawPayload, type: String(found.headers['content-type']) };
};
const documentOf = (format: string, query = '', as = 'director', document = 'self-evaluation', sheet = SHEET) =>
  get(`/v1/performance-sheets/${sheet}/documents/${document}/${format}${query}`, as);
/** Everything a file says, by a program that knows nothing of us; of a workbook the texts it shares. */
const textOf = async (bytes: Buffer, format: string): Promise<string> =>
  format === 'docx'
    ? (await mammoth.extractRawText({ buffer: bytes })).value
    : openPackage(bytes).read('xl/sharedStrings.xml').toString();
const codeOf = ({ bytes }: { bytes: Buffer }) => (JSON.parse(bytes.toString()) as { code: string }).code;
const verify = (bytes: Buffer) =>
  verifyPrinted(
    readEvidence(bytes),
    askLog(world.platform, { name: 'd', roles: ['deputy-director'], offices: [BUREAU] }),
  );

beforeAll(async () => {
  world = await ApiWorld.open([funds, notary, performance, reporting]);
  await accept('first', '2023-03-06');
  await accept('second', '2023-05-07');
  await record('performance/sheet', SHEET, 'set-targets', {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'project', subjectCode: 'notary-project' },
    ...{ subjectName: '公证业务经费', frame: 'national-2020', form: 'project-targets', budget: '380000.00' },
    purpose: '公证业务，由张伟经办，联系电话：13900000000',
    rows: [{ ...ROW, ...TARGET }],
  });
  await record('performance/sheet', DEPARTMENT, 'set-targets', {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'department', subjectCode: BUREAU },
    ...{ subjectName: '某县司法局', frame: 'national-2020', form: 'department', budget: '380000.00' },
    ...{ goal: '办好公证，负责人：李娜', rows: [{ ...ROW, ...TARGET }] },
  });
});
afterAll(() => world.close());

describe('the self-evaluation of a sheet as a file', () => {
  const files = new Map<string, Buffer>();

  it('is a draft while the year is open, and drawn up from no seal', async () => {
    const draft = await documentOf('docx');
    expect([draft.status, draft.type]).toEqual([200, expect.stringContaining('openxmlformats')]);
    expect(readEvidence(draft.bytes).manifest.seal).toBeNull();
    files.set('draft', draft.bytes);
    await close('notary');
    const open = await documentOf('docx', '?sealed=true');
    expect([open.status, codeOf(open)]).toEqual([409, 'books-open']);
    expect(JSON.parse(open.bytes.toString())).toMatchObject({ details: [{ at: 'funds' }] });
  });

  it.each(['docx', 'xlsx'])(
    'stands on the seals of its year as a .%s, and each figure is confirmed',
    async (format) => {
      if (format === 'docx') await close('funds');
      const { status, bytes } = await documentOf(format, '?sealed=true');
      expect(status).toBe(200);
      files.set(format, bytes);
      const { manifest, intact } = readEvidence(bytes);
      expect([intact, manifest.seals?.length]).toEqual([true, 2]);
      const sealed = manifest.figures.find(({ id }) => id === 'accepted.actual');
      expect(sealed).toMatchObject({ printed: '2件', value: '2', source: { indicator: 'NT-01' } });
      const verdict = await verify(bytes);
      expect(verdict.refuted).toEqual([]);
      expect(verdict.confirmed).toContain('accepted.actual');
    },
  );

  it('is the same bytes after an event that came late, though the draft is not', async () => {
    await accept('late', '2023-12-30');
    for (const format of ['docx', 'xlsx'])
      expect((await documentOf(format, '?sealed=true')).bytes.equals(files.get(format) as Buffer)).toBe(true);
    const draft = (await documentOf('docx')).bytes;
    expect(draft.equals(files.get('draft') as Buffer)).toBe(false);
    const now = readEvidence(draft).manifest.figures.find(({ id }) => id === 'accepted.actual');
    expect(now?.value).toBe('3');
    expect((await verify(files.get('docx') as Buffer)).refuted).toEqual([]);
  });

  it('is for those who may see the bureau, and no other document is drawn up from seals', async () => {
    expect((await documentOf('docx', '?sealed=true', 'clerk')).status).toBe(404);
    expect((await documentOf('docx', '?sealed=true', 'stranger')).status).toBe(404);
    expect((await documentOf('exe', '?sealed=true')).status).toBe(400);
    expect((await documentOf('docx', '?sealed=yes')).status).toBe(400);
    const targets = await documentOf('docx', '?sealed=true', 'director', 'targets');
    expect([targets.status, codeOf(targets)]).toEqual([422, 'nothing-sealed']);
  });
});

describe.each(['docx', 'xlsx'])('the year of a department as a .%s', (format) => {
  const ask = (document: string, query = '') => documentOf(format, query, 'director', document, DEPARTMENT);

  it.each(['base-data', 'report', 'volume'])(
    '%s: drawn up from the log and from seals, no number refuted',
    async (document) => {
      for (const query of ['', '?sealed=true']) {
        const { status, bytes } = await ask(document, query);
        expect(status).toBe(200);
        expect((await verify(bytes)).refuted).toEqual([]);
      }
      expect((await ask(document, '?sealed=true')).bytes.equals((await ask(document, '?sealed=true')).bytes)).toBe(
        true,
      );
    },
  );

  it('binds the report of its project behind a cover', async () => {
    const text = await textOf((await ask('volume')).bytes, format);
    for (const said of ['目录', '附件1：公证业务经费项目支出绩效自评报告', '联系电话：13900000000', '负责人：李娜'])
      expect(text).toContain(said);
  });

  it('names nobody where it is drawn up for the public', async () => {
    const { bytes } = await ask('volume', '?redacted=true');
    const text = await textOf(bytes, format);
    for (const person of ['张伟', '13900000000', '李娜']) expect(text).not.toContain(person);
    expect(text).toContain('已隐去姓名、电话等个人信息');
    expect((await verify(bytes)).refuted).toEqual([]);
  });

  it('has documents of its own, which a project does not', async () => {
    for (const document of ['base-data', 'volume'])
      expect((await documentOf(format, '', 'director', document)).status).toBe(404);
  });
});

it('no document is drawn up while a text in it has braces that nobody filled', async () => {
  const project = randomUUID();
  await record('performance/sheet', project, 'set-targets', {
    ...{ setOn: '2023-01-12', fiscalYear: 2023, subject: 'project', subjectCode: 'open-project' },
    ...{ subjectName: '未定项目', frame: 'national-2020', form: 'project-targets', budget: '1.00' },
    ...{ goal: '完成{待填}件', rows: [{ ...ROW, ...TARGET }] },
  });
  const asked = [
    [project, 'targets'],
    [project, 'report'],
    [DEPARTMENT, 'volume'],
  ] as const;
  for (const [sheet, document] of asked)
    for (const format of ['docx', 'xlsx']) {
      const answer = await documentOf(format, '', 'director', document, sheet);
      expect([answer.status, codeOf(answer)]).toEqual([422, 'unresolved-placeholder']);
      expect(answer.bytes.toString()).toContain('{待填}');
    }
  expect((await documentOf('docx', '', 'director', 'report', DEPARTMENT)).status).toBe(200);
});
