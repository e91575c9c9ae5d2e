import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, flag, money, optional, recordIn, ref, text } from '#kernel/schema.js';
import {
  approver,
  assistanceKind,
  evaluationPeriod,
  keyPersonReason,
  managementLevel,
  procuratorialOpinionKind,
  reportKind,
  result,
  reviewPeriod,
  visitKind,
} from '../enumerations.js';

const attendance = {
  heldOn: date(),
  sessionRef: optional(recordIn('corrections.sessions')),
  hours: decimal(1, 0.1, 24),
  result: optional(result),
};

/**
 * Day-to-day supervision, education and help (监督管理、教育帮扶).
 * @source 社区矫正法 第二十三至二十六条、第三十五至四十三条; 社区矫正法实施办法 第二十一至二十五条、第四十三至四十五条
 */
export const supervisionEvents = eventTable(
  defineEvent({
    type: 'corrections.OfficeReassigned',
    command: 'ReassignOffice',
    datedBy: 'reassignedOn',
    /** The entrusted justice office changes inside the county; the case stays in the register. */
    fields: { reassignedOn: date(), officeCode: code(), reason: optional(text(200)) },
  }),
  defineEvent({
    type: 'corrections.ManagementLevelSet',
    command: 'SetManagementLevel',
    datedBy: 'setOn',
    fields: { setOn: date(), level: managementLevel, reason: optional(text(200)), approver },
  }),
  defineEvent({
    type: 'corrections.ReportMade',
    command: 'MakeReport',
    datedBy: 'reportedOn',
    fields: {
      reportedOn: date(),
      kind: reportKind,
      ok: flag(),
      /** Check-ins added up for a day or a week; absent means one. */
      reportCount: optional(count(1, 1000)),
    },
  }),
  defineEvent({
    type: 'corrections.ReportMissed',
    command: 'MissReport',
    datedBy: 'dueOn',
    fields: { dueOn: date(), kind: reportKind },
  }),
  defineEvent({
    type: 'corrections.VisitConducted',
    command: 'ConductVisit',
    datedBy: 'visitedOn',
    fields: { visitedOn: date(), kind: visitKind, byStaff: optional(ref()) },
  }),
  defineEvent({
    type: 'corrections.EducationAttended',
    command: 'AttendEducation',
    datedBy: 'heldOn',
    fields: attendance,
  }),
  defineEvent({
    type: 'corrections.WelfareActivityAttended',
    command: 'AttendWelfareActivity',
    datedBy: 'heldOn',
    fields: attendance,
  }),
  defineEvent({
    type: 'corrections.SkillTrainingCompleted',
    command: 'CompleteSkillTraining',
    datedBy: 'completedOn',
    fields: {
      startedOn: date(),
      completedOn: date(),
      courseName: text(100),
      organiser: text(100),
      result,
      certificateNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'corrections.AssistanceGiven',
    command: 'GiveAssistance',
    datedBy: 'givenOn',
    fields: { givenOn: date(), kind: assistanceKind, beneficiaryCount: count(1, 10_000), amount: optional(money()) },
  }),
  defineEvent({
    type: 'corrections.ConditionReviewSubmitted',
    command: 'SubmitConditionReview',
    datedBy: 'examinedOn',
    /** What the review found is health data and stays in the document store. */
    fields: { examinedOn: date(), hospital: text(100), period: reviewPeriod },
  }),
  defineEvent({
    type: 'corrections.PeriodicEvaluationRecorded',
    command: 'RecordPeriodicEvaluation',
    datedBy: 'evaluatedOn',
    fields: { evaluatedOn: date(), period: evaluationPeriod, result },
  }),
  defineEvent({
    type: 'corrections.KeyPersonListed',
    command: 'ListKeyPerson',
    datedBy: 'listedOn',
    fields: { listedOn: date(), reason: keyPersonReason },
  }),
  defineEvent({
    type: 'corrections.KeyPersonUnlisted',
    command: 'UnlistKeyPerson',
    datedBy: 'unlistedOn',
    fields: { unlistedOn: date(), reason: optional(text(200)) },
  }),
  defineEvent({
    type: 'corrections.ProcuratorialOpinionReceived',
    command: 'ReceiveProcuratorialOpinion',
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: { receivedOn: date(), kind: procuratorialOpinionKind, docNo: code() },
  }),
  defineEvent({
    type: 'corrections.ProcuratorialOpinionAnswered',
    command: 'AnswerProcuratorialOpinion',
    datedBy: 'answeredOn',
    documentRequired: true,
    /** `opinionDocNo` is the opinion answered, `docNo` the reply. */
    fields: { answeredOn: date(), opinionDocNo: code(), docNo: code() },
  }),
);
