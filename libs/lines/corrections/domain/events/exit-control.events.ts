import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, optional, plannedDate, text } from '#kernel/schema.js';
import { travelDocumentKind } from '../enumerations.js';

/** Keeping a subject in the country (出入境报备、边控、证件保管). @source 出境入境管理法 第十二条; local practice for the papers */
export const exitControlEvents = eventTable(
  defineEvent({
    type: 'corrections.ExitControlReported',
    command: 'ReportExitControl',
    datedBy: 'reportedOn',
    fields: { reportedOn: date(), authority: text(100), from: plannedDate(), to: plannedDate() },
  }),
  defineEvent({
    type: 'corrections.BorderControlImposed',
    command: 'ImposeBorderControl',
    datedBy: 'imposedOn',
    documentRequired: true,
    fields: { imposedOn: date(), docNo: code(), to: plannedDate() },
  }),
  defineEvent({
    type: 'corrections.BorderControlLifted',
    command: 'LiftBorderControl',
    datedBy: 'liftedOn',
    fields: { liftedOn: date(), docNo: optional(code()) },
  }),
  defineEvent({
    type: 'corrections.TravelDocumentSeized',
    command: 'SeizeTravelDocument',
    datedBy: 'seizedOn',
    fields: { seizedOn: date(), docKind: travelDocumentKind, count: count(1, 20) },
  }),
  defineEvent({
    type: 'corrections.TravelDocumentReturned',
    command: 'ReturnTravelDocument',
    datedBy: 'returnedOn',
    fields: { returnedOn: date(), docKind: travelDocumentKind, count: count(1, 20) },
  }),
);
