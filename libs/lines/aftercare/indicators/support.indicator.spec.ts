import { builderOf } from '../../../../test/support/built.js';
import { type Played, PlayedLog } from '../../../../test/support/played-log.js';
import { examples, id } from '../domain/examples.js';
import type { AftercareEvent } from '../domain/events/index.js';
import { aftercare } from '../index.js';
import { settings } from '../settings.js';

const HOME = '430922001';
const built = builderOf<AftercareEvent>(examples);
const person = (name: string) => ({ personRef: id('person', name), certificateNo: `释字${name}` });
const released = (name: string, data = {}) => built('aftercare.PrisonerReleased', { ...person(name), ...data });
const linked = (data = {}) => built('aftercare.AftercareLinked', data);
const imported = (name: string, data = {}) => built('aftercare.OpeningBalanceImported', { ...person(name), ...data });
const contact = (contactOn: string) => built('aftercare.SupportContactMade', { contactOn });

/** The sheet of a few persons, each by name with what happened to them. */
const sheetOf = (persons: Readonly<Record<string, readonly Played[]>>, line = aftercare) => {
  const log = new PlayedLog(line, HOME);
  for (const [name, events] of Object.entries(persons)) log.on(name, ...events);
  return log.sheet();
};

describe('AC-03 衔接率', () => {
  const year = {
    linked: [released('linked'), linked()],
    key: [released('key', { riskClass: 'key' }), linked({ linkedOn: '2023-03-10', mode: 'collected' })],
    missed: [released('missed'), built('aftercare.LinkFailed')],
    'key missed': [released('key missed', { riskClass: 'key' })],
    nobody: [
      released('nobody'),
      built('aftercare.InfoVerified', { verifiedOn: '2023-03-25', result: 'no-such-person' }),
    ],
    'not yet due': [released('not yet due', { releasedOn: '2023-12-28', reportBy: undefined })],
    'linked before due': [
      released('linked before due', { releasedOn: '2023-12-28', reportBy: undefined }),
      linked({ linkedOn: '2023-12-29' }),
    ],
  } as const;

  it('is linked of those released and due, without who is not there; key persons by themselves', async () => {
    const sheet = await sheetOf(year);
    const codes = [
      'AC-02',
      'AC-03-due',
      'AC-03-linked',
      'AC-03',
      'AC-03-key',
      'AC-03-general',
      'AC-03-failed',
    ] as const;
    expect(await sheet.values('2023', codes)).toEqual({
      'AC-02': '7',
      'AC-03-due': '4',
      'AC-03-linked': '2',
      'AC-03': '50',
      'AC-03-key': '50',
      'AC-03-general': '50',
      'AC-03-failed': '1',
    });
  });
  it('by the day due counts who is released at the end of December in the next year', async () => {
    const sheet = await sheetOf(year);
    expect(await sheet.values('2024', ['AC-03', 'AC-03-by-due-day'])).toEqual({
      'AC-03': null,
      'AC-03-by-due-day': '50',
    });
    expect(await sheet.values('2023', ['AC-03-by-due-day'])).toEqual({ 'AC-03-by-due-day': '50' });
  });
  it('stands at the period’s end as it stood then: who is linked later was not linked', async () => {
    const sheet = await sheetOf({ late: [released('late'), linked({ linkedOn: '2023-07-01' })] });
    expect(await sheet.values('2023-01-01..2023-06-30', ['AC-03'])).toEqual({ 'AC-03': '0' });
    expect(await sheet.values('2023', ['AC-03'])).toEqual({ 'AC-03': '100' });
  });
  it('takes back that nobody is there when the person is linked after all', async () => {
    const sheet = await sheetOf({ back: [...year.nobody, linked({ linkedOn: '2023-05-01' })] });
    expect(await sheet.values('2023', ['AC-03-due', 'AC-03-linked'])).toEqual({
      'AC-03-due': '1',
      'AC-03-linked': '1',
    });
  });
});

describe('AC-04 帮教率 and AC-08 帮教小组覆盖率', () => {
  it('want a group and a contact in the period, of those in support at its end', async () => {
    const group = built('aftercare.SupportGroupFormed');
    const sheet = await sheetOf({
      both: [imported('both'), group, contact('2023-01-01'), contact('2023-12-31')],
      'group only': [imported('group only', { groupFormedOn: '2019-07-01' }), contact('2024-01-01')],
      'contact only': [imported('contact only'), contact('2023-06-01')],
      gone: [imported('gone'), group, contact('2023-06-01'), built('aftercare.SupportEnded')],
    });
    expect(await sheet.values('2023', ['AC-04', 'AC-04-persons', 'AC-04-contacts', 'AC-08', 'AC-08-grouped'])).toEqual({
      'AC-04': expect.stringMatching(/^33\.33/),
      'AC-04-persons': '1',
      'AC-04-contacts': '4',
      'AC-08': expect.stringMatching(/^66\.66/),
      'AC-08-grouped': '2',
    });
    // One of (4 + 3) ÷ 2 persons.
    expect(Number((await sheet.values('2023', ['AC-04-average']))['AC-04-average'])).toBeCloseTo(100 / 3.5);
  });

  it('leave out who lives elsewhere, where the province says so; the stock does not', async () => {
    const persons = {
      here: [imported('here', { groupFormedOn: '2019-07-01' })],
      away: [imported('away'), built('aftercare.DualListingSet', { place: 'domicile' })],
      'from elsewhere': [imported('from elsewhere'), built('aftercare.DualListingSet', { place: 'residence' })],
    };
    const strict = {
      ...aftercare,
      settings: { ...settings, dualListedAtDomicileRated: { default: false, why: 'province' } },
    };
    expect((await (await sheetOf(persons)).values('2023', ['AC-08']))['AC-08']).toMatch(/^33\.33/);
    expect(await (await sheetOf(persons, strict)).values('2023', ['AC-08', 'AC-01'])).toEqual({
      'AC-08': '50',
      'AC-01': '3',
    });
  });
});

describe('AC-05 安置率', () => {
  const arranged = built('aftercare.SettlementArranged');
  const persons = {
    hired: [imported('hired'), arranged],
    lost: [imported('lost'), arranged, built('aftercare.SettlementLost')],
    'never settled': [imported('never settled')],
    ill: [imported('ill'), built('aftercare.SettlementNeedAssessed')],
    student: [imported('student', { settlementNeed: 'studying', settlementMode: 'other' })],
  };
  const codes = ['AC-05', 'AC-05-all', 'AC-05-needing', 'AC-05-settled', 'AC-05-settled-hired'] as const;

  it('is settled of those in need at the end; the variant leaves nobody out', async () => {
    const values = await (await sheetOf(persons)).values('2023', codes);
    expect(values).toEqual({
      'AC-05': expect.stringMatching(/^33\.33/),
      'AC-05-all': '40',
      'AC-05-needing': '3',
      'AC-05-settled': '1',
      'AC-05-settled-hired': '1',
    });
    expect(await (await sheetOf(persons)).values('2023-09-01..2023-09-29', ['AC-05-settled'])).toEqual({
      'AC-05-settled': '2',
    });
  });
  it('leaves out only whom the province leaves out', async () => {
    const strict = {
      ...aftercare,
      settings: { ...settings, settlementExemptions: { default: ['studying'], why: 'province' } },
    };
    expect(await (await sheetOf(persons, strict)).values('2023', ['AC-05', 'AC-05-needing'])).toEqual({
      'AC-05': '25',
      'AC-05-needing': '4',
    });
  });
});

describe('AC-06 重新犯罪率', () => {
  it('is distinct persons by conviction ÷ in support before and released in the period', async () => {
    const again = built('aftercare.Reoffended', { convictionEffectiveOn: '2023-12-20', courtDocNo: '另案' });
    const sheet = await sheetOf({
      old: [imported('old')],
      twice: [imported('twice'), built('aftercare.Reoffended'), again],
      new: [released('new'), linked()],
      'after the end': [
        imported('after the end'),
        built('aftercare.SupportEnded', { endedOn: '2023-09-01', kind: 'reimprisoned' }),
        built('aftercare.Reoffended', { convictionEffectiveOn: '2024-01-01' }),
      ],
    });
    expect(await sheet.values('2023', ['AC-06-persons', 'AC-06'])).toEqual({ 'AC-06-persons': '1', 'AC-06': '25' });
    expect(await sheet.values('2024', ['AC-06-persons'])).toEqual({ 'AC-06-persons': '1' });
  });
  it('of a cohort is known when its fifth year is over', async () => {
    const of = (name: string) =>
      released(name, { releasedOn: '2018-05-10', sentenceFrom: undefined, reportBy: undefined });
    const offence = (offenceCommittedOn: string, convictionEffectiveOn: string) =>
      built('aftercare.Reoffended', { offenceCommittedOn, convictionEffectiveOn });
    const sheet = await sheetOf({
      good: [of('good')],
      within: [of('within'), offence('2023-05-09', '2023-11-01')],
      after: [of('after'), offence('2023-05-10', '2023-11-01')],
      later: [released('later')],
    });
    expect((await sheet.values('2023', ['AC-06-cohort']))['AC-06-cohort']).toMatch(/^33\.33/);
    expect(await sheet.values('2018', ['AC-06-cohort'])).toEqual({ 'AC-06-cohort': null });
  });
});

describe('AC-07 必接必送率 and AC-09 帮扶', () => {
  it('asks of key persons on the day of release, by the prison or by us, whether they were collected', async () => {
    const sheet = await sheetOf({
      collected: [released('collected', { riskClass: 'key' }), linked({ linkedOn: '2023-03-10', mode: 'collected' })],
      'by us': [
        built('aftercare.PreReleaseNotified', { personRef: id('person', 'by us') }),
        built('aftercare.KeyStatusSet', { setOn: '2023-02-20' }),
        released('by us'),
        linked(),
      ],
      'key later': [released('key later'), linked(), built('aftercare.KeyStatusSet')],
      'cleared before': [
        built('aftercare.PreReleaseNotified', { personRef: id('person', 'cleared before') }),
        built('aftercare.KeyStatusSet', { setOn: '2023-02-20' }),
        built('aftercare.KeyStatusCleared', { clearedOn: '2023-03-10' }),
        released('cleared before'),
      ],
      general: [released('general'), linked({ linkedOn: '2023-03-10', mode: 'collected' })],
    });
    expect(await sheet.values('2023', ['AC-07-collected', 'AC-07-key-released', 'AC-07-key-collected'])).toEqual({
      'AC-07-collected': '50',
      'AC-07-key-released': '2',
      'AC-07-key-collected': '1',
    });
  });
  it('adds beneficiaries and money', async () => {
    const sheet = await sheetOf({
      a: [
        imported('a'),
        built('aftercare.AidGiven'),
        built('aftercare.AidGiven', { kind: 'skill-training', beneficiaryCount: 1, amount: undefined }),
      ],
    });
    expect(
      await sheet.values('2023', ['AC-09', 'AC-09-temporary-relief', 'AC-09-skill-training', 'AC-09-amount']),
    ).toEqual({
      'AC-09': '3',
      'AC-09-temporary-relief': '2',
      'AC-09-skill-training': '1',
      'AC-09-amount': '800',
    });
    expect(await sheet.findings('2023')).toEqual([]);
  });
});
