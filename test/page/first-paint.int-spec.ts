/// <reference lib="dom" />
import { gzipSync } from 'node:zlib';
import { roleCodes } from '#application/roles/role-table.js';
import { BUREAU } from '../e2e/api-world.js';
import { say } from '../security/figures.js';
import { PageWorld, describeInBrowser } from './page-world.js';

jest.setTimeout(240_000);

const OWN = '本人账号 帮助';
const RECORDS = '今日待办 登记 Excel 导入 台账 看板 核查 年终';
const LOOKS = '今日待办 台账 看板 核查 年终';
/** What each role finds in the menu, as its work asks. */
const MENUS = {
  'office-clerk': `${RECORDS} 人员 指标定义 业务规则 ${OWN}`,
  'office-head': `${RECORDS} 人员 指标定义 业务规则 ${OWN}`,
  'correction-officer': `${RECORDS} 人员 指标定义 业务规则 ${OWN}`,
  'aid-acceptor': `${RECORDS} 人员 指标定义 业务规则 ${OWN}`,
  'aid-approver': `${RECORDS} 人员 指标定义 业务规则 ${OWN}`,
  mediator: `今日待办 登记 Excel 导入 台账 ${OWN}`,
  'section-head': `${RECORDS} 人员 指标定义 业务规则 文书模板 ${OWN}`,
  'deputy-director': `${RECORDS} 人员 指标定义 业务规则 文书模板 ${OWN}`,
  'finance-officer': `${RECORDS} 指标定义 业务规则 文书模板 ${OWN}`,
  director: `${LOOKS} 指标定义 业务规则 ${OWN}`,
  auditor: `${LOOKS} 指标定义 业务规则 ${OWN}`,
  'minors-officer': `${LOOKS} 人员 指标定义 业务规则 ${OWN}`,
  'system-admin': `指标定义 业务规则 机构 系统 ${OWN}`,
  'security-admin': `用户 ${OWN}`,
  'audit-admin': `查阅记录 ${OWN}`,
};

/** What a slow desktop of an office is, against this machine. */
const SLOWER = 4;

describeInBrowser('the first sight of the page', () => {
  let world: PageWorld;
  beforeAll(async () => (world = await PageWorld.open()), 180_000);
  afterAll(() => world.close());

  it('paints within 1.5 s on a machine four times as slow, from 450 kB of script at most', async () => {
    const times: number[] = [];
    let script = 0;
    for (let round = 0; round < 3; round += 1) {
      const { page, context, faults } = await world.seat();
      script = 0;
      page.on('response', async (response) => {
        if (response.url().endsWith('.js')) script += gzipSync(await response.body(), { level: 9 }).length;
      });
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      await page.goto(world.address);
      await page.waitForSelector('input[name=name]');
      times.push(
        await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Infinity),
      );
      expect(faults).toEqual([]);
      await context.close();
    }
    const [, median = Infinity] = times.sort((a, b) => a - b);
    say(
      `page: first paint ${Math.round(median)} ms with the processor slowed ${SLOWER} ×, ${Math.round(script / 1024)} kB of script`,
    );
    expect(script).toBeLessThanOrEqual(450 * 1024);
    expect(median).toBeLessThanOrEqual(process.env['CI'] === undefined ? 1_500 : 6_000);
  });

  it('comes compressed, below any path, with no script in its text', async () => {
    const found = await fetch(`${world.address}/`, { headers: { 'accept-encoding': 'gzip' } });
    const text = await found.text();
    expect(found.headers.get('content-encoding')).toBe('gzip');
    expect(found.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect(text).not.toMatch(/<script(?![^>]*\bsrc="\.\/)/);
    expect(text).not.toMatch(/(src|href)="\//);
  });

  it('every role finds the pages that are his, and no other', async () => {
    const menus: Record<string, string> = {};
    for (const role of roleCodes) {
      const { page, context } = await world.signedIn(`role-${role}`, { roles: [role], offices: [BUREAU] });
      menus[role] = (await page.locator('header nav a').allInnerTexts()).join(' ');
      await context.close();
    }
    expect(menus).toEqual(MENUS);
  });
});
