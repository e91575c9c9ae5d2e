import { builderOf } from '../../../test/support/built.js';
import { PlayedLog, type Sheet } from '../../../test/support/played-log.js';
import { examples, id } from './domain/examples.js';
import type { MediationEvent } from './domain/events/index.js';
import { mediation } from './index.js';
import { indicators } from './indicators/index.js';

const OFFICE = '430922001';
const on = builderOf<MediationEvent>(examples);
const log = () => new PlayedLog(mediation, OFFICE);

const taken = (acceptedOn: string, more: Parameters<typeof on<'mediation.DisputeAccepted'>>[1] = {}) =>
  on('mediation.DisputeAccepted', { acceptedOn, ...more });
const agreed = (agreementEffectiveOn: string, more: Parameters<typeof on<'mediation.MediationSucceeded'>>[1] = {}) =>
  on('mediation.MediationSucceeded', { agreementEffectiveOn, performDueOn: undefined, ...more });
const failed = (endedOn: string) => on('mediation.MediationFailed', { endedOn });

const figures = async (sheet: Sheet, period: string, expected: Readonly<Record<string, string | null>>) => {
  expect(await sheet.values(period, Object.keys(expected))).toEqual(expected);
  expect(await sheet.findings(period)).toEqual([]);
};

describe('the figures of mediation', () => {
  it('have every indicator of the catalogue', () => {
    const missing = Array.from({ length: 16 }, (_, at) => `PM-${String(at + 1).padStart(2, '0')}`).filter(
      (code) => !(code in indicators),
    );
    expect(missing).toEqual([]);
  });

  it('of an empty period are nothing, and rates have no value', async () => {
    const sheet = await log().sheet([OFFICE]);
    const rates = Object.values(indicators).filter(({ kind }) => kind.endsWith('RATIO'));
    const values = await sheet.values('2023', Object.keys(indicators));
    for (const { code } of rates) expect([code, values[code]]).toEqual([code, null]);
    expect(Object.values(values).filter((value) => value !== null && value !== '0')).toEqual([]);
    expect(await sheet.findings('2023')).toEqual([]);
  });
});

describe('disputes', () => {
  it('are counted on the day of each step, across the turn of the year', async () => {
    const played = log();
    played.on('a', on('mediation.DisputeDiscovered', { discoveredOn: '2023-12-31' }), taken('2024-01-01'));
    played.on('b', taken('2023-12-31', { kind: 'migrant-wages', source: 'court' }), agreed('2024-01-01'));
    played.on('c', taken('2023-12-31', { kind: 'labour-other', committeeKind: 'village' }), agreed('2023-12-31'));
    played.on('d', on('mediation.DisputeNotAccepted', { decidedOn: '2023-05-01' }));
    const sheet = await played.sheet();
    await figures(sheet, '2023', {
      ...{ 'PM-01': '1', 'PM-01-accepted': '0', 'PM-01-undecided': '1', 'PM-02': '2', 'PM-02-not-accepted': '1' },
      ...{ 'PM-02-open': '1', 'PM-03': '1', 'PM-04': '1', 'PM-02-kind-labour': '2', 'PM-02-kind-labour-other': '1' },
      ...{ 'PM-02-source-court': '1', 'PM-02-source-application': '1', 'PM-02-committee-village': '1' },
      ...{ 'PM-03-kind-labour': '1', 'PM-03-committee-village': '1', 'PM-03-committee-township': '0' },
    });
    await figures(sheet, '2024', {
      ...{ 'PM-01': '0', 'PM-02': '1', 'PM-02-open': '1', 'PM-03': '1', 'PM-04': '1', 'PM-03-source-court': '1' },
    });
    await figures(sheet, '2023-12-31..2024-01-01', { 'PM-01-accepted': '1', 'PM-01-undecided': '0', 'PM-02': '3' });
  });

  it('taken over from earlier records stand in the stock and in no acceptance', async () => {
    const played = log();
    played.on('a', on('mediation.OpeningBalanceImported'), failed('2023-01-10'));
    played.on('b', on('mediation.OpeningBalanceImported', { asOfDate: '2023-06-30', caseNo: '2' }));
    const sheet = await played.sheet();
    await figures(sheet, '2022', { 'PM-02': '0', 'PM-02-open': '1', 'PM-02-imported': '1' });
    await figures(sheet, '2023', {
      ...{ 'PM-02': '0', 'PM-03': '1', 'PM-03-failed': '1', 'PM-02-open': '1', 'PM-02-imported': '1' },
    });
  });

  it('have three success rates', async () => {
    const played = log();
    for (const key of ['a', 'b', 'c', 'd'])
      played.on(key, on('mediation.DisputeDiscovered'), taken('2023-03-02'), agreed('2023-03-10'));
    played.on('e', on('mediation.DisputeDiscovered'), taken('2023-03-02'), failed('2023-03-10'));
    played.on('f', on('mediation.DisputeDiscovered'), taken('2023-03-02'));
    played.on('g', on('mediation.DisputeDiscovered'), on('mediation.DisputeNotAccepted'));
    played.on('h', on('mediation.DisputeDiscovered'));
    await figures(await played.sheet(), '2023', { 'PM-05': '80', 'PM-05-C': '50', 'PM-01-not-accepted': '1' });
    const { 'PM-05-B': overAccepted } = await (await played.sheet()).values('2023', ['PM-05-B']);
    expect(Number(overAccepted)).toBeCloseTo(400 / 6, 8);
  });

  it('end in time by the day due, or by the day both agreed on', async () => {
    const played = log();
    played.on('a', taken('2023-03-01'), agreed('2023-04-03')); // 1 April is a Saturday
    played.on('b', taken('2023-03-01'), agreed('2023-04-04'));
    played.on('c', taken('2023-03-01'), on('mediation.MediationExtended'), agreed('2023-04-20'));
    played.on('d', taken('2023-03-01'), on('mediation.MediationWithdrawn'));
    const sheet = await played.sheet();
    await figures(sheet, '2023', { 'PM-03-in-time': '75', 'PM-03-withdrawn': '1' });
    expect(sheet.duties.map(({ deadline, dueOn }) => [deadline, dueOn]).filter(([code]) => code === 'PM-D01')).toEqual([
      ...[
        ['PM-D01', '2023-04-03'],
        ['PM-D01', '2023-04-03'],
        ['PM-D01', '2023-04-20'],
        ['PM-D01', '2023-04-03'],
      ],
    ]);
  });

  it('count by the grade confirmed, however late', async () => {
    const played = log();
    const graded = (grade: 'simple' | 'difficult' | 'major' | 'extra-major') => [
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.DifficultyProposed', { grade: 'extra-major' }),
      on('mediation.DifficultyConfirmed', { grade, confirmedOn: '2024-02-01' }),
    ];
    const grades = ['simple', 'difficult', 'major', 'extra-major', 'major'] as const;
    for (const [at, grade] of grades.entries()) played.on(String(at), ...graded(grade));
    played.on('proposed only', ...graded('simple').slice(0, 3));
    await figures(await played.sheet(), '2023', {
      ...{ 'PM-04': '6', 'PM-04-ungraded': '1', 'PM-04-simple': '1', 'PM-06': '4', 'PM-06-difficult': '1' },
      ...{ 'PM-06-major': '2', 'PM-06-extra-major': '1' },
    });
  });
});

describe('agreements', () => {
  it('carry people, money and harm prevented, exact to the fen', async () => {
    const played = log();
    const harm = (peopleCount: number) => ({ harm: 'mass-petition', peopleCount }) as const;
    played.on('a', taken('2023-03-02'), agreed('2023-03-10', { amountAgreed: '0.10', prevented: [harm(30)] }));
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10', {
        amountAgreed: '0.20',
        form: 'oral',
        prevented: [harm(12), { harm: 'crime', peopleCount: 1 }],
      }),
    );
    played.on('c', taken('2023-03-02'), failed('2023-03-10'));
    await figures(await played.sheet(), '2023', {
      ...{ 'PM-07': '10', 'PM-07-closed': '15', 'PM-07-amount': '0.3', 'PM-08': '0.3', 'PM-08-performed': '0' },
      ...{ 'PM-04-oral': '1', 'PM-04-written': '1', 'PM-13': '3', 'PM-13-people': '43', 'PM-13-mass-petition': '2' },
      ...{ 'PM-13-mass-petition-people': '42', 'PM-13-crime': '1', 'PM-13-suicide': '0' },
    });
  });

  it('are not due, unperformed, performed in part or in full, each day one of these', async () => {
    const played = log();
    played.on(
      'a',
      taken('2023-03-02'),
      agreed('2023-03-10', { performDueOn: '2023-04-10' }),
      on('mediation.AgreementPerformed', { performedOn: '2023-05-01', degree: 'partial', amountPerformed: '10.5' }),
      on('mediation.AgreementPerformed', { performedOn: '2024-01-01', degree: 'full', amountPerformed: '1' }),
    );
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.AgreementPerformed', { performedOn: '2023-03-10' }),
    );
    played.on(
      'c',
      taken('2023-03-02'),
      agreed('2023-03-10', { performDueOn: '2024-06-30' }),
      on('mediation.AgreementPerformed', { performedOn: '2023-12-31' }),
    );
    const sheet = await played.sheet();
    const states = ['PM-04-not-due', 'PM-04-unperformed', 'PM-04-part-performed', 'PM-04-performed'] as const;
    const upTo = async (day: string) => Object.values(await sheet.values(`2023-01-01..${day}`, states)).join(' ');
    expect(await upTo('2023-03-10')).toBe('2 0 0 1');
    expect(await upTo('2023-04-10')).toBe('2 0 0 1');
    expect(await upTo('2023-04-11')).toBe('1 1 0 1');
    expect(await upTo('2023-05-01')).toBe('1 0 1 1');
    expect(await upTo('2023-12-31')).toBe('0 0 1 2');
    await figures(sheet, '2023', { 'PM-10': '50', 'PM-10-ever': '50', 'PM-08-performed': '16010.5' });
    await figures(sheet, '2024', { 'PM-10': '100', 'PM-10-ever': '100', 'PM-08-performed': '1' });
    await figures(sheet, '2023-01-01..2024-12-31', { 'PM-10': '100', 'PM-04-performed': '3' });
  });

  it('are broken, taken to court, and asked about afterwards', async () => {
    const played = log();
    const wanted = agreed('2023-03-10', { confirmationWanted: true });
    played.on(
      'a',
      taken('2023-03-02'),
      wanted,
      on('mediation.JudicialConfirmationApplied'),
      on('mediation.JudicialConfirmationRuled'),
    );
    played.on(
      'b',
      taken('2023-03-02'),
      agreed('2023-03-10'),
      on('mediation.JudicialConfirmationApplied'),
      on('mediation.JudicialConfirmationRuled', { outcome: 'dismissed' }),
    );
    played.on('c', taken('2023-03-02'), wanted, on('mediation.AgreementBreached'));
    for (const satisfaction of ['satisfied', 'basically-satisfied', 'dissatisfied', 'no-answer', 'satisfied'] as const)
      played.on('c', on('mediation.DisputeRevisited', { satisfaction }));
    const sheet = await played.sheet();
    await figures(sheet, '2023', {
      ...{ 'PM-12': '1', 'PM-12-dismissed': '1', 'PM-12-applied': '2', 'PM-04-breached': '1' },
      ...{ 'PM-14': '75', 'PM-14-strict': '50', 'PM-14-visits': '5' },
    });
    const due = (code: string) => sheet.duties.filter(({ deadline }) => deadline === code);
    expect(due('PM-D02').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-04-10', '2023-03-20'],
      ['2023-04-10', null],
    ]);
    expect(due('PM-D02-ruling').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-04-07', '2023-04-04'],
      ['2023-04-07', '2023-04-04'],
    ]);
    // The broken agreement is waited for no longer.
    expect(due('PM-D06').map(({ dueOn, metOn }) => [dueOn, metOn])).toEqual([
      ['2023-03-10', null],
      ['2023-03-10', null],
    ]);
  });
});

describe('what cases earn', () => {
  const approvedOn = (day: string, grade: 'simple' | 'difficult', amountApproved: string) => [
    taken('2023-03-02'),
    agreed('2023-03-10'),
    on('mediation.DifficultyProposed', { grade }),
    on('mediation.DifficultyConfirmed', { grade }),
    on('mediation.SubsidyClaimed'),
    on('mediation.SubsidyApproved', { approvedOn: day, grade, amountApproved, tariff: amountApproved }),
  ];
  const paid = (paidOn: string, amountPaid: string) =>
    on('mediation.SubsidyPaid', { paidOn, amountPaid, paymentRef: id('payment', paidOn) });

  it('is paid of what was approved in the period, by amount, by case, and for hard cases', async () => {
    const played = log();
    played.on(
      'a',
      ...approvedOn('2023-05-04', 'difficult', '200'),
      paid('2023-06-01', '150.50'),
      paid('2024-01-01', '49.50'),
    );
    played.on('b', ...approvedOn('2023-12-31', 'simple', '100'), paid('2023-12-31', '100'));
    played.on('c', ...approvedOn('2024-01-01', 'difficult', '300'));
    const sheet = await played.sheet();
    await figures(sheet, '2023', {
      ...{
        'PM-09-approved': '300',
        'PM-09-paid': '250.5',
        'PM-09': '83.5',
        'PM-09-cases': '50',
        'PM-09-hard': '75.25',
      },
      ...{ 'PM-09-approved-cases': '2' },
    });
    await figures(sheet, '2024', { 'PM-09-approved': '300', 'PM-09-paid': '49.5', 'PM-09': '0', 'PM-09-cases': '0' });
    await figures(sheet, '2023-01-01..2024-12-31', { 'PM-09-cases': expect.stringMatching(/^66\.6/) as never });
    expect(sheet.registers.filter(({ register }) => register === 'mediation.claims')).toHaveLength(3);
  });

  it('hangs on dossiers, of which each review counts', async () => {
    const played = log();
    const review = (reviewedOn: string, result: 'passed' | 'not-passed') =>
      on('mediation.DossierReviewed', { reviewedOn, result });
    played.on(
      'a',
      taken('2023-03-02'),
      agreed('2023-03-10'),
      review('2023-12-31', 'not-passed'),
      review('2024-01-01', 'passed'),
    );
    played.on('b', taken('2023-03-02'), failed('2023-03-10'), review('2023-04-01', 'passed'));
    const sheet = await played.sheet();
    await figures(sheet, '2023', { 'PM-11-reviewed': '2', 'PM-11-passed': '1', 'PM-11': '50' });
    await figures(sheet, '2024', { 'PM-11-reviewed': '1', 'PM-11-passed': '1', 'PM-11': '100' });
  });
});

describe('screenings, committees and mediators', () => {
  it('plans count in the period they are for, whenever made and held', async () => {
    const played = log();
    played.on('a', on('mediation.ScreeningPlanned'), on('mediation.ScreeningHeld'));
    played.on(
      'b',
      on('mediation.ScreeningPlanned', { plannedFor: '2023-12-31' }),
      on('mediation.ScreeningHeld', { heldOn: '2024-01-01' }),
    );
    played.on('c', on('mediation.ScreeningPlanned', { plannedFor: '2024-01-01' }));
    played.on('d', on('mediation.ScreeningHeld', { heldOn: '2023-07-01' }));
    const sheet = await played.sheet();
    await figures(sheet, '2023', {
      ...{ 'PM-15-planned': '2', 'PM-15-held': '2', 'PM-15': '50', 'PM-15-all': '100', 'PM-15-areas': '45' },
    });
    await figures(sheet, '2024', { 'PM-15-planned': '1', 'PM-15-held': '1', 'PM-15': '0' });
  });

  it('stand at the end of the period', async () => {
    const played = log();
    const committee = (committeeCode: string, kind: 'township' | 'village' | 'organisation') =>
      on('mediation.CommitteeFiled', { committeeCode, kind });
    const mediator = (name: string, more: object = {}) =>
      on('mediation.MediatorAppointed', { mediatorRef: id(name), ...more });
    played.on('t1', committee('t1', 'township'), on('mediation.RoomOpened'), on('mediation.CommitteeReportedToCourt'));
    played.on(
      't2',
      committee('t2', 'township'),
      on('mediation.RoomOpened', { roomCode: 'R2' }),
      on('mediation.RoomClosed', { roomCode: 'R2' }),
    );
    played.on('v', committee('v', 'village'), on('mediation.CommitteeDissolved'));
    played.on(
      'm1',
      mediator('m1'),
      on('mediation.MediatorTrained'),
      on('mediation.MediatorTrained', { trainedOn: '2023-06-01' }),
    );
    played.on('m2', mediator('m2'));
    played.on('m3', mediator('m3', { employment: 'part-time', committeeKind: 'village' }));
    played.on('m4', mediator('m4', { workplace: 'county-centre', committeeKind: 'organisation' }));
    played.on('m5', mediator('m5'), on('mediation.MediatorDismissed', { dismissedOn: '2024-01-01' }));
    const sheet = await played.sheet();
    await figures(sheet, '2023', {
      ...{ 'PM-16': '5', 'PM-16-full-time': '4', 'PM-16-part-time': '1', 'PM-16-centre': '1', 'PM-16-trained': '2' },
      ...{ 'PM-16-per-township': '1.5', 'PM-16-committees': '2', 'PM-16-township-committees': '2', 'PM-16-rooms': '1' },
      ...{ 'PM-16-village-committees': '0' },
    });
    await figures(sheet, '2024', { 'PM-16': '4', 'PM-16-per-township': '1' });
    await figures(sheet, '2023-01-01..2023-10-31', { 'PM-16-village-committees': '1', 'PM-16-committees': '3' });
  });

  it('tell the court of every change, and elect every three years', async () => {
    const played = log();
    played.on(
      'a',
      on('mediation.CommitteeFiled'),
      on('mediation.CommitteeReportedToCourt'),
      on('mediation.CommitteeChanged', { electedOn: '2023-06-01' }),
    );
    played.on('b', on('mediation.CommitteeFiled', { committeeCode: 'b' }), on('mediation.CommitteeDissolved'));
    const { duties } = await played.sheet();
    const due = (code: string) =>
      duties.filter(({ deadline }) => deadline === code).map(({ dueOn, metOn }) => [dueOn, metOn]);
    expect(due('PM-D04')).toEqual([
      ['2023-02-16', '2023-01-20'],
      ['2023-07-13', null],
      ['2023-02-16', null],
      ['2023-12-13', null],
    ]);
    expect(due('PM-D07')).toEqual([
      ['2025-12-20', '2023-06-01'],
      ['2026-06-01', null],
    ]);
  });
});
