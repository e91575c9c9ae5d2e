import { defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, optional, text } from '#kernel/schema.js';
import { cumulativeIndicator, managementLevel, openingState } from '../enumerations.js';
import { sentenceFields, subjectFields } from './intake.events.js';

/** A case that was open when the system began (期初导入): in every stock from `asOfDate`, in no flow. */
export const openingEvents = eventTable(
  defineEvent({
    type: 'corrections.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      state: openingState,
      ...subjectFields,
      ...sentenceFields,
      /** When the subject came into the register, here or by transfer. Required where the state is `in-register`. */
      receivedOn: optional(date()),
      managementLevel: optional(managementLevel),
      groupFormedOn: optional(date()),
      planAdoptedOn: optional(date()),
      sourceSystem: text(100),
    },
  }),
);

/** What had been counted before the system began; one stream per bureau. */
export const baselineEvents = eventTable(
  defineEvent({
    type: 'corrections.CumulativeBaselineSet',
    command: 'SetCumulativeBaseline',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      indicator: cumulativeIndicator,
      value: count(0, 100_000_000),
      basisDocNo: optional(code()),
    },
  }),
);
