import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { confirmations } from '#application/demo/removal.js';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { StandaloneService } from '../faults/standalone-service.js';
import { DemoProcess, ask } from '../support/demo-process.js';
import { temporaryFolder } from '../support/embedded-server.js';
import { freshDatabase } from '../support/services.js';
import { runCli } from './run-cli.js';

jest.setTimeout(240_000);

const [WORDS] = confirmations;
const SETTER = { name: 'anquan', password: 'Lumpen-73-Kranich', role: 'security-admin' };
const folder = temporaryFolder();
const data = join(folder, 'data');
const out = mkdtempSync(join(tmpdir(), 'taizhang-out-'));
const service: StandaloneService[] = [];
let demo: DemoProcess;
beforeAll(async () => {
  demo = await DemoProcess.start(data, out);
}, 240_000);
afterAll(async () => {
  await demo?.end();
  for (const one of service) await one.end();
  rmSync(folder, { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
});

describe('a demo one has seen enough of', () => {
  let visitor: string;
  let keeper: string;
  let events: number;
  const remove = (cookie: string, confirmation: string = WORDS) =>
    ask(demo.address, '/v1/demo/removal', { cookie, body: { confirmation } });

  it('says to everybody who signs in that it is one, and how much in it is not of the demo', async () => {
    [visitor, keeper] = [await demo.sessionOf('demo-visitor'), await demo.sessionOf('demo-keeper')];
    const { status, body } = await ask(demo.address, '/v1/demo', { cookie: visitor });
    expect([status, body]).toEqual([200, { demo: true, events: expect.any(Number), recorded: 0 }]);
    expect((await ask(demo.address, '/v1/demo')).status).toBe(401);
    const { offices } = (await ask(demo.address, '/v1/offices', { cookie: visitor })).body;
    const heldOn = { heldOn: '2020-06-15', scope: 'corrections', screenedCount: 3, keyPersonsFound: [] };
    const recorded = await ask(demo.address, `/v1/corrections/screening/${randomUUID()}/hold-safety-screening`, {
      cookie: visitor,
      body: { office: offices.at(-1).code, data: heldOn },
    });
    expect([recorded.status, recorded.body]).toEqual([201, expect.anything()]);
    events = body.events + 1;
    expect((await ask(demo.address, '/v1/demo', { cookie: visitor })).body).toMatchObject({ events, recorded: 1 });
  });

  it('is removed by nobody but who keeps the system, and not without the words', async () => {
    expect([(await remove('')).status, (await remove(visitor)).status]).toEqual([401, 403]);
    for (const wrong of ['清除', '清除演示数据。', ''])
      expect(await remove(keeper, wrong)).toMatchObject({ status: 400, body: { code: 'invalid-data' } });
    expect((await ask(demo.address, '/v1/demo', { cookie: keeper })).body).toMatchObject({ demo: true, events });
    expect(existsSync(join(data, 'demo-removal.json'))).toBe(false);
  });

  it('leaves at the same address an empty installation that is set up by the code on the console', async () => {
    const password = await demo.passwordOf('demo-keeper');
    const key = readFileSync(join(data, 'person.key'));
    expect(await remove(keeper)).toMatchObject({ status: 202, body: { events, recorded: 1, then: 'set-up' } });
    const code = await demo.codeAfterwards();
    // The browser still holds a session of what is gone.
    expect((await ask(demo.address, '/v1/sessions', { cookie: keeper })).status).toBe(401);
    const old = await ask(demo.address, '/v1/sign-in', { body: { name: 'demo-keeper', password } });
    expect([old.status, old.body.code]).toEqual([401, 'sign-in-refused']);
    expect(readFileSync(join(data, 'person.key')).equals(key)).toBe(false);
    expect(existsSync(join(data, 'demo-removal.json'))).toBe(false);

    const administrators = [SETTER, { ...SETTER, name: 'xitong', role: 'system-admin' }];
    expect((await ask(demo.address, '/v1/setup', { body: { code, administrators } })).status).toBe(201);
    const enter = async (name: string) =>
      (await ask(demo.address, '/v1/sign-in', { body: { name, password: SETTER.password } })).cookie;
    const [safe, system] = [await enter('anquan'), await enter('xitong')];
    const { users } = (await ask(demo.address, '/v1/users', { cookie: safe })).body;
    expect(users.map(({ name }: { name: string }) => name)).toEqual(['anquan', 'xitong']);
    expect((await ask(demo.address, '/v1/offices', { cookie: system })).body).toEqual({ offices: [] });
    const { readers } = (await ask(demo.address, '/v1/feeds', { cookie: system })).body;
    expect(readers.every(({ position, head }: { position: number; head: number }) => position + head === 0)).toBe(true);
    expect((await ask(demo.address, '/v1/demo', { cookie: system })).body).toEqual({ demo: false });
    expect(await remove(system)).toMatchObject({ status: 409, body: { code: 'not-a-demo' } });
  });

  it('is not loaded again into what has begun; that starts as any other', async () => {
    await demo.stop();
    const again = await runCli(['demo', '--once', '--data-dir', data, '--out', out]);
    expect([again.code, again.err]).toEqual([1, expect.stringContaining(`DATA_DIR='${data}' npm start`)]);
    const begun = await StandaloneService.start(data);
    service.push(begun);
    const { cookie } = await ask(begun.address, '/v1/sign-in', { body: { name: 'xitong', password: SETTER.password } });
    expect((await ask(begun.address, '/v1/demo', { cookie })).body).toEqual({ demo: false });
    expect((await ask(begun.address, '/v1/offices', { cookie })).body).toEqual({ offices: [] });
    await begun.stop();
  });
});

it('the demo itself, started again after it was killed in the middle, goes on as what is empty', async () => {
  const broken = join(folder, 'broken');
  const server = await startEmbeddedPostgres({ dataDir: broken, log: () => undefined });
  const platform = await openPlatform({ databaseUrl: server.url, lines: [] });
  await platform.demo.mark();
  const logId = (await platform.demo.read())?.logId;
  await platform.close();
  await server.stop();
  writeFileSync(join(broken, 'demo-removal.json'), JSON.stringify({ logId }));
  const again = await DemoProcess.start(broken, out, /set-up code/);
  try {
    const body = { code: await again.codeAfterwards(), administrators: [SETTER] };
    expect((await ask(again.address, '/v1/setup', { body })).status).toBe(201);
    const { cookie } = await ask(again.address, '/v1/sign-in', {
      body: { name: SETTER.name, password: SETTER.password },
    });
    expect([cookie === '', (await ask(again.address, '/v1/demo', { cookie })).body]).toEqual([false, { demo: false }]);
    await again.stop();
  } finally {
    await again.end();
  }
});

it('a demo in a database named by its address is not removed, and says why; no history of elsewhere goes into it', async () => {
  const database = await freshDatabase();
  try {
    const platform = await openPlatform({ databaseUrl: database.url, lines: [] });
    expect(await platform.demo.mark()).toBe(true);
    await platform.close();
    const own = { DATABASE_URL: database.url };
    const imported = await runCli(['import', join(folder, 'any.ndjson')], own);
    expect([imported.code, imported.out]).toEqual([1, expect.stringContaining('was made as a demo')]);
    const there = await StandaloneService.start(join(folder, 'elsewhere'), own);
    service.push(there);
    const answer = await fetch(`${there.address}/v1/demo/removal`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await there.token('/v1/offices')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ confirmation: WORDS }),
    });
    expect([answer.status, await answer.json()]).toEqual([
      409,
      expect.objectContaining({ code: 'demo-database-elsewhere' }),
    ]);
    await pause(500);
    expect((await fetch(`${there.address}/health/ready`)).status).toBe(200);
    await there.stop();
  } finally {
    await database.drop();
  }
});
