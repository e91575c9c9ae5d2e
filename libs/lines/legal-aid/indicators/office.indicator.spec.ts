import { builderOf } from '../../../../test/support/built.js';
import { PlayedLog } from '../../../../test/support/played-log.js';
import type { LegalAidEvent } from '../domain/events/index.js';
import { examples, id } from '../domain/examples.js';
import { legalAid } from '../index.js';

const built = builderOf<LegalAidEvent>(examples);
const newLog = () => new PlayedLog(legalAid, '430922001');
const [applied, granted, assigned, concluded] = [
  built('legal-aid.AidApplied'),
  built('legal-aid.AidGranted'),
  built('legal-aid.AgentAssigned'),
  built('legal-aid.AidConcluded'),
];

describe('on time', () => {
  it('is decided in 7 days, assigned in 3; a refusal only decided, a notice only assigned', async () => {
    const log = newLog();
    const decided = (decidedOn: string) => built('legal-aid.AidGranted', { decidedOn });
    const sent = (assignedOn: string) => built('legal-aid.AgentAssigned', { assignedOn });
    const refused = (decidedOn: string) => built('legal-aid.AidRefused', { decidedOn });
    // Received on Wednesday 1 February 2023: due on Wednesday the 8th; a grant on the 8th is assigned by Monday the 13th.
    log.on('last days', applied, decided('2023-02-08'), sent('2023-02-13'));
    log.on('assigned late', applied, decided('2023-02-08'), sent('2023-02-14'));
    log.on('decided late', applied, decided('2023-02-09'), sent('2023-02-09'));
    log.on('not assigned', applied, decided('2023-02-08'));
    log.on('refused', applied, refused('2023-02-08'));
    log.on('refused late', applied, refused('2023-02-09'));
    log.on('notice', built('legal-aid.DefenceNotified'), sent('2023-02-06'));
    log.on('notice late', built('legal-aid.DefenceNotified'), sent('2023-02-07'));
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['LA-09-on-time', 'LA-09-decisions', 'LA-09'])).toEqual({
      'LA-09-on-time': '3',
      'LA-09-decisions': '8',
      'LA-09': '37.5',
    });
  });

  it('leaves out the days a supplement was awaited', async () => {
    const log = newLog();
    log.on(
      'a',
      applied,
      built('legal-aid.SupplementRequested', { requestedOn: '2023-02-03', dueOn: '2023-02-20' }),
      built('legal-aid.SupplementSupplied', { suppliedOn: '2023-02-10' }),
      built('legal-aid.AidGranted', { decidedOn: '2023-02-15' }),
      built('legal-aid.AgentAssigned', { assignedOn: '2023-02-15' }),
    );
    expect(await (await log.sheet()).values('2023', ['LA-09'])).toEqual({ 'LA-09': '100' });
  });

  it('forwarded is within 24 hours, where both hours are known', async () => {
    const log = newLog();
    const forwarded = (key: string, arrivedAt?: string) =>
      log.on(
        key,
        built('legal-aid.AidApplied', {
          entry: 'forwarded',
          transferredBy: 'custody-place',
          transferReceivedAt: '2023-01-31T02:00:00.000Z',
          ...(arrivedAt !== undefined && { arrivedAt }),
        }),
      );
    forwarded('a', '2023-02-01T02:00:00.000Z');
    forwarded('b', '2023-02-01T02:00:01.000Z');
    forwarded('unknown');
    expect(await (await log.sheet()).values('2023', ['LA-09-forwarded'])).toEqual({ 'LA-09-forwarded': '50' });
  });
});

describe('subsidies', () => {
  it('are paid ÷ approved of those approved in the period, by its end; a case counts once paid in full', async () => {
    const log = newLog();
    const approved = (approvedOn: string, amount: string) => built('legal-aid.SubsidyApproved', { approvedOn, amount });
    const paid = (paidOn: string, amount: string) => built('legal-aid.SubsidyPaid', { paidOn, amount });
    log.on('whole', applied, granted, assigned, concluded, approved('2023-12-01', '1000'), paid('2023-12-31', '1000'));
    log.on(
      'partly',
      applied,
      granted,
      assigned,
      concluded,
      approved('2023-12-01', '500.50'),
      paid('2023-12-20', '0.50'),
    );
    log.on(
      'next year',
      applied,
      granted,
      assigned,
      concluded,
      approved('2023-12-01', '499.50'),
      paid('2024-01-01', '499.50'),
    );
    const sheet = await log.sheet();
    const codes = ['LA-10-approved', 'LA-10-paid', 'LA-10-paid-private-lawyer', 'LA-10-paid-civil'] as const;
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['2000', '1000.5', '1000.5', '1000.5']);
    expect(await sheet.values('2023', ['LA-10', 'LA-10-paid-cases', 'LA-10-approved-cases'])).toEqual({
      'LA-10': '50.025',
      // 发放率 is 足额: the case of which a part was paid is not one that is paid.
      'LA-10-paid-cases': '1',
      'LA-10-approved-cases': '3',
    });
    expect(await sheet.values('2024', ['LA-10', 'LA-10-paid'])).toEqual({ 'LA-10': null, 'LA-10-paid': '499.5' });
  });

  it('of shifts: paid ÷ served, each served one being due', async () => {
    const log = newLog();
    const served = (servedOn: string) => built('legal-aid.DutyShiftServed', { servedOn });
    log.on(
      'paid',
      served('2023-12-01'),
      built('legal-aid.DutyHelpGiven', { givenOn: '2023-12-01' }),
      built('legal-aid.DutySubsidyPaid', { paidOn: '2023-12-31' }),
    );
    log.on('unpaid', served('2023-12-31'));
    log.on('paid next year', served('2023-12-30'), built('legal-aid.DutySubsidyPaid', { paidOn: '2024-01-02' }));
    const sheet = await log.sheet();
    expect(
      await sheet.values('2023', [
        'LA-15-due',
        'LA-15-paid',
        'LA-15-paid-amount',
        'LA-15-help',
        'LA-15-help-detention-centre',
      ]),
    ).toEqual({
      'LA-15-due': '3',
      'LA-15-paid': '1',
      'LA-15-paid-amount': '200',
      'LA-15-help': '1',
      'LA-15-help-detention-centre': '1',
    });
    expect(await sheet.values('2024', ['LA-15', 'LA-15-paid-amount'])).toEqual({
      'LA-15': null,
      'LA-15-paid-amount': '200',
    });
  });
});

describe('quality and satisfaction', () => {
  it('is passed ÷ assessed, satisfied ÷ answered', async () => {
    const log = newLog();
    const grade = (key: string, value: 'passed' | 'failed') =>
      log.on(key, applied, granted, assigned, concluded, built('legal-aid.CaseQualityAssessed', { grade: value }));
    grade('a', 'passed');
    grade('b', 'failed');
    for (const satisfaction of ['very-satisfied', 'fairly-satisfied', 'dissatisfied', 'not-answered'] as const)
      log.on(
        satisfaction,
        applied,
        granted,
        assigned,
        concluded,
        built('legal-aid.RecipientRevisited', { satisfaction }),
      );
    const sheet = await log.sheet();
    expect(await sheet.values('2023', ['LA-11', 'LA-12-satisfied', 'LA-12-answered'])).toEqual({
      'LA-11': '50',
      'LA-12-satisfied': '2',
      'LA-12-answered': '3',
    });
  });

  it('counts complaints by receipt, and those found right by their handling', async () => {
    const log = newLog();
    log.on(
      'a',
      built('legal-aid.ComplaintReceived', { receivedOn: '2023-12-31' }),
      built('legal-aid.ComplaintHandled', { handledOn: '2024-01-01', outcome: 'partly-upheld' }),
    );
    log.on('b', built('legal-aid.ComplaintReceived'), built('legal-aid.ComplaintHandled'));
    const codes = ['LA-12-complaints', 'LA-12-complaints-handled', 'LA-12-complaints-upheld'] as const;
    const sheet = await log.sheet();
    expect(Object.values(await sheet.values('2023', codes))).toEqual(['2', '1', '0']);
    expect(Object.values(await sheet.values('2024', codes))).toEqual(['0', '1', '1']);
  });
});

describe('services beside the cases', () => {
  it('are counted by themselves; the pooled number adds advice and applications', async () => {
    const log = newLog();
    log.on('a', built('legal-aid.ConsultationAnswered'));
    log.on('b', built('legal-aid.ConsultationAnswered', { channel: 'online', topicClass: 'criminal' }));
    log.on('c', built('legal-aid.DocumentDrafted'));
    log.on('d', applied);
    expect(
      await (
        await log.sheet()
      ).values('2023', ['LA-06', 'LA-06-online', 'LA-06-topic-criminal', 'LA-06-papers', 'LA-06-with-applications']),
    ).toEqual({
      'LA-06': '2',
      'LA-06-online': '1',
      'LA-06-topic-criminal': '1',
      'LA-06-papers': '1',
      'LA-06-with-applications': '3',
    });
  });

  it('an offer is no application, neither made nor taken up', async () => {
    const log = newLog();
    log.on('a', built('legal-aid.AidOffered'), built('legal-aid.AidOfferAnswered'));
    log.on('b', built('legal-aid.AidOffered', { sourceRef: id('other') }));
    expect(
      await (
        await log.sheet()
      ).values('2023', ['LA-01', 'LA-02', 'LA-04', 'LA-07', 'LA-14-offered', 'LA-14-offers-taken']),
    ).toEqual({
      'LA-01': '0',
      'LA-02': '0',
      'LA-04': '0',
      'LA-07': '0',
      'LA-14-offered': '2',
      'LA-14-offers-taken': '1',
    });
  });

  it('publicity awaits the line that has it', async () =>
    expect(await (await newLog().sheet(['430922001'])).values('2023', ['LA-13', 'LA-13-attendance'])).toEqual({
      'LA-13': null,
      'LA-13-attendance': null,
    }));
});
