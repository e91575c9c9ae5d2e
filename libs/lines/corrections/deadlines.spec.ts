import { correctionsLog } from '../../../test/support/played-corrections.js';
import type { Played } from '../../../test/support/played-log.js';
import type { DeadlineCode } from './deadlines.js';
import {
  assessmentCommissioned,
  assessmentConcluded,
  assessmentExtended,
  assessmentReturned,
  compulsoryMeasureLifted,
  compulsoryMeasureTaken,
  conditionReviewSubmitted,
  contactLost,
  correctionGroupFormed,
  correctionPlanAdopted,
  correctionTerminated,
  crossCountyPermitGranted,
  electronicMonitoringApplied,
  electronicMonitoringExtended,
  electronicMonitoringLifted,
  id,
  intakeAnnounced,
  leaveApproved,
  leaveCancelled,
  leaveDeparted,
  leaveReturned,
  legalDocumentsReceived,
  nonReportRecorded,
  openingBalanceImported,
  periodicEvaluationRecorded,
  placeChangeConsulted,
  placeChangeDecided,
  placeChangeReplied,
  placeChangeRequested,
  punishmentImposed,
  reportMade,
  revocationProposed,
  revocationRuled,
  sentenceReductionGranted,
  sentenceReductionProposed,
  subjectFound,
  subjectReceived,
  subjectReleased,
  subjectReported,
  subjectTransferredIn,
  subjectTransferredOut,
} from './domain/builders.js';

const dutiesOf = async (
  code: DeadlineCode,
  events: readonly Played[],
): Promise<readonly (readonly [string, string | null])[]> => {
  const log = correctionsLog();
  log.on('a', ...events);
  const { duties } = await log.sheet();
  return duties.filter(({ deadline }) => deadline === code).map(({ dueOn, metOn }) => [dueOn, metOn]);
};

const patient = subjectReceived({ category: 'outside-prison', outsidePrisonGround: 'medical' });

/** Events, and the day the duty is due and was met; `null` for one still open. No year of the calendar has holidays. */
it.each<[DeadlineCode, string, readonly Played[], readonly (readonly [string, string | null])[]]>([
  ['CC-D01', '10 working days', [assessmentCommissioned(), assessmentConcluded()], [['2023-02-15', '2023-02-13']]],
  ['CC-D01', 'the day agreed', [assessmentCommissioned(), assessmentExtended()], [['2023-02-28', null]]],
  ['CC-D01', 'nothing once returned', [assessmentCommissioned(), assessmentReturned()], []],
  ['CC-D01', 'no national term before the law', [assessmentCommissioned({ receivedOn: '2020-06-30' })], []],
  ['CC-D01-expedited', '5 working days', [assessmentCommissioned({ expedited: true })], [['2023-02-08', null]]],
  // 4 + 10 January 2023 is a Saturday: the term ends on Monday the 16th.
  [
    'CC-D02',
    'papers 10 days after effect',
    [subjectReported(), legalDocumentsReceived()],
    [['2023-01-16', '2023-01-06']],
  ],
  ['CC-D02', 'nothing for a transfer', [subjectTransferredIn()], []],
  ['CC-D03', 'report in 10 days, rolled', [subjectReported()], [['2023-01-16', '2023-01-09']]],
  ['CC-D03', 'met by intake', [subjectReceived()], [['2023-01-16', '2023-01-10']]],
  ['CC-D03', 'the day the failure states', [nonReportRecorded()], [['2023-01-14', null]]],
  [
    'CC-D03',
    'under the rules of 2012',
    [subjectReported({ effectiveOn: '2019-01-02', reportedOn: '2019-01-08' })],
    [['2019-01-14', '2019-01-08']],
  ],
  ['CC-D03', 'nothing for a subject handed over', [patient], []],
  ['CC-D04', 'hand-over in 10 days', [patient], [['2023-01-16', '2023-01-10']]],
  [
    'CC-D05',
    'receipt in 5 days',
    [legalDocumentsReceived({ receiptSentOn: '2023-01-09' })],
    [['2023-01-11', '2023-01-09']],
  ],
  [
    'CC-D05-missing',
    'missing papers in 5 days',
    [legalDocumentsReceived(), legalDocumentsReceived({ docsReceivedOn: '2023-01-10', complete: true })],
    [['2023-01-11', '2023-01-10']],
  ],
  ['CC-D06-announcement', 'by the setting', [subjectReceived(), intakeAnnounced()], [['2023-02-09', '2023-01-12']]],
  ['CC-D06-announcement', 'nothing for an opening balance', [openingBalanceImported()], []],
  ['CC-D06-group', 'by the setting', [subjectReceived(), correctionGroupFormed()], [['2023-02-09', '2023-01-12']]],
  ['CC-D06-group', 'counted from the first intake', [openingBalanceImported()], [['2022-06-08', null]]],
  ['CC-D06-plan', 'by the setting', [subjectReceived(), correctionPlanAdopted()], [['2023-02-09', '2023-01-16']]],
  ['CC-D06-plan', 'nothing once released', [subjectReceived(), subjectReleased({ releasedOn: '2023-01-20' })], []],
  ['CC-D07', '3 days ahead', [subjectReceived(), leaveApproved()], [['2023-03-03', '2023-03-01']]],
  ['CC-D07', 'nothing once cancelled', [subjectReceived(), leaveApproved(), leaveCancelled()], []],
  ['CC-D08', 'back by the granted day', [subjectReceived(), leaveApproved(), leaveDeparted()], [['2023-03-10', null]]],
  ['CC-D08', 'nothing left when back', [subjectReceived(), leaveApproved(), leaveDeparted(), leaveReturned()], []],
  ['CC-D08', 'nothing before leaving', [subjectReceived(), leaveApproved()], []],
  ['CC-D09', '6 months', [subjectReceived(), crossCountyPermitGranted()], [['2023-09-01', '2023-08-31']]],
  [
    'CC-D10-consult',
    '5 days',
    [subjectReceived(), placeChangeRequested(), placeChangeConsulted()],
    [['2023-07-10', '2023-07-06']],
  ],
  [
    'CC-D10-reply',
    '5 days',
    [subjectReceived(), placeChangeRequested(), placeChangeConsulted(), placeChangeReplied()],
    [['2023-07-11', '2023-07-11']],
  ],
  [
    'CC-D10-refusal',
    '5 days',
    [subjectReceived(), placeChangeRequested(), placeChangeDecided({ decision: 'refused' })],
    [['2023-07-19', null]],
  ],
  ['CC-D10-refusal', 'nothing when agreed', [subjectReceived(), placeChangeRequested(), placeChangeDecided()], []],
  [
    'CC-D10-papers',
    '5 days',
    [subjectReceived(), placeChangeRequested(), placeChangeDecided(), subjectTransferredOut()],
    [['2023-07-19', '2023-07-18']],
  ],
  [
    'CC-D10-arrival',
    '7 days',
    [subjectReceived(), placeChangeRequested(), placeChangeDecided()],
    [['2023-07-21', null]],
  ],
  [
    'CC-D11-review',
    'each quarter',
    [patient, conditionReviewSubmitted(), subjectReleased({ releasedOn: '2023-10-01' })],
    [
      ['2023-06-30', '2023-04-05'],
      ['2023-09-30', null],
    ],
  ],
  [
    'CC-D11-report',
    'each month',
    [patient, reportMade({ kind: 'medical-condition' }), subjectReleased({ releasedOn: '2023-04-01' })],
    [
      ['2023-02-28', '2023-02-10'],
      ['2023-03-31', null],
    ],
  ],
  [
    'CC-D11-report',
    'no other report meets it',
    [patient, reportMade(), subjectReleased({ releasedOn: '2023-03-01' })],
    [['2023-02-28', null]],
  ],
  [
    'CC-D12',
    'lifted in time',
    [subjectReceived(), electronicMonitoringApplied(), electronicMonitoringLifted()],
    [['2023-08-07', '2023-08-07']],
  ],
  [
    'CC-D12',
    'extended: the next span',
    [subjectReceived(), electronicMonitoringApplied(), electronicMonitoringExtended()],
    [
      ['2023-08-07', '2023-08-04'],
      ['2023-11-07', null],
    ],
  ],
  [
    'CC-D13-reduction',
    '30 days',
    [subjectReceived(), sentenceReductionProposed(), sentenceReductionGranted()],
    [['2023-08-31', '2023-08-28']],
  ],
  [
    'CC-D13-revocation',
    '30 days',
    [subjectReceived(), revocationProposed(), revocationRuled()],
    [['2023-12-01', '2023-11-27']],
  ],
  [
    'CC-D14-arrest',
    '48 hours',
    [
      subjectReceived(),
      revocationProposed({ arrestRequested: true }),
      compulsoryMeasureTaken({ takenOn: '2023-11-02', kind: 'arrest' }),
    ],
    [['2023-11-03', '2023-11-02']],
  ],
  ['CC-D14-arrest', 'nothing unasked', [subjectReceived(), revocationProposed()], []],
  [
    'CC-D14-custody',
    '30 days',
    [subjectReceived(), compulsoryMeasureTaken({ kind: 'arrest' }), compulsoryMeasureLifted()],
    [['2023-11-08', '2023-10-23']],
  ],
  ['CC-D15', '30 days ahead', [subjectReceived()], [['2024-12-04', null]]],
  [
    'CC-D15',
    'follows a term made shorter',
    [subjectReceived(), sentenceReductionGranted(), periodicEvaluationRecorded({ period: 'term-end' })],
    [['2024-09-03', '2023-06-30']],
  ],
  [
    'CC-D15-aftercare',
    'by the end of the term',
    [subjectReceived(), subjectReleased()],
    [['2025-01-03', '2025-01-03']],
  ],
  [
    'CC-D15-aftercare',
    'nothing for one not handed over at release',
    [subjectReceived(), subjectReleased({ aftercareHandedOver: false })],
    [],
  ],
  [
    'CC-D16-warning',
    'after 10 days',
    [subjectReceived(), contactLost(), punishmentImposed({ decidedOn: '2023-09-13', kind: 'warning' })],
    [['2023-09-14', '2023-09-13']],
  ],
  ['CC-D16-warning', 'nothing once found', [subjectReceived(), contactLost(), subjectFound()], []],
  ['CC-D16-warning', 'nothing once the case is closed', [subjectReceived(), contactLost(), correctionTerminated()], []],
  [
    'CC-D08',
    'nothing once the case is closed',
    [subjectReceived(), leaveApproved(), leaveDeparted(), correctionTerminated()],
    [],
  ],
  [
    'CC-D16-revocation',
    'after a month',
    [subjectReceived(), contactLost(), revocationProposed({ proposedOn: '2023-10-04' })],
    [['2023-10-04', '2023-10-04']],
  ],
])('%s: %s', async (code, _name, events, expected) => expect(await dutiesOf(code, events)).toEqual(expected));

it('an admonition while the contact is lost is not the warning that is due', async () => {
  const events = [subjectReceived(), contactLost(), punishmentImposed({ decidedOn: '2023-09-10', docNo: id('doc') })];
  expect(await dutiesOf('CC-D16-warning', events)).toEqual([['2023-09-14', null]]);
});
