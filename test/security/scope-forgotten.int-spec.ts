import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiApp } from '#adapters/nest/create-api-app.js';
import type * as officeScope from '#application/office-scope.js';
import { ApiWorld, BUREAU, OFFICE, OFFICE_2, OTHER_BUREAU, OTHER_OFFICE } from '../e2e/api-world.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { say } from './figures.js';
import { canaryOf, playOffices } from './row-level-world.js';

/** Whether the code forgets every filter by office it has; the database is told the truth all the same. */
let forgetful = false;

jest.mock('#application/office-scope.js', () => {
  const real = jest.requireActual<typeof officeScope>('#application/office-scope.js');
  return {
    ...real,
    inScope: (...asked: Parameters<typeof real.inScope>) => forgetful || real.inScope(...asked),
    mayTouch: (...asked: Parameters<typeof real.mayTouch>) => forgetful || real.mayTouch(...asked),
    officesInScope: (...asked: Parameters<typeof real.officesInScope>) =>
      forgetful
        ? asked[0].all().flatMap(({ bureau, code }) => (bureau === asked[2] ? [code] : []))
        : real.officesInScope(...asked),
  };
});

let database: FreshDatabase;
let world: ApiWorld;
/** The same API with row-level security left out too: what the code alone would let through. */
let bare: Awaited<ReturnType<typeof createApiApp>>;
let streamOf: (office: string) => string;
let foreign: readonly string[];
const folder = mkdtempSync(join(tmpdir(), 'taizhang-forgotten-'));

beforeAll(async () => {
  database = await freshDatabase();
  world = await ApiWorld.open(undefined, { place: { url: database.url, folder } });
  await playOffices(world);
  const { platform } = world;
  const withoutRows = { ...platform, readsOfCallers: async () => platform };
  bare = await createApiApp(withoutRows, { log: () => undefined, projects: false });
  const { rows } = await platform.pool.query<{ id: string; owner: string }>(
    'select stream_id as id, owner from es.stream where owner = any ($1)',
    [[OFFICE_2, OTHER_OFFICE]],
  );
  foreign = [...[OFFICE_2, OTHER_OFFICE, OTHER_BUREAU].map(canaryOf), ...rows.map(({ id }) => id)];
  streamOf = (office) => rows.find(({ owner }) => owner === office)?.id ?? '';
});
beforeEach(() => (forgetful = true));
afterEach(() => (forgetful = false));
afterAll(async () => {
  await bare.close();
  await world.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const reads = (): readonly string[] => [
  ...[OFFICE_2, OTHER_OFFICE].flatMap((office) => [
    `/v1/notary/matter/${streamOf(office)}`,
    `/v1/registers/notary.matters?limit=500&office=${office}`,
    `/v1/deadlines?dueBy=2030-01-01&limit=500&office=${office}`,
    `/v1/indicators/NT-01/evidence?period=2023&limit=500&office=${office}`,
    `/v1/indicators/NT-06/evidence?period=2023&limit=500&office=${office}`,
    `/v1/alerts?office=${office}&limit=100`,
  ]),
  `/v1/drafts?year=2022&bureau=${OTHER_BUREAU}`,
  `/v1/templates?bureau=${OTHER_BUREAU}`,
];

/** What only records of others hold: their text, and their ids. */
const met = (text: string): boolean => foreign.some((mark) => text.includes(mark));

it('answers nothing of others even where the code forgets to ask whose it is', async () => {
  let [without, withRows] = [0, 0];
  const wanted = reads();
  for (const url of wanted) {
    const headers = { authorization: `Bearer ${world.tokenOf('clerk')}` };
    const open = await bare.inject({ method: 'GET', url, headers });
    expect([url, open.statusCode]).toEqual([url, 200]);
    const { body } = await world.call('GET', url, { as: 'clerk' });
    if (met(open.body)) without += 1;
    // A refusal names the address that was asked for.
    if (met(JSON.stringify({ ...body, instance: '' }))) withRows += 1;
  }
  // The code alone would have told: the fault is a fault.
  expect([without, withRows]).toEqual([wanted.length, 0]);
  say(
    `scope forgotten in the code: ${without} of ${wanted.length} answers tell of others, with row-level security ${withRows}`,
  );
});

it('counts nothing of others either', async () => {
  const ask = `/v1/indicators?period=2023&codes=NT-01&bureau=${OTHER_BUREAU}`;
  const headers = { authorization: `Bearer ${world.tokenOf('clerk')}` };
  const open = await bare.inject({ method: 'GET', url: ask, headers });
  expect(Number((JSON.parse(open.body) as { values: { value: string }[] }).values[0]?.value)).toBe(12);
  const { body } = await world.call('GET', ask, { as: 'clerk' });
  expect(body.values[0].value).toBe('0');
});

it('still answers what is the caller’s own', async () => {
  const { body } = await world.call('GET', `/v1/registers/notary.matters?limit=500&bureau=${BUREAU}`, { as: 'clerk' });
  expect(JSON.stringify(body)).toContain(canaryOf(OFFICE));
});

it('keeps callers apart who ask at the same moment', async () => {
  forgetful = false;
  const asks = Array.from({ length: 60 }, (_, at) => ['clerk', 'clerk2', 'stranger', 'supervisor'][at % 4] as 'clerk');
  const found = await Promise.all(
    asks.map(
      async (as) => [as, (await world.call('GET', '/v1/registers/notary.matters?limit=500', { as })).body] as const,
    ),
  );
  const offices = { clerk: [OFFICE], clerk2: [OFFICE_2], stranger: [OTHER_OFFICE] };
  for (const [as, body] of found) {
    const shown = [...new Set((body.rows as { office: string }[]).map(({ office }) => office))].sort();
    if (as in offices) expect([as, shown]).toEqual([as, offices[as]]);
    else expect(shown.length).toBeGreaterThan(1);
  }
});
