import { defineEvent, eventTable } from '#kernel/event.js';
import { bureauCode, code, date, flag, optional, personRef, plannedDate, recordIn, text } from '#kernel/schema.js';
import {
  keyClass,
  linkFailure,
  linkMode,
  offenceClass,
  openingState,
  riskClass,
  settlementMode,
  settlementNeed,
  sourceKind,
  verification,
} from '../enumerations.js';

/** Who was released, from where and when: the natural key is the person and the number of the certificate. */
const releaseFields = {
  personRef: personRef(),
  sourceKind,
  releasedOn: date(),
  /** 释放证明书. */
  certificateNo: code(),
  riskClass: optional(riskClass),
  offenceClass: optional(offenceClass),
  recidivist: optional(flag()),
};

/**
 * From the prison's notice to the day the office and the person have met (预释放、核查、释放、衔接).
 * @source 监狱法 第三十五至三十七条; 综治委〔1999〕5号; 中办发〔2010〕5号
 */
export const releaseEvents = eventTable(
  defineEvent({
    type: 'aftercare.PreReleaseNotified',
    command: 'NotifyPreRelease',
    datedBy: 'noticeOn',
    documentRequired: true,
    fields: {
      noticeOn: date(),
      /** 刑满释放人员通知书. */
      noticeNo: code(),
      personRef: personRef(),
      sourceKind,
      prisonName: text(100),
      expectedReleaseOn: plannedDate(),
      riskClass: optional(riskClass),
    },
  }),
  defineEvent({
    type: 'aftercare.InfoForwarded',
    command: 'ForwardInfo',
    datedBy: 'forwardedOn',
    /** The county hands the information down to the justice office that is to verify it. */
    fields: { forwardedOn: date(), officeCode: code() },
  }),
  defineEvent({
    type: 'aftercare.InfoVerified',
    command: 'VerifyInfo',
    datedBy: 'verifiedOn',
    fields: { verifiedOn: date(), result: verification },
  }),
  defineEvent({
    type: 'aftercare.PrisonerReleased',
    command: 'RecordRelease',
    datedBy: 'releasedOn',
    documentRequired: true,
    fields: {
      ...releaseFields,
      sentenceFrom: optional(date()),
      /** The last day to report that the prison has set for this person. */
      reportBy: optional(plannedDate()),
    },
  }),
  defineEvent({
    type: 'aftercare.HandedOverFromCorrection',
    command: 'TakeOverFromCorrection',
    datedBy: 'releasedOn',
    /** Released from community correction, as the record there says. One hand-over for each such record. */
    fields: {
      releasedOn: date(),
      personRef: personRef(),
      sourceRecordId: recordIn('corrections.cases'),
      certificateNo: optional(code()),
    },
  }),
  defineEvent({
    type: 'aftercare.AftercareLinked',
    command: 'LinkPerson',
    datedBy: 'linkedOn',
    fields: { linkedOn: date(), mode: linkMode, officeCode: code() },
  }),
  defineEvent({
    type: 'aftercare.LinkFailed',
    command: 'RecordFailedLink',
    datedBy: 'recordedFor',
    fields: { recordedFor: date(), reason: linkFailure },
  }),
  defineEvent({
    type: 'aftercare.MovedIn',
    command: 'MoveIn',
    datedBy: 'movedInOn',
    fields: { movedInOn: date(), ...releaseFields, fromBureauCode: bureauCode(), officeCode: code() },
  }),
  defineEvent({
    type: 'aftercare.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    /** Somebody in support, or released and not linked yet, when the system began: in every stock, in no flow. */
    fields: {
      asOfDate: date(),
      state: openingState,
      ...releaseFields,
      linkedOn: optional(date()),
      officeCode: code(),
      groupFormedOn: optional(date()),
      keyClass: optional(keyClass),
      settlementMode: optional(settlementMode),
      settlementNeed: optional(settlementNeed),
      sourceSystem: text(100),
    },
  }),
);
