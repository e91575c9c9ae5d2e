import type { IntakeEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

const person = { personRef: id('person'), judgmentDocNo: '(2022)湘0922刑初300号', effectiveOn: '2023-01-04' };
const subject = { personRef: id('person'), sex: 'male', ageBand: '26-to-45', minor: false } as const;
const sentence = {
  category: 'probation',
  judgmentDocNo: person.judgmentDocNo,
  effectiveOn: person.effectiveOn,
  correctionFrom: '2023-01-04',
  correctionTo: '2025-01-03',
  offenceClass: 'public-safety',
  officeCode: '430922001',
} as const;

/** A man on probation for two years: judged in December, received on 2023-01-10. */
export const intakeExamples: Examples<IntakeEvent> = {
  'corrections.OpeningBalanceImported': {
    asOfDate: '2022-12-31',
    state: 'in-register',
    ...subject,
    ...sentence,
    effectiveOn: '2022-05-01',
    correctionFrom: '2022-05-01',
    correctionTo: '2024-04-30',
    receivedOn: '2022-05-09',
    sourceSystem: '省社区矫正管理信息系统',
  },
  'corrections.LegalDocumentsReceived': {
    docsReceivedOn: '2023-01-06',
    ...person,
    category: 'probation',
    docs: [{ kind: 'judgment', no: person.judgmentDocNo }],
    complete: false,
  },
  'corrections.SubjectReported': { reportedOn: '2023-01-09', ...person, channel: 'in-person' },
  'corrections.NonReportRecorded': { overdueOn: '2023-01-15', ...person },
  'corrections.SubjectReceived': {
    receivedOn: '2023-01-10',
    ...subject,
    ...sentence,
    decidingOrg: { kind: 'court', name: '县人民法院' },
    decidedOn: '2022-12-20',
    mainPenalty: 'fixed-term',
    originalTermMonths: 12,
    docsComplete: true,
  },
  'corrections.SubjectTransferredIn': {
    transferredInOn: '2023-01-10',
    ...subject,
    ...sentence,
    fromBureauCode: '430103',
    sourceCaseNo: 'CS-2022-88',
    changeRef: '(2022)长天司矫变字第8号',
  },
  'corrections.IntakeAnnounced': {
    announcedOn: '2023-01-12',
    place: '司法所',
    attendees: ['justice-office', 'village-committee'],
  },
  'corrections.CorrectionGroupFormed': {
    formedOn: '2023-01-12',
    members: [
      { role: 'justice-office', sex: 'male' },
      { role: 'village-committee', sex: 'male' },
    ],
  },
  'corrections.CorrectionPlanAdopted': { adoptedOn: '2023-01-16', planDocNo: '方案1号' },
  'corrections.CorrectionPlanAdjusted': { adjustedOn: '2023-06-16', planDocNo: '方案1-1号' },
};
