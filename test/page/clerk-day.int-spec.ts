import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { inventPerson } from '#application/invented-people.js';
import { addDays, dateInShanghai } from '#kernel/dates.js';
import { OFFICE, BUREAU } from '../e2e/api-world.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';
import { filledIn, marksIn } from '../support/entry-workbook.js';
import { barriers } from './axe.js';
import { typeForm } from './typing.js';

jest.setTimeout(180_000);

type Person = ReturnType<typeof inventPerson>;
const today = dateInShanghai(new Date());
const inTwoYears = `${Number(today.slice(0, 4)) + 2}${today.slice(4, 8)}01`;

describeInBrowser('a day at the page', () => {
  let world: PageWorld;
  let clerk: Seat;
  let head: Seat;
  let board: Seat;
  const [who, other, mediator] = ['page', 'neighbour', 'mediator'].map((key) =>
    inventPerson(BUREAU, key, today, { age: 40 }),
  ) as [Person, Person, Person];
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
    await clerk.page.waitForSelector('h1:has-text("已登记")').catch(async (error: unknown) => {
      await picture(clerk.page, 'failed');
      throw error;
    });
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
    const field = () =>
      page.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'));
    await soon(async () => expect(await field()).toBe('personRef'));
    // However fast he was, what he typed there is no longer looked for.
    await soon(async () => expect(await page.locator('[data-field=personRef] input').inputValue()).toBe(''));
    await page.keyboard.press('Enter');
    await soon(async () => expect(await field()).not.toBe('personRef'));
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
    await save();
    await page.waitForSelector('.moved tbody tr');
    await soon(async () => expect(await page.locator('.moved').innerText()).toContain('新接收社区矫正对象'));
    await picture(page, 'counted');
    expect(await until('CC-02', String(before + 1))).toBeLessThan(1_000);
    await picture(board.page, 'dashboard');
    await page.click('text=查看案卷');
    await page.waitForSelector('.timeline');
    casePage = page.url();
    await soon(async () => expect(await page.locator('main .who').innerText()).toContain(who.name));
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
    await soon(async () => expect(await page.locator('.timeline li').count()).toBe(5));
    await picture(page, 'timeline');
  });

  it('a record entered wrongly is put right by another, who sees before what it moves', async () => {
    const { page } = clerk;
    await page.goto(casePage);
    await page.locator('.timeline li', { hasText: '已接收入矫' }).locator('text=申请更正').click();
    const field = page.locator('.el-dialog [data-field=offenceClass] input');
    await field.click();
    await page.locator('.el-select-dropdown__item:visible', { hasText: '妨害社会管理秩序罪' }).click();
    await page.locator('.el-dialog button', { hasText: '影响预览' }).click();
    await page.locator('.el-dialog .moved').waitFor();
    await picture(page, 'correction');
    await page.locator('.el-dialog button', { hasText: '提交申请' }).click();
    await page.locator('h2:has-text("待批准")').waitFor();
    // Who asked does not decide.
    await soon(async () => expect(await page.locator('section:has-text("待批准") button').count()).toBe(0));
    await head.page.goto(casePage);
    await head.page.locator('section:has-text("待批准") button', { hasText: '批准' }).click();
    await head.page.locator('.el-dialog .moved').waitFor();
    await picture(head.page, 'approval');
    await head.page.locator('.el-dialog button.el-button--primary', { hasText: '批准' }).click();
    await head.page.locator('.timeline em', { hasText: '已更正' }).waitFor();
    await soon(async () =>
      expect(await head.page.locator('.timeline li.corrected').innerText()).toContain('妨害社会管理秩序罪'),
    );
  });

  it('a dispute is logged, with people found by their names', async () => {
    for (const person of [other, mediator]) await world.world.platform.persons.register(BUREAU, person);
    await begin('受理纠纷', '受理');
    await typeForm(clerk.page, {
      caseNo: '灰调〔2026〕1号',
      committeeCode: 'TW-01',
      committeeKind: '村',
      source: '申请',
      kind: '邻里',
      parties: { persons: [who.name, (other.idNo ?? '').slice(-6)] },
      peopleInvolved: '2',
      subjectHash: '排水沟改道',
      mediators: { persons: [(mediator.idNo ?? '').slice(-6)] },
      refusedInWriting: false,
      proceedings: '未',
    });
    await picture(clerk.page, 'mediation');
    await save();
  });

  it('a month without business is declared for a line by its name', async () => {
    await begin('零报告', '零报告');
    const lastMonth = addDays(`${today.slice(0, 7)}-01`, -1).slice(0, 7);
    await typeForm(clerk.page, { businessLine: '行政应诉', month: lastMonth });
    await save();
  });

  it('what is saved while the network is cut is kept, said so, and recorded once when it is back', async () => {
    const { page, context } = clerk;
    await goOnWith('登记走访谈话');
    await typeForm(page, { kind: '个别谈话' });
    await context.setOffline(true);
    await page.click('button[type=submit]');
    await page.locator('.waiting', { hasText: '1 笔' }).waitFor();
    await soon(async () => expect(await page.locator('main').innerText()).toContain('尚未登记'));
    await picture(page, 'network-cut');
    await context.setOffline(false);
    await page.locator('.waiting').waitFor({ state: 'detached' });
    await page.goto(casePage);
    await page.locator('.timeline li').nth(6).waitFor();
    await soon(async () => expect(await page.locator('.timeline li', { hasText: '个别谈话' }).count()).toBe(1));
    clerk.faults.length = 0;
  });

  it('what was typed and not saved is there again after the browser is gone', async () => {
    const { page } = clerk;
    await page.goto(`${world.address}/#/entry/corrections.ReceiveSubject`);
    await page.locator('[data-field=judgmentDocNo] input').fill('（2026）湘0922刑初77号');
    await page.locator('text=草稿已保存').waitFor();
    const again = await world.seat();
    await world.signIn(again, 'lin', key, 1);
    await again.page.goto(page.url());
    await again.page.locator('text=已恢复').waitFor();
    expect(
      await again.page
        .locator('input, textarea')
        .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value)),
    ).toContain('（2026）湘0922刑初77号');
    // Who signs in elsewhere is signed out where he was.
    clerk = again;
  });

  it('a number opens to its records, and a record to what happened', async () => {
    const { page } = board;
    await page.locator('[data-indicator="CC-02"] [data-column=month] a').first().click();
    await page.waitForSelector('table tbody tr');
    await picture(page, 'evidence');
    await page.locator('table tbody a').first().click();
    await page.waitForSelector('.timeline li');
  });

  it('a thousand rows of Excel, 37 of them wrong: checked, marked, and the others recorded', async () => {
    const { page } = clerk;
    await page.goto(`${world.address}/#/workbooks`);
    await page.waitForSelector('h1:has-text("Excel")');
    await page.locator('main .el-select').click();
    await page.keyboard.type('受理纠纷');
    await page.locator('.el-select-dropdown__item:visible', { hasText: /^受理纠纷$/ }).click();
    const [template] = await Promise.all([page.waitForEvent('download'), page.click('button:has-text("下载模板")')]);
    const rows = Array.from({ length: 1000 }, (_, at) => ({
      单位: '灰山港司法所',
      受理日期: today,
      调解案号: at < 37 ? null : `灰调表${at}`,
      调委会编码: 'TW-02',
      调解主体: '村调委会',
      案件来源: '依申请调解',
      类型: '邻里纠纷',
      当事人: `${who.name} ${who.idNo}；${other.name} ${other.idNo}`,
      涉及当事人数: 2,
      纠纷事由摘要值: `事由${at}`,
      人民调解员: `${mediator.name} ${mediator.idNo}`,
      一方明确拒绝调解: '否',
      其他机关处理情况: '未经其他机关受理',
    }));
    const bytes = await filledIn(readFileSync(await template.path()), rows);
    const file = { name: '导入.xlsx', mimeType: mediaTypes.xlsx, buffer: bytes };
    await page.setInputFiles('input[type=file]', file);
    await page.click('button:has-text("核对")');
    await page.locator('[data-report]').waitFor({ timeout: 60_000 });
    await soon(async () => expect(await page.locator('[data-report]').innerText()).toContain('有误 37 行'));
    await picture(page, 'workbook');
    const [marked] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.click('button:has-text("下载标注了问题的表")'),
    ]);
    expect((await marksIn(readFileSync(await marked.path()))).cells).toHaveLength(37);
    await page.click('button:has-text("只登记正确的 963 行")');
    await page.locator('text=已登记 963 行').waitFor({ timeout: 60_000 });
    await page.locator('td', { hasText: '963 行' }).waitFor();
  });

  it('nothing on any page keeps people from using it who see or move less', async () => {
    const found: string[] = [];
    for (const { page } of [clerk, board])
      for (const path of [
        '/',
        '/entry',
        '/entry/corrections.ReceiveSubject',
        '/entry/mediation.AcceptDispute',
        '/registers/corrections.cases',
        '/dashboard?line=corrections',
        '/evidence/CC-02?period=2026',
        '/findings',
        '/own',
        casePage.split('#')[1] ?? '',
      ]) {
        await page.goto(`${world.address}/#${path}`);
        await page.waitForTimeout(700);
        found.push(...(await barriers(page)));
      }
    const stranger = await world.seat();
    await stranger.page.goto(world.address);
    await stranger.page.waitForSelector('input[name=name]');
    found.push(...(await barriers(stranger.page)));
    await picture(stranger.page, 'sign-in');
    expect([...new Set(found)]).toEqual([]);
  });
});
