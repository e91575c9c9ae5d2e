import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { lines } from '#lines/index.js';
import { ApiWorld, OFFICE } from '../e2e/api-world.js';
import { PROJECT } from '../e2e/run-cli.js';
import { makePerson } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { type FreshDatabase, freshDatabase } from '../support/services.js';
import { describeInBrowser, enter, picture, seatAt, startBrowser } from './page-world.js';
import { soon } from './soon.js';
import { typeForm } from './typing.js';

jest.setTimeout(120_000);

describeInBrowser('a page whose server dies', () => {
  let database: FreshDatabase;
  let folder: string;
  let browser: Browser;
  let port: number;
  let server: ChildProcess;

  /** The API as it is run, on a port it keeps; gives it once it listens. */
  const start = async (): Promise<ChildProcess> => {
    const env = { PATH: process.env['PATH'], HOME: folder, DATA_DIR: folder, KEY_FILE: join(folder, 'person.key') };
    const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
      cwd: PROJECT,
      env: { ...env, DATABASE_URL: database.url, PORT: String(port), HOST: '127.0.0.1', PROJECTOR: 'on' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(child.stdout as NonNullable<typeof child.stdout>, 'data');
    return child;
  };

  beforeAll(async () => {
    [database, folder] = [await freshDatabase(), mkdtempSync(join(tmpdir(), 'taizhang-killed-'))];
    const world = await ApiWorld.open(lines, { place: { url: database.url, folder } });
    await makePerson(world, 'lin', { roles: ['office-clerk'], offices: [OFFICE] });
    await world.close();
    [port, browser] = [await freePort(), await startBrowser()];
    server = await start();
  }, 180_000);
  afterAll(async () => {
    await browser.close();
    server.kill('SIGKILL');
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  it('keeps what was saved meanwhile, and records it once when it is back', async () => {
    const address = `http://127.0.0.1:${port}`;
    const desk = await seatAt(browser, address);
    await enter(desk, address, 'lin');
    await desk.page.waitForSelector('header nav a');
    await desk.page.goto(`${address}/#/entry/institution.AcquireAsset`);
    await desk.page.waitForSelector('form [data-field]');
    await typeForm(desk.page, { kind: '执法记录仪', quantity: '3' });
    const dead = once(server, 'exit');
    server.kill('SIGKILL');
    await dead;
    await desk.page.click('button[type=submit]');
    await desk.page.locator('.waiting', { hasText: '1 笔' }).waitFor();
    await picture(desk.page, 'server-killed');
    server = await start();
    await desk.page.locator('.waiting').waitFor({ state: 'detached', timeout: 30_000 });
    await desk.page.goto(`${address}/#/registers/institution.assets`);
    await desk.page.locator('.el-table-v2__row').first().waitFor();
    await soon(async () => expect(await desk.page.locator('.el-table-v2__row').count()).toBe(1));
  });
});
