import { type EventOf, defineEvent, eventTable } from '#kernel/event.js';
import { code, count, date, optional, personRef, text } from '#kernel/schema.js';
import { duty, leavingReason, postKind, staffStanding } from '../enumerations.js';

/** Posts of one kind (编制), as the establishment office fixed them. */
export const establishmentEvents = eventTable(
  defineEvent({
    type: 'funds.EstablishmentSet',
    command: 'SetEstablishment',
    datedBy: 'setOn',
    fields: { setOn: date(), kind: postKind, posts: count(0, 10_000), docNo: optional(code()) },
  }),
);

/** One person on the staff, from joining to leaving, with the duties held. */
export const staffEvents = eventTable(
  defineEvent({
    type: 'funds.OpeningBalanceImported',
    command: 'ImportOpeningBalance',
    datedBy: 'asOfDate',
    fields: {
      asOfDate: date(),
      staffRef: personRef(),
      standing: staffStanding,
      kind: postKind,
      orgUnit: optional(code()),
    },
  }),
  defineEvent({
    type: 'funds.StaffJoined',
    command: 'JoinStaff',
    datedBy: 'joinedOn',
    fields: { joinedOn: date(), staffRef: personRef(), kind: postKind, orgUnit: code() },
  }),
  defineEvent({
    type: 'funds.StaffSecondedIn',
    command: 'SecondStaffIn',
    datedBy: 'secondedOn',
    fields: { secondedOn: date(), staffRef: personRef(), fromOrg: text(200), orgUnit: code() },
  }),
  defineEvent({
    type: 'funds.StaffLeft',
    command: 'LeaveStaff',
    datedBy: 'leftOn',
    fields: { leftOn: date(), leavingReason },
  }),
  defineEvent({
    type: 'funds.StaffRetired',
    command: 'RetireStaff',
    datedBy: 'retiredOn',
    fields: { retiredOn: date() },
  }),
  defineEvent({
    type: 'funds.DutyAssigned',
    command: 'AssignDuty',
    datedBy: 'assignedOn',
    fields: { assignedOn: date(), duty },
  }),
  defineEvent({
    type: 'funds.DutyEnded',
    command: 'EndDuty',
    datedBy: 'endedOn',
    fields: { endedOn: date(), duty },
  }),
);

export type EstablishmentEvent = EventOf<typeof establishmentEvents>;
export type StaffEvent = EventOf<typeof staffEvents>;
