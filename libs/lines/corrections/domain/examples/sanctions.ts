import type { CustodyEvent, PunishmentEvent, SentenceChangeEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

const violationId = id('violation');

/** A year going wrong: a missed report in April, lost in September, a theft in October. */
export const sanctionExamples: Examples<PunishmentEvent | CustodyEvent | SentenceChangeEvent> = {
  'corrections.ViolationDetected': {
    violatedOn: '2023-04-08',
    violationId,
    kind: 'report-missed',
    source: 'information-system',
  },
  'corrections.PunishmentImposed': {
    decidedOn: '2023-04-12',
    kind: 'admonition',
    docNo: '桃司矫训字1号',
    violationRef: violationId,
  },
  'corrections.PublicSecurityPunishmentProposed': {
    proposedOn: '2023-04-12',
    docNo: '桃司矫治建1号',
    violationRef: violationId,
  },
  'corrections.PublicSecurityPunishmentImposed': {
    imposedOn: '2023-04-18',
    docNo: '桃公行罚1号',
    penalty: 'detention',
    detentionDays: 5,
    violationRef: violationId,
  },
  'corrections.CommendationGranted': { decidedOn: '2023-07-31', docNo: '桃司矫表字1号' },
  'corrections.ElectronicMonitoringApplied': {
    appliedOn: '2023-05-08',
    ground: 'left-without-leave',
    from: '2023-05-08',
    to: '2023-08-07',
    approver: 'county-head',
  },
  'corrections.ElectronicMonitoringExtended': { extendedOn: '2023-08-04', to: '2023-11-07', approver: 'county-head' },
  'corrections.ElectronicMonitoringLifted': { liftedOn: '2023-08-07' },
  'corrections.ContactLost': { lostOn: '2023-09-04', actions: ['组织查找'], notified: ['公安机关'] },
  'corrections.SubjectFound': { foundOn: '2023-09-12' },
  'corrections.CompulsoryMeasureTaken': { takenOn: '2023-10-09', kind: 'criminal-detention', docNo: '桃公拘1号' },
  'corrections.CompulsoryMeasureLifted': { liftedOn: '2023-10-23' },
  'corrections.ReoffenceRecorded': {
    convictionEffectiveOn: '2023-12-04',
    offenceCommittedOn: '2023-10-01',
    measureOn: '2023-10-09',
    offenceClass: 'property',
    courtDocNo: '(2023)湘0922刑初400号',
  },
  'corrections.SentenceReductionProposed': { proposedOn: '2023-08-01', docNo: '桃司矫减建1号' },
  'corrections.SentenceReductionGranted': {
    grantedOn: '2023-08-28',
    docNo: '(2023)湘09刑更1号',
    newCorrectionTo: '2024-10-03',
  },
  'corrections.RevocationProposed': {
    proposedOn: '2023-11-01',
    kind: 'probation-revoked',
    organ: '县人民法院',
    docNo: '桃司矫撤建1号',
    arrestRequested: false,
  },
  'corrections.RevocationRuled': {
    ruledOn: '2023-11-27',
    kind: 'probation-revoked',
    outcome: 'granted',
    docNo: '(2023)湘0922刑更9号',
    courtInitiated: false,
  },
};
