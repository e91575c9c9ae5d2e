import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, flag, money, optional, plannedDate, text } from '#kernel/schema.js';
import { defendantMode, outcome, serviceMode, terminationGround } from '../enumerations.js';

/** The decision and what comes after it. @source 行政复议法 第六十一条至第八十条 */
export const closingEvents = eventTable(
  defineEvent({
    type: 'reconsideration.ReconsiderationConcluded',
    command: 'ConcludeReconsideration',
    datedBy: 'decidedOn',
    documentRequired: true,
    fields: {
      decidedOn: date(),
      outcome,
      /** Required where the case was terminated. */
      terminationGround: optional(terminationGround),
      docNo: code(),
      /** The respondent put its act right itself while the case was open. */
      correctedAct: flag(),
      amountCompensated: optional(money()),
      withdrawnAfterSettlement: flag(),
      /** The day the decision or the statement of mediation sets for performance. */
      performBy: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'reconsideration.DecisionServed',
    command: 'ServeDecision',
    datedBy: 'servedOn',
    fields: { servedOn: date(), mode: serviceMode },
  }),
  defineEvent({
    type: 'reconsideration.DecisionPerformed',
    command: 'RecordPerformance',
    datedBy: 'performedOn',
    fields: { performedOn: date() },
  }),
  defineEvent({
    type: 'reconsideration.LitigationFiledAgainstDecision',
    command: 'RecordLitigation',
    datedBy: 'filedOn',
    fields: { filedOn: date(), courtCaseNo: code(), defendantMode },
  }),
  defineEvent({
    type: 'reconsideration.PetitionedAfterDecision',
    command: 'RecordPetition',
    datedBy: 'petitionedOn',
    fields: { petitionedOn: date(), petitionNo: code() },
  }),
);

const letter = { issuedOn: date(), docNo: code(), toOrgan: text(100), dueOn: optional(plannedDate()) };

/** Letters to the respondent and to others about what the case brought to light. @source 行政复议法 第七十六条 */
export const letterEvents = eventTable(
  defineEvent({
    type: 'reconsideration.OpinionLetterIssued',
    command: 'IssueOpinionLetter',
    datedBy: 'issuedOn',
    documentRequired: true,
    fields: letter,
  }),
  defineEvent({
    type: 'reconsideration.SuggestionIssued',
    command: 'IssueSuggestion',
    datedBy: 'issuedOn',
    documentRequired: true,
    fields: letter,
  }),
  defineEvent({
    type: 'reconsideration.OpinionAnswered',
    command: 'RecordAnswer',
    datedBy: 'answeredOn',
    /** `docNo` of the letter that is answered. */
    fields: { answeredOn: date(), docNo: code() },
  }),
);
