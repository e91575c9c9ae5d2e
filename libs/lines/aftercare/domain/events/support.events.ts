import { defineEvent, eventTable } from '#kernel/event.js';
import { bureauCode, code, count, date, list, money, optional, record, recordIn, text } from '#kernel/schema.js';
import {
  aidKind,
  contactKind,
  contactOutcome,
  dualPlace,
  endKind,
  groupRole,
  keyClass,
  offenceClass,
  settlementMode,
  settlementNeed,
  situation,
} from '../enumerations.js';

/**
 * What is done for somebody in support, what becomes of the person, and how it ends (帮教、安置、帮扶).
 * @source 监狱法 第三十七条; 中办发〔2010〕5号
 */
export const supportEvents = eventTable(
  defineEvent({
    type: 'aftercare.OfficeReassigned',
    command: 'ReassignOffice',
    datedBy: 'reassignedOn',
    /** Another justice office of the county takes the case over; the person stays in support. */
    fields: { reassignedOn: date(), officeCode: code(), reason: optional(text(200)) },
  }),
  defineEvent({
    type: 'aftercare.SupportGroupFormed',
    command: 'FormSupportGroup',
    datedBy: 'formedOn',
    fields: { formedOn: date(), members: list(record({ role: groupRole }), 1) },
  }),
  defineEvent({
    type: 'aftercare.SupportContactMade',
    command: 'MakeContact',
    datedBy: 'contactOn',
    fields: { contactOn: date(), kind: contactKind, situation, outcome: optional(contactOutcome) },
  }),
  defineEvent({
    type: 'aftercare.SettlementNeedAssessed',
    command: 'AssessSettlementNeed',
    datedBy: 'assessedOn',
    fields: { assessedOn: date(), need: settlementNeed },
  }),
  defineEvent({
    type: 'aftercare.SettlementArranged',
    command: 'ArrangeSettlement',
    datedBy: 'arrangedOn',
    fields: { arrangedOn: date(), mode: settlementMode, employerName: optional(text(100)) },
  }),
  defineEvent({
    type: 'aftercare.SettlementLost',
    command: 'RecordLostSettlement',
    datedBy: 'lostOn',
    fields: { lostOn: date(), reason: optional(text(200)) },
  }),
  defineEvent({
    type: 'aftercare.AidGiven',
    command: 'GiveAid',
    datedBy: 'givenOn',
    fields: { givenOn: date(), kind: aidKind, beneficiaryCount: count(1, 1000), amount: optional(money()) },
  }),
  defineEvent({
    type: 'aftercare.KeyStatusSet',
    command: 'SetKeyStatus',
    datedBy: 'setOn',
    fields: { setOn: date(), keyClass, basis: optional(text(200)) },
  }),
  defineEvent({
    type: 'aftercare.KeyStatusCleared',
    command: 'ClearKeyStatus',
    datedBy: 'clearedOn',
    fields: { clearedOn: date(), basis: optional(text(200)) },
  }),
  defineEvent({
    type: 'aftercare.DualListingSet',
    command: 'SetDualListing',
    datedBy: 'setOn',
    fields: { setOn: date(), place: dualPlace, otherBureauCode: bureauCode() },
  }),
  defineEvent({
    type: 'aftercare.DualListingLifted',
    command: 'LiftDualListing',
    datedBy: 'liftedOn',
    fields: { liftedOn: date() },
  }),
  defineEvent({
    type: 'aftercare.WentMissing',
    command: 'RecordMissing',
    datedBy: 'missingOn',
    fields: { missingOn: date() },
  }),
  defineEvent({ type: 'aftercare.Found', command: 'RecordFound', datedBy: 'foundOn', fields: { foundOn: date() } }),
  defineEvent({
    type: 'aftercare.Reoffended',
    command: 'RecordReoffence',
    datedBy: 'convictionEffectiveOn',
    /** A conviction; nothing of the support itself is asked for. `sourceRecordId`: the record it was learned from. */
    fields: {
      convictionEffectiveOn: date(),
      offenceCommittedOn: date(),
      offenceClass: optional(offenceClass),
      courtDocNo: optional(code()),
      sourceRecordId: optional(recordIn('corrections.cases')),
    },
  }),
  defineEvent({
    type: 'aftercare.MovedOut',
    command: 'MoveOut',
    datedBy: 'movedOutOn',
    fields: { movedOutOn: date(), toBureauCode: bureauCode() },
  }),
  defineEvent({
    type: 'aftercare.SupportEnded',
    command: 'EndSupport',
    datedBy: 'endedOn',
    fields: { endedOn: date(), kind: endKind },
  }),
);
