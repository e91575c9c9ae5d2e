import { randomUUID } from 'node:crypto';
import { BUREAU } from '../e2e/api-world.js';
import { filledIn } from '../support/entry-workbook.js';
import { typedForm } from '../support/form-workbook.js';
import { wordForm } from '../support/word-form.js';
import { type ApiProcess, startApi } from './files/api-process.js';
import { campaign, setTargets } from './files/campaign.js';
import { LONG } from './figures.js';
import { largeForms, largeWorkbooks } from './files/large-files.js';
import { type Mutant, partsIn } from './files/mutate.js';
import type { ZipPart } from './files/zip.js';

const SEED = Number(process.env['FUZZ_SEED'] ?? Date.now() % 1_000_000);
const TIME = LONG ? 3_600_000 : 300_000;
const YEAR = 2023;

let api: ApiProcess;
let sheets: string[];
beforeAll(async () => {
  api = await startApi();
  sheets = await Promise.all(Array.from({ length: 20 }, (_, at) => setTargets(api, YEAR, `notary-${at}`)));
}, 600_000);
afterAll(() => api?.stop());

const sheetOf = (nth: number): string => sheets[nth % sheets.length] ?? '';
/** All of them in the long form, two in the short one. */
const largeOf = (files: Readonly<Record<string, (parts: readonly ZipPart[]) => Buffer>>, base: readonly ZipPart[]) => {
  const all = Object.entries(files).map(([what, make]) => (): Mutant => ({ what, bytes: make(base) }));
  return LONG ? all : [SEED, SEED + 1].flatMap((at) => all[at % all.length] ?? []);
};

/** A workbook of ours with its manifest: the self-evaluation of the year before. */
const ownWorkbook = async (): Promise<Buffer> => {
  const before = await setTargets(api, YEAR - 1, 'notary-0');
  const data = {
    ...{ evaluatedOn: '2023-02-01', groups: [] },
    rows: ['accepted', 'visits'].map((id) => ({
      ...{ row: id, actual: '5', actualText: '5件', attachmentHash: 'a'.repeat(64) },
      enteredBy: '0190a6f0-0000-7000-8000-000000000003',
    })),
  };
  const path = `/v1/performance/sheet/${before}/self-evaluate`;
  const done = await api.send('POST', path, { 'idempotency-key': randomUUID() }, { office: BUREAU, data });
  if (done.status !== 201) throw new Error(JSON.stringify(done.body));
  const found = await fetch(`${api.address}/v1/performance-sheets/${before}/documents/self-evaluation/xlsx`, {
    headers: await api.authorization(),
  });
  if (!found.ok) throw new Error(await found.text());
  return Buffer.from(await found.arrayBuffer());
};

it(
  'workbooks of last year, in whatever state: each is taken or refused by name, and the API goes on answering',
  async () => {
    const typed = await typedForm('2022年度项目支出绩效自评表', '公证业务经费', [
      { level1: '产出指标', level2: '数量指标', level3: '受理公证', target: '≥2件', actual: 2 },
      { level3: '走访次数', target: '20次', actual: { formula: '20+1', result: 21 }, format: '0.00_ ' },
    ]);
    const bases = [await partsIn(typed), await partsIn(await ownWorkbook())];
    const path = (nth: number) => `/v1/performance-sheets/${sheetOf(nth)}/last-year`;
    const large = largeOf(largeWorkbooks, bases[0] ?? []);
    const target = { method: 'POST', type: 'xlsx', path } as const;
    const statuses = await campaign(api, target, bases, { many: LONG ? 2_200 : 60, seed: SEED, large });
    expect(statuses).toContain('422');
    expect(statuses).toContain('201'); // some of it is still a form
    // What was taken harms nobody who reads it.
    for (const sheet of sheets)
      expect((await api.send('GET', `/v1/performance-sheets/${sheet}/comparison`, {})).status).toBe(200);
  },
  TIME,
);

it(
  'forms of Word, in whatever state',
  async () => {
    const form = await wordForm(['{year}年度', '接收{CC-02}人'], [['{bureau}', '{CC-02}']]);
    const bases = [await partsIn(form)];
    const path = (nth: number) => `/v1/templates/form-${nth % 10}?title=form&bureau=${BUREAU}`;
    const large = largeOf(largeForms, bases[0] ?? []);
    const target = { method: 'PUT', type: 'docx', path } as const;
    const statuses = await campaign(api, target, bases, { many: LONG ? 600 : 30, seed: SEED, large });
    expect(statuses).toContain('422');
    expect(statuses).toContain('201');
    expect((await api.send('GET', `/v1/templates?bureau=${BUREAU}`, {})).status).toBe(200);
  },
  TIME,
);

it(
  'workbooks with records, in whatever state: a check takes or refuses each by name, and marks what it takes',
  async () => {
    const path = '/v1/entry-workbooks/mediation.DiscoverDispute';
    const empty = await fetch(`${api.address}${path}?bureau=${BUREAU}`, { headers: await api.authorization() });
    if (!empty.ok) throw new Error(await empty.text());
    const rows = Array.from({ length: 30 }, (_, at) => ({ 单位: BUREAU, 排查发现日期: `2023年3月${at + 1}日` }));
    const bases = [await partsIn(await filledIn(Buffer.from(await empty.arrayBuffer()), rows))];
    const large = largeOf(largeWorkbooks, bases[0] ?? []);
    const checked = () => `${path}?mode=check&bureau=${BUREAU}`;
    const target = { method: 'POST', type: 'xlsx', path: checked, accept: 'xlsx' } as const;
    const statuses = await campaign(api, target, bases, { many: LONG ? 1_100 : 40, seed: SEED, large });
    expect(statuses).toContain('422');
    expect(statuses).toContain('200');
  },
  TIME,
);

it('none of it called anybody, or left anything in what the process said', () => {
  expect(api.said()).not.toMatch(/198\.51\.100\.7|root:x:0|request failed/);
});
