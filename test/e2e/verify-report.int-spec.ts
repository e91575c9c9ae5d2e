import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { excelDocument } from '#adapters/documents/excel-document.js';
import { wordDocument } from '#adapters/documents/word-document.js';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import type { PrintedDocument, PrintedFigure } from '#application/documents/printed.js';
import { sealOfDocument } from '#application/documents/sealed-figures.js';
import { fiscalYear } from '#kernel/period.js';
import { lines } from '#lines/index.js';
import { once, withParts } from '../support/office-parts.js';
import { freshDatabase } from '../support/services.js';
import { programs } from '../support/signed-in.js';
import { PROJECT, runCli } from './run-cli.js';

jest.setTimeout(180_000);

const WINDOW = '2023-01-01..2023-12-06';
let tokenOf: (name: string) => string;

let folder: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let environment: Record<string, string>;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let app: NestFastifyApplication;
let url: string;
let word: Buffer;
let excel: Buffer;

interface Sheet {
  readonly position: number;
  readonly indicators: readonly {
    code: string;
    unit: string;
    value: string | null;
    printed: string;
    version: string;
  }[];
}

/** A report of two figures of the log, a count and a share, and one that a person entered. */
const reportOf = ({ position, indicators }: Sheet): PrintedDocument => {
  const figures = indicators.map(({ code, unit, value, printed, version }): PrintedFigure => ({
    ...{ id: code, printed, value, unit },
    source: {
      kind: 'indicator',
      indicator: code,
      definition: version,
      office: '430922',
      period: { scheme: 'CUSTOM', from: '2023-01-01', to: '2023-12-06' },
      position,
      evidence: `/v1/indicators/${code}/evidence?bureau=430922&period=${WINDOW}&asOf=${position}`,
    },
  }));
  const grade: PrintedFigure = {
    ...{ id: 'grade', printed: '优', value: null, unit: '' },
    source: { kind: 'manual', event: null },
  };
  const all = [...figures, grade];
  return {
    code: 'taojiang-2023-check',
    title: '核对样例',
    issuer: '桃江县司法局',
    date: '2024-02-28',
    seal: null,
    figures: all,
    sections: [
      {
        name: '报告',
        orientation: 'portrait',
        blocks: all.map(({ id, printed }) => ({
          kind: 'paragraph',
          text: [{ text: id }, { text: printed, figure: id }],
        })),
      },
    ],
  };
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verify-report-'));
  database = await freshDatabase();
  environment = { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') };
  const loaded = await runCli(
    ['simulate', '--case', join(PROJECT, 'cases/taojiang-2023-corrections.json')],
    environment,
  );
  expect(loaded.code).toBe(0);
  const asked = ['--bureau', '430922', '--period', WINDOW, '--indicator', 'CC-02,CC-28', '--json'];
  const { out } = await runCli(['indicators', ...asked], environment);
  const report = reportOf(JSON.parse(out) as Sheet);
  expect(report.figures.map(({ printed }) => printed)).toEqual(['227', expect.stringMatching(/^[\d.]+%?$/), '优']);
  word = await wordDocument(report);
  excel = await excelDocument(report);
  platform = await openPlatform({ databaseUrl: database.url, lines, keyFile: join(folder, 'person.key') });
  app = await createApiApp(platform, { log: () => undefined });
  tokenOf = await programs(app, {
    auditor: { roles: ['auditor'], offices: ['430922'] },
    stranger: { roles: ['auditor'], offices: ['110000'] },
  });
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;
});
afterAll(async () => {
  await app.close();
  await platform.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

/** Checks a file: with the database, and with the server. Both have to say the same. */
const verify = async (name: string, bytes: Buffer) => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  const tokenFile = join(folder, 'token');
  await writeFile(tokenFile, `${tokenOf('auditor')}\n`);
  const here = await runCli(['verify-report', path], environment);
  const there = await runCli(['verify-report', path, '--url', url, '--token-file', tokenFile]);
  expect([there.code, there.out]).toEqual([here.code, here.out]);
  return { code: here.code, lines: here.out.trimEnd().split('\n') };
};

it.each(['docx', 'xlsx'])('confirms each figure of a .%s that stands as the log has it', async (kind) => {
  expect(await verify(`whole.${kind}`, kind === 'docx' ? word : excel)).toEqual({
    code: 0,
    lines: ['taojiang-2023-check, draft: 2 of 3 figures confirmed, 1 that only the file knows (grade), 0 refuted'],
  });
});

it('refutes exactly the digit that somebody changed', async () => {
  const typed = await withParts(word, { 'word/document.xml': once('>227<', '>228<') });
  expect(await verify('typed.docx', typed)).toEqual({
    code: 1,
    lines: [
      'refuted: CC-02: printed-changed at paragraph 1 of word/document.xml: 228, expected 227',
      'taojiang-2023-check, draft: 1 of 3 figures confirmed, 1 that only the file knows (grade), 1 refuted',
    ],
  });
});

it('refutes a figure that is the same all through the file, and another in the log', async () => {
  const figures = { position: 0, indicators: [] as Sheet['indicators'] };
  const { out } = await runCli(
    ['indicators', '--bureau', '430922', '--period', WINDOW, '--indicator', 'CC-02', '--json'],
    environment,
  );
  const sheet = { ...figures, ...(JSON.parse(out) as Sheet) };
  const raised = sheet.indicators.map((item) => ({ ...item, value: '228', printed: '228' }));
  const report = await excelDocument(reportOf({ ...sheet, indicators: raised }));
  const { code, lines: said } = await verify('raised.xlsx', report);
  expect([code, said[0]]).toEqual([1, 'refuted: CC-02: differs-from-log at the manifest: 228, expected 227']);
  const late = await excelDocument(reportOf({ ...sheet, position: sheet.position + 1_000_000 }));
  expect((await verify('late.xlsx', late)).lines[0]).toMatch(/^refuted: CC-02: evidence-unknown /);
});

describe('a file drawn up from a seal', () => {
  const YEAR = ['--bureau', '430922', '--period', '2023', '--line', 'corrections'];
  interface SealAnswer {
    readonly seal: { readonly hash: string; readonly position: number };
    readonly figures: readonly {
      indicator: string;
      unit: string;
      version: string;
      values: { value: string; printed: string }[];
    }[];
  }
  let answer: SealAnswer;

  /** The closed year as a file; `value` in the place of what was sealed. */
  const sealedReport = (seals: readonly string[], value?: string): Promise<Buffer> => {
    const found = answer.figures.find(({ indicator }) => indicator === 'CC-02');
    const [own] = found?.values ?? [];
    const { version = '', unit = '' } = found ?? {};
    const { position } = answer.seal;
    const figure: PrintedFigure = {
      ...{ id: 'CC-02', printed: value ?? own?.printed ?? '', value: value ?? own?.value ?? '', unit },
      source: {
        ...{ kind: 'indicator', indicator: 'CC-02', definition: version, office: '430922', position },
        period: fiscalYear(2023),
        evidence: `/v1/indicators/CC-02/evidence?bureau=430922&period=2023&asOf=${position}`,
      },
    };
    const [block] = reportOf({ position, indicators: [] }).sections;
    return wordDocument({
      ...reportOf({ position, indicators: [] }),
      ...{ seal: sealOfDocument(seals), ...(seals.length > 1 && { seals }), figures: [figure] },
      sections: [
        {
          ...{ name: '报告', orientation: block?.orientation ?? 'portrait' },
          blocks: [{ kind: 'paragraph', text: [{ text: figure.printed, figure: 'CC-02' }] }],
        },
      ],
    });
  };

  beforeAll(async () => {
    const closed = await runCli(['seal', ...YEAR, '--explain', '已核实', '--json'], environment);
    const [{ hash }] = JSON.parse(closed.out) as [{ hash: string }];
    await platform.projector.catchUp();
    const found = await fetch(`${url}/v1/seals/${hash}`, {
      headers: { authorization: `Bearer ${tokenOf('auditor')}` },
    });
    expect(found.status).toBe(200);
    answer = (await found.json()) as SealAnswer;
    expect(answer).toMatchObject({ intact: true, line: 'corrections', seal: { hash, number: 1 } });
  });

  it('is confirmed where it says what was sealed, and refuted where it says another', async () => {
    const { hash } = answer.seal;
    expect(await verify('sealed.docx', await sealedReport([hash]))).toEqual({
      code: 0,
      lines: [`taojiang-2023-check, seal ${hash}: 1 of 1 figures confirmed, 0 refuted`],
    });
    const raised = await verify('sealed-raised.docx', await sealedReport([hash], '999'));
    expect([raised.code, raised.lines[0]]).toEqual([
      1,
      expect.stringMatching(/^refuted: CC-02: differs-from-seal at the manifest: 999, expected \d+$/),
    ]);
  });

  it('is refuted where nobody knows the seal, or one of them', async () => {
    const nobody = 'f'.repeat(64);
    for (const seals of [[nobody], [answer.seal.hash, nobody].reverse()]) {
      const { code, lines: said } = await verify('sealed-nobody.docx', await sealedReport(seals));
      expect([code, said[0]]).toEqual([1, expect.stringMatching(/^refuted: the file: seal-unknown /)]);
    }
  });

  it('is confirmed still after the books were opened and closed again', async () => {
    const reopened = ['--reopen', '--reason', '上级核查', '--by', '分管领导'];
    expect((await runCli(['seal', ...YEAR, ...reopened], environment)).code).toBe(0);
    const again = await runCli(['seal', ...YEAR, '--explain', '已核实', '--json'], environment);
    expect(JSON.parse(again.out)).toMatchObject([{ number: 2 }]);
    await platform.projector.catchUp();
    expect((await verify('sealed-before.docx', await sealedReport([answer.seal.hash]))).code).toBe(0);
  });

  it('is asked for by whole hashes alone, and shown to nobody else', async () => {
    const ask = async (path: string, token = tokenOf('auditor')) =>
      (await fetch(`${url}/v1/seals/${path}`, { headers: { authorization: `Bearer ${token}` } })).status;
    expect(await ask('abc')).toBe(400);
    expect(await ask('0'.repeat(64))).toBe(404);
    expect(await ask(answer.seal.hash, tokenOf('stranger'))).toBe(404);
  });
});

it('refuses a file that is none, and a server that does not let it in', async () => {
  const path = join(folder, 'none.docx');
  await writeFile(path, 'nothing');
  expect(await runCli(['verify-report', path], environment)).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('not-a-zip'),
  });
  await writeFile(path, word);
  const wrong = join(folder, 'wrong-token');
  await writeFile(wrong, 'nobody');
  const refused = await runCli(['verify-report', path, '--url', url, '--token-file', wrong]);
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('answers 401')]);
  expect((await runCli(['verify-report', path, '--url', 'ftp://x', '--token-file', wrong])).code).toBe(2);
  expect((await runCli(['verify-report', path, '--url', url])).code).toBe(2);
});
