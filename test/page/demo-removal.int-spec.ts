/// <reference lib="dom" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startEmbeddedPostgres } from '#adapters/postgres/embedded/supervisor.js';
import { DemoProcess } from '../support/demo-process.js';
import { temporaryFolder } from '../support/embedded-server.js';
import { barriers } from './axe.js';
import { describeInBrowser, picture, seatAt, startBrowser } from './page-world.js';
import { soon } from './soon.js';

jest.setTimeout(120_000);

describeInBrowser('a demo that is removed on the page', () => {
  const folder = temporaryFolder();
  const out = mkdtempSync(join(tmpdir(), 'taizhang-out-'));
  let browser: Browser;
  let demo: DemoProcess;
  beforeAll(async () => {
    [demo, browser] = [await DemoProcess.start(join(folder, 'data'), out), await startBrowser()];
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await demo?.end();
    rmSync(folder, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  });

  const enter = async (page: Page, name: string, password: string): Promise<void> => {
    await page.fill('input[name=name]', name);
    await page.fill('input[name=password]', password);
    await page.keyboard.press('Enter');
    await page.waitForSelector('header nav a');
  };

  it('tells whoever looks at it that it is one, and by whom it goes', async () => {
    const { page, faults } = await seatAt(browser, demo.address);
    await page.goto(demo.address);
    await enter(page, 'demo-visitor', await demo.passwordOf('demo-visitor'));
    await soon(async () =>
      expect(await page.locator('[data-demo]').innerText()).toMatch(/当前为演示数据.*由系统管理员在“系统”页一键清除/),
    );
    await soon(async () => expect(await page.locator('[data-demo] a').count()).toBe(0));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('goes once the words are typed, and the page leads on to the set-up of what is empty', async () => {
    const { page, faults } = await seatAt(browser, demo.address);
    await page.goto(demo.address);
    await enter(page, 'demo-keeper', await demo.passwordOf('demo-keeper'));
    const kept = (key: string) => page.evaluate((name) => localStorage.getItem(name), key);
    await page.evaluate(() => localStorage.setItem('taizhang.of-the-demo', 'a draft of it'));
    await page.click('[data-demo] a');
    await page.click('[data-remove-demo]');
    const dialog = page.locator('[data-part=demo-confirm]');
    await dialog.waitFor();
    await soon(async () =>
      expect(await dialog.innerText()).toMatch(/全部 8124 笔记录[^]*没有用户录入过业务[^]*设置码/),
    );
    const go = dialog.locator('button[type=submit]');
    await dialog.locator('input').fill('清除');
    await soon(async () => expect(await go.isDisabled()).toBe(true));
    await dialog.locator('input').fill('清除演示数据');
    // The dialog fades in, and the button takes its colour.
    await page.waitForTimeout(600);
    expect(await barriers(page)).toEqual([]);
    await picture(page, 'demo-removal');
    await go.click();
    await page.waitForSelector('[data-part=demo-leaves]');
    await page.waitForSelector('[data-set-up]', { timeout: 60_000 });
    await soon(async () => expect(await page.locator('header nav a').count()).toBe(0));

    await page.fill('input[name=name]', 'anquan');
    await page.fill('input[name=reset-code]', await demo.codeAfterwards());
    await page.fill('input[name=new-password]', 'Lumpen-73-Kranich');
    await page.click('button[type=submit]');
    await page.waitForSelector('input[name=password]');
    await page.fill('input[name=password]', 'Lumpen-73-Kranich');
    await page.keyboard.press('Enter');
    await page.waitForSelector('header nav a');
    await soon(async () => expect(await page.locator('[data-demo]').count()).toBe(0));
    expect(await kept('taizhang.of-the-demo')).toBeNull();
    expect(await kept('taizhang.language')).toBe('zh');
    expect(faults.filter((fault) => !/ERR_CONNECTION/.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('stays where another process looks after its database, and the page says so', async () => {
    const shared = join(folder, 'shared');
    const server = await startEmbeddedPostgres({ dataDir: shared, log: () => undefined });
    const watched = await DemoProcess.start(shared, out);
    try {
      const { page } = await seatAt(browser, watched.address);
      await page.goto(watched.address);
      await enter(page, 'demo-keeper', await watched.passwordOf('demo-keeper'));
      await page.click('[data-demo] a');
      await page.click('[data-remove-demo]');
      await page.fill('[data-part=demo-confirm] input', '清除演示数据');
      await page.click('[data-part=demo-confirm] button[type=submit]');
      await page.waitForSelector('[data-kept]', { timeout: 60_000 });
      await enter(page, 'demo-keeper', await watched.passwordOf('demo-keeper'));
      await soon(async () => expect(await page.locator('[data-demo]').count()).toBe(1));
      await page.context().close();
    } finally {
      await watched.stop();
      await server.stop();
    }
  });
});
