import { readEvidence } from '#adapters/documents/manifest.js';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import { draftSource } from '#adapters/platform/draft-source.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { YearEnd } from '#application/run-year-end.js';
import { dateInShanghai } from '#kernel/dates.js';
import { lines } from '#lines/index.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freshDatabase } from '../support/services.js';
import { programs } from '../support/signed-in.js';
import { PROJECT, runCli } from './run-cli.js';

jest.setTimeout(240_000);

const BUREAU = '430902';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let app: NestFastifyApplication;

/** The run as a process makes it, at an instant of ours. */
const yearEndAt = (at: string): YearEnd => {
  const now = new Date(at);
  const clock = { now: () => ({ now: now.toISOString(), today: dateInShanghai(now) }) };
  return new YearEnd({ ...platform, clock, source: draftSource({ ...platform, clock }) });
};
const run = async (yearEnd: YearEnd): Promise<void> => {
  while ((await yearEnd.step()) !== undefined);
};
const get = (url: string, as = 'reader') =>
  app.inject({ method: 'GET', url, headers: { authorization: `Bearer ${tokenOf(as)}` } });

const folder = mkdtempSync(join(tmpdir(), 'year-end-'));
let tokenOf: (name: string) => string;

beforeAll(async () => {
  database = await freshDatabase();
  const played = await runCli(
    ['simulate', '--case', `${PROJECT}/cases/ziyang-2022-corrections.json`, '--together', '--seed', '1'],
    { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key') },
  );
  expect(played.code).toBe(0);
  platform = await openPlatform({ databaseUrl: database.url, lines, keyFile: join(folder, 'person.key') });
  app = await createApiApp(platform, { log: () => undefined });
  tokenOf = await programs(app, {
    reader: { roles: ['auditor'], offices: [BUREAU] },
    stranger: { roles: ['auditor'], offices: ['110000'] },
  });
});
afterAll(async () => {
  await app.close();
  await platform.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

it('makes nothing before ten past midnight, then every document of every sheet, once', async () => {
  await run(yearEndAt('2023-01-01T00:09:59+08:00'));
  expect(await platform.drafts.list(2022)).toEqual([]);
  await run(yearEndAt('2023-01-01T00:10:00+08:00'));
  const drafts = await platform.drafts.list(2022);
  expect(await platform.drafts.failures(2022)).toEqual([]);
  expect(drafts.map(({ document }) => document).sort()).toEqual([
    'department-base-data',
    'department-monitoring',
    'department-report',
    'department-self-evaluation',
    'department-targets',
    'project-monitoring',
    'project-report',
    'project-self-evaluation',
    'project-targets',
  ]);
  await run(yearEndAt('2023-01-02T00:10:00+08:00'));
  expect(await platform.drafts.list(2022)).toEqual(drafts);
});

it('shows them to whoever may read the figures of the bureau, and the files open', async () => {
  const listed = (await get(`/v1/drafts?year=2022&bureau=${BUREAU}`)).json<{
    drafts: { subject: string; document: string }[];
  }>();
  expect(listed.drafts).toHaveLength(9);
  const project = listed.drafts.find(({ document }) => document === 'project-self-evaluation');
  const address = `/v1/drafts/2022/${BUREAU}/${project?.subject}/project-self-evaluation`;
  for (const format of ['docx', 'xlsx']) {
    const file = await get(`${address}/${format}`);
    expect([file.statusCode, file.headers['content-type']]).toEqual([200, expect.stringContaining('openxmlformats')]);
    const { manifest } = readEvidence(file.rawPayload);
    const received = manifest.figures.find(({ id }) => id === 'quantity-1-received.actual');
    expect(received?.printed).toBe('164人');
  }
  expect((await get(`${address}/docx`, 'stranger')).statusCode).toBe(404);
  expect((await get(`/v1/drafts/2022/${BUREAU}/nobody/project-targets/docx`)).statusCode).toBe(404);
  expect((await get(`/v1/drafts/2022/${BUREAU}/nobody/project-targets/exe`)).statusCode).toBe(400);
});

it('says the same of the money of a subject in its monitoring at the end of December and in its self-evaluation', async () => {
  const { drafts } = (await get(`/v1/drafts?year=2022&bureau=${BUREAU}`)).json<{
    drafts: { subject: string; document: string }[];
  }>();
  const moneyIn = async (document: string, ids: readonly string[]) => {
    const subject = drafts.find((draft) => draft.document === document)?.subject ?? '';
    const { manifest } = readEvidence((await get(`/v1/drafts/2022/${BUREAU}/${subject}/${document}/docx`)).rawPayload);
    return ids.map((id) => manifest.figures.find((figure) => figure.id === id)?.printed);
  };
  const evaluated: unknown[] = [];
  for (const subject of ['department', 'project']) {
    const monitored = await moneyIn(`${subject}-monitoring`, ['monitoring.budget', 'monitoring.executed-12']);
    evaluated.push(await moneyIn(`${subject}-self-evaluation`, ['sheet:money.initialBudget', 'sheet:money.number']));
    expect(monitored).toEqual(evaluated.at(-1));
  }
  expect(evaluated).toEqual([
    ['969.65', '1008.22'],
    ['38', '19.62'],
  ]);
});
