import { defineEvent, eventTable } from '#kernel/event.js';
import { code, date, instant, list, optional, personRef, plannedDate, record, recordIn, text } from '#kernel/schema.js';
import {
  agentKind,
  aidForm,
  entry,
  forwarder,
  matter,
  meansExemption,
  nature,
  noticeGround,
  objectionOutcome,
  openingState,
  organ,
  recipientCategory,
  refusalReason,
  role,
  stage,
} from '../enumerations.js';

const categories = list(recipientCategory);
const applicants = list(record({ personRef: personRef(), categories }), 1, 500);

/** How a case begins: applied for, notified by an organ, or open when the system began. */
export const openingEvents = eventTable(
  /** The centre receives an application. `transferReceivedAt`: when the forwarder took it; `arrivedAt`: when it arrived here. */
  defineEvent({
    type: 'legal-aid.AidApplied',
    command: 'ApplyForAid',
    datedBy: 'receivedOn',
    fields: {
      receivedOn: date(),
      applicants,
      nature,
      form: aidForm,
      matter: optional(matter),
      stage: optional(stage),
      role: optional(role),
      entry,
      transferredBy: optional(forwarder),
      transferReceivedAt: optional(instant()),
      arrivedAt: optional(instant()),
      meansExempt: optional(meansExemption),
      batchRef: optional(recordIn('legal-aid.cases')),
      caseNo: optional(code()),
    },
  }),
  /** A court, procuratorate or police notice to defend; neither means nor matter are examined. */
  defineEvent({
    type: 'legal-aid.DefenceNotified',
    command: 'NotifyDefence',
    datedBy: 'receivedOn',
    fields: {
      receivedOn: date(),
      organ,
      noticeNo: code(),
      ground: noticeGround,
      stage,
      suspectRef: personRef(),
      categories,
      caseNo: optional(code()),
    },
  }),
  /** A case that was open on the day the system began: counts in stocks, never in flows. */
  defineEvent({
    type: 'legal-aid.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      applicants,
      nature,
      form: aidForm,
      matter: optional(matter),
      stage: optional(stage),
      state: openingState,
      receivedOn: date(),
      agentRef: optional(personRef()),
      agentKind: optional(agentKind),
      caseNo: optional(code()),
      sourceSystem: text(100),
    },
  }),
);

/** Examination of an application, and what an applicant may say against its outcome. */
export const examinationEvents = eventTable(
  defineEvent({
    type: 'legal-aid.SupplementRequested',
    command: 'RequestSupplement',
    datedBy: 'requestedOn',
    fields: { requestedOn: date(), items: list(text(200), 1), dueOn: plannedDate() },
  }),
  defineEvent({
    type: 'legal-aid.SupplementSupplied',
    command: 'SupplySupplement',
    datedBy: 'suppliedOn',
    fields: { suppliedOn: date() },
  }),
  defineEvent({
    type: 'legal-aid.ApplicationDeemedWithdrawn',
    command: 'DeemApplicationWithdrawn',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date() },
  }),
  /** `form`: where aid is granted in another form than asked for. */
  defineEvent({
    type: 'legal-aid.AidGranted',
    command: 'GrantAid',
    datedBy: 'decidedOn',
    right: 'acts:decide',
    documentRequired: true,
    fields: { decidedOn: date(), decisionDocNo: code(), form: optional(aidForm) },
  }),
  defineEvent({
    type: 'legal-aid.AidRefused',
    command: 'RefuseAid',
    datedBy: 'decidedOn',
    right: 'acts:decide',
    documentRequired: true,
    fields: { decidedOn: date(), decisionDocNo: code(), reason: refusalReason },
  }),
  defineEvent({
    type: 'legal-aid.ObjectionRaised',
    command: 'RaiseObjection',
    datedBy: 'raisedOn',
    fields: { raisedOn: date() },
  }),
  defineEvent({
    type: 'legal-aid.ObjectionDecided',
    command: 'DecideObjection',
    datedBy: 'decidedOn',
    right: 'acts:decide',
    fields: { decidedOn: date(), outcome: objectionOutcome, reviewDocNo: optional(code()) },
  }),
);
