import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, flag, optional, plannedDate, text } from '#kernel/schema.js';
import {
  approver,
  hearingMode,
  mediationResult,
  normCompetence,
  normStep,
  normTrigger,
  suspensionGround,
} from '../enumerations.js';

/** Review of an accepted case. @source 行政复议法 第三十六条至第六十二条 */
export const reviewEvents = eventTable(
  defineEvent({
    type: 'reconsideration.CopySent',
    command: 'SendCopy',
    datedBy: 'sentOn',
    fields: { sentOn: date(), respondentReceivedOn: optional(date()) },
  }),
  defineEvent({
    type: 'reconsideration.ReplyReceived',
    command: 'ReceiveReply',
    datedBy: 'receivedOn',
    fields: { receivedOn: date() },
  }),
  defineEvent({
    type: 'reconsideration.OpinionsHeard',
    command: 'HearOpinions',
    datedBy: 'heldOn',
    /** `reason` why the applicant could not be heard. */
    fields: { heldOn: date(), mode: hearingMode, reason: optional(text()) },
  }),
  defineEvent({
    type: 'reconsideration.HearingHeld',
    command: 'HoldHearing',
    datedBy: 'heldOn',
    fields: {
      heldOn: date(),
      noticedOn: optional(date()),
      respondentHeadPresent: flag(),
      reasonAbsent: optional(text()),
    },
  }),
  defineEvent({
    type: 'reconsideration.CommitteeConsulted',
    command: 'ConsultCommittee',
    datedBy: 'heldOn',
    fields: { heldOn: date(), reason: text() },
  }),
  defineEvent({
    type: 'reconsideration.MediationHeld',
    command: 'HoldMediation',
    datedBy: 'heldOn',
    fields: { heldOn: date(), applicantConsents: flag(), respondentConsents: flag(), result: mediationResult },
  }),
  defineEvent({
    type: 'reconsideration.ProceedingsSuspended',
    command: 'SuspendProceedings',
    datedBy: 'suspendedOn',
    documentRequired: true,
    fields: { suspendedOn: date(), ground: suspensionGround, docNo: code() },
  }),
  defineEvent({
    type: 'reconsideration.ProceedingsResumed',
    command: 'ResumeProceedings',
    datedBy: 'resumedOn',
    documentRequired: true,
    fields: { resumedOn: date(), docNo: code() },
  }),
  defineEvent({
    type: 'reconsideration.ProcedureSwitched',
    command: 'SwitchProcedure',
    datedBy: 'switchedOn',
    fields: { switchedOn: date(), approver },
  }),
  defineEvent({
    type: 'reconsideration.TermExtended',
    command: 'ExtendTerm',
    datedBy: 'extendedOn',
    documentRequired: true,
    fields: { extendedOn: date(), newDueOn: plannedDate(), approver, docNo: code() },
  }),
);

/** Review of a norm the act rests on. @source 行政复议法 第五十六条至第六十条 */
export const normEvents = eventTable(
  defineEvent({
    type: 'reconsideration.NormReviewOpened',
    command: 'OpenNormReview',
    datedBy: 'openedOn',
    fields: { openedOn: date(), normDocNo: code(), trigger: normTrigger, competence: normCompetence },
  }),
  defineEvent({
    type: 'reconsideration.NormReviewStepTaken',
    command: 'TakeNormReviewStep',
    datedBy: 'takenOn',
    fields: { takenOn: date(), normDocNo: code(), step: normStep, toOrgan: optional(text(100)) },
  }),
);
