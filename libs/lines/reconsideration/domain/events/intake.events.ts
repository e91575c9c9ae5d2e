import { defineEvent, eventTable } from '#kernel/event.js';
import {
  code,
  count,
  date,
  flag,
  list,
  money,
  optional,
  personRef,
  plannedDate,
  record,
  text,
} from '#kernel/schema.js';
import {
  actKind,
  applicantKind,
  channel,
  field,
  notAcceptedReason,
  openingState,
  procedure,
  referralMode,
  respondentKind,
  settlementMode,
  suspensionGround,
} from '../enumerations.js';

/** Who applies against whom and what. A citizen is a reference; an organisation has a name. */
const matter = {
  applicants: list(
    record({ kind: applicantKind, personRef: optional(personRef()), firmName: optional(text(100)) }),
    1,
    20,
  ),
  /** All applicants, those a representative speaks for among them. */
  applicantCount: count(1, 100_000),
  respondentKind,
  respondentCode: code(),
  actKind,
  field,
  /** Absent where the respondent did nothing, or nothing in writing. */
  actDocNo: optional(code()),
  actKnownOn: date(),
};

/** From the application to the answer whether it is taken up. @source 行政复议法 第二十条至第三十四条 */
export const intakeEvents = eventTable(
  defineEvent({
    type: 'reconsideration.ReconsiderationApplied',
    command: 'ReceiveApplication',
    datedBy: 'receivedOn',
    fields: {
      receivedOn: date(),
      channel,
      /** When the organ that made the act received it, where it was handed in there. */
      agencyReceivedOn: optional(date()),
      ...matter,
      actMadeOn: optional(date()),
      /** Whether the act named the right to reconsideration, the organ and the term. */
      remedyInformed: flag(),
      immovables: flag(),
      requests: list(text(200), 1, 10),
      compensationClaimed: flag(),
      normReview: flag(),
      enterpriseRelated: flag(),
      mandatoryPrior: flag(),
      amountInvolved: optional(money()),
      /** Number of a suit over the same act that a court has taken up. */
      courtCaseNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'reconsideration.SupplementRequested',
    command: 'RequestSupplement',
    datedBy: 'requestedOn',
    documentRequired: true,
    fields: { requestedOn: date(), items: list(text(200), 1, 20), dueOn: plannedDate(), docNo: code() },
  }),
  defineEvent({
    type: 'reconsideration.CorrectionTermExtended',
    command: 'ExtendCorrectionTerm',
    datedBy: 'extendedOn',
    fields: { extendedOn: date(), newDueOn: plannedDate(), reason: text() },
  }),
  defineEvent({
    type: 'reconsideration.CorrectionSupplied',
    command: 'SupplyCorrection',
    datedBy: 'suppliedOn',
    fields: { suppliedOn: date() },
  }),
  defineEvent({
    type: 'reconsideration.SettledBeforeAcceptance',
    command: 'SettleBeforeAcceptance',
    datedBy: 'settledOn',
    fields: { settledOn: date(), mode: settlementMode },
  }),
  defineEvent({
    type: 'reconsideration.ReconsiderationAccepted',
    command: 'AcceptReconsideration',
    datedBy: 'acceptedOn',
    documentRequired: true,
    fields: {
      acceptedOn: date(),
      procedure,
      acceptanceNo: code(),
      /** The applicant showed that an earlier application on this act was withdrawn against his will. */
      withdrawalAgainstWill: optional(flag()),
    },
  }),
  defineEvent({
    type: 'reconsideration.DeemedAccepted',
    command: 'DeemAccepted',
    datedBy: 'deemedOn',
    fields: { deemedOn: date() },
  }),
  defineEvent({
    type: 'reconsideration.ReconsiderationNotAccepted',
    command: 'DeclineReconsideration',
    datedBy: 'decidedOn',
    documentRequired: true,
    fields: { decidedOn: date(), reason: notAcceptedReason, docNo: code(), toOrgan: optional(text(100)) },
  }),
  defineEvent({
    type: 'reconsideration.ReconsiderationReferred',
    command: 'ReferReconsideration',
    datedBy: 'decidedOn',
    fields: { decidedOn: date(), mode: referralMode, toOrgan: text(100) },
  }),
  defineEvent({
    type: 'reconsideration.DeemedAbandoned',
    command: 'DeemAbandoned',
    datedBy: 'decidedOn',
    fields: { decidedOn: date() },
  }),
);

/** A case that was open when the system began (期初导入): in every stock from `asOfDate`, in no flow. */
export const openingEvents = eventTable(
  defineEvent({
    type: 'reconsideration.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      state: openingState,
      ...matter,
      receivedOn: date(),
      /** Required unless the state is `received`. */
      acceptedOn: optional(date()),
      procedure: optional(procedure),
      acceptanceNo: optional(code()),
      /** The day the decision is due as it stands, with all suspensions and extensions so far; absent: by the law. */
      dueOn: optional(plannedDate()),
      /** Required where the state is `suspended`. */
      suspendedOn: optional(date()),
      ground: optional(suspensionGround),
      sourceSystem: text(100),
    },
  }),
);
