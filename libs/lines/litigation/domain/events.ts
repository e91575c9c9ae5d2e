import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, date, flag, list, optional, personRef, plannedDate, record, recordIn, text } from '#kernel/schema.js';
import {
  courtProcedure,
  defendant,
  finalOutcome,
  instance,
  openingState,
  outcome,
  party,
  plaintiffKind,
  standingOutcome,
} from './enumerations.js';

/** The suit as the court's papers state it. A citizen is a reference, an organisation has a name. */
const suit = {
  receivedOn: date(),
  courtCaseNo: code(),
  courtName: text(100),
  plaintiffs: list(
    record({ kind: plaintiffKind, personRef: optional(personRef()), firmName: optional(text(100)) }),
    1,
    20,
  ),
  defendants: list(defendant, 1, 5),
  instance,
  subject: text(200),
  afterReconsideration: flag(),
};

/** A suit against the county, from the court's notice to performance. @source 行政诉讼法 */
export const events = eventTable(
  defineEvent({
    type: 'litigation.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      state: openingState,
      ...suit,
      /** Required where the state is `judged` or `appealed`. */
      judgedOn: optional(date()),
      outcome: optional(standingOutcome),
      sourceSystem: text(100),
    },
  }),
  defineEvent({
    type: 'litigation.ResponseNoticeReceived',
    command: 'ReceiveResponseNotice',
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: {
      ...suit,
      procedure: courtProcedure,
      /** The day the court filed the suit; its own term runs from there. */
      courtFiledOn: optional(date()),
      relatedReconsiderationId: optional(recordIn('reconsideration.cases')),
    },
  }),
  defineEvent({
    type: 'litigation.DefenceSubmitted',
    command: 'SubmitDefence',
    datedBy: 'submittedOn',
    documentRequired: true,
    fields: { submittedOn: date(), docNo: code() },
  }),
  defineEvent({
    type: 'litigation.HearingAttended',
    command: 'AttendHearing',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      /** Whether the head of the organ had to appear, or was called by the court. */
      headRequired: flag(),
      headPresent: flag(),
      delegateRef: optional(personRef()),
      reasonAbsent: optional(text()),
    },
  }),
  defineEvent({
    type: 'litigation.JudgmentReceived',
    command: 'ReceiveJudgment',
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: {
      receivedOn: date(),
      instance,
      outcome,
      /** What stands now: where the judgment below was reversed, or is not on record. */
      standingOutcome: optional(standingOutcome),
      /** Whether the act is to be made anew. */
      remake: flag(),
      docNo: code(),
    },
  }),
  defineEvent({
    type: 'litigation.AppealFiled',
    command: 'RecordAppeal',
    datedBy: 'filedOn',
    fields: { filedOn: date(), by: party },
  }),
  defineEvent({
    type: 'litigation.JudgmentBecameFinal',
    command: 'RecordFinality',
    datedBy: 'effectiveOn',
    fields: { effectiveOn: date(), finalOutcome, performBy: optional(plannedDate()) },
  }),
  defineEvent({
    type: 'litigation.JudgmentPerformed',
    command: 'RecordPerformance',
    datedBy: 'performedOn',
    fields: { performedOn: date() },
  }),
  defineEvent({
    type: 'litigation.JudicialAdviceReceived',
    command: 'ReceiveJudicialAdvice',
    datedBy: 'receivedOn',
    documentRequired: true,
    fields: { receivedOn: date(), docNo: code(), courtName: text(100), dueOn: optional(plannedDate()) },
  }),
  defineEvent({
    type: 'litigation.JudicialAdviceAnswered',
    command: 'AnswerJudicialAdvice',
    datedBy: 'answeredOn',
    documentRequired: true,
    /** `docNo` of the advice, `replyDocNo` of the answer. */
    fields: { answeredOn: date(), docNo: code(), replyDocNo: code() },
  }),
);

export type LitigationEvent = EventOf<typeof events>;
export type EventType = LitigationEvent['type'];

/** The payload of one event type: `DataOfEvent<'litigation.AppealFiled'>`. */
export type DataOfEvent<Type extends EventType> = Extract<LitigationEvent, { type: Type }>['data'];
