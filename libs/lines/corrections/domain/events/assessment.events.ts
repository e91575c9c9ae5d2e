import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, flag, list, optional, personRef, plannedDate, record, text } from '#kernel/schema.js';
import {
  assessmentOpinion,
  assessmentReturnReason,
  assessmentSubjectKind,
  category,
  commissioningOrgKind,
} from '../enumerations.js';

/**
 * Pre-sentence assessment (调查评估): one stream per commission letter and person; the stream id is the assessment id.
 * @source 社区矫正法 第十八条; 社区矫正法实施办法 第十四条
 */
export const assessmentEvents = eventTable(
  defineEvent({
    type: 'corrections.AssessmentCommissioned',
    command: 'CommissionAssessment',
    /** The day on which the letter and its attachments had both arrived. */
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: {
      receivedOn: date(),
      commissioningOrg: record({ kind: commissioningOrgKind, name: text(100) }),
      commissionLetterNo: code(),
      subjectKind: assessmentSubjectKind,
      personRef: personRef(),
      proposedCategory: optional(category),
      /** Fast-track procedure (速裁程序): the shorter term. */
      expedited: flag(),
    },
  }),
  defineEvent({
    type: 'corrections.AssessmentAssigned',
    command: 'AssignAssessment',
    datedBy: 'assignedOn',
    fields: { assignedOn: date(), officeCode: code(), investigators: list(personRef(), 1, 10) },
  }),
  defineEvent({
    type: 'corrections.AssessmentExtended',
    command: 'ExtendAssessment',
    datedBy: 'agreedOn',
    documentRequired: true,
    fields: { agreedOn: date(), newDueOn: plannedDate(), letterNo: code() },
  }),
  defineEvent({
    type: 'corrections.AssessmentConcluded',
    command: 'ConcludeAssessment',
    datedBy: 'concludedOn',
    documentRequired: true,
    fields: {
      concludedOn: date(),
      opinion: assessmentOpinion,
      opinionDocNo: code(),
      sentToProcuratorateOn: optional(date()),
    },
  }),
  defineEvent({
    type: 'corrections.AssessmentReturned',
    command: 'ReturnAssessment',
    datedBy: 'returnedOn',
    documentRequired: true,
    fields: { returnedOn: date(), reason: assessmentReturnReason, letterNo: code() },
  }),
  defineEvent({
    type: 'corrections.AssessmentWithdrawn',
    command: 'WithdrawAssessment',
    datedBy: 'withdrawnOn',
    documentRequired: true,
    fields: { withdrawnOn: date(), reason: text(), letterNo: code() },
  }),
);
