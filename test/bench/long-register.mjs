/** A register of very many rows in a real Chromium: until its first rows are seen, and while somebody scrolls to its end. */
import { chromium } from 'playwright-core';
import { findBrowser } from '../../infra/find-browser.mjs';
import { gzipSync } from 'node:zlib';

const [NAME, PASSWORD] = ['scroller', 'Lumpen-73-Kranich'];
const ARGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--lang=zh-CN'];
const REGISTER = 'institution.assets';
/** What a slow desktop of an office is, against this machine. */
const SLOWER = 4;
/** Pixels the wheel turns at a time, and how often a second. */
const [TURN, TURNS] = [600, 30];

export const startBrowser = () => {
  const { path, missing } = findBrowser();
  if (path === undefined) throw new Error(missing);
  return chromium.launch({ executablePath: path, args: ARGS });
};

/** Makes somebody who may read registers, as an administrator would. */
export const makeReader = async (address) => {
  const post = async (path, body, cookie) => {
    const response = await fetch(address + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-taizhang': '1', ...(cookie === undefined ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  const signedIn = await post('/v1/sign-in', { name: 'safe', password: PASSWORD });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((given) => given.split(';', 1)[0])
    .join('; ');
  const made = await post('/v1/users', { kind: 'person', name: NAME, roles: ['section-head'], offices: ['*'] }, cookie);
  const { code } = await made.json();
  await post('/v1/password-reset', { name: NAME, code, newPassword: PASSWORD });
};

/** First paint in milliseconds with the processor slowed, and kB of script, packed, that the first page takes. */
export const firstPaint = async (browser, address) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let script = 0;
  page.on('response', async (response) => {
    if (response.url().endsWith('.js')) script += gzipSync(await response.body(), { level: 9 }).length;
  });
  const devtools = await context.newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address);
  await page.waitForSelector('input[name=name]');
  await page.waitForTimeout(300);
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await context.close();
  return { paint, kilobytes: script / 1024 };
};

/** Watches frames and long tasks of a page from now on. */
const watchFrames = (page) =>
  page.evaluate(() => {
    const seen = (globalThis.seen = { frames: [], longest: 0, over: false });
    new globalThis.PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    let last = performance.now();
    const frame = (now) => {
      seen.frames.push(now - last);
      last = now;
      if (!seen.over) globalThis.requestAnimationFrame(frame);
    };
    globalThis.requestAnimationFrame(frame);
  });

/** Scrolls through a register with the wheel until all of its rows were fetched and the last one is in sight. */
export const scrollThrough = async (browser, address, rows) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.fill('input[name=name]', NAME);
  await page.fill('input[name=password]', PASSWORD);
  await page.keyboard.press('Enter');
  await page.waitForSelector('header nav a');
  const began = performance.now();
  await page.goto(`${address}/#/registers/${REGISTER}`);
  await page.locator('.el-table-v2__row').first().waitFor({ timeout: 120_000 });
  const first = performance.now() - began;
  const table = page.locator('[data-rows]');
  const had = async () => Number(await table.getAttribute('data-rows'));
  const box = await table.boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await watchFrames(page);
  const scrolled = performance.now();
  // As somebody who turns the wheel and reads; then to the end, as fast as rows come.
  for (let turn = 0; turn < 10 * TURNS; turn += 1) {
    await page.mouse.wheel(0, TURN);
    await page.waitForTimeout(1000 / TURNS);
  }
  const wheel = await page.evaluate(() => ({ frames: [...globalThis.seen.frames], longest: globalThis.seen.longest }));
  await table.locator('[role=region]').focus();
  const until = performance.now() + 300_000;
  while ((await had()) < rows && performance.now() < until) await page.keyboard.press('End');
  const fetched = await had();
  await page.keyboard.press('End');
  await page.waitForTimeout(500);
  const all = await page.evaluate(() => {
    globalThis.seen.over = true;
    return { frames: globalThis.seen.frames, longest: globalThis.seen.longest };
  });
  const inPage = await page.locator('.el-table-v2__row').count();
  await context.close();
  if (fetched !== rows) throw new Error(`${fetched} of ${rows} rows were reached`);
  return { first, through: performance.now() - scrolled, fetched, inPage, wheel, all };
};
