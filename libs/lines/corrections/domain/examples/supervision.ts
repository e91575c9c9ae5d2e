import type { SupervisionEvent } from '../events/index.js';
import { type Examples, id } from './example.js';

const attendance = { heldOn: '2023-03-15', sessionRef: id('session'), hours: '2.0' };

/** Half a year of supervision. */
export const supervisionExamples: Examples<SupervisionEvent> = {
  'corrections.OfficeReassigned': { reassignedOn: '2023-05-01', officeCode: '430922002' },
  'corrections.ManagementLevelSet': { setOn: '2023-01-16', level: 'general', approver: 'justice-office-head' },
  'corrections.ReportMade': { reportedOn: '2023-02-10', kind: 'telephone', ok: true },
  'corrections.ReportMissed': { dueOn: '2023-02-20', kind: 'telephone' },
  'corrections.VisitConducted': { visitedOn: '2023-02-22', kind: 'field-visit' },
  'corrections.EducationAttended': attendance,
  'corrections.WelfareActivityAttended': attendance,
  'corrections.SkillTrainingCompleted': {
    startedOn: '2023-04-03',
    completedOn: '2023-04-14',
    courseName: '家电维修',
    organiser: '县职业中专',
    result: 'passed',
    certificateNo: '证1号',
  },
  'corrections.AssistanceGiven': {
    givenOn: '2023-04-20',
    kind: 'temporary-relief',
    beneficiaryCount: 1,
    amount: '500.00',
  },
  'corrections.ConditionReviewSubmitted': { examinedOn: '2023-04-05', hospital: '县人民医院', period: 'quarter' },
  'corrections.PeriodicEvaluationRecorded': { evaluatedOn: '2023-06-30', period: 'quarter', result: 'passed' },
  'corrections.KeyPersonListed': { listedOn: '2023-03-20', reason: 'dispute' },
  'corrections.KeyPersonUnlisted': { unlistedOn: '2023-05-20' },
  'corrections.ProcuratorialOpinionReceived': { receivedOn: '2023-05-04', kind: 'proposal', docNo: '桃检建1号' },
  'corrections.ProcuratorialOpinionAnswered': {
    answeredOn: '2023-05-18',
    opinionDocNo: '桃检建1号',
    docNo: '桃司函1号',
  },
};
