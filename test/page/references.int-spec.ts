/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import type { Uuid } from '#kernel/ids.js';
import { dateInShanghai } from '#kernel/dates.js';
import { BUREAU, OFFICE } from '../e2e/api-world.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';
import { typeForm } from './typing.js';

jest.setTimeout(180_000);

const today = dateInShanghai(new Date());
/** Who signs before money is paid. */
const CHAIN = ['财务联审会签小组', '财务分管领导', '财政资金监管人', '财务室'];
const YEAR = Number(today.slice(0, 4));

describeInBrowser('a form that names another record', () => {
  let world: PageWorld;
  const screening = randomUUID();
  const dispute = randomUUID();
  const budget = randomUUID();

  const record = async (path: string, data: object, office = OFFICE): Promise<void> => {
    const { status, body } = await world.world.call('POST', `/v1/${path}`, {
      ...{ as: 'everyPost', body: { office, data }, headers: { 'idempotency-key': randomUUID() } },
    });
    expect([status, status === 201 ? undefined : body]).toEqual([201, undefined]);
  };
  /** Waits until the registers list what was recorded. */
  const projected = async (): Promise<void> => {
    const { ledger } = world.world.platform;
    for (let mark = await ledger.watermark(); mark.position < mark.head; mark = await ledger.watermark())
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  beforeAll(async () => {
    world = await PageWorld.open();
    const round = { kind: 'routine', area: '灰山港镇', areaCount: 10 };
    await record(`mediation/screening/${screening}/plan-screening`, { plannedOn: today, plannedFor: today, ...round });
    const found = {
      discoveredOn: today,
      kind: 'neighbours',
      area: '桃花社区',
      severity: 'ordinary',
      groupEvent: false,
    };
    await record(`mediation/dispute/${dispute}/discover-dispute`, found);
    const approved = {
      ...{ approvedOn: `${YEAR}-01-01`, projectCode: 'mediation-subsidy', fiscalYear: YEAR, projectName: '以案定补' },
      ...{ fund: '部门整体支出', class: 'project', sources: [{ sourceCode: 'county', amount: '60000.00' }] },
    };
    await record(`funds/project/${budget}/approve-budget`, approved, BUREAU);
    const received = { receivedOn: `${YEAR}-01-01`, sourceCode: 'county', amount: '60000.00' };
    await record(`funds/project/${budget}/receive-funds`, received, BUREAU);
    await projected();
  }, 180_000);
  afterAll(() => world.close());

  const open = async (seat: Seat, address: string): Promise<void> => {
    await seat.page.goto(`${world.address}/#${address}`);
    await seat.page.waitForFunction(() => document.activeElement?.closest('form [data-field]') !== null);
    const rest = seat.page.locator('button', { hasText: '更多填写项' });
    if (await rest.isVisible()) await rest.click();
    await seat.page.evaluate(() => (document.querySelector('form [data-field] input') as HTMLElement | null)?.focus());
  };
  const save = async ({ page }: Seat): Promise<Record<string, unknown>> => {
    await page.click('button[type=submit]');
    await page.waitForSelector('h1:has-text("已登记")').catch(async (error: unknown) => {
      throw new Error(`${await page.locator('form').innerText()}\n${String(error)}`);
    });
    const sql =
      "select data::jsonb as data from es.event where type not like 'reporting.%' order by position desc limit 1";
    const { rows } = await world.world.platform.pool.query<{ data: Record<string, unknown> }>(sql);
    return rows[0]?.data ?? {};
  };
  const choose = async ({ page }: Seat, field: string, typed: string, option: string): Promise<void> => {
    await page.locator(`${field} input`).click();
    await page.keyboard.type(typed);
    await page.locator('[role=option]:visible', { hasText: option }).first().click();
  };

  it('finds it in the register that lists it', async () => {
    const clerk = await world.signedIn('li', { roles: ['office-clerk'], offices: [OFFICE] });
    const lists: string[] = [];
    clerk.page.on('request', (request) => void (request.url().includes('/v1/registers/') && lists.push(request.url())));
    await open(clerk, '/entry/mediation.DiscoverDispute');
    await typeForm(clerk.page, { kind: '邻里纠纷', area: '桃花社区', severity: '一般', groupEvent: false });
    // Whoever reads a list is on record as having looked: it is not read before it is opened.
    expect(lists).toEqual([]);
    await choose(clerk, '[data-field=screeningRef]', '灰山港', '灰山港镇');
    await picture(clerk.page, 'reference');
    expect(await save(clerk)).toMatchObject({ screeningRef: screening });
    expect(lists).toHaveLength(1);
    // The history of the new case leads to the one it names.
    await clerk.page.click('text=查看案卷');
    await clerk.page.locator('.timeline dd a', { hasText: '排查活动台账' }).click();
    await clerk.page.waitForURL(`**/cases/mediation/${screening}`);
    await clerk.page.locator('h1', { hasText: screening.slice(0, 8) }).waitFor();
    expect(clerk.faults).toEqual([]);
  });

  it('takes its address from whoever may not read that register', async () => {
    const finance = await world.signedIn('wang', { roles: ['finance-officer'], offices: [BUREAU] });
    await open(finance, `/entry/funds.MakePayment/${budget}`);
    await typeForm(finance.page, { amount: '300', sourceCode: 'county', economicClass: '商品和服务支出' });
    const address = `${world.address}/#/cases/mediation.dispute/${dispute}`;
    await choose(finance, '[data-field=businessRef]', address, dispute);
    for (const [at, role] of CHAIN.entries()) {
      if (at > 0) await finance.page.locator('[data-field=approvals] button', { hasText: '添加一项' }).click();
      const step = `[data-field=approvals] .group:nth-of-type(${at + 1})`;
      await choose(finance, `${step} [data-field=role]`, role, role);
      await choose(finance, `${step} [data-field=opinion]`, '同意', '同意');
      await finance.page.fill(`${step} [data-field=signedOn] input`, today);
    }
    const paid = await save(finance);
    expect(paid).toMatchObject({ businessRef: dispute satisfies Uuid, amount: '300' });
    expect(finance.faults).toEqual([]);
  });

  it('finds an entry of another record, or says that it is nowhere', async () => {
    await projected();
    const director = await world.signedIn('zhou', { roles: ['deputy-director', 'finance-officer'], offices: [BUREAU] });
    await open(director, `/entry/mediation.PaySubsidy/${dispute}`);
    const field = director.page.locator('[data-field=paymentRef] input');
    const options = director.page.locator('[role=option]:visible');
    // A list that cannot be read says so, and is read when it is opened again.
    await director.page.route('**/v1/registers/**', (route) => route.abort());
    await field.click();
    await options.nth(1).waitFor();
    await soon(async () => expect(await options.first().getAttribute('aria-disabled')).toBe('true'));
    await director.page.unroute('**/v1/registers/**');
    await director.page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'hidden' });
    await field.click();
    await director.page.locator('[role=option]:visible', { hasText: '300' }).waitFor();
    await soon(async () =>
      expect(await options.allInnerTexts()).toEqual([expect.stringContaining('300'), '本系统没有登记']),
    );
    expect(director.faults.filter((fault) => !fault.includes('ERR_FAILED'))).toEqual([]);
  });
});
