import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { mediaTypes } from '#adapters/nest/web/office-files.js';
import { careForBackups } from '#adapters/postgres/backup/backup-care.js';
import { drillsOf, recordDrill } from '#adapters/postgres/backup/drills.js';
import { systemClock } from '#adapters/system/clock.js';
import type { LineDefinition } from '#application/define-line.js';
import { Registry } from '#application/registry.js';
import { Projector } from '#application/run-view.js';
import { lines } from '#lines/index.js';
import { BUREAU, OFFICE } from '../e2e/api-world.js';
import { wordForm } from '../support/word-form.js';
import { barriers } from './axe.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'taizhang-drills-'));
const series = { folder, name: 'series' };
afterAll(() => rmSync(folder, { recursive: true }));

/** Looks after backups whose drills come to an end when a test lets them. */
const desk = () => {
  mkdirSync(join(folder, series.name));
  const { now: since } = systemClock.now();
  const record = async () => ({ since, lastBackup: since, lastDrill: (await drillsOf(series)).at(-1)?.at });
  let end: () => void = () => undefined;
  const drill = async () => {
    await new Promise<void>((resolve) => (end = resolve));
    const found = { ok: true, base: '20261121T020000Z', head: 42, events: 42, seconds: 3.2, problems: [] };
    await recordDrill(series, { at: systemClock.now().now, ...found });
  };
  const care = careForBackups({
    ...{ clock: systemClock, hour: 2, record, log: () => undefined },
    work: { backup: () => Promise.resolve(), drill },
  });
  return {
    backups: { record, drills: () => drillsOf(series), underWay: care.underWay, begin: care.ask },
    end: () => end(),
  };
};

/** The lines as code knew them that could not read an activity. */
const choking = lines.map((line): LineDefinition =>
  line.code !== 'publicity'
    ? line
    : {
        ...line,
        facts: {
          ...line.facts,
          on: {
            ...line.facts.on,
            'publicity.ActivityHeld': () => {
              throw new Error('cannot read this activity');
            },
          },
        },
      },
);

describeInBrowser('administration', () => {
  let world: PageWorld;
  let keeper: Seat;
  let head: Seat;
  let end: () => void;
  beforeAll(async () => {
    const { backups, end: ended } = desk();
    end = ended;
    world = await PageWorld.open({ backups });
    keeper = await world.signedIn('gong', { roles: ['system-admin'], offices: ['*'] });
    head = await world.signedIn('chen', { roles: ['section-head'], offices: [BUREAU] });
  }, 180_000);
  afterAll(() => world.close());
  afterEach(() => {
    for (const { faults } of [keeper, head]) expect(faults).toEqual([]);
  });

  const go = async (page: Page, path: string, wanted: string): Promise<void> => {
    await page.goto(`${world.address}/#${path}`);
    await page.locator(wanted).first().waitFor();
  };
  const look = async (page: Page, name: string): Promise<void> => {
    await page.waitForTimeout(400);
    await picture(page, name);
    expect(await barriers(page)).toEqual([]);
    const smallest = await page.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll('main *')]
          .filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''))
          .map((one) => parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect(smallest).toBeGreaterThanOrEqual(14);
  };

  it('shows every code table by its official Chinese, and finds a value among all lines', async () => {
    const { page } = keeper;
    await go(page, '/rules', '[data-table]');
    await soon(async () => expect(await page.locator('header nav').innerText()).toContain('业务规则'));
    await page.locator('.narrow').first().click();
    await page.locator('.el-select-dropdown__item', { hasText: '全部业务' }).click();
    await page.fill('input[placeholder^=查找表名]', '邻里纠纷');
    const table = page.locator('[data-table="mediation.dispute-kind"]');
    await table.waitFor();
    await soon(async () => expect(await page.locator('[data-table]').count()).toBe(1));
    for (const word of ['纠纷类型', '邻里纠纷', 'neighbours', '人民调解案件统计表'])
      await soon(async () => expect(await table.innerText()).toContain(word));
    await page.fill('input[placeholder^=查找表名]', '');
    await look(page, 'code-tables');
  });

  it('shows every term with the day it holds from, and what is left to the place', async () => {
    const { page } = keeper;
    await go(page, '/rules/deadlines', '[data-deadline]');
    await page.locator('.narrow:visible').click();
    await page.locator('.el-select-dropdown__item:visible', { hasText: '社区矫正' }).click();
    await page.locator('[data-deadline="CC-D01"]').waitFor();
    const said = await page.locator('[data-deadline="CC-D01"]').innerText();
    for (const word of ['调查评估意见', '10 个工作日', '地方规定', '2020-07-01', '社区矫正法实施办法 第十四条'])
      expect(said).toContain(word);
    await soon(async () =>
      expect(await page.locator('[data-deadline="CC-D02"]').innerText()).toContain('末日遇休息日顺延'),
    );
    await look(page, 'deadline-rules');
  });

  it('takes in the days off of a year as its notice gives them, and keeps the versions', async () => {
    const { page } = keeper;
    await go(page, '/rules/calendar', '[data-year="2026"]');
    const days = await page.locator('[data-year="2026"]').innerText();
    expect(days).toContain('国办发明电〔2025〕7号');
    expect(days).toContain('放假 33 天，调休上班 6 天');
    await look(page, 'work-calendar');
    const year = Number(
      await page
        .locator('[data-add-year]')
        .innerText()
        .then((text) => /\d{4}/.exec(text)?.[0]),
    );
    await page.click('[data-add-year]');
    const first = `${year}-01-01`;
    const saturday = [2, 3, 4, 5, 6, 7, 8]
      .map((day) => `${year}-01-0${day}`)
      .find((day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 6)!;
    await page.click(`[data-day="${first}"]`);
    await page.click(`[data-day="${saturday}"]`);
    await soon(async () => expect(await page.locator('[data-save]').isDisabled()).toBe(true));
    await page.fill('input[name=source]', `国务院办公厅关于${year}年部分节假日安排的通知`);
    await look(page, 'work-calendar-entry');
    await page.click('[data-save]');
    const shown = page.locator(`[data-year="${year}"]`);
    await shown.waitFor();
    await soon(async () => expect(await shown.innerText()).toContain('第 1 版（现行）'));
    await soon(async () =>
      expect(await shown.locator(`[data-day="${saturday}"]`).getAttribute('title')).toContain('调休上班'),
    );
    expect(world.world.platform.calendar().isWorkingDay(first)).toBe(false);
    await page.click('[data-amend]');
    await page.click(`[data-day="${saturday}"]`);
    await page.click('[data-save]');
    await page.locator('text=第 2 版（现行）').waitFor();
    await soon(async () => expect(await shown.innerText()).toContain('以前的 1 版'));
    expect(world.world.platform.calendar().isWorkingDay(saturday)).toBe(false);
  });

  it('shows how sheets are scored', async () => {
    const { page } = keeper;
    await go(page, '/rules/frames', '[data-frame="national-2020"]');
    await page.locator('[data-frame="national-2020"] button').click();
    const shown = page.locator('[data-frame-shown="national-2020"]');
    await shown.waitFor();
    for (const word of ['产出指标', '数量指标', '总分 100', '优'])
      await soon(async () => expect(await shown.innerText()).toContain(word));
    await look(page, 'scoring-frames');
  });

  it('checks a form placeholder by placeholder, keeps what is right, and gives it back', async () => {
    const { page } = head;
    await go(page, '/templates', '[data-upload]');
    const hand = async (name: string, text: string): Promise<void> => {
      const buffer = await wordForm([text]);
      await page.setInputFiles('input[name=file]', { name, mimeType: mediaTypes.docx, buffer });
      await page.click('[data-upload] button[type=submit]');
    };
    await page.fill('input[name=title]', '年度工作报告');
    await page.fill('input[name=code]', 'annual-report');
    await hand('bad.docx', '在册 {CC-0Z} 人，{1 + 1}');
    await page.locator('[data-lint]').waitFor();
    const lint = await page.locator('[data-lint]').innerText();
    for (const word of ['检查发现 2 处问题，没有保存', '正文第 1 段', '没有此占位符', '{CC-0Z}'])
      expect(lint).toContain(word);
    await look(page, 'template-lint');
    await soon(async () => expect(await page.locator('[data-template]').count()).toBe(0));
    await hand('good.docx', '在册 {CC-02} 人');
    await page.locator('[data-template="annual-report 1"]').waitFor();
    await soon(async () => expect(await page.locator('[data-kept]').innerText()).toBe('检查通过，已保存为第 1 版'));
    await page.click('[data-upload] button[type=submit]');
    await page.locator('text=与第 1 版相同').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-template="annual-report 1"] button').click(),
    ]);
    expect(file.suggestedFilename()).toBe('annual-report-v1.docx');
    expect(
      readFileSync(await file.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    await look(page, 'templates');
  });

  it('shows what was set aside with its reason, and reads it again', async () => {
    const { page } = keeper;
    const { platform } = world.world;
    await platform.projector.stop();
    const streamId = randomUUID();
    const data = {
      ...{
        heldOn: '2026-03-05',
        theme: 'constitution',
        kind: 'lecture',
        place: '村部',
        organiser: '灰山港司法所',
        attendance: 20,
      },
      ...{ coveredUnits: [], lecturers: [], materialsHandedOut: 10 },
    };
    const held = await world.world.call('POST', `/v1/publicity/activity/${streamId}/hold-activity`, {
      ...{ as: 'chief', body: { office: OFFICE, data }, headers: { 'idempotency-key': randomUUID() } },
    });
    expect([held.status, JSON.stringify(held.body)]).toEqual([201, expect.any(String)]);
    const { store, feed, projections, calendar, definitions } = platform;
    await definitions.refresh();
    const registry = new Registry(choking);
    registry.adopt(await platform.definitionStore.all(), await platform.definitionStore.live());
    await new Projector({ store, feed, projections, calendar, registry }).catchUp();
    platform.projector.start((error) => world.world.logged.push(String(error)));

    await go(page, '/system', `[data-parked="${streamId}"]`);
    const row = page.locator(`[data-parked="${streamId}"]`);
    await soon(async () => expect(await row.innerText()).toContain('cannot read this activity'));
    for (const reader of ['统计（台账、期限、指标）', '转发到 Kafka', '业务之间的衔接', '防篡改链'])
      await soon(async () => expect(await page.locator('[data-part=feeds]').innerText()).toContain(reader));
    await soon(async () => expect(await page.locator('[data-reader=relay]').innerText()).toContain('未启用'));
    await look(page, 'system');
    await row.locator('[data-retry]').click();
    await page.locator('text=没有搁置的档案').waitFor();
    await soon(async () => expect(await page.locator('[data-tile=parked]').innerText()).toContain('没有'));
  });

  it('tries a restore where somebody asks, and shows what came of it', async () => {
    const { page } = keeper;
    await go(page, '/system', '[data-begin=drill]');
    await soon(async () => expect(await page.locator('[data-part=backups]').innerText()).toContain('还没有演练过'));
    await page.click('[data-begin=drill]');
    await page.locator('[data-under-way]').waitFor();
    await soon(async () => expect(await page.locator('[data-under-way]').innerText()).toBe('正在演练恢复……'));
    await soon(async () => expect(await page.locator('[data-begin=backup]').isDisabled()).toBe(true));
    end();
    await page.locator('[data-drill]').waitFor({ timeout: 60_000 });
    const drill = await page.locator('[data-drill]').innerText();
    for (const word of ['成功', '42 笔，到第 42 笔，用时 3.2 秒']) expect(drill).toContain(word);
    await page.locator('[data-part=backups]').scrollIntoViewIfNeeded();
    await look(page, 'backup-drills');
  });

  it('shows none of it to who has no such post', async () => {
    await soon(async () => expect(await head.page.locator('header nav').innerText()).not.toContain('系统'));
    await head.page.goto(`${world.address}/#/system`);
    await head.page.waitForTimeout(500);
    await soon(async () => expect(await head.page.locator('[data-part=backups]').count()).toBe(0));
    await go(head.page, '/rules/calendar', '[data-year]');
    await soon(async () => expect(await head.page.locator('[data-amend]').count()).toBe(0));
  });
});
