import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPlatform } from '#adapters/platform/open-platform.js';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { confirmations } from '#application/demo/removal.js';
import { BUREAU, OFFICES } from '../e2e/api-world.js';
import { temporaryFolder } from '../support/embedded-server.js';
import { StandaloneService } from './standalone-service.js';

jest.setTimeout(300_000);

/** Milliseconds from the answer to the kill, and whether PostgreSQL is killed with Node. */
const KILLS: readonly (readonly [after: number, both: boolean])[] = [
  [0, false],
  [50, true],
  [200, false],
  [500, true],
  [900, false],
  [1_500, true],
];

const folders: string[] = [];
const services: StandaloneService[] = [];
afterAll(async () => {
  for (const service of services) await service.end();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A data folder that was made as a demo, with nothing in it yet. */
const demoFolder = async (): Promise<string> => {
  const folder = temporaryFolder();
  folders.push(folder);
  const server = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined });
  const platform = await openPlatform({ databaseUrl: server.url, lines: [] });
  expect(await platform.demo.mark()).toBe(true);
  await platform.close();
  await server.stop();
  return folder;
};

const call = async (service: StandaloneService, method: string, path: string, body?: object): Promise<Response> =>
  fetch(`${service.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await service.token(/offices|demo|feeds/.test(path) ? '/v1/offices' : path)}`,
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
const known = { name: '赵六', idType: 'none', sex: 'male', birthDate: '1980-05-06' };

/** Something of everything: offices, a person under a key, an event. */
const fill = async (service: StandaloneService): Promise<void> => {
  expect((await call(service, 'PUT', '/v1/offices', { offices: OFFICES })).status).toBe(200);
  expect((await call(service, 'POST', '/v1/persons', { bureau: BUREAU, ...known })).status).toBe(201);
  const data = { heldOn: '2023-06-15', scope: 'corrections', screenedCount: 3, keyPersonsFound: [] };
  const path = `/v1/corrections/screening/${randomUUID()}/hold-safety-screening`;
  expect((await call(service, 'POST', path, { office: OFFICES[1]?.code, data })).status).toBe(201);
};
const remove = (service: StandaloneService) =>
  call(service, 'POST', '/v1/demo/removal', { confirmation: confirmations[0] });
const eventsIn = async (service: StandaloneService): Promise<number> =>
  ((await (await call(service, 'GET', '/v1/feeds')).json()) as { readers: { head: number }[] }).readers[0]?.head ?? -1;

it.each(KILLS)(
  'killed %d ms after the order (with PostgreSQL: %s), the next start is clean and of use',
  async (after, both) => {
    const folder = await demoFolder();
    const service = await StandaloneService.start(folder);
    services.push(service);
    await fill(service);
    expect(await eventsIn(service)).toBe(1);
    const key = readFileSync(join(folder, 'person.key'));
    expect((await remove(service)).status).toBe(202);
    await pause(after);
    if (both) service.killPostgres();
    await service.killNode();
    // Sets itself up anew where it is asked to; programs of before would be unknown.
    await service.launch();
    expect(await eventsIn(service)).toBe(0);
    expect(await (await call(service, 'GET', '/v1/offices')).json()).toEqual({ offices: [] });
    expect(existsSync(join(folder, 'demo-removal.json'))).toBe(false);
    expect(readFileSync(join(folder, 'person.key')).equals(key)).toBe(false);
    await fill(service);
    expect(await eventsIn(service)).toBe(1);
    await service.stop();
  },
);

it('what is archived from then on is another series, and the one of before is left alone', async () => {
  const folder = await demoFolder();
  const backups = temporaryFolder();
  folders.push(backups);
  const service = await StandaloneService.start(folder, { BACKUP_DIR: backups });
  services.push(service);
  const [first, ...none] = readdirSync(backups).filter((name) => /^\d{8}T/.test(name));
  expect(none).toEqual([]);
  expect((await remove(service)).status).toBe(202);
  const current = (): string | undefined => {
    const marker = join(folder, 'postgres.backup.json');
    return existsSync(marker)
      ? (JSON.parse(readFileSync(marker, 'utf8')) as { readonly name: string }).name
      : undefined;
  };
  for (const end = Date.now() + 60_000; (current() ?? first) === first && Date.now() < end;) await pause(50);
  expect(readdirSync(backups)).toEqual(expect.arrayContaining([first, current()]));
  expect(current()).not.toBe(first);
  await service.stop();
});
