/// <reference lib="dom" />
import { randomUUID } from 'node:crypto';
import { inventPerson } from '#application/invented-people.js';
import { dateInShanghai } from '#kernel/dates.js';
import { BUREAU, OFFICE } from '../e2e/api-world.js';
import { say } from '../security/figures.js';
import { HumanHand } from './human-pace.js';
import { PageWorld, type Seat, describeInBrowser, picture } from './page-world.js';
import { soon } from './soon.js';
import { type Typed, typeForm } from './typing.js';

jest.setTimeout(600_000);

/** Seconds a form of every day may take. */
const A_MINUTE = 60;
/** Fields it may ask for. */
const KEY_FIELDS = 12;

const today = dateInShanghai(new Date());
const compact = today.replaceAll('-', '');
/** As clerks type a day of this year. */
const short = compact.slice(4);
const inTwoYears = `${Number(compact.slice(0, 4)) + 2}${compact.slice(4)}`;

describeInBrowser('the forms of every day, by keyboard alone and at human pace', () => {
  let world: PageWorld;
  let clerk: Seat;
  const [subject, neighbour, mediator, released, worker] = [
    'subject',
    'neighbour',
    'mediator',
    'released',
    'worker',
  ].map((key) => inventPerson(BUREAU, key, today, { age: 40 })) as [Invented, Invented, Invented, Invented, Invented];
  type Invented = ReturnType<typeof inventPerson>;
  const last6 = ({ idNo }: Invented): string => (idNo ?? '').slice(-6);
  const hand = new HumanHand();
  const times: string[] = [];

  beforeAll(async () => {
    world = await PageWorld.open();
    clerk = await world.signedIn('lin', { roles: ['office-clerk', 'aid-acceptor'], offices: [OFFICE] });
    for (const person of [subject, neighbour, mediator, released, worker])
      await world.world.platform.persons.register(BUREAU, person);
  }, 180_000);
  afterAll(async () => {
    say(`page: forms of every day at human pace\n${times.join('\n')}`);
    await world.close();
  });
  afterEach(() => expect(clerk.faults).toEqual([]));

  /**
   * Fields that ask for something: those on the page that nothing stands in yet, and those of yes or no. A field of parts, as an
   * organ with its kind and name, is one.
   */
  const asked = (): Promise<number> =>
    clerk.page.evaluate(() => {
      const fields = [...document.querySelectorAll<HTMLElement>('form [data-field]')];
      const whole = fields.filter((field) => field.parentElement?.closest('[data-field]') === null);
      return whole.filter((field) => {
        const chosen = field.querySelector('.el-select__placeholder:not(.is-transparent), .el-tag') !== null;
        const input = field.querySelector<HTMLInputElement>('input, textarea');
        const flag = input?.type === 'radio';
        return flag || (!chosen && input?.value === '');
      }).length;
    });

  /** Fills a form from its opening to the note of what it is counted in, and tells how long that took. */
  const fill = async (
    title: string,
    address: string,
    values: Readonly<Record<string, Typed>>,
    counted: RegExp,
  ): Promise<void> => {
    const { page } = clerk;
    await page.goto(`${world.address}/#${address}`);
    await page.waitForFunction(() => document.activeElement?.closest('form [data-field]') !== null);
    const fields = await asked();
    hand.begin();
    await typeForm(page, values, hand).catch(async (error: unknown) => {
      await picture(page, 'failed');
      throw error;
    });
    for (let step = 0; step < 30; step += 1) {
      if (await page.evaluate(() => document.activeElement?.getAttribute('type') === 'submit')) break;
      await hand.press(page, 'Enter');
      await page.waitForTimeout(20);
    }
    await picture(page, `hot-${address.split('.')[1]?.split('/')[0]}`);
    await hand.press(page, 'Enter');
    await page.waitForSelector('h1:has-text("已登记")').catch(async (error: unknown) => {
      await picture(page, 'failed');
      throw new Error(`${await page.locator('form').innerText()}\n${String(error)}`);
    });
    const seconds = hand.seconds();
    await page.locator('.moved tbody tr, main p:has-text("不影响任何指标")').first().waitFor();
    const note = await page.locator('main').innerText();
    const { keys, characters, thoughts } = hand;
    times.push(
      `  ${title}: ${seconds.toFixed(1)} s (${fields} fields, ${keys} keys, ${characters} characters, ${thoughts} thoughts)`,
    );
    expect(note).toMatch(counted);
    expect(fields).toBeLessThanOrEqual(KEY_FIELDS);
    expect(seconds).toBeLessThanOrEqual(A_MINUTE);
  };

  const record = async (type: string, data: object): Promise<string> => {
    const streamId = randomUUID();
    await world.world.platform.handler.handle({
      ...{ type, streamId, data, bureau: BUREAU, office: OFFICE, source: 'MANUAL' },
      ...{ commandId: randomUUID(), correlationId: randomUUID() },
      principal: { name: 'before', roles: ['office-clerk'], offices: [BUREAU] },
    });
    return streamId;
  };
  let caseAddress = '';

  it('intake 入矫', async () => {
    // Who is received is known already: the office was asked whether he is suitable.
    const { assessmentExamples } = await import('#lines/corrections/domain/examples/assessment.js');
    const { personRef } = await world.world.platform.persons.register(BUREAU, subject);
    await record('corrections.CommissionAssessment', {
      ...assessmentExamples['corrections.AssessmentCommissioned'],
      personRef,
    });
    await fill(
      '入矫',
      '/entry/corrections.ReceiveSubject',
      {
        personRef: { persons: [last6(subject)] },
        minor: false,
        category: '2',
        judgmentDocNo: '（2026）湘0922刑初15号',
        effectiveOn: short,
        correctionFrom: short,
        correctionTo: inTwoYears,
        offenceClass: '5',
        kind: '1',
        name: '桃江县法院',
        decidedOn: short,
        mainPenalty: '3',
        docsComplete: true,
      },
      /新接收社区矫正对象/,
    );
    await clerk.page.click('text=查看案卷');
    await clerk.page.waitForSelector('.timeline');
    caseAddress = clerk.page.url().split('/').at(-1) ?? '';
  });

  it('visit 走访', async () => {
    const address = `/entry/corrections.ConductVisit/${caseAddress}`;
    // What would point to something of the case, need not and cannot, is not asked.
    await clerk.page.goto(`${world.address}/#${address}`);
    await clerk.page.locator('form [data-field=kind]').waitFor();
    await soon(async () => expect(await clerk.page.locator('form [data-field=byStaff]').count()).toBe(0));
    await fill('走访', address, { kind: '实地' }, /走访/);
  });

  it('mediation 调解', () =>
    fill(
      '调解',
      '/entry/mediation.AcceptDispute',
      {
        caseNo: '〔2026〕1号',
        committeeCode: 'TW-01',
        committeeKind: '村',
        source: '申请',
        kind: '邻里',
        parties: { persons: [last6(subject), last6(neighbour)] },
        peopleInvolved: '2',
        subjectHash: '排水沟改道',
        mediators: { persons: [last6(mediator)] },
        refusedInWriting: false,
        proceedings: '未',
      },
      /受理矛盾纠纷/,
    ));

  it('consultation 咨询', () =>
    fill(
      '咨询',
      '/entry/legal-aid.AnswerConsultation',
      { channel: '来访', topicClass: '民事', topic: '劳动', categories: '农民工' },
      /咨询/,
    ));

  it('legal-aid application 法律援助申请', () =>
    fill(
      '法律援助申请',
      '/entry/legal-aid.ApplyForAid',
      {
        personRef: { persons: [last6(worker)] },
        categories: '农民工',
        nature: '民事',
        form: '诉讼',
        matter: '劳动',
        stage: '一审',
        entry: '直接',
        meansExempt: '3',
      },
      /申请/,
    ));

  it('aftercare contact 安置帮教联系', async () => {
    const { examples } = await import('#lines/aftercare/domain/examples.js');
    const { personRef } = await world.world.platform.persons.register(BUREAU, released);
    const streamId = await record('aftercare.MoveIn', {
      ...examples['aftercare.MovedIn'],
      personRef,
      officeCode: OFFICE,
    });
    await fill(
      '安置帮教联系',
      `/entry/aftercare.MakeContact/${streamId}`,
      { kind: '走访', situation: '稳定', outcome: '无需' },
      /帮教/,
    );
  });
});
