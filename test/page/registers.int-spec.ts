/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { readWorkbook } from '#adapters/documents/former-workbook.js';
import { BUREAU, OFFICE } from '../e2e/api-world.js';
import { lengthen } from '../support/long-register.js';
import { barriers } from './axe.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';

jest.setTimeout(240_000);

const ROWS = 3_000;
const PATH = '/registers/institution.assets';

describeInBrowser('a long register', () => {
  let world: PageWorld;
  let seat: Seat;
  let page: Page;
  beforeAll(async () => {
    world = await PageWorld.open();
    const { platform } = world.world;
    const sent = await world.world.call('POST', `/v1/institution/asset/${randomUUID()}/acquire-asset`, {
      body: { office: OFFICE, data: { kind: 'recorder', quantity: 3, acquiredOn: '2026-03-05' } },
      headers: { 'idempotency-key': randomUUID() },
    });
    expect([sent.status, sent.body]).toMatchObject([201, {}]);
    // The process keeps its figures itself.
    const listed = () => world.world.call('GET', `/v1/registers/institution.assets?bureau=${BUREAU}`);
    while ((await listed()).body.rows.length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await lengthen(platform.pool, 'institution.assets', ROWS, 'kind');
    seat = await world.signedIn('lin', { roles: ['section-head'], offices: [BUREAU] });
    ({ page } = seat);
  }, 180_000);
  afterAll(() => world.close());

  const rowsHad = async (): Promise<number> => Number(await page.locator('[data-rows]').getAttribute('data-rows'));

  it('shows its first rows, fetches the others as somebody moves by keyboard, and ends with the last', async () => {
    await page.goto(`${world.address}/#${PATH}`);
    await page.locator('.el-table-v2__row').first().waitFor();
    expect(await rowsHad()).toBeLessThan(ROWS);
    await page.locator('[data-rows] [role=region]').focus();
    for (let turn = 0; turn < 60 && (await rowsHad()) < ROWS; turn += 1) {
      await page.keyboard.press('End');
      await page.waitForTimeout(100);
    }
    expect(await rowsHad()).toBe(ROWS);
    await page.keyboard.press('End');
    const oldest = world.world.platform.pool.query<{ kind: string }>(
      `select columns ->> 'kind' as kind from ledger_g1.register_row where register = 'institution.assets'
       order by ordered_by, stream_id, fact_key limit 1`,
    );
    await page.locator('.el-table-v2__row', { hasText: (await oldest).rows[0]?.kind ?? '' }).waitFor();
    // Only what is in sight stands in the page.
    await soon(async () => expect(await page.locator('.el-table-v2__row').count()).toBeLessThan(60));
    await page.keyboard.press('Home');
    await page.locator('.el-table-v2__row', { hasText: '执法记录仪' }).waitFor();
    await page.keyboard.press('PageDown');
    await page.locator('.el-table-v2__row', { hasText: '执法记录仪' }).waitFor({ state: 'detached' });
  });

  it('keeps how somebody looks at it, for him, wherever he signs in', async () => {
    await page.locator('[data-columns] .el-select').click();
    await page.locator('.el-select-dropdown__item:visible', { hasText: '数量' }).first().click();
    await page.keyboard.press('Escape');
    await page.locator('[role=columnheader]').nth(3).waitFor({ state: 'detached' });
    await page.click('[data-save-view]');
    await page.fill('input[name=view-name]', '只看数量');
    await page.keyboard.press('Enter');
    await page.locator('[data-views] button', { hasText: '只看数量' }).waitFor();
    await picture(page, 'register');
    const elsewhere = await world.seat();
    await world.signIn(elsewhere, 'lin');
    await elsewhere.page.goto(`${world.address}/#/registers`);
    await elsewhere.page.click('[data-views] button:has-text("只看数量")');
    await elsewhere.page.locator('.el-table-v2__row').first().waitFor();
    await soon(async () =>
      expect(await elsewhere.page.locator('[role=columnheader]').allInnerTexts()).toEqual(['案卷', '单位', '数量']),
    );
    await elsewhere.page.click('[aria-label="删除常用“只看数量”"]');
    await elsewhere.page.locator('[data-views] button', { hasText: '只看数量' }).waitFor({ state: 'detached' });
    ({ page } = elsewhere);
  });

  it('is carried away whole, for a reason', async () => {
    await page.click('[data-export]');
    await page.fill('input[name=export-reason]', '年终盘点');
    await picture(page, 'register-export');
    expect(await barriers(page)).toEqual([]);
    const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    const [sheet] = readWorkbook(await readFile(await file.path())).grids;
    expect(Math.max(...(sheet?.cells ?? []).map(({ row }) => row))).toBe(ROWS + 1);
    await page.locator('[data-export]').waitFor();
  });

  it('keeps nobody from using it who sees or moves less', async () => {
    await page.goto(`${world.address}/#${PATH}`);
    await page.locator('.el-table-v2__row').first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(seat.faults).toEqual([]);
  });
});
