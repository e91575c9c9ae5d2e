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
  recordIn,
  text,
} from '#kernel/schema.js';
import {
  caseSource,
  committeeKind,
  disputeKind,
  failureReason,
  forum,
  otherDisputeKind,
  proceedings,
  refusalGround,
  remedy,
  roomKind,
  satisfaction,
  severity,
  withdrawalReason,
} from '../enumerations.js';

/** What the register holds of a case that was taken on. The narrative stays with the documents; the log has its hash. */
const caseFields = {
  /** 调解案号: the committee's number of the year. */
  caseNo: code(),
  committeeCode: code(),
  committeeKind,
  /** The stationed room or studio it was mediated in; the case counts with its committee. */
  room: optional(roomKind),
  source: caseSource,
  kind: disputeKind,
  otherKind: optional(otherDisputeKind),
  parties: list(personRef(), 0, 100),
  /** Parties that are organisations. */
  firmNames: optional(list(text(100), 1, 20)),
  /** Everyone the dispute touches (涉及当事人数), at least the parties. */
  peopleInvolved: count(2),
  amountInDispute: optional(money()),
  subjectHash: code(),
  mediators: list(personRef(), 1, 9),
} as const;

/** From the discovery of a dispute to its acceptance or refusal. */
export const intakeEvents = eventTable(
  defineEvent({
    type: 'mediation.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: { asOfDate: date(), acceptedOn: date(), ...caseFields, sourceSystem: text(100) },
  }),
  defineEvent({
    type: 'mediation.DisputeDiscovered',
    command: 'DiscoverDispute',
    datedBy: 'discoveredOn',
    fields: {
      discoveredOn: date(),
      screeningRef: optional(recordIn('mediation.screenings')),
      kind: disputeKind,
      area: text(100),
      severity,
      groupEvent: flag(),
    },
  }),
  defineEvent({
    type: 'mediation.DisputeAccepted',
    command: 'AcceptDispute',
    datedBy: 'acceptedOn',
    fields: {
      acceptedOn: date(),
      ...caseFields,
      /** Whether a party has refused mediation in writing; then there is none. */
      refusedInWriting: flag(),
      proceedings,
    },
  }),
  defineEvent({
    type: 'mediation.DisputeNotAccepted',
    command: 'RefuseDispute',
    datedBy: 'decidedOn',
    fields: { decidedOn: date(), ground: refusalGround, advisedOf: optional(list(remedy, 1, 3)) },
  }),
);

/** The mediation itself, to each of its ends but an agreement. */
export const mediationEvents = eventTable(
  defineEvent({
    type: 'mediation.MediationSessionHeld',
    command: 'HoldMediationSession',
    datedBy: 'heldOn',
    fields: { heldOn: date(), place: text(100), recordNo: optional(code()) },
  }),
  defineEvent({
    type: 'mediation.MediationExtended',
    command: 'ExtendMediation',
    datedBy: 'agreedOn',
    fields: { agreedOn: date(), newDueOn: plannedDate(), bothAgree: flag() },
  }),
  defineEvent({
    type: 'mediation.MediationFailed',
    command: 'FailMediation',
    datedBy: 'endedOn',
    fields: {
      endedOn: date(),
      reason: failureReason,
      advisedOf: list(remedy, 1, 3),
      /** The parties who were told: those who may now want legal aid. */
      parties: list(personRef(), 0, 100),
    },
  }),
  defineEvent({
    type: 'mediation.MediationWithdrawn',
    command: 'WithdrawMediation',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date(), reason: withdrawalReason },
  }),
  defineEvent({
    type: 'mediation.MediationTransferred',
    command: 'TransferMediation',
    datedBy: 'transferredOn',
    fields: { transferredOn: date(), to: forum, letterNo: optional(code()) },
  }),
  defineEvent({
    type: 'mediation.DisputeRevisited',
    command: 'RevisitDispute',
    datedBy: 'revisitedOn',
    fields: { revisitedOn: date(), satisfaction },
  }),
);
