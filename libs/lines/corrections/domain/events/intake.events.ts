import { defineEvent, eventTable } from '#kernel/event.js';
import {
  bureauCode,
  code,
  count,
  date,
  flag,
  list,
  optional,
  personRef,
  plannedDate,
  record,
  text,
} from '#kernel/schema.js';
import {
  additionalPenalty,
  ageBand,
  category,
  decidingOrgKind,
  groupRole,
  legalDocumentKind,
  mainPenalty,
  offenceClass,
  outsidePrisonGround,
  reportChannel,
  sex,
} from '../enumerations.js';

/** What rules and figures need to know of a subject; nothing here identifies anybody. */
export const subjectFields = {
  personRef: personRef(),
  sex,
  ageBand,
  /** Under 18 when the offence was committed; the record is then sealed. */
  minor: flag(),
};

/** The sentence as it is served here. `officeCode` is the entrusted justice office (受委托司法所). */
export const sentenceFields = {
  category,
  outsidePrisonGround: optional(outsidePrisonGround),
  judgmentDocNo: code(),
  effectiveOn: date(),
  correctionFrom: date(),
  correctionTo: plannedDate(),
  offenceClass,
  officeCode: code(),
  /** The number the provincial platform gives (社区矫正对象编号). */
  subjectNo: optional(code()),
};

/**
 * Papers, reporting and intake (交付接收). The first three may come before intake and then open the case.
 * @source 社区矫正法 第二十至二十二条; 社区矫正法实施办法 第十六至二十条
 */
export const intakeEvents = eventTable(
  defineEvent({
    type: 'corrections.LegalDocumentsReceived',
    command: 'ReceiveLegalDocuments',
    datedBy: 'docsReceivedOn',
    documentRequired: true,
    fields: {
      docsReceivedOn: date(),
      personRef: personRef(),
      category,
      judgmentDocNo: code(),
      effectiveOn: date(),
      docs: list(record({ kind: legalDocumentKind, no: code() }), 1, 20),
      complete: flag(),
      receiptSentOn: optional(date()),
    },
  }),
  defineEvent({
    type: 'corrections.SubjectReported',
    command: 'ReportSubject',
    datedBy: 'reportedOn',
    fields: {
      reportedOn: date(),
      personRef: personRef(),
      judgmentDocNo: code(),
      effectiveOn: date(),
      channel: reportChannel,
    },
  }),
  defineEvent({
    type: 'corrections.NonReportRecorded',
    command: 'RecordNonReport',
    /** The first day after the ten days to report. */
    datedBy: 'overdueOn',
    fields: {
      overdueOn: date(),
      personRef: personRef(),
      judgmentDocNo: code(),
      effectiveOn: date(),
      responsibility: optional(text(100)),
    },
  }),
  defineEvent({
    type: 'corrections.SubjectReceived',
    command: 'ReceiveSubject',
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: {
      receivedOn: date(),
      ...subjectFields,
      ...sentenceFields,
      decidingOrg: record({ kind: decidingOrgKind, name: text(100) }),
      decidedOn: date(),
      mainPenalty,
      /** Months of the sentence behind the suspension, parole or release; absent for life. */
      originalTermMonths: optional(count(1, 300)),
      /** Several offences punished together (数罪并罚), which raises the upper bounds. */
      combinedOffences: optional(flag()),
      additionalPenalties: optional(list(additionalPenalty, 1, 6)),
      prohibitions: optional(list(record({ from: date(), to: plannedDate() }), 1, 10)),
      docsComplete: flag(),
    },
  }),
  defineEvent({
    type: 'corrections.SubjectTransferredIn',
    command: 'TransferInSubject',
    datedBy: 'transferredInOn',
    documentRequired: true,
    fields: {
      transferredInOn: date(),
      ...subjectFields,
      ...sentenceFields,
      fromBureauCode: bureauCode(),
      sourceCaseNo: code(),
      /** Reference of the approved change at the sending county: its decision number or record id. */
      changeRef: code(),
    },
  }),
  defineEvent({
    type: 'corrections.IntakeAnnounced',
    command: 'AnnounceIntake',
    datedBy: 'announcedOn',
    fields: { announcedOn: date(), place: text(100), attendees: list(groupRole, 1, 10) },
  }),
  defineEvent({
    type: 'corrections.CorrectionGroupFormed',
    command: 'FormCorrectionGroup',
    datedBy: 'formedOn',
    fields: {
      formedOn: date(),
      members: list(
        record({
          role: groupRole,
          sex,
          personRef: optional(personRef()),
          familiarWithMinors: optional(flag()),
        }),
        1,
        20,
      ),
    },
  }),
  defineEvent({
    type: 'corrections.CorrectionPlanAdopted',
    command: 'AdoptCorrectionPlan',
    datedBy: 'adoptedOn',
    documentRequired: true,
    fields: { adoptedOn: date(), planDocNo: code(), measures: optional(list(text(100), 1, 20)) },
  }),
  defineEvent({
    type: 'corrections.CorrectionPlanAdjusted',
    command: 'AdjustCorrectionPlan',
    datedBy: 'adjustedOn',
    documentRequired: true,
    fields: { adjustedOn: date(), planDocNo: code(), measures: optional(list(text(100), 1, 20)) },
  }),
);
