import { defineEvent, eventTable } from '#kernel/event.js';
import { bureauCode, code, date, flag, optional, ref, text } from '#kernel/schema.js';
import { decision, transferDateBasis } from '../enumerations.js';

/**
 * Change of the place of execution (执行地变更). `changeId` is unique within the case.
 * @source 社区矫正法 第二十七条; 社区矫正法实施办法 第三十、三十一条
 */
export const placeChangeEvents = eventTable(
  defineEvent({
    type: 'corrections.PlaceChangeRequested',
    command: 'RequestPlaceChange',
    datedBy: 'requestedOn',
    fields: { requestedOn: date(), changeId: ref(), toBureauCode: bureauCode(), reason: optional(text(200)) },
  }),
  defineEvent({
    type: 'corrections.PlaceChangeConsulted',
    command: 'ConsultPlaceChange',
    datedBy: 'consultedOn',
    documentRequired: true,
    fields: { consultedOn: date(), changeId: ref(), letterNo: code() },
  }),
  defineEvent({
    type: 'corrections.PlaceChangeReplied',
    command: 'ReplyPlaceChange',
    datedBy: 'repliedOn',
    documentRequired: true,
    fields: { repliedOn: date(), changeId: ref(), agree: flag(), letterNo: code() },
  }),
  defineEvent({
    type: 'corrections.PlaceChangeDecided',
    command: 'DecidePlaceChange',
    datedBy: 'decidedOn',
    documentRequired: true,
    fields: { decidedOn: date(), changeId: ref(), decision, docNo: code(), notifiedOn: optional(date()) },
  }),
  defineEvent({
    type: 'corrections.SubjectTransferredOut',
    command: 'TransferOutSubject',
    datedBy: 'transferredOutOn',
    fields: {
      transferredOutOn: date(),
      dateBasis: transferDateBasis,
      toBureauCode: bureauCode(),
      changeRef: ref(),
      docsHandedOverOn: optional(date()),
    },
  }),
);
