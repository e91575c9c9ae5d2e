/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import mammoth from 'mammoth';
import { readEvidence } from '#adapters/documents/manifest.js';
import { dateInShanghai } from '#kernel/dates.js';
import { BUREAU, OFFICE } from '../e2e/api-world.js';
import { barriers } from './axe.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';
import { type Typed, typeForm } from './typing.js';

jest.setTimeout(180_000);

const today = dateInShanghai(new Date());
/** The year that is over. */
const YEAR = Number(today.slice(0, 4)) - 1;
/** Who came to each activity of that year. */
const ATTENDANCE = [120, 85, 64];
const SUM = '269';
/** Pixels of an upright sheet. */
const A4 = [794, 1123];

describeInBrowser('a year at the desk, from its targets to the report that is handed in', () => {
  let world: PageWorld;
  let head: Seat;
  let deputy: Seat;
  let sheet = '';
  const unreadable: string[] = [];

  const hold = async (heldOn: string, attendance: number): Promise<void> => {
    const data = {
      ...{ heldOn, theme: 'constitution', kind: 'campaign', place: '人民广场', organiser: '灰山港司法所' },
      ...{ attendance, coveredUnits: [], lecturers: [], materialsHandedOut: 0 },
    };
    const { status } = await world.world.call('POST', `/v1/publicity/activity/${randomUUID()}/hold-activity`, {
      ...{ as: 'clerk', body: { office: OFFICE, data }, headers: { 'idempotency-key': randomUUID() } },
    });
    expect(status).toBe(201);
  };

  beforeAll(async () => {
    world = await PageWorld.open();
    for (const [at, attendance] of ATTENDANCE.entries()) await hold(`${YEAR}-1${at}-04`, attendance);
    head = await world.signedIn('chen', { roles: ['section-head'], offices: [BUREAU] });
    deputy = await world.signedIn('zhao', { roles: ['deputy-director'], offices: [BUREAU] });
  }, 180_000);
  afterAll(() => world.close());
  afterEach(() => {
    for (const { faults } of [head, deputy]) expect(faults).toEqual([]);
  });

  const desk = async ({ page }: Seat): Promise<void> => {
    // What stands already is left, so that the page reads anew.
    await page.goto(`${world.address}/#/own`);
    await page.goto(`${world.address}/#/year-end?year=${YEAR}${sheet === '' ? '' : `&sheet=${sheet}`}`);
    await page.waitForSelector('[data-part=sheets]');
  };
  const tab = ({ page }: Seat, title: string) => page.locator('.el-tabs__item', { hasText: title }).click();
  const hear = async ({ page }: Seat): Promise<void> => void unreadable.push(...(await barriers(page)));
  const save = async ({ page }: Seat): Promise<void> => {
    await page.click('button[type=submit]');
    await page.waitForSelector('h1:has-text("已登记")');
    // Lists and figures have read it then.
    await page.locator('main', { hasText: '正在计入指标' }).waitFor({ state: 'detached' });
  };
  /** Goes to a field once the form has taken the focus: what is filled in already is passed over otherwise. */
  const begin = async ({ page }: Seat, field: string): Promise<void> => {
    await page.waitForSelector('form [data-field] :focus');
    await page.locator(`form [data-field=${field}] input`).focus();
  };
  /** Fills the one group of a list, which is there where there must be one. */
  const addTo = async ({ page }: Seat, field: string, values: Readonly<Record<string, Typed>>): Promise<void> => {
    const groups = page.locator(`[data-field=${field}] .group`);
    if ((await groups.count()) === 0)
      await page.locator(`[data-field=${field}] button`, { hasText: '添加一项' }).click();
    await groups.locator('input, textarea').first().focus();
    await typeForm(page, values);
  };
  /** Goes on with the sheet by one of its next steps. */
  const step = async (seat: Seat, title: string): Promise<void> => {
    await desk(seat);
    await seat.page.locator(`[data-sheet="${sheet}"] .steps a`, { hasText: title }).click();
    await seat.page.waitForSelector('form [data-field]');
  };
  const stateIs = async (seat: Seat, state: string): Promise<void> => {
    await desk(seat);
    await seat.page.locator(`[data-sheet="${sheet}"][data-state=${state}]`).waitFor();
  };

  /** Says why each finding that blocks does not. */
  const explain = async ({ page }: Seat, reason: string): Promise<void> => {
    await page.locator('[data-part=sheet-findings] input').first().waitFor();
    for (const input of await page.locator('[data-part=sheet-findings] input').all()) await input.fill(reason);
  };

  it('the section sets the targets', async () => {
    const { page } = head;
    await desk(head);
    await page.locator('[data-part=sheets] a', { hasText: '设定绩效目标' }).click();
    await begin(head, 'setOn');
    await typeForm(page, {
      setOn: `${YEAR}-01-12`,
      fiscalYear: String(YEAR),
      subject: '项目',
      subjectCode: 'publicity-project',
      subjectName: '法治宣传经费',
      frame: 'national-2020',
      form: 'project-targets',
      budget: '200000.00',
    });
    await addTo(head, 'rows', {
      row: 'attendance',
      level1: '产出指标',
      level2: '数量指标',
      level3: '法治宣传受众人次',
      operator: '不低于',
      target: '260',
      unit: '人次',
      targetText: '≥260人次',
      weight: '90',
      indicatorCode: 'PL-02',
    });
    await hear(head);
    await save(head);
    await desk(head);
    sheet = (await page.locator('[data-sheet]').getAttribute('data-sheet')) ?? '';
    await page.locator('[data-row=attendance] [data-indicator="PL-02"]').waitFor();
    await soon(async () =>
      expect(await page.locator('[data-row=attendance]').innerText()).toMatch(new RegExp(`≥260人次[^]*${SUM}`)),
    );
  });

  it('how it went is looked at month by month, and recorded', async () => {
    const { page } = head;
    await tab(head, '运行监控');
    await page.locator('.end').click();
    await page.locator('.el-select-dropdown__item:visible', { hasText: `${YEAR}-10-31` }).click();
    await page.locator('.el-select-dropdown:visible').waitFor({ state: 'detached' });
    await page.locator('[data-row=attendance] a', { hasText: String(ATTENDANCE[0]) }).waitFor();
    await hear(head);
    await picture(page, 'monitoring');
    await step(head, '登记绩效运行监控');
    await begin(head, 'monitoredOn');
    await typeForm(page, {
      monitoredOn: `${YEAR}-11-05`,
      monthEnd: `${YEAR}-10-31`,
      executed: '90000.00',
      forecastExecuted: '200000.00',
    });
    await addTo(head, 'rows', { row: 'attendance', actual: '120', forecast: '260', likelihood: '确定能' });
    await save(head);
  });

  it('what is found is settled, and the self-evaluation recorded; nobody else than who may explain it', async () => {
    await desk(head);
    const found = '[data-part=sheet-findings] [data-rule="budget-missing"]';
    await head.page.locator(found).waitFor();
    await soon(async () => expect(await head.page.locator(`${found} input`).count()).toBe(0));
    await head.page.click('[data-step=evaluate]');
    await head.page.locator('main [role=alert]').waitFor();
    const { page } = deputy;
    await desk(deputy);
    await explain(deputy, '经费由县财政统一列支；其余单位全年未承办活动');
    await hear(deputy);
    await picture(page, 'self-evaluation');
    await page.click('[data-step=evaluate]');
    await page.locator('[data-recorded]').waitFor();
    await soon(async () => expect(await page.locator('[data-changes]').innerText()).toContain('0'));
  });

  it('a number that moves since is marked, with what it was', async () => {
    await hold(`${YEAR}-12-30`, 31);
    const { page } = deputy;
    await desk(deputy);
    await page.locator('[data-row=attendance].changed').waitFor();
    await soon(async () =>
      expect(await page.locator('[data-row=attendance]').innerText()).toMatch(new RegExp(`300[^]*原为 ${SUM}`)),
    );
    await picture(page, 'numbers-moved');
    await explain(deputy, '同前');
    await page.click('[data-step=evaluate]');
    await page.locator('[data-row=attendance]:not(.changed)').waitFor();
  });

  it('what the section says itself stands with figures that cannot be typed over, only chosen and removed', async () => {
    const { page } = head;
    await desk(head);
    await tab(head, '报告文字');
    const part = page.locator('[data-narrative=results]');
    const text = part.getByRole('textbox');
    const choose = async (title: string): Promise<void> => {
      await part.locator('.insert').click();
      await page.keyboard.type(title);
      await page.locator('.el-select-dropdown__item:visible', { hasText: title }).first().click();
    };
    await text.click();
    await page.keyboard.type('全年受众');
    await choose('法治宣传受众人次：实际完成值');
    await page.keyboard.type('，超过目标');
    await choose('法治宣传受众人次：年度指标值');
    await page.keyboard.type('。');
    const chips = text.locator('.chip');
    await soon(async () => expect(await chips.allInnerTexts()).toEqual(['300人次', '≥260人次']));
    // Taken in hand and typed at, it stays; taken in hand and deleted, it goes, and comes back when that is undone.
    await chips.nth(1).click();
    await page.keyboard.type('九九九');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('九九九');
    await soon(async () => expect(await text.innerText()).toBe('全年受众300人次，超过目标≥260人次。'));
    // Not as one click on it with the one before.
    await page.waitForTimeout(600);
    await chips.nth(1).click();
    await page.keyboard.press('Delete');
    await soon(async () => expect(await chips.allInnerTexts()).toEqual(['300人次']));
    await page.keyboard.press('Control+Z');
    await soon(async () => expect(await chips.allInnerTexts()).toEqual(['300人次', '≥260人次']));
    await hear(head);
    await part.evaluate((one) => one.scrollIntoView());
    await picture(page, 'narrative');
    await part.locator('[data-step=write]').click();
    await part.locator('h3', { hasText: '登记于' }).waitFor();
    // What is typed and is a figure is refused, in the words of the form.
    await page.locator('[data-narrative=use]').getByRole('textbox').click();
    await page.keyboard.type('今年300人次。');
    await page.locator('[data-narrative=use] [data-step=write]').click();
    await page.locator('[data-refused]', { hasText: '请插入该数字' }).waitFor();
    await page.reload();
    await tab(head, '报告文字');
    await soon(async () => expect(await text.innerText()).toBe('全年受众300人次，超过目标≥260人次。'));
    // What was begun before another wrote is not recorded over it.
    const say = async (seat: Seat, words: string) => {
      await seat.page.locator('[data-narrative=measures]').getByRole('textbox').click();
      await seat.page.keyboard.type(words);
      return seat.page.locator('[data-narrative=measures] [data-step=write]');
    };
    const late = await say(head, '甲所写。');
    await desk(deputy);
    await tab(deputy, '报告文字');
    await (await say(deputy, '乙所写。')).click();
    await deputy.page.locator('[data-narrative=measures] h3', { hasText: '登记于' }).waitFor();
    await late.click();
    await page.locator('[data-refused]', { hasText: '已被他人更新' }).waitFor();
  });

  it('it is handed in, and signed by a second person alone', async () => {
    await step(deputy, '报送绩效表');
    await typeForm(deputy.page, { toLevel: '县级' });
    await save(deputy);
    await step(deputy, '审核绩效表');
    await deputy.page.click('button[type=submit]');
    await deputy.page.locator('.fault', { hasText: '不得自行审核' }).first().waitFor();
    await step(head, '审核绩效表');
    await save(head);
    await step(head, '批准绩效表');
    await save(head);
    await stateIs(head, 'approved');
  });

  it('the report comes as a Word file that another program reads, its figures bound', async () => {
    const { page } = head;
    await tab(head, '文稿');
    await page.locator('[data-document=report] [data-preview]').click();
    await page.locator('[data-sheets]:not([data-sheets="0"])').waitFor();
    const sheets = page.locator('[data-sheets] section');
    await soon(async () =>
      expect(await sheets.first().evaluate((one: HTMLElement) => [one.offsetWidth, one.offsetHeight])).toEqual(A4),
    );
    await soon(async () =>
      expect(await page.locator('[data-sheets]').innerText()).toContain('全年受众300人次，超过目标≥260人次。'),
    );
    // Nothing is cut off: what stands on a sheet ends above its foot.
    for (const one of await sheets.all())
      expect(await one.evaluate((sheet) => sheet.querySelector('article')!.offsetHeight <= sheet.clientHeight)).toBe(
        true,
      );
    await hear(head);
    await picture(page, 'preview');
    await page.keyboard.press('Escape');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-document=report] [data-format=docx]'),
    ]);
    const bytes = readFileSync(await file.path());
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain('全年受众300人次，超过目标≥260人次。');
    expect(value).toContain('法治宣传受众人次：年度指标值≥260人次，实际完成300人次。');
    const { manifest, intact } = readEvidence(bytes);
    expect([intact, manifest.figures.find(({ id }) => id === 'attendance.actual')]).toMatchObject([
      true,
      { printed: '300人次', value: '300' },
    ]);
  });

  it('no page of it keeps people out who see or move less', () => expect([...new Set(unreadable)]).toEqual([]));
});
