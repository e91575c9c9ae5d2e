import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, text } from '#kernel/schema.js';
import { decisionKind, reviewOpinion } from '../enumerations.js';

/** Legal review (法制审核) of one major matter of an agency, and the decision it was for. */
export const reviewEvents = eventTable(
  defineEvent({
    type: 'institution.ReviewRequested',
    command: 'RequestReview',
    datedBy: 'requestedOn',
    fields: { requestedOn: date(), kind: decisionKind, agency: text(100), subject: text(200), letterNo: code() },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.ReviewCompleted',
    command: 'CompleteReview',
    datedBy: 'completedOn',
    fields: { completedOn: date(), opinion: reviewOpinion, opinionDocNo: code() },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.ReviewWithdrawn',
    command: 'WithdrawReview',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date(), reason: text() },
  }),
  /** Told by the agency, with or without a review before it. */
  defineEvent({
    type: 'institution.MajorDecisionTaken',
    command: 'RecordMajorDecision',
    datedBy: 'decidedOn',
    fields: { decidedOn: date(), kind: decisionKind, agency: text(100), decisionDocNo: code() },
    documentRequired: true,
  }),
);
