import {
  OFFICE,
  agreed,
  expectFigures,
  failed,
  mediationLog,
  on,
  taken,
} from '../../../../test/support/played-mediation.js';
import { id } from '../domain/examples.js';

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
    const played = mediationLog();
    played.on(
      'a',
      ...approvedOn('2023-05-04', 'difficult', '200'),
      paid('2023-06-01', '150.50'),
      paid('2024-01-01', '49.50'),
    );
    played.on('b', ...approvedOn('2023-12-31', 'simple', '100'), paid('2023-12-31', '100'));
    played.on('c', ...approvedOn('2024-01-01', 'difficult', '300'));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', {
      ...{
        'PM-09-approved': '300',
        'PM-09-paid': '250.5',
        'PM-09': '83.5',
        'PM-09-cases': '50',
        'PM-09-hard': '75.25',
      },
      ...{ 'PM-09-approved-cases': '2' },
    });
    await expectFigures(sheet, '2024', {
      'PM-09-approved': '300',
      'PM-09-paid': '49.5',
      'PM-09': '0',
      'PM-09-cases': '0',
    });
    await expectFigures(sheet, '2023-01-01..2024-12-31', { 'PM-09-cases': expect.stringMatching(/^66\.6/) as never });
    expect(sheet.registers.filter(({ register }) => register === 'mediation.claims')).toHaveLength(3);
  });

  it('counts for the office whose case it is, whoever records it', async () => {
    const played = mediationLog();
    played.on('a', ...approvedOn('2023-05-04', 'difficult', '200'));
    played.by('430922', 'a', paid('2023-06-01', '200'), on('mediation.DossierReviewed', { reviewedOn: '2023-06-02' }));
    played.on('b', taken('2023-05-01'));
    played.by('430922', 'b', agreed('2023-05-02'), on('mediation.DisputeRevisited', { revisitedOn: '2023-07-02' }));
    const sheet = await played.sheet([OFFICE]);
    await expectFigures(sheet, '2023', {
      ...{ 'PM-09-paid': '200', 'PM-09': '100', 'PM-09-cases': '100', 'PM-11-reviewed': '1', 'PM-04': '2' },
    });
    expect(new Set(sheet.postings.map(({ office }) => office))).toEqual(new Set([OFFICE]));
  });

  it('hangs on dossiers, of which each review counts', async () => {
    const played = mediationLog();
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
    await expectFigures(sheet, '2023', { 'PM-11-reviewed': '2', 'PM-11-passed': '1', 'PM-11': '50' });
    await expectFigures(sheet, '2024', { 'PM-11-reviewed': '1', 'PM-11-passed': '1', 'PM-11': '100' });
  });
});

describe('screenings, committees and mediators', () => {
  it('plans count in the period they are for, whenever made and held', async () => {
    const played = mediationLog();
    played.on('a', on('mediation.ScreeningPlanned'), on('mediation.ScreeningHeld'));
    played.on(
      'b',
      on('mediation.ScreeningPlanned', { plannedFor: '2023-12-31' }),
      on('mediation.ScreeningHeld', { heldOn: '2024-01-01' }),
    );
    played.on('c', on('mediation.ScreeningPlanned', { plannedFor: '2024-01-01' }));
    played.on('d', on('mediation.ScreeningHeld', { heldOn: '2023-07-01' }));
    const sheet = await played.sheet();
    await expectFigures(sheet, '2023', {
      ...{ 'PM-15-planned': '2', 'PM-15-held': '2', 'PM-15': '50', 'PM-15-all': '100', 'PM-15-areas': '45' },
    });
    await expectFigures(sheet, '2024', { 'PM-15-planned': '1', 'PM-15-held': '1', 'PM-15': '0' });
  });

  it('stand at the end of the period', async () => {
    const played = mediationLog();
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
    await expectFigures(sheet, '2023', {
      ...{ 'PM-16': '5', 'PM-16-full-time': '4', 'PM-16-part-time': '1', 'PM-16-centre': '1', 'PM-16-trained': '2' },
      ...{ 'PM-16-per-township': '1.5', 'PM-16-committees': '2', 'PM-16-township-committees': '2', 'PM-16-rooms': '1' },
      ...{ 'PM-16-village-committees': '0' },
    });
    await expectFigures(sheet, '2024', { 'PM-16': '4', 'PM-16-per-township': '1' });
    await expectFigures(sheet, '2023-01-01..2023-10-31', { 'PM-16-village-committees': '1', 'PM-16-committees': '3' });
  });

  it('tell the court of every change, and elect every three years', async () => {
    const played = mediationLog();
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
