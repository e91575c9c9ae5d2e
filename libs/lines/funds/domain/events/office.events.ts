import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, decimal, flag, money, optional, text } from '#kernel/schema.js';
import { accountsKind, facility, procurementMethod } from '../enumerations.js';

/** Government procurement (政府采购): one contract, and its acceptance. */
export const procurementEvents = eventTable(
  defineEvent({
    type: 'funds.ProcurementContracted',
    command: 'ContractProcurement',
    datedBy: 'contractedOn',
    right: 'money:write',
    fields: {
      contractedOn: date(),
      contractNo: code(),
      projectCode: code(),
      fund: optional(text(100)),
      method: procurementMethod,
      firmName: text(200),
      items: text(),
      amount: money(),
    },
  }),
  defineEvent({
    type: 'funds.ProcurementAccepted',
    command: 'AcceptProcurement',
    datedBy: 'acceptedOn',
    right: 'money:write',
    fields: { acceptedOn: date(), qualified: flag(), docNo: optional(code()) },
  }),
);

/** Budget and accounts that the finance bureau approved and the bureau has to publish. */
export const disclosureEvents = eventTable(
  defineEvent({
    type: 'funds.AccountsApproved',
    command: 'ApproveAccounts',
    datedBy: 'approvedOn',
    right: 'money:write',
    fields: { approvedOn: date(), fiscalYear: count(1949, 2999), accountsKind, docNo: optional(code()) },
  }),
  defineEvent({
    type: 'funds.AccountsDisclosed',
    command: 'DiscloseAccounts',
    datedBy: 'publishedOn',
    right: 'money:write',
    fields: { publishedOn: date(), platform: text(200) },
  }),
);

/** Numbers of the premises that nobody can count from records: typed, with what they rest on. */
export const facilityEvents = eventTable(
  defineEvent({
    type: 'funds.FacilityMeasured',
    command: 'MeasureFacility',
    datedBy: 'measuredOn',
    fields: { measuredOn: date(), facility, quantity: decimal(2, 0, 1e9), basis: text() },
  }),
);

export type ProcurementEvent = EventOf<typeof procurementEvents>;
export type DisclosureEvent = EventOf<typeof disclosureEvents>;
export type FacilityEvent = EventOf<typeof facilityEvents>;
