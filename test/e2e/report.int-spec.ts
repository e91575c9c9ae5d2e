import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import { readEvidence } from '#adapters/documents/manifest.js';
import { freshDatabase } from '../support/services.js';
import { PROJECT, runCli } from './run-cli.js';

jest.setTimeout(600_000);

const caseOf = (name: string): string => join(PROJECT, `cases/${name}.json`);
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

interface Report {
  caseId: string;
  rows: {
    id: string;
    indicator: string | null;
    computed: { number: number; unit: string } | null;
    printed: string;
    match: string;
  }[];
  findings: { code: string; severity: string; rows: string[]; records: { streamId: string; key: string }[] }[];
  computed: { id: string; value: number }[];
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'report-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const wordsIn = async (path: string): Promise<string> => {
  const part = (await JSZip.loadAsync(await readFile(path))).file('word/document.xml');
  return ((await part?.async('string')) ?? '').replaceAll(/<[^>]+>/g, '');
};
const withoutHash = (text: string): string => text.replace(/(?<=校验值：)[0-9a-f]{64}/, '…');

it('report works by itself on an empty machine, leaves nothing behind, and writes what it writes from a loaded database', async () => {
  const nowhere = ['--data-dir', join(folder, 'nothing')];
  const alone = join(folder, 'alone.docx');
  const ran = await runCli([
    'report',
    '--case',
    caseOf('taojiang-2023-corrections'),
    '--format',
    'docx',
    '--out',
    alone,
    ...nowhere,
  ]);
  expect([ran.code, ran.out]).toEqual([0, '']);
  await expect(readFile(join(folder, 'nothing'))).rejects.toThrow('ENOENT');

  const database = await freshDatabase();
  try {
    const env = { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') };
    await runCli(['simulate', '--case', caseOf('taojiang-2023-corrections')], env);
    const [loaded, again] = [join(folder, 'loaded.docx'), join(folder, 'again.docx')];
    for (const path of [loaded, again])
      await runCli(['report', '--case', caseOf('taojiang-2023-corrections'), '--format', 'docx', '--out', path], env);
    expect(sha(await readFile(again))).toBe(sha(await readFile(loaded)));
    // Another log has another chain: its hash is all that differs.
    expect(withoutHash(await wordsIn(loaded))).toBe(withoutHash(await wordsIn(alone)));
    expect(await wordsIn(loaded)).toMatch(/校验值：[0-9a-f]{64}/);
    expect(await wordsIn(loaded)).toContain('目前我县在矫人数271人');

    const { code, out } = await runCli(
      ['report', '--case', caseOf('taojiang-2023-corrections'), '--format', 'json'],
      env,
    );
    const report = JSON.parse(out) as Report;
    expect([code, report.caseId, report.rows.length]).toEqual([0, 'taojiang-2023-corrections', 65]);
    expect(report.rows.find(({ id }) => id === 'register')).toEqual({
      id: 'register',
      indicator: 'CC-07',
      computed: { number: 271, unit: '人' },
      printed: '271人',
      match: 'equals',
    });
    const gap = report.findings.find(({ code: found }) => found === 'parts-do-not-sum');
    expect(gap).toMatchObject({ severity: 'block', records: [{ indicator: 'CC-01d' }] });
    expect(report.computed).toContainEqual({ id: 'left-register', value: 246 });
  } finally {
    await database.drop();
  }
});

it('the demo loads all five reports, holds every row against the log, and says so by its exit code', async () => {
  const database = await freshDatabase();
  try {
    const env = { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') };
    const first = await runCli(['demo', '--once'], env);
    expect(first.code).toBe(0);
    expect(first.err).toMatch(/taojiang-2023-corrections (\d+)\/\1\n/);
    expect(first.out).toMatch(/目前我县在矫人数 +CC-07 +271人 +271人 +相等/);
    expect(first.out).toMatch(/社区矫正对象违纪率 +CC-16 +≤1% +8\.43% +不符 +bound-not-supported/);
    expect(first.out).not.toMatch(/待接入/);
    const verdicts = first.out.split('\n').filter((line) => /^[✓✗] /.test(line));
    expect(verdicts.map((line) => /^✓ (\S+)：相符 (\d+\/\d+) 行/.exec(line)?.slice(1).join(' '))).toEqual([
      'dawukou-2020-transfer 39/69',
      'funing-2020-targets 46/83',
      'taojiang-2023-corrections 58/65',
      'ziyang-2022-corrections 43/58',
      'ziyang-2022-department 70/99',
    ]);
    const names = (await readdir(join(PROJECT, 'cases/narratives'))).map((name) => name.replace(/\.txt$/, ''));
    expect(names).toHaveLength(5);
    for (const file of names.flatMap((name) => [`${name}.docx`, `${name}.xlsx`])) {
      const { manifest, intact, paper } = readEvidence(await readFile(join(PROJECT, 'out', file)));
      expect([file, intact, manifest.seal]).toEqual([file, true, null]);
      expect(paper.length).toBeGreaterThanOrEqual(manifest.figures.length);
    }

    const again = await runCli(['demo', '--once'], env);
    expect([again.code, again.err]).toEqual([0, '']);
    expect(again.out).toBe(first.out);

    // Eight violations more than the log had: 40余次 no longer holds, and the demo no longer ends well.
    const log = join(folder, 'log.ndjson');
    await runCli(['export', '--out', log], env);
    const events = (await readFile(log, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const visit = events.find(({ type, bureau }) => type === 'corrections.ViolationDetected' && bureau === '430902');
    const last = events.filter(({ streamId }) => streamId === visit?.['streamId']).length;
    const fresh = {
      ...visit,
      eventId: '00000000-0000-4000-8000-000000000001',
      commandId: '00000000-0000-4000-8000-000000000002',
    };
    const data = { ...(visit?.['data'] as object), violationId: '00000000-0000-4000-8000-000000000003' };
    const extra = [1, 2, 3, 4, 5, 6, 7, 8].map((at) => ({
      ...fresh,
      eventId: `00000000-0000-4000-8000-00000000001${at}`,
      commandId: `00000000-0000-4000-8000-00000000002${at}`,
      data: { ...data, violationId: `00000000-0000-4000-8000-00000000003${at}` },
      version: last + at,
      position: events.length + at,
    }));
    await writeFile(log, [...events, ...extra].map((event) => JSON.stringify(event)).join('\n'));
    const other = await freshDatabase();
    try {
      const elsewhere = { ...env, DATABASE_URL: other.url };
      expect(await runCli(['import', log], elsewhere)).toMatchObject({ code: 0 });
      const wrong = await runCli(['demo', '--once', '--report', 'ziyang-2022-corrections'], elsewhere);
      expect(wrong.code).toBe(1);
      expect(wrong.out).toMatch(/✗ +违反信息化核查.* 50次 +不符/);
      expect(wrong.out).toMatch(/✗ ziyang-2022-corrections.*violations 不符/);
    } finally {
      await other.drop();
    }
  } finally {
    await database.drop();
  }
});
