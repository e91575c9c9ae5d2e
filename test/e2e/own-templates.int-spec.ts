import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import JSZip from 'jszip';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEvidence } from '#adapters/documents/manifest.js';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { lines } from '#lines/index.js';
import { once, partOf, withParts } from '../support/office-parts.js';
import { freshDatabase } from '../support/services.js';
import { programs } from '../support/signed-in.js';
import { wordForm } from '../support/word-form.js';
import { Contract } from './api-world.js';
import { PROJECT, runCli } from './run-cli.js';

jest.setTimeout(240_000);

const BUREAU = '430902';
const FORM = '/v1/templates/annual-report';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let app: NestFastifyApplication;
let contract: Contract;
let sheet: string;
let folder: string;
let tokenOf: (name: string) => string;
/** Addresses of the files that were given. */
const given: string[] = [];
const environment = () => ({ DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') });

/** Calls as somebody; every answer is held against the published document. */
const call = async (
  method: 'GET' | 'PUT',
  url: string,
  as = 'head',
  payload?: Buffer,
  type: string = mediaTypes.docx,
) => {
  const found = await app.inject({
    ...{ method, url },
    headers: { authorization: `Bearer ${tokenOf(as)}`, ...(payload === undefined ? {} : { 'content-type': type }) },
    ...(payload === undefined ? {} : { payload }),
  });
  const json = /json/.test(String(found.headers['content-type']));
  if (found.headers['content-type'] === mediaTypes.docx) given.unshift(url.split('?')[0] ?? '');
  const body = (json ? found.json() : found.body) as { details?: { at: string; code: string; message: string }[] };
  contract.check(method, url, {
    ...{ status: found.statusCode, body },
    headers: found.headers as Readonly<Record<string, string>>,
  });
  return { status: found.statusCode, body, bytes: found.rawPayload, headers: found.headers };
};
const put = (bytes: Buffer, more = '', as = 'head') =>
  call('PUT', `${FORM}?title=${encodeURIComponent('年度报告')}${more}`, as, bytes);
const kept = async (): Promise<unknown[]> =>
  (await call('GET', '/v1/templates')).body['templates' as 'details'] as unknown[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'own-templates-'));
  database = await freshDatabase();
  const played = await runCli(
    ['simulate', '--case', `${PROJECT}/cases/ziyang-2022-corrections.json`, '--together', '--seed', '1'],
    environment(),
  );
  expect(played.code).toBe(0);
  platform = await openPlatform({ databaseUrl: database.url, lines, keyFile: join(folder, 'person.key') });
  app = await createApiApp(platform, { log: () => undefined });
  tokenOf = await programs(app, {
    head: { roles: ['section-head'], offices: [BUREAU] },
    reader: { roles: ['auditor'], offices: [BUREAU] },
    stranger: { roles: ['deputy-director'], offices: ['110000'] },
  });
  const document = (await app.inject({ method: 'GET', url: '/openapi.json' })).json<OpenAPIObject>();
  contract = new Contract(document);
  const listed = await app.inject({
    ...{ method: 'GET', url: `/v1/performance-sheets?year=2022&bureau=${BUREAU}` },
    headers: { authorization: `Bearer ${tokenOf('reader')}` },
  });
  const { sheets } = listed.json<{ sheets: { streamId: string; subject: string }[] }>();
  sheet = sheets.find(({ subject }) => subject === 'project')?.streamId ?? '';
});
afterAll(async () => {
  await app.close();
  await platform.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

describe('a form that is refused, and of which nothing is kept', () => {
  const DOCUMENT = 'word/document.xml';
  const relation = '<Relationship Id="x" Type="image" TargetMode="External" Target="https://elsewhere.example/p.png"/>';
  const fine = (): Promise<Buffer> => wordForm(['{bureau}', '{CC-02}']);
  /** A part that says it is small and is not, and one that says what it is. */
  const bomb = async (): Promise<Buffer> => {
    const parts = await JSZip.loadAsync(await fine());
    parts.file('word/media/large.bin', Buffer.alloc(100 << 20));
    return parts.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  };
  const faultsOf = async (bytes: Buffer): Promise<unknown> => {
    const { status, body } = await put(bytes);
    expect([status, await kept()]).toEqual([422, []]);
    return body.details?.map(({ at, code, message }) => `${code} | ${at} | ${message}`);
  };

  it('asks for what nobody knows: each placeholder is named with its part and paragraph', async () => {
    const form = await wordForm(['{bureau}', '接收{CC-02}人，{CC-0Z}人', '{quantity-1-received}']);
    expect(await faultsOf(form)).toEqual([
      'unknown-placeholder | word/document.xml, paragraph 2 | {CC-0Z}',
      'unknown-placeholder | word/document.xml, paragraph 3 | {quantity-1-received}',
    ]);
    expect(await faultsOf(await wordForm(['{year}', '{process.exit(1)}', '{#rows}{level4}{/rows}']))).toEqual([
      'script | word/document.xml, paragraph 2 | {process.exit(1)}',
      'unknown-placeholder | word/document.xml, paragraph 3 | {level4}',
    ]);
  });

  it('could do harm, or is none', async () => {
    const form = await fine();
    expect(await faultsOf(await withParts(form, { 'word/vbaProject.bin': () => 'x' }))).toEqual([
      'macro | file | word/vbaProject.bin',
    ]);
    const linked = { 'word/_rels/document.xml.rels': once('</Relationships>', `${relation}</Relationships>`) };
    expect(await faultsOf(await withParts(form, linked))).toEqual([
      'external-link | file | word/_rels/document.xml.rels: https://elsewhere.example/p.png',
    ]);
    expect(await faultsOf(await bomb())).toEqual([expect.stringMatching(/^zip-bomb \| file \| /)]);
    expect(await faultsOf(await withParts(form, { [DOCUMENT]: () => null }))).toEqual([
      'not-a-document | file | it is no Word file',
    ]);
    expect(await faultsOf(Buffer.from('PK'))).toEqual([expect.stringContaining('not-a-zip | file')]);
  });

  it('is too large, or of another type, or goes where no file is taken', async () => {
    const large = await put(Buffer.alloc((5 << 20) + 1));
    expect([large.status, large.body]).toMatchObject([413, { code: 'too-large' }]);
    for (const payload of [Buffer.from('{}'), undefined]) {
      const other = await call('PUT', `${FORM}?title=a`, 'head', payload, 'application/json');
      expect([other.status, other.body]).toMatchObject([415, { code: 'unsupported-type' }]);
    }
    const elsewhere = await app.inject({
      ...{ method: 'POST', url: '/v1/commands', payload: await fine() },
      headers: { authorization: `Bearer ${tokenOf('head')}`, 'content-type': mediaTypes.docx },
    });
    expect([elsewhere.statusCode, elsewhere.json()]).toMatchObject([415, { code: 'unsupported-type' }]);
    expect(await kept()).toEqual([]);
  });

  it('comes from somebody who may not, or for a bureau or sheet that is not his', async () => {
    const form = await fine();
    expect((await put(form, '', 'reader')).status).toBe(403);
    expect((await put(form, `&bureau=${BUREAU}`, 'stranger')).status).toBe(404);
    expect((await put(form, '&sheet=0190a6f0-0000-7000-8000-000000000001')).status).toBe(404);
    expect(await kept()).toEqual([]);
  });
});

describe('a form that is kept', () => {
  const text = [
    '{year}年度{subject}',
    '{bureau}接收{CC-02}人，即{quantity-1-received}，指标{quantity-1-received.target}。',
    '支出{money.executed}万元，执行率{execution.rate}，得分{execution.score}，共{total.score}分，{total.grade}',
  ];
  const table = [['{#rows}{level3}', '{target}', '{actual}', '{weight}{/rows}']];
  let form: Buffer;
  beforeAll(async () => (form = await wordForm(text, table)));

  it('is a new version whenever it has changed, and stays as it was handed in', async () => {
    const first = await put(await wordForm(['{bureau}']), `&sheet=${sheet}`);
    expect([first.status, first.body]).toMatchObject([201, { bureau: BUREAU, version: 1, uploadedBy: 'head' }]);
    expect(await put(form, `&sheet=${sheet}`)).toMatchObject({ status: 201, body: { version: 2, title: '年度报告' } });
    expect(await put(form, `&sheet=${sheet}`)).toMatchObject({ status: 200, body: { version: 2 } });
    expect(await kept()).toMatchObject([{ version: 2 }, { version: 1 }]);
    const file = await call('GET', `${FORM}/file`, 'reader');
    expect([file.headers['content-type'], file.bytes.equals(form)]).toEqual([mediaTypes.docx, true]);
    expect((await call('GET', `${FORM}/file?version=1`, 'reader')).bytes.equals(form)).toBe(false);
    expect((await call('GET', `${FORM}/file?version=3`, 'reader')).status).toBe(404);
    expect((await call('GET', `${FORM}/file`, 'stranger')).status).toBe(404);
  });

  it('is filled with the figures of the published project, each bound to where it comes from', async () => {
    const { status, bytes } = await call('GET', `${FORM}/filled?sheet=${sheet}`, 'reader');
    expect(status).toBe(200);
    const words = (await partOf(bytes, 'word/document.xml')).replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
    for (const said of ['2022年度', '接收164人，即164人', '支出19.62万元，执行率51.63%，得分5.16', '1351人'])
      expect(words).toContain(said);
    const { manifest, intact, paper } = readEvidence(bytes);
    expect([intact, manifest.seal, paper.length > 10]).toEqual([true, null, true]);
    const figures = new Map(manifest.figures.map((figure) => [figure.id, figure]));
    expect(figures.get('quantity-1-received.actual')).toMatchObject({
      ...{ printed: '164人', value: '164', places: { length: 2 } },
      source: { kind: 'indicator', indicator: 'CC-02' },
    });
    expect(figures.get('execution.rate')).toMatchObject({ printed: '51.63%', source: { kind: 'derived' } });
    const ids = new Set(figures.keys());
    for (const { source } of figures.values())
      if (source.kind === 'derived') expect([...source.from].filter((id) => !ids.has(id))).toEqual([]);
  });

  it('is confirmed by whoever checks the file against the log, and refuted where a number was changed', async () => {
    const { bytes } = await call('GET', `${FORM}/filled?sheet=${sheet}`, 'reader');
    const path = join(folder, 'filled.docx');
    await writeFile(path, bytes);
    const whole = await runCli(['verify-report', path], environment());
    expect([whole.code, whole.out]).toEqual([
      0,
      expect.stringMatching(/ [1-9]\d* of \d+ figures confirmed.* 0 refuted/),
    ]);
    await writeFile(path, await withParts(bytes, { 'word/document.xml': (xml) => xml.replace('>164人<', '>165人<') }));
    const changed = await runCli(['verify-report', path], environment());
    expect([changed.code, changed.out]).toEqual([1, expect.stringContaining('printed-changed')]);
  });

  it('is not filled for whoever may not see the sheet, nor where there is none', async () => {
    expect((await call('GET', `${FORM}/filled?sheet=${sheet}`, 'stranger')).status).toBe(404);
    expect((await call('GET', `/v1/templates/other/filled?sheet=${sheet}`)).status).toBe(404);
    expect((await call('GET', `${FORM}/filled?sheet=${sheet}&version=9`)).status).toBe(404);
    expect((await call('GET', `${FORM}/filled`)).status).toBe(400);
  });
});

it('every file that was given is on record, and nothing else is as a file', async () => {
  const looks = await platform.looks.find({ purpose: 'document', limit: 500 });
  expect(given.length).toBeGreaterThan(2);
  expect(looks.map(({ object }) => object)).toEqual(given);
});
