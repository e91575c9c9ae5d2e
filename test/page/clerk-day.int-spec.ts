import type { Page } from 'playwright-core';
import { inventPerson } from '#application/invented-people.js';
import { dateInShanghai } from '#kernel/dates.js';
import { OFFICE, BUREAU } from '../e2e/api-world.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { typeForm } from './typing.js';

jest.setTimeout(120_000);

const today = dateInShanghai(new Date());
const inTwoYears = `${Number(today.slice(0, 4)) + 2}${today.slice(4, 8)}01`;

describeInBrowser('a day at the page', () => {
  let world: PageWorld;
  let clerk: Seat;
  let head: Seat;
  let board: Seat;
  const who = inventPerson(BUREAU, 'page', today, { age: 40 });
  let casePage = '';
  let key = '';

  beforeAll(async () => {
    world = await PageWorld.open();
    clerk = await world.signedIn('lin', { roles: ['office-clerk'], offices: [OFFICE] });
    head = await world.signedIn('chen', { roles: ['section-head'], offices: [BUREAU] });
    board = await world.signedIn('zhao', { roles: ['deputy-director'], offices: [BUREAU] });
    await board.page.goto(`${world.address}/#/dashboard?line=corrections`);
    await board.page.waitForSelector('[data-indicator]');
  }, 180_000);
  afterAll(() => world.close());
  afterEach(() => {
    for (const { faults } of [clerk, head, board]) expect(faults).toEqual([]);
  });

  const figure = (page: Page, code: string): Promise<string> =>
    page.locator(`[data-indicator="${code}"] [data-column=month]`).first().innerText();
  /** Milliseconds until the figure stands at a value, without a reload. */
  const until = async (code: string, value: string): Promise<number> => {
    const began = performance.now();
    while ((await figure(board.page, code)) !== value) {
      if (performance.now() - began > 10_000)
        throw new Error(`${code} is ${await figure(board.page, code)}, not ${value}`);
      await board.page.waitForTimeout(20);
    }
    return performance.now() - began;
  };
  const begin = async (wanted: string, title: string): Promise<void> => {
    await clerk.page.goto(`${world.address}/#/entry`);
    await clerk.page.waitForSelector('main input');
    await clerk.page.fill('main input', wanted);
    await clerk.page.locator('main a', { hasText: title }).first().waitFor();
    await clerk.page.keyboard.press('Enter');
    await clerk.page.waitForSelector('form [data-field]');
  };
  const save = async (): Promise<void> => {
    await clerk.page.click('button[type=submit]');
    await clerk.page.waitForSelector('h1:has-text("已登记")', { timeout: 8000 });
  };

  it('the clerk sets up a second factor, and signs in with it', async () => {
    const { page } = clerk;
    await page.click('header nav a:has-text("本人账号")');
    await page.fill('input[name=enrol-password]', 'Lumpen-73-Kranich');
    await page.keyboard.press('Enter');
    key = await page.locator('code').innerText();
    const { oneTimePassword, stepAt } = await import('#application/sign-in/totp.js');
    await page.fill('input[name=code]', oneTimePassword(key, stepAt(new Date().toISOString()) - 1));
    await page.keyboard.press('Enter');
    await page.waitForSelector('header nav a.router-link-exact-active:has-text("今日待办")');
    await page.click('text=退出登录');
    await page.waitForSelector('input[name=name]');
    await world.signIn(clerk, 'lin', key);
    await picture(page, 'today');
  });

  it('takes somebody into correction, and the director sees it', async () => {
    const { page } = clerk;
    await begin('接收入矫', '接收入矫');
    await picture(page, 'intake');
    // Nobody of that name is known: he is registered by his number alone, which tells sex and birth.
    await page.keyboard.type(who.name);
    await page.click('text=登记新人员');
    await page
      .locator('.el-dialog input')
      .nth(2)
      .fill(who.idNo ?? '');
    await picture(page, 'new-person');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.el-dialog', { state: 'hidden' });
    const before = Number(await figure(board.page, 'CC-02'));
    await typeForm(page, {
      category: '缓刑',
      judgmentDocNo: '（2026）湘0922刑初15号',
      effectiveOn: today,
      correctionFrom: today,
      correctionTo: inTwoYears,
      offenceClass: '侵犯财产罪',
      kind: '人民法院',
      name: '桃江县人民法院',
      decidedOn: today,
      mainPenalty: '有期徒刑',
      docsComplete: true,
    });
    await picture(page, 'intake-filled');
    await save().catch(async (error) => {
      await picture(page, 'failed');
      throw error;
    });
    await page.waitForSelector('.moved tbody tr');
    expect(await page.locator('.moved').innerText()).toContain('新接收社区矫正对象');
    await picture(page, 'counted');
    expect(await until('CC-02', String(before + 1))).toBeLessThan(1_000);
    await picture(board.page, 'dashboard');
    await page.click('text=查看案卷');
    await page.waitForSelector('.timeline');
    casePage = page.url();
    expect(await page.locator('main .who').innerText()).toContain(who.name);
    await picture(page, 'case');
  });

  /** Goes on with the case by one of its next steps. */
  const goOnWith = async (step: string): Promise<void> => {
    await clerk.page.goto(casePage);
    await clerk.page.locator('a.step', { hasText: step }).first().click();
    await clerk.page.waitForSelector('form [data-field]');
  };

  it('visits him, lets him go on leave, and takes him back', async () => {
    const { page } = clerk;
    await goOnWith('登记走访谈话');
    await typeForm(page, { kind: '实地查访' });
    await save();
    await goOnWith('批准外出');
    await typeForm(page, {
      reason: '就医',
      destination: '430922',
      plannedFrom: today,
      plannedTo: today,
      level: '司法所',
    });
    await save();
    // The leave is the only one there is: the form points to it by itself.
    await goOnWith('登记离开');
    await save();
    await goOnWith('销假');
    await save();
    await page.goto(casePage);
    await page.locator('.timeline li').nth(4).waitFor();
    expect(await page.locator('.timeline li').count()).toBe(5);
    await picture(page, 'timeline');
  });
});
