import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readAnchorFile } from '#adapters/anchors/anchor-file.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { chainRole } from '#adapters/worker/chain-role.js';
import { lines } from '#lines/index.js';
import { freshDatabase } from '../support/services.js';
import { BUREAU, OFFICE, OFFICES } from './api-world.js';
import { runCli } from './run-cli.js';

jest.setTimeout(180_000);

interface Check {
  readonly sound: boolean;
  readonly records: number;
  readonly unchained: number;
  readonly anchors: number;
  readonly findings: readonly { readonly fault: string; readonly position: number; readonly after: number }[];
}

let folder: string;
let file: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let platform: Awaited<ReturnType<typeof openPlatform>>;
let env: Record<string, string>;

const record = async (times: number): Promise<void> => {
  for (let at = 0; at < times; at += 1)
    await platform.handler.handle({
      type: 'corrections.HoldSafetyScreening',
      streamId: randomUUID(),
      data: { heldOn: '2023-05-10', scope: 'corrections', screenedCount: at + 1, keyPersonsFound: [] },
      commandId: randomUUID(),
      bureau: BUREAU,
      office: OFFICE,
      principal: { name: 'clerk', roles: ['office-clerk'], offices: [BUREAU] },
      source: 'MANUAL',
      correlationId: randomUUID(),
    });
};
const check = async (...more: string[]): Promise<readonly [number, Check]> => {
  const { code, out } = await runCli(['verify', '--chain', '--json', ...more], env);
  expect(code).not.toBeNull();
  return [code ?? -1, JSON.parse(out) as Check];
};
/** What an owner does who switches the guards off. */
const tamper = async (...statements: readonly string[]): Promise<void> => {
  const client = await platform.pool.connect();
  await client.query(`set session_replication_role = 'replica'`);
  for (const statement of statements) await client.query(statement);
  client.release(true);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chain-'));
  file = join(folder, 'kept', 'anchors.jsonl');
  database = await freshDatabase();
  env = { DATABASE_URL: database.url, KEY_FILE: join(folder, 'person.key'), ANCHORS_FILE: file };
  platform = await openPlatform({ databaseUrl: database.url, lines, anchorsFile: file });
  await platform.offices.save(OFFICES);
  await record(12);
});
afterAll(async () => {
  await platform.close();
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

it('is made within about a second by whoever has the role, and anchored when that stops and after a while', async () => {
  expect(await check()).toMatchObject([0, { sound: true, records: 0, unchained: 12, anchors: 0 }]);
  const role = chainRole(platform, { log: () => undefined, every: 1200 });
  role.start();
  while (!role.ready()) await pause(50);
  expect(await check()).toMatchObject([0, { records: 12, unchained: 0 }]);
  await record(3);
  await pause(3000);
  expect(role.ready()).toBe(true);
  const while_ = await readAnchorFile(file);
  expect(while_.length).toBeGreaterThan(0);
  await record(1);
  await role.stop();
  const anchors = await readAnchorFile(file);
  expect(anchors.at(-1)).toMatchObject({ chain: 'events', position: 16 });
  expect(anchors.length).toBeGreaterThan(while_.length);
  expect(await check()).toMatchObject([0, { sound: true, records: 16, anchors: anchors.length }]);
});

it('is anchored by a seal, and by hand; the hash is printed', async () => {
  const before = (await readAnchorFile(file)).length;
  const sealed = ['seal', '--bureau', BUREAU, '--line', 'corrections', '--period', '2019', '--explain', '演练'];
  expect((await runCli(sealed, env)).code).toBe(0);
  expect(await readAnchorFile(file)).toHaveLength(before + 1);
  const { code, out } = await runCli(['anchor'], env);
  expect(code).toBe(0);
  const last = (await readAnchorFile(file)).at(-1);
  expect(last).toMatchObject({ position: 17 });
  expect(out).toContain(`position 17 hash ${last !== undefined && 'hash' in last ? last.hash : ''}`);
});

it('shows what was changed behind its back, with exit code 1 and the first position', async () => {
  await tamper(`update es.event set recorded_by = 'another' where position in (5, 9)`);
  expect(await check()).toMatchObject([
    1,
    {
      sound: false,
      findings: [
        { fault: 'record-edited', position: 5, after: 4 },
        { fault: 'record-edited', position: 9, after: 8 },
      ],
    },
  ]);
  const { code, out } = await runCli(['verify', '--chain'], env);
  expect([code, out]).toEqual([1, expect.stringContaining('record-edited: position 5, the last that holds is 4')]);
  expect(out).toContain('2 wrong, the first at position 5');
  await tamper(`update es.event set recorded_by = 'clerk' where position in (5, 9)`);
  expect(await check()).toMatchObject([0, { sound: true }]);
});

it('shows an end that was cut off with its chain, through the file alone', async () => {
  const empty = join(folder, 'none.jsonl');
  await tamper('delete from es.event where position > 12', 'delete from chain.block where last > 12');
  expect(await check('--anchors', empty)).toMatchObject([0, { sound: true, anchors: 0 }]);
  expect((await runCli(['verify', '--chain', '--anchors', empty], env)).out).toContain('no anchors in');
  expect(await check()).toMatchObject([1, { findings: [{ fault: 'truncated', after: 12 }] }]);
});

it('refuses a file that holds no anchors, and options that belong elsewhere', async () => {
  const broken = join(folder, 'broken.jsonl');
  await writeFile(broken, `${await readFile(file, 'utf8')}{"chain":"events"}\n`);
  expect(await runCli(['verify', '--chain', '--anchors', broken], env)).toMatchObject({
    code: 1,
    err: expect.stringContaining('is no anchor'),
  });
  expect((await runCli(['verify', '--anchors', file], env)).code).toBe(2);
  expect((await runCli(['anchor', '--rewound-to', '3'], env)).code).toBe(2);
});
