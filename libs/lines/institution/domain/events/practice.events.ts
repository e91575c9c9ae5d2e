import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, optional, personRef, plannedDate, text } from '#kernel/schema.js';
import { honourKind, honourLevel, meetingKind, regulationKind, visitKind } from '../enumerations.js';

/** Meetings and visits (座谈、走访、学习考察). */
export const contactEvents = eventTable(
  defineEvent({
    type: 'institution.MeetingHeld',
    command: 'HoldMeeting',
    datedBy: 'heldOn',
    fields: { heldOn: date(), kind: meetingKind, subject: text(200), place: text(200), attendance: count(1, 10_000) },
  }),
  defineEvent({
    type: 'institution.VisitMade',
    command: 'MakeVisit',
    datedBy: 'visitedOn',
    fields: {
      visitedOn: date(),
      kind: visitKind,
      counterpart: text(100),
      subject: text(200),
      attendance: count(1, 10_000),
    },
  }),
);

/** One regulation or enforcement rule (制度、规范性文件). */
export const regulationEvents = eventTable(
  defineEvent({
    type: 'institution.RegulationAdopted',
    command: 'AdoptRegulation',
    datedBy: 'adoptedOn',
    fields: { adoptedOn: date(), kind: regulationKind, title: text(200), docNo: code(), effectiveOn: plannedDate() },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.RegulationAmended',
    command: 'AmendRegulation',
    datedBy: 'amendedOn',
    fields: { amendedOn: date(), docNo: code(), effectiveOn: plannedDate() },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.RegulationRepealed',
    command: 'RepealRegulation',
    datedBy: 'repealedOn',
    fields: { repealedOn: date(), docNo: code() },
    documentRequired: true,
  }),
);

/** Enforcement powers handed down to one town (下放执法权限), by one document. */
export const delegationEvents = eventTable(
  defineEvent({
    type: 'institution.PowerDelegated',
    command: 'DelegatePower',
    datedBy: 'delegatedOn',
    fields: { delegatedOn: date(), itemCount: count(1, 10_000), field: text(100), town: text(100), docNo: code() },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.PowerWithdrawn',
    command: 'WithdrawPower',
    datedBy: 'withdrawnOn',
    fields: { withdrawnOn: date(), itemCount: count(1, 10_000), docNo: code() },
    documentRequired: true,
  }),
);

/** One honour (荣誉): of the bureau or an office, of a person, or a village's title as a demonstration village. */
export const honourEvents = eventTable(
  defineEvent({
    type: 'institution.HonourAwarded',
    command: 'AwardHonour',
    datedBy: 'awardedOn',
    fields: {
      awardedOn: date(),
      kind: honourKind,
      level: honourLevel,
      title: text(200),
      awardingBody: text(100),
      recipientUnit: optional(text(100)),
      personRef: optional(personRef()),
      villageCode: optional(code()),
      docNo: code(),
    },
    documentRequired: true,
  }),
  defineEvent({
    type: 'institution.HonourRevoked',
    command: 'RevokeHonour',
    datedBy: 'revokedOn',
    fields: { revokedOn: date(), docNo: code(), reason: text() },
    documentRequired: true,
  }),
);
