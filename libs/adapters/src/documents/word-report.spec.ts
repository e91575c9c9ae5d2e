import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { type ReportDocument, buildReport } from '#application/build-report.js';
import { reportOnCase } from '#application/case-report.js';
import { defineReport } from '#application/report-definition.js';
import { corrections } from '#lines/corrections/index.js';
import type { LineDefinition } from '#application/define-line.js';
import { withVariant } from '#application/case-file.js';
import { Registry } from '#application/registry.js';
import { caseFile, playCase, wholeBureau } from '../../../../test/support/played-case.js';
import { wordReport } from './word-report.js';

/** What another reader sees: the text of each paragraph of the main part. */
const paragraphsOf = async (bytes: Buffer): Promise<readonly string[]> => {
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>|<w:p [^>]*>(.*?)<\/w:p>/gs)].map(([whole]) =>
    [...whole.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''),
  );
};
const sha = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const documentOf = async (
  name: string,
  variant?: string,
  line: LineDefinition = corrections,
): Promise<ReportDocument> => {
  const whole = await caseFile(name);
  const file = variant === undefined ? whole : withVariant(whole, variant);
  const { world } = await playCase(file, [corrections]);
  const registry = new Registry([line]);
  const report = await reportOnCase(file, registry, world.ledger, wholeBureau);
  return buildReport(report, registry, world.ledger, wholeBureau);
};

let taojiang: ReportDocument;
let file: Buffer;
let text: readonly string[];
beforeAll(async () => {
  taojiang = await documentOf('taojiang-2023-corrections');
  file = await wordReport(taojiang);
  text = await paragraphsOf(file);
});

it('says in its sentences what the log says', () => {
  const whole = text.join('\n');
  for (const said of [
    '2023年我县共受理调查评估268例，建议适用社区矫正248例，慎用社区矫正10例，不适用社区矫正9例，在办1例，退回、撤回0例',
    '新接收社区矫正对象227人，解除社区矫正对象239人，终止社区矫正0人',
    '办理请假外出365例，其中准假外出期间11例，期满销假354例，逾期未归0例',
    '办理跨市县审批12人次，办理居住地变更13例，转出7人，转入6人',
    '向出入境管理部门提请备案224人，3人办理边控，对25人持有的出入境证件进行收缴统一保管',
    '按期复查率100.00%',
    '进行处分213人次，其中警告26人次，训诫186人次，治安管理处罚1人次；提请撤销缓刑、撤销假释、收监执行1件',
    '截至2023年12月6日，我县在矫人数271人，其中管制0人、缓刑265人、假释3人、暂予监外执行3人',
    '全县累计接收社区矫正对象3402人，累计解除、终止和转出社区矫正对象3131人',
  ])
    expect(whole).toContain(said);
});

it('has every row of the case in its table, with value and evidence', () => {
  expect(taojiang.table.rows).toHaveLength(65);
  const at = text.indexOf('新接收社区矫正对象');
  expect(text.slice(at, at + 4)).toEqual([
    '新接收社区矫正对象',
    '—',
    '227人',
    expect.stringMatching(/^CC-02（2003-07-10版），截至第\d+号记录，227条$/),
  ]);
  expect(text).toContain('相应业务尚未接入');
});

it('lists what the check found', () => {
  expect(text.filter((line) => line.startsWith('【须更正】')).join()).toContain('268 与 267 不符，相差 1');
  expect(text.join()).toContain('涉及记录1条');
});

it('keeps the form of official papers', async () => {
  const zip = await JSZip.loadAsync(file);
  const part = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  expect(await part('word/document.xml')).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
  expect(await part('word/document.xml')).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  const named = await part('word/styles.xml');
  for (const font of ['方正小标宋简体', '仿宋_GB2312', '黑体']) expect(named).toContain(`w:eastAsia="${font}"`);
  expect(await part('word/footer1.xml')).toContain('PAGE');
});

it('has the same bytes whenever it is written', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(sha(await wordReport(taojiang))).toBe(sha(file));
  expect(sha(await wordReport({ ...taojiang, title: `${taojiang.title}二` }))).not.toBe(sha(file));
  const zip = await JSZip.loadAsync(file);
  expect(new Set(Object.values(zip.files).map(({ date }) => date.toISOString()))).toEqual(
    new Set(['2024-02-28T00:00:00.000Z']),
  );
  expect(await zip.file('docProps/core.xml')?.async('string')).toContain('2024-02-28T00:00:00Z');
});

it('changes its sentence with the value', async () => {
  const other = await documentOf('taojiang-2023-corrections', 'one-termination');
  expect(other.sections[0]?.paragraphs[0]).toContain('终止社区矫正1人');
});

it('names what it cannot fill in', async () => {
  const part = { heading: '一', paragraphs: ['共{CC-01}例，{CC-99}人'] };
  const line = {
    ...corrections,
    reports: [defineReport({ code: 'corrections.annual', section: 'corrections', parts: [part] })],
  };
  await expect(documentOf('ziyang-2022-corrections', undefined, line)).rejects.toThrow('nothing stands behind {CC-99}');
});

it('shows names beyond the common characters', async () => {
  const seen = await paragraphsOf(await wordReport({ ...taojiang, issuer: '㛃䶮𠮷 & <局>' }));
  expect(seen.join()).toContain('㛃䶮𠮷 &amp; &lt;局&gt;');
});
