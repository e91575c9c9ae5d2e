import { builderOf } from '../../../test/support/built.js';
import { PlayedLog } from '../../../test/support/played-log.js';
import type { InstitutionEvent } from './domain/events/index.js';
import { PERSON, examples } from './domain/examples.js';
import { institution } from './index.js';

const built = builderOf<InstitutionEvent>(examples);
const log = (): PlayedLog => new PlayedLog(institution, '430922');

it('are nothing in a year without records: counts 0, rates and typed values none', async () => {
  const sheet = await log().sheet();
  expect(await sheet.values('2022', ['IN-01', 'IN-01-decisions', 'IN-12', 'IN-14', 'IN-21', 'IN-30'])).toEqual({
    'IN-01': null,
    'IN-01-decisions': '0',
    'IN-12': null,
    'IN-14': '0',
    'IN-21': null,
    'IN-30': '0',
  });
  expect(await sheet.findings('2022')).toEqual([]);
});

describe('decisions and their reviews', () => {
  const requested = built('institution.ReviewRequested');
  const completedOn = (day: string) => built('institution.ReviewCompleted', { completedOn: day });
  const decidedOn = (day: string) => built('institution.MajorDecisionTaken', { decidedOn: day });
  const codes = ['IN-01-decisions', 'IN-01-reviewed', 'IN-01-late', 'IN-01-unreviewed'] as const;
  const values = async (played: PlayedLog, period: string) => {
    const sheet = await played.sheet();
    expect(await sheet.findings(period)).toEqual([]);
    return Object.values(await sheet.values(period, codes));
  };

  it('count as reviewed before, afterwards or not at all, and always add up', async () => {
    const played = log();
    played.on('before', requested, completedOn('2022-03-08'), decidedOn('2022-03-10'));
    played.on('same day', requested, completedOn('2022-03-10'), decidedOn('2022-03-10'));
    played.on('after', requested, decidedOn('2022-03-10'), completedOn('2022-03-11'));
    played.on('next year', requested, decidedOn('2022-12-31'), completedOn('2023-01-01'));
    played.on('never', decidedOn('2022-03-10'));
    expect(await values(played, '2022')).toEqual(['5', '2', '1', '2']);
    expect(await values(played, '2023')).toEqual(['0', '0', '0', '0']);
    expect(await values(played, '2022-01-01..2023-12-31')).toEqual(['5', '2', '2', '1']);
    expect(await (await played.sheet()).values('2022', ['IN-01'])).toEqual({ 'IN-01': '40' });
  });

  it('belong to the year of the decision, each kind to its own rate', async () => {
    const played = log();
    played.on('a', requested, completedOn('2022-12-30'), decidedOn('2023-01-01'));
    played.on('b', built('institution.MajorDecisionTaken', { kind: 'normative-document' }));
    expect(await (await played.sheet()).values('2022', ['IN-01', 'IN-03', 'IN-03-unreviewed'])).toEqual({
      'IN-01': null,
      'IN-03': '0',
      'IN-03-unreviewed': '1',
    });
  });

  it('keep the first review when a matter is reviewed again', async () => {
    const played = log();
    const again = built('institution.ReviewRequested', { requestedOn: '2022-03-12' });
    played.on('a', requested, completedOn('2022-03-08'), decidedOn('2022-03-10'), again, completedOn('2022-03-15'));
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['IN-01', 'IN-04'])).toEqual({ 'IN-01': '100', 'IN-04': '2' });
  });

  it('are reviewed within ten working days, a document within fifteen; what was withdrawn owes nothing', async () => {
    const played = log();
    // Asked for on Tuesday 1 March 2022: due on the 15th, a document on the 22nd.
    played.on('last day', requested, completedOn('2022-03-15'));
    played.on('late', requested, completedOn('2022-03-16'));
    const document = built('institution.ReviewRequested', { kind: 'normative-document' });
    played.on('document', document, completedOn('2022-03-22'));
    played.on('open', document);
    played.on('withdrawn', requested, built('institution.ReviewWithdrawn'));
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['IN-04', 'IN-04-on-time'])).toEqual({ 'IN-04': '3', 'IN-04-on-time': '50' });
    expect(sheet.duties.map(({ deadline, dueOn, metOn }) => [deadline, dueOn, metOn])).toEqual([
      ['IN-D01', '2022-03-15', '2022-03-15'],
      ['IN-D01', '2022-03-15', '2022-03-16'],
      ['IN-D01-document', '2022-03-22', '2022-03-22'],
      ['IN-D01-document', '2022-03-22', null],
    ]);
  });
});

describe('contacts, rules, powers and honours', () => {
  it('tell meetings, visits and study visits apart', async () => {
    const played = log();
    played.on('a', built('institution.MeetingHeld'));
    played.on('b', built('institution.VisitMade', { kind: 'call' }));
    played.on('c', built('institution.VisitMade', { kind: 'inspection', visitedOn: '2022-12-31' }));
    played.on('d', built('institution.VisitMade'));
    played.on('e', built('institution.MeetingHeld', { heldOn: '2023-01-01' }));
    const sheet = await played.sheet();
    expect(Object.values(await sheet.values('2022', ['IN-05', 'IN-05-meetings', 'IN-05-visits', 'IN-06']))).toEqual([
      '3',
      '1',
      '2',
      '1',
    ]);
    expect(await sheet.findings('2022')).toEqual([]);
  });

  it('count a rule where it was adopted, and in force from its first day to its last', async () => {
    const played = log();
    played.on('a', built('institution.RegulationAdopted'), built('institution.RegulationRepealed'));
    played.on('b', built('institution.RegulationAdopted', { adoptedOn: '2022-12-31', effectiveOn: '2023-01-01' }));
    const sheet = await played.sheet();
    expect(await sheet.values('2022', ['IN-07', 'IN-07-in-force', 'IN-08'])).toEqual({
      'IN-07': '2',
      'IN-07-in-force': '1',
      'IN-08': '0',
    });
    expect(await sheet.values('2023', ['IN-07', 'IN-07-in-force'])).toEqual({ 'IN-07': '0', 'IN-07-in-force': '1' });
  });

  it('count powers by the item', async () => {
    const played = log();
    played.on('a', built('institution.PowerDelegated'), built('institution.PowerWithdrawn'));
    const sheet = await played.sheet();
    const codes = ['IN-09', 'IN-09-withdrawn', 'IN-09-in-force'] as const;
    expect(Object.values(await sheet.values('2022', codes))).toEqual(['52', '0', '52']);
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['0', '2', '50']);
    expect(await sheet.findings('2023')).toEqual([]);
  });

  it('leave an honour in its year though it was taken back, and keep persons and villages apart', async () => {
    const played = log();
    played.on('a', built('institution.HonourAwarded'), built('institution.HonourRevoked'));
    played.on('b', built('institution.HonourAwarded', { kind: 'individual', personRef: PERSON }));
    played.on('c', built('institution.HonourAwarded', { kind: 'demonstration-village', villageCode: '430902104201' }));
    const sheet = await played.sheet();
    expect(Object.values(await sheet.values('2022', ['IN-10', 'IN-10-city', 'IN-11', 'PL-08-titled']))).toEqual([
      '1',
      '1',
      '1',
      '1',
    ]);
    expect(await sheet.findings('2022')).toEqual([]);
  });
});

describe('disclosures', () => {
  const owed = (data: Parameters<typeof built<'institution.DisclosureOwed'>>[1] = {}) =>
    built('institution.DisclosureOwed', data);
  const publishedOn = (day: string) => built('institution.InformationDisclosed', { publishedOn: day });
  const codes = ['IN-12-due', 'IN-12-on-time', 'IN-12-late', 'IN-12-open'] as const;

  it('count where they fall due, as on time, late or open', async () => {
    const played = log();
    // Approved on 10 February 2022: 20 days end on 2 March, a Wednesday.
    played.on('last day', owed(), publishedOn('2022-03-02'));
    played.on('first day counts', owed(), publishedOn('2022-02-20'), publishedOn('2022-06-01'));
    played.on('late', owed(), publishedOn('2022-03-03'));
    played.on('next year', owed(), publishedOn('2023-01-01'));
    played.on('open', owed());
    played.on('waived', owed(), built('institution.DisclosureWaived'));
    played.on('not due yet', owed({ arisenOn: '2022-12-20' }), publishedOn('2022-12-21'));
    const sheet = await played.sheet();
    expect(Object.values(await sheet.values('2022', codes))).toEqual(['5', '2', '1', '2']);
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['1', '1', '0', '0']);
    expect(await sheet.values('2022', ['IN-12'])).toEqual({ 'IN-12': '40' });
    expect(await sheet.findings('2022')).toEqual([]);
  });

  it.each([
    ['budget', '2022-02-11', '2022-03-03', 'IN-D02'],
    ['final-accounts', '2022-08-07', '2022-08-29', 'IN-D02'],
    ['proactive', '2022-03-01', '2022-03-29', 'IN-D03'],
    ['on-request', '2022-03-01', '2022-03-29', 'IN-D04'],
    ['on-request', '2019-05-14', '2019-06-04', 'IN-D04'],
    ['annual-report', '2022-12-31', '2023-01-31', 'IN-D05'],
    ['annual-report', '2018-12-31', '2019-03-31', 'IN-D05'],
    ['enforcement-decision', '2022-03-01', '2022-03-29', 'IN-D06'],
    ['penalty-or-licence', '2022-03-01', '2022-03-10', 'IN-D06-penalty'],
  ] as const)('of the kind %s, arisen on %s, are due on %s', async (kind, arisenOn, dueOn, deadline) => {
    const played = log();
    played.on('a', owed({ kind, arisenOn }));
    expect((await played.sheet()).duties).toMatchObject([{ deadline, dueOn }]);
  });

  it('are due on the day a document gives', async () => {
    const played = log();
    played.on('a', owed({ dueGiven: '2022-02-15' }), publishedOn('2022-02-16'));
    expect(Object.values(await (await played.sheet()).values('2022', codes))).toEqual(['1', '0', '1', '0']);
  });
});

describe('equipment, units and rooms', () => {
  it('count what was installed, and what is held and in use', async () => {
    const played = log();
    played.on('old', built('institution.OpeningBalanceImported'));
    played.on('bought', built('institution.AssetAcquired'), built('institution.AssetInstalled', { quantity: 30 }));
    played.on(
      'fitted',
      built('institution.AssetInstalled', { kind: 'pickup', quantity: 22, installedOn: '2022-12-31' }),
      built('institution.AssetRetired', { retiredOn: '2023-01-01', quantity: 2 }),
    );
    const sheet = await played.sheet();
    const installed = ['IN-13', 'IN-13-cameras', 'IN-13-pickups', 'IN-13-in-use'] as const;
    const held = ['IN-14', 'IN-14-acquired', 'IN-14-imported', 'IN-14-retired'] as const;
    expect(Object.values(await sheet.values('2021', held))).toEqual(['10', '0', '10', '0']);
    expect(Object.values(await sheet.values('2022', installed))).toEqual(['52', '30', '22', '60']);
    expect(Object.values(await sheet.values('2022', held))).toEqual(['68', '58', '0', '0']);
    expect(Object.values(await sheet.values('2023', held))).toEqual(['66', '0', '0', '2']);
    for (const year of ['2021', '2022', '2023']) expect(await sheet.findings(year)).toEqual([]);
  });

  it('count units and rooms on the last day, by kind, and rooms by their size', async () => {
    const played = log();
    played.on('a', built('institution.UnitEstablished'), built('institution.UnitAbolished'));
    played.on('b', built('institution.UnitEstablished', { kind: 'section' }));
    played.on('c', built('institution.FacilityOpened'), built('institution.FacilityAltered'));
    played.on('d', built('institution.FacilityOpened'), built('institution.FacilityClosed'));
    const sheet = await played.sheet();
    const codes = ['IN-15', 'IN-15-justice-offices', 'IN-15-sections', 'IN-16', 'IN-16-function-rooms', 'IN-17'];
    expect(Object.values(await sheet.values('2022-01-01..2022-06-30', codes))).toEqual(['2', '1', '1', '2', '2', '85']);
    expect(Object.values(await sheet.values('2022', codes))).toEqual(['1', '0', '1', '1', '1', '60']);
    expect(await sheet.values('2022', ['IN-16-opened', 'IN-16-closed'])).toEqual({
      'IN-16-opened': '2',
      'IN-16-closed': '1',
    });
    expect(await sheet.findings('2022')).toEqual([]);
  });
});

describe('values typed by a person', () => {
  const entered = (data: Parameters<typeof built<'institution.ManualIndicatorValueEntered'>>[1] = {}) =>
    built('institution.ManualIndicatorValueEntered', data);

  it('come out as typed, in the period that holds their last day', async () => {
    const played = log();
    played.on('a', entered());
    played.on('b', entered({ item: 'heating-months', value: '5', periodFrom: '2021-11-05', periodTo: '2022-04-05' }));
    played.on('c', entered({ item: 'energy-saving-rate', value: '0' }));
    const sheet = await played.sheet();
    const codes = ['IN-21', 'BF-15-heating-months-typed', 'IN-23', 'IN-22'] as const;
    expect(Object.values(await sheet.values('2022', codes))).toEqual(['98', '5', '0', null]);
    expect(Object.values(await sheet.values('2021', codes))).toEqual([null, null, null, null]);
  });

  it('are the mean where there are several, and are never put in the place of a computed one', async () => {
    const played = log();
    played.on('a', entered({ value: '97', periodTo: '2022-06-30' }), entered({ periodFrom: '2022-07-01' }));
    expect(await (await played.sheet()).values('2022', ['IN-21'])).toEqual({ 'IN-21': '97.5' });
    const typed = institution.indicators.filter(({ kind }) => kind === 'MANUAL_NUMBER').map(({ code }) => code);
    expect(typed).toHaveLength(10);
    const computed = institution.indicators.filter(({ kind }) => !['MANUAL_NUMBER', 'QUALITATIVE'].includes(kind));
    expect(computed.filter(({ versions }) => JSON.stringify(versions).includes('manual'))).toEqual([]);
  });

  it('are counted by grade where they are goals', async () => {
    const played = log();
    const goal = { item: 'goal', value: undefined } as const;
    played.on('a', entered({ ...goal, itemName: '维护稳定', grade: 'achieved' }));
    played.on('b', entered({ ...goal, itemName: '生态环境', grade: 'partly-achieved' }));
    const sheet = await played.sheet();
    expect(
      Object.values(await sheet.values('2022', ['IN-30', 'IN-30-achieved', 'IN-30-partly', 'IN-30-missed'])),
    ).toEqual(['2', '1', '1', '0']);
    expect(await sheet.findings('2022')).toEqual([]);
  });
});
