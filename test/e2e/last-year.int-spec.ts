import ExcelJS from 'exceljs';
import JSZip from 'jszip';
import { createHash, randomUUID } from 'node:crypto';
import { excelDocument } from '#adapters/documents/excel-document.js';
import { readEvidence } from '#adapters/documents/manifest.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import type { LineDefinition } from '#application/define-line.js';
import type { ComparisonRow } from '#application/last-year/comparison.js';
import { fiscalYear } from '#kernel/period.js';
import { periodStreamId } from '#kernel/seal.js';
import { funds } from '#lines/funds/index.js';
import { performance } from '#lines/performance/index.js';
import { reporting } from '#lines/reporting/index.js';
import { typedForm } from '../support/form-workbook.js';
import { notary } from '../support/notary.js';
import { describeWithOffice, printedPages } from '../support/office.js';
import { once, withParts } from '../support/office-parts.js';
import { ApiWorld, BUREAU, OFFICE, OTHER_BUREAU, type Person, matter } from './api-world.js';

jest.setTimeout(120_000);

/** The small line, whose NT-01 is counted another way from 2023 on: wills alone. */
const changed: LineDefinition = {
  ...notary,
  indicators: notary.indicators.map((indicator) =>
    indicator.code !== 'NT-01'
      ? indicator
      : {
          ...indicator,
          versions: [
            ...indicator.versions,
            { from: '2023-01-01', value: { flow: 'notary.accepted', where: { kind: 'will' } } },
          ],
        },
  ) as LineDefinition['indicators'],
};
const lines = [funds, changed, performance, reporting];
const CODE = 'notary-project';

const row = (id: string, level2: string, level3: string, more: object = {}) => ({
  ...{ row: id, level1: '产出指标', level2, level3, weight: '30' },
  ...more,
});
const rows = [
  row('accepted', '数量指标', '受理公证', { operator: 'at-least', target: '4', unit: '件', indicatorCode: 'NT-01' }),
  row('fees', '经济效益指标', '公证收费', { operator: 'at-least', target: '1', unit: '万元', indicatorCode: 'NT-06' }),
  row('served', '服务对象满意度指标', '当事人满意度', { operator: 'at-least', target: '90', unit: '%' }),
];
const targets = (fiscalYear: number, more: object = {}) => ({
  ...{ setOn: `${fiscalYear}-01-12`, fiscalYear, subject: 'project', subjectCode: CODE, rows },
  ...{ subjectName: '公证业务经费', frame: 'national-2020', form: 'project-targets', budget: '380000.00' },
  ...more,
});

/** A bureau with its log, and what it is asked. */
const openBureau = async () => {
  const world = await ApiWorld.open(lines);
  const send = async (path: string, body: object, as: Person = 'director') => {
    const headers = { 'idempotency-key': randomUUID() };
    const { status, body: said } = await world.call('POST', path, { as, body, headers });
    if (status !== 201) throw new Error(`${path}: ${status} ${JSON.stringify(said)}`);
    await world.platform.projector.catchUp();
  };
  const record = (path: string, id: string, command: string, data: object, office = BUREAU) =>
    send(`/v1/${path}/${id}/${command}`, { office, data });
  const accept = async (name: string, acceptedOn: string, fee: string) => {
    const id = randomUUID();
    await record('notary/matter', id, 'accept-matter', matter(name, { acceptedOn }), OFFICE);
    await record('notary/matter', id, 'pay-fee', { receiptNo: name, amount: fee, paidOn: acceptedOn }, OFFICE);
  };
  const setTargets = async (fiscalYear: number, more: object = {}): Promise<string> => {
    const id = randomUUID();
    await record('performance/sheet', id, 'set-targets', targets(fiscalYear, more));
    return id;
  };
  const close = (line: string, year: number) =>
    send('/v1/periods/close', {
      ...{ bureau: BUREAU, line, period: String(year) },
      explanations: [{ rule: '*', reason: '已核实' }],
    });
  const reopen = (line: string, year: number) =>
    send(
      `/v1/reporting/period/${periodStreamId(BUREAU, line, fiscalYear(year))}/reopen-period`,
      { office: BUREAU, data: { reopenedOn: world.platform.clock.now().today, reason: '核对' } },
      'chief',
    );
  const document = async (sheet: string, format: 'docx' | 'xlsx', query = ''): Promise<Buffer> => {
    const url = `/v1/performance-sheets/${sheet}/documents/self-evaluation/${format}${query}`;
    const found = await world.app.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${world.tokenOf('director')}` },
    });
    if (found.statusCode !== 200) throw new Error(`${found.statusCode} ${found.body}`);
    return found.rawPayload;
  };
  const take = async (
    sheet: string,
    bytes: Buffer,
    { as = 'director', type = mediaTypes.xlsx as string, key = randomUUID() as string } = {},
  ) => {
    const answer = await world.call('POST', `/v1/performance-sheets/${sheet}/last-year`, {
      ...{ as: as as Person, raw: { type, text: bytes }, headers: { 'idempotency-key': key } },
    });
    await world.platform.projector.catchUp();
    return answer;
  };
  const compare = async (sheet: string, query = '') => {
    const { status, body } = await world.call('GET', `/v1/performance-sheets/${sheet}/comparison${query}`, {
      as: 'reader',
    });
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`);
    const found = body as { rows: ComparisonRow[]; imported: { unmatched: object[] } | null; position: number };
    return { ...found, byRow: Object.fromEntries(found.rows.map((item) => [item.row, item])) };
  };
  return { world, record, accept, setTargets, close, reopen, document, take, compare };
};
type Bureau = Awaited<ReturnType<typeof openBureau>>;

/** One that has worked with it since 2022 and closed that year, and one that begins with 2023. */
let old: Bureau;
let young: Bureau;
/** Sheets of 2022, one evaluated and one not, and of 2023 in the one log and in the other. */
let [before, plain, sheet, fresh] = ['', '', '', ''];
/** The sealed workbook of 2022. */
let ours: Buffer;

beforeAll(async () => {
  [old, young] = [await openBureau(), await openBureau()];
  await old.accept('first', '2022-03-06', '3000');
  await old.accept('second', '2022-05-07', '5000.50');
  before = await old.setTargets(2022);
  await old.record('performance/sheet', before, 'self-evaluate', {
    evaluatedOn: '2023-02-01',
    groups: [],
    rows: [
      { row: 'accepted', actual: '2', actualText: '2件' },
      { row: 'fees', actual: '0.80005', actualText: '0.80万元' },
      {
        ...{ row: 'served', actual: '95', actualText: '95%', attachmentHash: 'a'.repeat(64) },
        enteredBy: '0190a6f0-0000-7000-8000-000000000003',
      },
    ],
  });
  plain = await old.setTargets(2022, { subjectCode: 'plain' });
  for (const line of ['notary', 'funds']) await old.close(line, 2022);
  ours = await old.document(before, 'xlsx', '?sealed=true');
  sheet = await old.setTargets(2023);
  fresh = await young.setTargets(2023);
  for (const { accept } of [old, young]) {
    await accept('third', '2023-03-06', '9000');
    await accept('fourth', '2023-04-06', '1000');
    await accept('fifth', '2023-05-06', '2000.10');
  }
});
afterAll(() => Promise.all([old.world.close(), young.world.close()]));

describe('where the log holds the year before', () => {
  it('sets each row beside the sealed figure, what no seal holds beside the evaluation, and marks the definition', async () => {
    const { byRow, imported } = await old.compare(sheet);
    expect(imported).toBeNull();
    const hash = readEvidence(ours).manifest.seals as string[];
    expect(byRow['accepted']).toMatchObject({
      now: { value: '3', definition: '2023-01-01' },
      former: { from: 'sealed', printed: '2件', value: '2', definition: '2006-03-01' },
      ...{ change: '1', definition: 'changed' },
    });
    expect(hash).toContain(byRow['accepted']?.former?.seal?.hash);
    expect(byRow['fees']).toMatchObject({
      former: { from: 'sealed', value: '0.80005', unit: '万元' },
      ...{ change: '0.39996', definition: 'same' },
    });
    expect(byRow['served']).toMatchObject({
      now: { value: null },
      former: { from: 'evaluated', printed: '95%', seal: null },
      ...{ change: null, definition: null },
    });
  });

  it('knew nothing of it before it was recorded', async () => {
    const { position } = await old.compare(sheet);
    expect((await old.compare(sheet, `?asOf=${position}`)).byRow['accepted']?.change).toBe('1');
    const set = await old.setTargets(2023, { subjectCode: 'another' });
    expect((await old.compare(set)).rows.map(({ former }) => former)).toEqual([null, null, null]);
  });
});

describe('a workbook that was written here', () => {
  it('is taken where the log is another: read row by row, not proven, the changed definition marked', async () => {
    const events = await young.world.stored();
    const answer = await young.take(fresh, ours);
    expect([answer.status, answer.body]).toMatchObject([
      201,
      {
        ...{ formerYear: 2022, document: `${BUREAU}-2022-${CODE}.project-self-evaluation`, unmatched: [] },
        fileHash: createHash('sha256').update(ours).digest('hex'),
        receipt: { recorded: true },
      },
    ]);
    expect((answer.body as { rows: object[] }).rows).toMatchObject([
      { row: 'accepted', printed: '2件', value: '2', unit: '件', indicator: 'NT-01', definition: '2006-03-01' },
      { row: 'fees', value: '0.80005', unit: '万元', indicator: 'NT-06' },
      { row: 'served', printed: '95%', value: '95' },
    ]);
    expect((await young.take(fresh, ours)).status).toBe(200);
    expect(await young.world.stored()).toBe(events + 1);
    const { byRow } = await young.compare(fresh);
    expect(byRow['accepted']).toMatchObject({
      former: { from: 'imported', value: '2', seal: null, definition: '2006-03-01' },
      ...{ change: '1', definition: 'changed' },
    });
    expect(byRow['fees']).toMatchObject({ change: '0.39996', definition: 'same' });
    expect((await young.compare(fresh, `?asOf=${events}`)).imported).toBeNull();
  });

  it('is proven by the seal, in force or not, where this log holds it', async () => {
    const sealed = await old.document(plain, 'xlsx', '?sealed=true');
    const next = await old.setTargets(2023, { subjectCode: 'plain' });
    expect((await old.take(next, sealed)).status).toBe(201);
    expect((await old.compare(next)).byRow['accepted']).toMatchObject({
      former: { from: 'sealed' },
      definition: 'changed',
    });
    await old.reopen('notary', 2022);
    const { byRow } = await old.compare(next);
    const named = readEvidence(sealed).manifest.seals as string[];
    expect(byRow['accepted']?.former).toMatchObject({
      from: 'imported',
      value: '2',
      seal: { position: expect.any(Number) },
    });
    expect(named).toContain(byRow['accepted']?.former?.seal?.hash);
    expect((await old.compare(sheet)).byRow['accepted']?.former).toMatchObject({ from: 'evaluated', seal: null });
    await old.close('notary', 2022);
    expect((await old.compare(next)).byRow['accepted']?.former?.from).toBe('sealed');
  });

  it('is refused where a seal of this log says otherwise, however well paper and manifest agree', async () => {
    const { manifest } = readEvidence(ours);
    const figures = manifest.figures
      .filter(({ id }) => id === 'accepted.actual')
      .map((figure) => ({ ...figure, printed: '9件', value: '9' }));
    const text = figures.map(({ id, printed }) => ({ text: printed, figure: id }));
    const forged = await excelDocument({
      ...{ ...manifest, code: manifest.document, title: '', figures },
      sections: [{ name: '自评表', orientation: 'portrait', blocks: [{ kind: 'paragraph', text }] }],
    });
    expect(await refusedAs(forged, sheet, old)).toEqual([expect.stringMatching(/^seal-disagrees \| 自评表!/)]);
    expect((await young.take(fresh, forged)).status).toBe(201);
  });

  const refusedAs = async (bytes: Buffer, to = fresh, by = young): Promise<unknown> => {
    const events = await by.world.stored();
    const { status, body } = await by.take(to, bytes);
    expect([status, await by.world.stored()]).toEqual([422, events]);
    expect(body).toMatchObject({ code: 'former-form-refused' });
    return (body as { details: { at: string; code: string }[] }).details.map(({ at, code }) => `${code} | ${at}`);
  };

  it('is refused where paper and manifest disagree, or it is of another year, subject, bureau or kind', async () => {
    const figure = readEvidence(ours).paper.find(({ text }) => text === '2件');
    const [, name = ''] = /!([A-Z]+\d+)$/.exec(figure?.at ?? '') ?? [];
    const typed = await withParts(ours, {
      'xl/worksheets/sheet1.xml': (xml) =>
        xml.replace(new RegExp(`(<c r="${name}"[^>]*>(?:<[^v][^>]*>)*<v>)2<`), '$19<'),
    });
    expect(await refusedAs(typed)).toEqual(expect.arrayContaining([expect.stringMatching(/^paper-disagrees \| .*!/)]));
    const unlike = await withParts(ours, {
      'customXml/item1.xml': (xml) => xml.replace('value="2"', 'value="9"'),
    });
    expect(await refusedAs(unlike)).toContainEqual(expect.stringMatching(/^paper-disagrees/));
    const later = await young.setTargets(2024);
    expect(await refusedAs(ours, later)).toEqual(['form-of-another-year | manifest']);
    const other = await young.setTargets(2023, { subjectCode: 'other' });
    expect(await refusedAs(ours, other)).toEqual(['form-of-another-subject | manifest']);
    const stranger = randomUUID();
    const { status } = await young.world.call('POST', `/v1/performance/sheet/${stranger}/set-targets`, {
      as: 'chief',
      ...{ body: { office: OTHER_BUREAU, data: targets(2023) }, headers: { 'idempotency-key': randomUUID() } },
    });
    expect(status).toBe(201);
    const theirs = await young.take(stranger, ours, { as: 'chief' });
    expect(theirs.body).toMatchObject({ details: [{ code: 'form-of-another-bureau' }] });
    const url = `/v1/performance-sheets/${before}/documents/targets/xlsx`;
    const form = await old.world.app.inject({
      method: 'GET',
      url,
      headers: { authorization: `Bearer ${old.world.tokenOf('director')}` },
    });
    expect(await refusedAs(form.rawPayload)).toEqual(['not-a-self-evaluation | manifest']);
  });
});

describe('a workbook typed by hand', () => {
  const form = (title = '2022年度项目支出绩效自评表') =>
    typedForm(title, '公证业务经费', [
      { level1: '产出指标', level2: '数量指标', level3: '1、受理 公证', target: '≥2件', actual: 2 },
      { level3: '走访次数', target: '20次', actual: '21次' },
      {
        ...{ level2: '经济效益指标', level3: '公证收费', target: '1万元' },
        ...{ actual: { formula: '8000.5/10000', result: 0.80005 }, format: '0.00_ ' },
      },
      {
        level1: '满意度指标',
        level2: '服务对象满意度指标',
        level3: '当事人满意度',
        target: '≥90%',
        actual: 0.954,
        format: '0.0%',
      },
      { level3: '回访情况' },
    ]);

  it('is read by the names of its rows: what is no row is listed, a formula is what it last was', async () => {
    const { status, body } = await young.take(fresh, await form());
    expect(status).toBe(201);
    expect(body).toMatchObject({
      rows: [
        { row: 'accepted', cell: '自评表!F4', printed: '2', value: '2', unit: '件' },
        { row: 'fees', cell: '自评表!F6', printed: '0.80', value: '0.80005', unit: '万元', cached: true },
        { row: 'served', cell: '自评表!F7', printed: '95.4%', value: '95.4', unit: '%' },
      ],
      unmatched: [
        { cell: '自评表!F5', label: '走访次数', why: 'no-such-row' },
        { cell: '自评表!F8', label: '回访情况', why: 'empty' },
      ],
    });
    const { byRow, imported } = await young.compare(fresh);
    expect(imported?.unmatched).toHaveLength(2);
    expect(byRow['accepted']).toMatchObject({
      former: { from: 'imported', seal: null, printed: '2' },
      ...{ change: '1', definition: 'unknown' },
    });
    expect(byRow['fees']?.former).toMatchObject({ cached: true, cell: '自评表!F6' });
    expect(byRow['served']).toMatchObject({ former: { printed: '95.4%' }, definition: null });
  });

  it('is one of several in the history, and the newest counts', async () => {
    expect((await young.take(fresh, ours)).status).toBe(201);
    expect((await young.compare(fresh)).byRow['accepted']?.definition).toBe('changed');
  });

  it('is refused by name where it is broken, could do harm, or holds no form of that year, and nothing is kept', async () => {
    const good = await form();
    const link = '<Relationship Id="x" Type="image" TargetMode="External" Target="https://elsewhere.example/p.png"/>';
    const bomb = async () => {
      const parts = await JSZip.loadAsync(good);
      parts.file('xl/media/large.bin', Buffer.alloc(100 << 20));
      return parts.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
    };
    const empty = new ExcelJS.Workbook();
    empty.addWorksheet('台账').addRow(['三级指标', '实际完成值']);
    const strange = await typedForm('2022年度项目支出绩效自评表', '公证业务经费', [
      { level1: '产出指标', level3: '别的', actual: 1 },
    ]);
    const cases: readonly (readonly [string, Buffer])[] = [
      ['not-a-zip', Buffer.from('PK')],
      ['zip-bomb', await bomb()],
      ['macro', await withParts(good, { 'xl/vbaProject.bin': () => 'x' })],
      [
        'external-link',
        await withParts(good, { 'xl/_rels/workbook.xml.rels': once('</Relationships>', `${link}</Relationships>`) }),
      ],
      ['embedded-object', await withParts(good, { 'xl/externalLinks/externalLink1.xml': () => 'x' })],
      ['not-a-workbook', await young.document(fresh, 'docx')],
      ['no-form-in-file', Buffer.from(await empty.xlsx.writeBuffer())],
      ['form-of-another-year', await form('2021年度项目支出绩效自评表')],
      ['no-row-matches', strange],
    ];
    const [events, { imported }] = [await young.world.stored(), await young.compare(fresh)];
    for (const [code, bytes] of cases) {
      const { status, body } = await young.take(fresh, bytes);
      expect([code, status, body]).toMatchObject([code, 422, { code: 'former-form-refused', details: [{ code }] }]);
    }
    const large = await young.take(fresh, Buffer.alloc((5 << 20) + 1));
    expect([large.status, large.body]).toMatchObject([413, { code: 'too-large' }]);
    const json = await young.take(fresh, Buffer.from('{}'), { type: 'application/json' });
    expect([json.status, json.body]).toMatchObject([415, { code: 'unsupported-type' }]);
    const word = await young.take(fresh, good, { type: mediaTypes.docx });
    expect(word.status).toBe(415);
    expect([await young.world.stored(), (await young.compare(fresh)).imported]).toEqual([events, imported]);
  });

  it('is for who may record for the bureau, and nobody sends what was read by hand', async () => {
    expect((await young.take(fresh, await form(), { as: 'reader' })).status).toBe(403);
    expect((await young.take(fresh, await form(), { as: 'stranger' })).status).toBe(404);
    expect((await young.take(randomUUID(), await form())).status).toBe(404);
    const path = `/v1/performance/sheet/${fresh}/import-former-form`;
    const headers = { 'idempotency-key': randomUUID() };
    const { status } = await young.world.call('POST', path, {
      as: 'chief',
      body: { office: BUREAU, data: {} },
      headers,
    });
    expect(status).toBe(404);
  });
});

describe('the comparison on paper', () => {
  it.each(['docx', 'xlsx'] as const)(
    'stands in a draft and in a sealed .%s, which is the same bytes ever after',
    async (format) => {
      if (format === 'docx') for (const line of ['notary', 'funds']) await old.close(line, 2023);
      const sealed = await old.document(sheet, format, '?sealed=true');
      const { manifest, intact } = readEvidence(sealed);
      expect([intact, manifest.seal]).toEqual([true, expect.stringMatching(/^[0-9a-f]{64}$/)]);
      // Bound where this year's result stands: in the form, in the list of figures, and beside the year before.
      expect(manifest.figures.find(({ id }) => id === 'accepted.actual')?.places).toHaveLength(3);
      if (format === 'xlsx') {
        await old.reopen('notary', 2022);
        await old.accept('late', '2022-12-30', '1');
        expect((await old.compare(sheet)).byRow['accepted']?.former?.from).toBe('evaluated');
      }
      expect((await old.document(sheet, format, '?sealed=true')).equals(sealed)).toBe(true);
    },
  );

  describeWithOffice('calc', 'as LibreOffice prints the workbook', () => {
    it('shows last year, the change and the mark', async () => {
      const sealed = (await printedPages(await old.document(sheet, 'xlsx', '?sealed=true'), 'xlsx')).join('');
      for (const said of ['与2022年比较', '口径有调整', '口径一致', '上年封存', '+1', '0.80万元', '+0.40'])
        expect(sealed).toContain(said);
      const draft = (await printedPages(await young.document(fresh, 'xlsx'), 'xlsx')).join('');
      for (const said of ['与2022年比较', '口径有调整', '导入，未经核实']) expect(draft).toContain(said);
    });
  });
});
